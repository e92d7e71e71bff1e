from keras.layers import CuDNNLSTM
# then: runs
