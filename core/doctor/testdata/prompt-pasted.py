>>> import keras
>>> def f(x):
...     return x
... 
>>> f(3)
3
>>> keras.layers.Dense(3).units
3
>>> # then: runs
