import keras
from keras import layers

class A(layers.Layer):
    def __init__(self, units=3, **kwargs):
        super().__init__()
        self.units = units
    def get_config(self):
        return {**super().get_config(), "units": self.units}
a = A(4, name="first")
b = A.from_config(a.get_config())
print(b.name)
# then: runs
