# JSON has no tuples: a tuple in a config comes back as a list. A layer that cares turns it into a tuple again.
import json

from keras import layers


class Window(layers.Layer):
    def __init__(self, size=(3, 3), **kwargs):
        super().__init__(**kwargs)
        self.size = tuple(size)

    def get_config(self):
        return {**super().get_config(), "size": self.size}


window = Window((5, 7), name="window")
text = json.dumps(window.get_config())
read = json.loads(text)
print("in the config:", window.get_config()["size"])
print("after JSON:   ", read["size"])
print("in the copy:  ", Window.from_config(read).size)
