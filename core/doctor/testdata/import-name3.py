from keras.layers import to_categorical
print(to_categorical([1, 2]))
# then: runs
