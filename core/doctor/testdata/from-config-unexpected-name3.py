import keras


class Net(keras.Model):
    def __init__(self, units=3):
        super().__init__()
        self.units = units

    def call(self, x):
        return x

    def get_config(self):
        return {**super().get_config(), "units": self.units}


net = Net(4)
Net.from_config({"units": 4, "trainable": True})
# then: runs
