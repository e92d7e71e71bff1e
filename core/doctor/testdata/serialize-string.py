# A custom dense layer as many guides write it. It has two faults that Keras 3 reports one after the other.
import tensorflow as tf
from tensorflow.keras import layers


class CustomDense(layers.Layer):
    def __init__(self, units=32, activation=None):
        super(CustomDense, self).__init__()
        self.units = units
        self.activation = activation

    def build(self, input_shape):
        self.w = self.add_weight(
            shape=(input_shape[-1], self.units), initializer="random_normal", trainable=True
        )
        self.b = self.add_weight(shape=(self.units,), initializer="zeros", trainable=True)
        if self.activation:
            self.activation = tf.keras.activations.get(self.activation)

    def call(self, x):
        y = tf.matmul(x, self.w) + self.b
        return self.activation(y) if self.activation else y

    def get_config(self):
        config = super(CustomDense, self).get_config()
        config.update(
            {
                "units": self.units,
                "activation": tf.keras.activations.serialize(self.activation),
            }
        )
        return config


layer = CustomDense(units=64, activation="relu")
config = layer.get_config()
print("config:", config)
again = CustomDense.from_config(config)
print("equal:", again.get_config() == config)
# then: from-config-unexpected-name
