"""Writes core/assist/testdata/reference.jsonl: the public classes of Keras with their names and constructors, and the names that
stand for activations, initializers, regularizers and constraints.

    KERAS_BACKEND=jax python core/oracle/reference.py
"""

import inspect
import json
import os
import sys

import keras

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "assist", "testdata", "reference.jsonl")


def public(cls):
    names = getattr(cls, "_api_export_path", None)
    if not names:
        return []
    return [names] if isinstance(names, str) else list(names)


def parameters(cls):
    out = []
    for p in list(inspect.signature(cls.__init__).parameters.values())[1:]:
        if p.kind in (p.VAR_POSITIONAL, p.VAR_KEYWORD):
            continue
        default = None if p.default is p.empty else repr(p.default)
        out.append([p.name, default, p.kind == p.KEYWORD_ONLY])
    return out


def walk(module, seen):
    for name in dir(module):
        if name.startswith("_"):
            continue
        value = getattr(module, name)
        if inspect.isclass(value) and value.__module__.startswith("keras.src") and public(value):
            seen.setdefault(public(value)[0], value)
        elif inspect.ismodule(value) and value.__name__.startswith("keras.") and "legacy" not in name and value.__name__ not in walked:
            walked.add(value.__name__)
            walk(value, seen)


walked = set()


def main():
    seen = {}
    walk(keras, seen)
    with open(OUT, "w") as out:
        for name in sorted(seen):
            cls = seen[name]
            out.write(json.dumps({"name": name, "aliases": public(cls)[1:], "parameters": parameters(cls)}) + "\n")
        for form, module in [("activation", keras.activations), ("initializer", keras.initializers), ("regularizer", keras.regularizers),
                             ("constraint", keras.constraints)]:
            names = []
            for candidate in sorted(vars(sys.modules["keras.src." + form + "s"])["ALL_OBJECTS_DICT"]):
                try:
                    module.get(candidate)
                except Exception:
                    continue
                names.append(candidate)
            out.write(json.dumps({"form": form, "values": names}) + "\n")


main()
