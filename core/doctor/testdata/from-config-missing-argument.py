import keras


class Pair(keras.layers.Layer):
    def __init__(self, left, right, **kwargs):
        super().__init__(**kwargs)
        self.left = left
        self.right = right

    def get_config(self):
        config = super().get_config()
        config.update({"left": self.left})
        return config


again = Pair.from_config(Pair(1, 2).get_config())
# then: runs
