import keras
from keras import layers

c = layers.Conv2D(nb_filter=3, nb_row=2, nb_col=2)
# then: runs
