from keras.utils import np_utils
y = np_utils.to_categorical([1, 2])
print(y)
# then: runs
