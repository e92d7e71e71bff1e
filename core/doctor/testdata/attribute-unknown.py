import keras

layer = keras.layers.Dense(4)
print(layer.get_confg())
# then: runs
