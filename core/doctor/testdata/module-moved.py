from keras.layers.core import Dense, Dropout

print(Dense(3).units, Dropout(0.5).rate)
# then: runs
