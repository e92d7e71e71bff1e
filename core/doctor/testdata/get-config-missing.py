import keras


class Wrap(keras.layers.Layer):
    def __init__(self, inner, **kwargs):
        super().__init__(**kwargs)
        self.inner = inner


print(Wrap(keras.layers.Dense(2)).get_config())
# then: runs
