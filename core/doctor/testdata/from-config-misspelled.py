import keras

keras.layers.Dense.from_config({"unit": 5})
# then: runs
