import keras
from keras import layers

class A(layers.Layer):
    def __init__(self, units=3, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def get_config(self):
        config = {"units": self.units}
        return dict(list(super().get_config.items()) + list(config.items()))

a = A(4)
# then: runs
