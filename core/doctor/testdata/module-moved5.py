from keras.layers.experimental import preprocessing
r = preprocessing.Rescaling(1/255)
# then: runs
