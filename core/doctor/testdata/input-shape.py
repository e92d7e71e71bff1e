import keras
from keras import layers

m = keras.Sequential([keras.Input((3,)), layers.LSTM(2)])
