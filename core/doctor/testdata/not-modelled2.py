import keras
from keras import layers

from keras.src.layers.core.dense import Dense
from keras.src.utils import tracking
print(tracking)
