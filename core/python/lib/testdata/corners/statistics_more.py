import statistics as st
d = [2, 4, 4, 4, 5, 5, 7, 9]
print(st.mean(d), st.median(d), st.median_low(d), st.median_high(d), st.mode(d), st.multimode("aabbc"), st.stdev(d), st.pstdev(d), st.variance(d), st.pvariance(d), st.fmean(d), st.geometric_mean([1, 2, 4]), st.harmonic_mean([40, 60]), st.quantiles(d), st.quantiles(d, n=3, method="inclusive"), st.median_grouped(d))
print(st.correlation([1, 2, 3], [2, 4, 7]), st.covariance([1, 2, 3], [2, 4, 7]), st.linear_regression([1, 2, 3], [2, 4, 7]), st.fmean([1, 2], weights=[3, 1]))
from fractions import Fraction as F; from decimal import Decimal as D
print(st.mean([F(1, 2), F(1, 3)]), st.mean([D("1.5"), D("2.25")]), st.variance([F(1), F(2), F(4)]))
n = st.NormalDist(10, 2); print(n, n.mean, n.pdf(10), n.cdf(12), n.inv_cdf(0.9), n + 5, n * 2, n.zscore(13), st.NormalDist.from_samples(d))
for bad in (lambda: st.mean([]), lambda: st.stdev([1]), lambda: st.mode([]), lambda: st.quantiles([1]), lambda: st.correlation([1], [1])):
    try: bad()
    except st.StatisticsError as e: print(e)
