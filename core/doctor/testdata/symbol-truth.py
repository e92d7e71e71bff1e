import keras
from keras import layers

x = keras.Input((3,))
if x[0, 0] > 0:
    print(1)
