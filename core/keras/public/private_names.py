"""Writes private.txt: the names with an underscore in front that objects of Keras have, for telling what exists there and not here.

Run with the oracle's environment: KERAS_BACKEND=jax python core/keras/public/private_names.py
"""
import os
import pathlib

os.environ.setdefault("KERAS_BACKEND", "jax")
import keras  # noqa: E402
from keras import layers  # noqa: E402

inputs = keras.Input((3,))
sequential = keras.Sequential([keras.Input((3,)), layers.Dense(2)])
functional = keras.Model(inputs, layers.Dense(2)(inputs))
for model in (sequential, functional):
    model.compile("adam", "mse")
lstm = layers.LSTM(2)
lstm.build((None, 3, 4))
objects = [
    inputs, sequential, functional, sequential.layers[0].kernel, sequential.optimizer, lstm, lstm.cell, keras.losses.MeanSquaredError(),
    keras.metrics.Mean(), layers.Conv2D(2, 3), layers.MultiHeadAttention(2, 2), layers.Embedding(2, 2), layers.BatchNormalization(),
    layers.Rescaling(2.0), layers.RandomFlip(), layers.Dropout(0.5), keras.initializers.Zeros(), sequential.dtype_policy,
]
names = {name for o in objects for name in dir(o) if name.startswith("_") and not name.startswith("__") and "__" not in name[1:]}
pathlib.Path(__file__).with_name("private.txt").write_text("\n".join(sorted(names)) + "\n")
