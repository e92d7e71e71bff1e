import keras
from keras import layers

class A(layers.Layer):
    pass
a = A()
a(keras.ops.ones((2,2)))
# then: runs
