import keras
from keras import layers

class A(layers.Layer):
    def __init__(self, units=3):
        super().__init__()
        self.units = units
a = A(4, name="first")
# then: runs
