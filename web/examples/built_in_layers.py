# Built-in layers write every argument into their config, defaults included.
# Point at a key in Configuration: those you set light up here.
from keras import layers

dense = layers.Dense(64, activation="relu")
conv = layers.Conv2D(32, (3, 3), padding="same", strides=2)
norm = layers.BatchNormalization(momentum=0.9)
lstm = layers.LSTM(128, return_sequences=True, dropout=0.2)

for layer in (dense, conv, norm, lstm):
    config = layer.get_config()
    print(f"{type(layer).__name__:20} {len(config)} keys")
