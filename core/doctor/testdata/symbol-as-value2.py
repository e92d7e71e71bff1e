import keras
from keras import layers

import numpy as np
x = keras.Input((3,))
y = np.concatenate([x, x])
# then: runs
