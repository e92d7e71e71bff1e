from keras import tree
from keras.callbacks import Callback, History, ProgbarLogger

# What happens in training, and whether a number comes with it.
EVENTS = {"epoch": True, "batch": True, "train_batch": True, "test_batch": True, "predict_batch": True, "train": False, "test": False, "predict": False}


def plain(logs):
    """Logs with Python's numbers in the place of arrays of one."""
    flat = {}
    for key, value in dict(logs or ()).items():
        if isinstance(value, dict):
            flat |= plain(value)
        else:
            try:
                value = float(value)
            except (TypeError, ValueError):
                pass
            flat[key] = value
    return flat


class CallbackList(Callback):
    """Several callbacks as one."""

    def __init__(self, callbacks=None, add_history=False, add_progbar=False, model=None, **params):
        members = tree.flatten(callbacks or [])
        for wanted, kind in ((add_history, History), (add_progbar, ProgbarLogger)):
            if wanted and not any(isinstance(member, kind) for member in members):
                members.append(kind())
        self.callbacks = members
        self.open_ = 0  # how many of train, test and predict have begun
        self.set_model(model)
        self.set_params(params)

    def set_params(self, params):
        self.params = params
        for member in self.callbacks if params else ():
            member.set_params(params)

    def set_model(self, model):
        if model:
            Callback.set_model(self, model)
            histories = [member for member in self.callbacks if isinstance(member, History)]
            if histories:
                model.history = histories[-1]
            for member in self.callbacks:
                member.set_model(model)


def pass_on(event, end, numbered):
    """Gives CallbackList the method for an event, which calls that of each member."""
    name = f"on_{event}_{end}"

    def tell(self, *args):
        for member in self.callbacks:
            getattr(member, name)(*args)

    if numbered:

        def method(self, batch, logs=None):
            tell(self, batch, plain(logs))
    else:

        def method(self, logs=None):
            if end == "begin":
                self.open_ += 1
            tell(self, plain(logs))
            if end == "end":
                self.open_ -= 1
                if self.open_ < 0:
                    raise ValueError(f"{name}() was called without on_{event}_begin() before it.")

    method.__name__, method.__qualname__ = name, f"CallbackList.{name}"
    setattr(CallbackList, name, method)


for event, numbered in EVENTS.items():
    for end in ("begin", "end"):
        pass_on(event, end, numbered)
