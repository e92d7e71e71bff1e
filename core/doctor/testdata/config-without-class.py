import keras
from keras import layers

d = layers.Dense(3)
e = layers.deserialize(d.get_config())
# then: runs
