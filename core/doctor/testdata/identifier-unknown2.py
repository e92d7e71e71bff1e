import keras
from keras import layers

d = layers.Dense(3, kernel_initializer="glorot")
# then: runs
