import keras
from keras import layers

class A(layers.Layer):
    def __init__(self, units=3, **kwargs):
        super().__init__(**kwargs)
        self.units = units
    def get_config(self):
        return self.__dict__
a = A(4)
b = A.from_config(a.get_config())
# then: runs
