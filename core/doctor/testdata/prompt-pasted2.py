In [1]: import keras

In [2]: def f(x):
   ...:     return x
   ...: 

In [3]: f(3)
Out[3]: 3

In [4]: # then: runs
