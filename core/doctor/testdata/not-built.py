import keras
from keras import layers

d = layers.Dense(3)
print(d.kernel)
