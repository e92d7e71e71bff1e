import keras
from keras import layers

d = layers.Dense(3)
d._loss_ids
