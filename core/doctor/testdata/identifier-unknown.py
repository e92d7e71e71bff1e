import keras

layer = keras.layers.Dense(4, activation="reluu")
# then: runs
