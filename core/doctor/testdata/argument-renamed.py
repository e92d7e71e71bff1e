from keras.layers import Convolution2D
a = Convolution2D(32, (3, 3), border_mode="same", subsample=(2, 2))
# then: runs
