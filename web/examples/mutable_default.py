# One list as default is shared by all layers made without it: what one puts in, the next one finds.
from keras import layers


class Tagged(layers.Layer):
    def __init__(self, kind, tags=[], **kwargs):
        super().__init__(**kwargs)
        tags.append(kind)  # changes the default itself; tags=None and a new list in here would not
        self.kind = kind
        self.tags = tags

    def get_config(self):
        return {**super().get_config(), "kind": self.kind, "tags": list(self.tags)}


first = Tagged("first", name="a")
second = Tagged("second", name="b")
print("first: ", first.get_config()["tags"])
print("second:", second.get_config()["tags"])

again = Tagged.from_config(second.get_config())
print("again: ", again.get_config()["tags"])
