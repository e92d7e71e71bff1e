"""Pickles are bytes that run code when they are read. There are none here; the module can be imported, and what would write or read one says
what to do instead."""
__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load", "loads"]

HIGHEST_PROTOCOL, DEFAULT_PROTOCOL = 5, 4


class PickleError(Exception):
    """Something is wrong with a pickle."""

    __module__ = "_pickle"


class PicklingError(PickleError):
    """An object has no pickle."""

    __module__ = "_pickle"


class UnpicklingError(PickleError):
    """Bytes are no pickle."""

    __module__ = "_pickle"


def _refused(name, instead):
    def refuse(*args, **kwargs):
        raise NotImplementedError("pickle.%s is not there: a pickle holds code that runs when it is read, and nothing here could read one from "
                                  "elsewhere. %s" % (name, instead))

    refuse.__name__ = refuse.__qualname__ = name
    return refuse


_write = "Use json.dumps for plain data, model.save or keras.saving.serialize_keras_object for Keras objects, copy.deepcopy for a copy."
_read = "Use json.loads for plain data, keras.models.load_model or keras.saving.deserialize_keras_object for Keras objects."
dump, dumps, Pickler = _refused("dump", _write), _refused("dumps", _write), _refused("Pickler", _write)
load, loads, Unpickler = _refused("load", _read), _refused("loads", _read), _refused("Unpickler", _read)
