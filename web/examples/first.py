# get_config() says how a layer was made; from_config() makes it again.
import keras
from keras import layers


class CustomDense(layers.Layer):
    def __init__(self, units=32, activation=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.activation = keras.activations.get(activation)

    def get_config(self):
        config = super().get_config()
        config.update({
            "units": self.units,
            "activation": keras.activations.serialize(self.activation),
        })
        return config


layer = CustomDense(units=64, activation="relu")
config = layer.get_config()
print(config)

again = CustomDense.from_config(config)
print("equal:", again.get_config() == config)
