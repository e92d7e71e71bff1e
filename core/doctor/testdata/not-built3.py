import keras
from keras import layers

d = layers.Dense(3)
d.set_weights([1, 2])
