import statistics as st
from fractions import Fraction as F

data = [[1, 2, 3, 4], [1, 2, 3], [2.5, 3.25, 5.5, 11.25, 11.75], [0.1, 0.2, 0.3], [F(1, 2), F(3, 4), F(5, 6)], [1, 2.5, F(1, 3)], [1e20, 1, -1e20, 3], [True, False, True], [7], [5, 5, 5], [0.1] * 10, list(range(1, 50, 3))]
for d in data:
    print(d[:4], st.mean(d), st.fmean(d), st.median(d), st.median_low(d), st.median_high(d), st.median_grouped(d), st.mode(d), st.multimode(d)[:3])
    print(st.pvariance(d), st.pstdev(d), type(st.mean(d)).__name__)
    if len(d) > 1:
        print(st.variance(d), st.stdev(d), st.quantiles(d), st.quantiles(d, n=3, method="inclusive"), st.quantiles(d, n=10)[:3])
print(st.geometric_mean([54, 24, 36]), st.harmonic_mean([40, 60]), st.harmonic_mean([40, 60], weights=[5, 30]), st.harmonic_mean([2, 0]), st.harmonic_mean([5]), st.fmean([85, 92], [0.25, 0.75]), st.harmonic_mean([F(1, 2), F(1, 3)]), st.geometric_mean([0.5, 2.5]))
print(st.variance([1, 2, 4], 2), st.pvariance([1.5, 2.5], 2), st.stdev([1, 2, 4], xbar=2), st.pstdev((n for n in [1, 2, 3])), st.mean(iter([1, 5])), st.mode("aabbb"), st.multimode("aabb"), st.mode(["x"]), st.multimode([]))
x, y = [1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 1, 2, 3, 1, 2, 3.5]
print(st.covariance(x, y), st.correlation(x, y), st.correlation(x, x[::-1]), st.linear_regression(x, y), st.linear_regression(x, y, proportional=True), st.linear_regression(x, y).slope)
print(st.median([1, "a"]) if False else st.median(["b", "a", "c"]), st.median_low(["b", "a"]), st.median([F(1, 3), F(1, 2)]), st.median_grouped([1, 3, 3, 5, 7], interval=2))
n = st.NormalDist(100, 15)
print(n, n.mean, n.median, n.mode, n.stdev, n.variance, n.pdf(110), n.cdf(130), n.inv_cdf(0.975), n.inv_cdf(0.5), n.inv_cdf(0.001), n.inv_cdf(1e-12), n.zscore(130), n.quantiles(4), n.quantiles(n=10)[:2])
print(n + 5, n - 5, n * 2, n / 2, 5 + n, 5 - n, 2 * n, -n, +n, n + st.NormalDist(10, 20), n - st.NormalDist(10, 8), n == st.NormalDist(100, 15), n != st.NormalDist(), hash(n) == hash(st.NormalDist(100.0, 15.0)), n.overlap(st.NormalDist(110, 12)), n.overlap(st.NormalDist(110, 15)))
print(st.NormalDist.from_samples([2.5, 3.1, 2.1, 2.4, 2.7, 3.5]), st.NormalDist(0, 1).samples(3, seed=7), st.NormalDist(mu=1).cdf(1))
for f in [lambda: st.mean([]), lambda: st.median([]), lambda: st.mode([]), lambda: st.variance([1]), lambda: st.stdev([1]), lambda: st.fmean([]), lambda: st.geometric_mean([0, 1]), lambda: st.harmonic_mean([-1, 2]), lambda: st.quantiles([1]), lambda: st.quantiles([1, 2], n=0), lambda: st.quantiles([1, 2], method="x"), lambda: st.correlation([1, 1], [1, 2]), lambda: st.correlation([1], [2]), lambda: st.covariance([1, 2], [1]), lambda: st.linear_regression([1, 1], [2, 3]), lambda: st.NormalDist(0, -1), lambda: st.NormalDist(0, 0).cdf(1), lambda: n.inv_cdf(0), lambda: st.mean(["a"]), lambda: st.mean(5), lambda: st.fmean([1, 2], [1]), lambda: st.mode([[1]])]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, isinstance(e, ValueError), type(e).__mro__[1].__name__)
print(st.mean([1, float("inf")]), st.mean([float("nan"), 1]))
