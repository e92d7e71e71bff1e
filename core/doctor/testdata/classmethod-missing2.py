import keras
from keras import layers

class A(layers.Layer):
    def __init__(self, units=3, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def get_config(self):
        return {**super().get_config(), "units": self.units}

    def from_config(cls, config):
        return cls(**config)

a = A(4)
# then: runs
