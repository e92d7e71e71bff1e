import keras
from keras import layers

class A(layers.Layer):
    def __init__(self, units=3, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def get_config(self):
        base = super().get_config
        return {**base, "units": self.units}

a = A(4)
# then: runs
