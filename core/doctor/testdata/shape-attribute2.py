import keras

layer = keras.layers.Dense(3)
layer.build((None, 4))
print(layer.output_shape)
