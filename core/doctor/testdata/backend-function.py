from keras import layers
from keras import backend as K


class Energy(layers.Layer):
    def call(self, x):
        return K.square(x)


print(Energy()(layers.Input((3,))).shape)
# then: runs
