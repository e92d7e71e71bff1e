import keras

inputs = keras.Input((4,))
layer = keras.layers.Dense(3)
outputs = layer(inputs)
print(layer.output_shape)
# then: runs
