import keras
from keras import layers

r = keras.layers.experimental.preprocessing.Rescaling(1/255)
# then: runs
