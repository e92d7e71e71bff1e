import keras
from keras import layers

d = layers.Dense(3)
d(keras.ops.ones((2,3)))
d(keras.ops.ones((2,4)))
