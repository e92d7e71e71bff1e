import keras
from keras import layers

m = keras.Sequential()
m.add(layers.Dense(3, batch_input_shape=(None, 4), activation="relu"))
m.add(layers.Dense(1))
# then: runs
