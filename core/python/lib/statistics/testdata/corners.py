# Special values and errors of statistics.
import statistics as st
from fractions import Fraction as F
from decimal import Decimal as D
from math import inf, nan
import math
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
t(lambda: st.geometric_mean([nan, 1])); t(lambda: st.geometric_mean([inf, 2])); t(lambda: st.geometric_mean([0, 2])); t(lambda: st.geometric_mean([-1, 2])); t(lambda: st.geometric_mean([])); t(lambda: st.geometric_mean([nan, -1])); t(lambda: st.geometric_mean([inf, nan]))
t(lambda: st.harmonic_mean([0, 1]))
t(lambda: st.harmonic_mean([1, 2], weights=[1, 3])); 
t(lambda: st.harmonic_mean([-1])); 
t(lambda: st.variance([1])); 
t(lambda: st.stdev([D(1), D(3)])); 
t(lambda: st.pstdev([F(1,2), F(3,2)])); 
t(lambda: st.variance([1, 2, 3], xbar=2)); 
t(lambda: st.mean(iter([1, 2]))); 
t(lambda: st.mean('ab')); 
t(lambda: st.fmean([1, 2, 4], weights=[1, 1, 2])); 
t(lambda: st.fmean([])); 
t(lambda: st.quantiles([1, 2, 3, 4], n=4, method='inclusive')); 
t(lambda: st.quantiles([1])); 
t(lambda: st.quantiles([1, 2], n=0)); 
t(lambda: st.mode([])); 
t(lambda: st.multimode('aabbc')); 
t(lambda: st.median_grouped([1, 2, 2, 3], interval=2)); 
t(lambda: st.median_low([])); 
t(lambda: st.correlation([1, 2, 3], [2, 4, 7])); 
t(lambda: st.covariance([1], [2])); 
t(lambda: st.linear_regression([1, 2, 3], [2, 4, 7])); 
t(lambda: st.linear_regression([1, 1], [2, 3])); 
t(lambda: st.linear_regression([1, 2], [2, 3], proportional=True)); 
t(lambda: st.correlation([1, 1], [2, 3])); 
t(lambda: st.NormalDist(1, 2) + st.NormalDist(2, 3)); 
t(lambda: st.NormalDist(0, -1)); 
t(lambda: st.NormalDist().inv_cdf(0)); 
t(lambda: st.NormalDist(1, 2).quantiles(4)); 
t(lambda: st.NormalDist.from_samples([1, 2, 4])); 
t(lambda: st.NormalDist(0, 1).overlap(st.NormalDist(1, 1))); 
t(lambda: hash(st.NormalDist()) == hash(st.NormalDist(0, 1))); 
t(lambda: st.NormalDist(1, 2).zscore(4)); 
t(lambda: -st.NormalDist(1, 2) * 3 / 2 - 4)
