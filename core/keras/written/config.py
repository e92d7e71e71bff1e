import json


class Config:
    """Settings that are read and set as attributes."""

    def __init__(self, **kwargs):
        vars(self).update(entries_=kwargs, locked_=False)

    frozen = property(lambda self: self.locked_, doc="Whether nothing may be changed.")

    def freeze(self, on=True):
        vars(self)["locked_"] = on

    def unfreeze(self):
        self.freeze(False)

    def changeable_(self):
        """The entries, for a change."""
        if self.locked_:
            raise ValueError("The config is frozen, so nothing in it can be changed. unfreeze() lifts that.")
        return self.entries_

    def __getattr__(self, name):  # what is neither a method nor an own attribute
        entries = vars(self)["entries_"]
        if name not in entries:
            raise AttributeError(f"The config has no entry '{name}'. It has: {', '.join(map(str, entries)) or 'none'}.")
        return entries[name]

    def __setattr__(self, name, value):
        if hasattr(type(self), name) or name in vars(self):
            super().__setattr__(name, value)
        else:
            self.changeable_()[name] = value

    def __repr__(self):
        return "<Config %s>" % self.entries_

    def __iter__(self):
        return iter(sorted(self.entries_))

    def as_dict(self):
        return dict(self.entries_)

    def to_json(self):
        return json.dumps(self.as_dict())

    def get(self, keyname, value=None):
        return self.entries_.get(keyname, value)


def hand_on(name, changes):
    """Gives Config a method that the dict of its entries has."""

    def method(self, *args, **kwargs):
        entries = self.changeable_() if changes else self.entries_
        return getattr(entries, name)(*args, **kwargs)

    method.__name__, method.__qualname__ = name, f"Config.{name}"
    setattr(Config, name, method)


for reading in ("keys", "values", "items", "__getitem__", "__contains__", "__len__"):
    hand_on(reading, changes=False)
for changing in ("pop", "update", "__setitem__", "__delitem__"):
    hand_on(changing, changes=True)
