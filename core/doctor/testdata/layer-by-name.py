import keras


class Scale(keras.layers.Layer):
    def __init__(self, size, name=None):
        super().__init__(name)
        self.size = size


Scale(3)
# then: runs
