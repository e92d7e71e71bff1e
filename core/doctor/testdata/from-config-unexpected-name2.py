from keras import layers


class Block(layers.Layer):
    def __init__(
        self,
        units,
        rate=0.1,
    ):
        super(Block, self).__init__(name="block")
        self.units = units
        self.rate = rate

    def get_config(self):
        return {**super().get_config(), "units": self.units, "rate": self.rate}


again = Block.from_config(Block(8).get_config())
# then: type
