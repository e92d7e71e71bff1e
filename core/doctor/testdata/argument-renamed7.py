import keras
from keras import layers

d = layers.Dense(3, W_regularizer=keras.regularizers.l2(0.1))
# then: runs
