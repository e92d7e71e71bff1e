# A layer that holds another writes it as a serialized object:
# module, class name, config and registered name.
from keras import layers

both_ways = layers.Bidirectional(
    layers.LSTM(32, return_sequences=True), merge_mode="sum"
)
config = both_ways.get_config()
print(list(config))
print(config["layer"]["class_name"], config["layer"]["config"]["units"])

again = layers.Bidirectional.from_config(config)
print(type(again.forward_layer).__name__, again.forward_layer.units)
