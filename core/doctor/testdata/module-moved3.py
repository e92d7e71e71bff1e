import keras
y = keras.utils.np_utils.to_categorical([1, 2])
print(y)
# then: runs
