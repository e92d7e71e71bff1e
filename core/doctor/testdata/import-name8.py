from keras.layers import Dense, merge
