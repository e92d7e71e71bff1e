layer = keras.layers.Dense(2)
# then: runs
