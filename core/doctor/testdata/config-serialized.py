import keras
from keras import layers

d = layers.Dense(3)
c = keras.saving.serialize_keras_object(d)
e = layers.Dense.from_config(c)
# then: runs
