"""Writes public.txt: every public module of Keras with its names. Run with the released keras installed:
KERAS_BACKEND=jax python public_names.py > public.txt"""
import types

import keras

seen = {}


def walk(module):
    if module.__name__ in seen:
        return
    names = []
    seen[module.__name__] = names
    for name in sorted(vars(module)):
        value = getattr(module, name)
        if isinstance(value, types.ModuleType):
            if value.__name__ == module.__name__ + "." + name and name != "src" and not name.startswith("_"):
                walk(value)
        elif not name.startswith("_"):
            names.append(name)


walk(keras)
for module in sorted(seen):
    print(module, *seen[module])
