import keras


class Scale(keras.layers.Layer):
    def __init__(self, factor=2.0):
        super().__init__()
        self.factor = factor

    def get_config(self):
        config = super().get_config()
        config.update({"factor": self.factor})
        return config


again = Scale.from_config(Scale(3.0).get_config())
print(again.factor)
# then: runs
