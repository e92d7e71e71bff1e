import keras
from keras import layers

d = layers.Dense()
