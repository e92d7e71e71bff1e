"""Describes public names of Keras: the kind, the own name, and the signature. core/oracle/catalogue.py runs it with real Keras, and
TestCatalogue with the engine."""
import inspect
import json

import keras


def parameter(p):
    if p.default is inspect.Parameter.empty:
        default = ""
    elif callable(p.default):
        default = "=" + p.default.__name__
    else:
        default = "=" + repr(p.default)
    mark = {"VAR_POSITIONAL": "*", "VAR_KEYWORD": "**", "KEYWORD_ONLY": "/k ", "POSITIONAL_ONLY": "/p "}.get(p.kind.name, "")
    return mark + p.name + default


def signature(value):
    try:
        return ", ".join([parameter(p) for p in inspect.signature(value).parameters.values()])
    except (TypeError, ValueError) as error:
        return type(error).__name__


def describe(name):
    value = keras
    try:
        for part in name.split(".")[1:]:
            value = getattr(value, part)
    except NotImplementedError:
        return [name, "refused"]
    except AttributeError:
        return [name, "missing"]
    if isinstance(value, type):
        return [name, "class", value.__name__, value.__module__, signature(value)]
    return [name, "function", getattr(value, "__name__", ""), getattr(value, "__module__", ""), signature(value)]


def describe_all(names):
    for name in names:
        print(json.dumps(describe(name)))
