import keras
from keras import layers

d = layers.Dense(3, activaton="relu")
# then: runs
