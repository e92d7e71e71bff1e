import keras
from keras import layers

m = keras.Sequential([layers.Dense(3, batch_input_shape=(None, 4))])
m.summary()
# then: runs
