from tensorflow.keras.optimizers.legacy import Adam
o = Adam(0.1)
# then: runs
