from keras.layers import Dnse
# then: runs
