import keras
from keras import layers

d = layers.Dense(3)
w, b = d.get_weights()
