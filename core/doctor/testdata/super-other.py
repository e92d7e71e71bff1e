import keras


class Wide(keras.layers.Layer):
    def __init__(self, units=3, **kwargs):
        super(Narrow, self).__init__(**kwargs)
        self.units = units


class Narrow(keras.layers.Layer):
    pass


Wide(4)
# then: runs
