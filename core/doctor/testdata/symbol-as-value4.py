import keras
from keras import layers

import numpy as np
class A(layers.Layer):
    def call(self, x):
        return np.exp(x)
x = keras.Input((3,))
y = A()(x)
# then: runs
