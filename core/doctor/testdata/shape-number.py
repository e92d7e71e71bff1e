import keras
from keras import layers

x = keras.Input(4)
m = keras.Model(x, layers.Dense(2)(x))
# then: runs
