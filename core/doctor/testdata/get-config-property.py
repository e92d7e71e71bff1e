import keras
from keras import layers

class A(layers.Layer):
    def __init__(self, units=3, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    @property
    def get_config(self):
        config = super().get_config()
        config.update({"units": self.units})
        return config

a = A(4)
print(a.get_config())
# then: runs
