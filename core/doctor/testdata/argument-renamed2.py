from keras.layers import Dense
a = Dense(output_dim=32, init="uniform", activation="relu")
# then: runs
