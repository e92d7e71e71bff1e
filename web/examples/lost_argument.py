# get_config() forgets `rate`. No exception says so: the copy quietly gets the default.
from keras import layers


class NoisyDense(layers.Layer):
    def __init__(self, units, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rate = rate

    def get_config(self):
        config = super().get_config()
        config["units"] = self.units
        return config


layer = NoisyDense(16, rate=0.5)
again = NoisyDense.from_config(layer.get_config())
print("rate before:", layer.rate)
print("rate after: ", again.rate)
