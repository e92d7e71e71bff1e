!pip install keras
%matplotlib inline
import keras
%time x = 3
if x:
    !ls
    pass
print(keras.layers.Dense(3).units)
# then: runs
