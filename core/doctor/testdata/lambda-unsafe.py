import keras
from keras import layers

l = layers.Lambda(lambda x: x * 2)
c = l.get_config()
m = layers.Lambda.from_config(c)
