import keras


class Scale(keras.layers.Layer):
    def __init__(self, size=3, **kwargs):
        super().__init__(**kwargs)
        self.size = size

    def get_config(self):
        config = super().get_config()
        config["size"] = self.size


again = Scale.from_config(Scale(4).get_config())
print(again.size)
# then: runs
