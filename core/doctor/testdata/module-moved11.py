import keras
a = keras.layers.advanced_activations.LeakyReLU()
# then: runs
