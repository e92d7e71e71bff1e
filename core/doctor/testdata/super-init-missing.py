import keras


class Forgot(keras.layers.Layer):
    def __init__(self, units):
        self.units = units
        self.inner = keras.layers.Dense(units)

    def call(self, x):
        return self.inner(x)


layer = Forgot(3)
print(layer(keras.KerasTensor((None, 4))).shape)
# then: from-config-unexpected-name
