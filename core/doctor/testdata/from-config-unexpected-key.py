import keras


class Noise(keras.layers.Layer):
    def __init__(self, level=0.1):
        super().__init__()
        self.level = level

    def get_config(self):
        return {"level": self.level, "seed": 1}


Noise.from_config(Noise().get_config())
# then: runs
