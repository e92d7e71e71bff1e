from keras import layers

print(layers.Dense.get_config())
