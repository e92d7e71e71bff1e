import keras
from keras import layers

i = keras.Input((4,))
o = layers.Dense(2)(i)
m = keras.Model(input=i, output=o)
# then: runs
