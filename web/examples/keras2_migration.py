# A config from Keras 2 in Keras 3: what was `batch_input_shape` and a plain class name is read, what is gone says so.
import keras
from keras import layers

old = {
    "name": "dense_1",
    "trainable": True,
    "dtype": "float32",
    "units": 64,
    "activation": "relu",
    "use_bias": True,
    "kernel_initializer": {"class_name": "GlorotUniform", "config": {"seed": None}},
    "bias_initializer": {"class_name": "Zeros", "config": {}},
}
layer = layers.Dense.from_config(old)
new = layer.get_config()
print("units:", new["units"])
print("dtype:", new["dtype"]["class_name"], new["dtype"]["config"])
print("initializer:", new["kernel_initializer"]["module"], new["kernel_initializer"]["class_name"])
print("added:", sorted(set(new) - set(old)))

try:
    layers.Dense.from_config({**old, "input_dim": 8, "weights_format": 2})
except Exception as error:
    print("unknown key:", type(error).__name__)
