"""Writes what the functions of keras.ops compute on values, for the tests of core/keras/ops.

Each case is a Python expression that both sides evaluate after the same prelude. A family is a module _op_values_NAME.py beside this
script with a function cases() that yields expressions, and perhaps a text PRELUDE with definitions of its own; its cases are written
to core/keras/ops/testdata/values/NAME.jsonl.gz. The first line of a file holds the prelude, each other line [expression, result]:
a list of [dtype, shape, elements] for each tensor of the result in order, or the text of a result that holds no tensor, or
{"raises": type}.

Run with the interpreter that has Keras: KERAS_BACKEND=jax python op_values.py [FAMILY ...]
"""

import gzip
import importlib
import json
import math
import pathlib
import sys
import warnings

warnings.simplefilter("ignore")
HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parent / "keras" / "ops" / "testdata" / "values"

PRELUDE = '''import numpy as np
import keras
from keras import ops


def f(*shape, dtype="float32", k=7, scale=0.25, shift=0.0):
    n = 1
    for d in shape:
        n *= d
    v = ((np.arange(n) * k + 3) % 23 - 11) * scale + shift
    return v.reshape(shape).astype(dtype)


def i(*shape, dtype="int32", k=5, shift=0):
    n = 1
    for d in shape:
        n *= d
    v = (np.arange(n) * k + 3) % 17 - 8 + shift
    return v.reshape(shape).astype(dtype)


def b(*shape, k=3):
    n = 1
    for d in shape:
        n *= d
    return ((np.arange(n) * k) % 5 < 2).reshape(shape)


def t(x, dtype=None):
    return ops.convert_to_tensor(x, dtype=dtype)


nan, inf = float("nan"), float("inf")
special = np.array([nan, inf, -inf, 0.0, -0.0, 1.0, -1.5, 2.5, 1e30, -1e-30], "float32")
'''


def element(v):
    if isinstance(v, complex):
        return [element(v.real), element(v.imag)]
    if isinstance(v, float) and not math.isfinite(v):
        return "nan" if v != v else "inf" if v > 0 else "-inf"
    return v


def describe(value, keras, np):
    """The tensors of a result, or its text when there are none."""
    leaves = []
    for leaf in keras.tree.flatten(value):
        if keras.ops.is_tensor(leaf) or isinstance(leaf, (np.ndarray, np.generic)):
            leaves.append(leaf)
        elif leaf is not None:
            return repr(value)
    if not leaves:
        return repr(value)
    out = []
    for leaf in leaves:
        dtype = str(leaf.dtype)
        a = np.asarray(leaf)
        if a.dtype.kind not in "biufcU":
            a = a.astype("float32")
        out.append([dtype, list(a.shape), [element(v) for v in a.ravel().tolist()]])
    return out


def main():
    sys.path.insert(0, str(HERE))
    chosen = sys.argv[1:]
    families = chosen or sorted(p.stem.removeprefix("_op_values_") for p in HERE.glob("_op_values_*.py"))
    OUT.mkdir(parents=True, exist_ok=True)
    for family in families:
        module = importlib.import_module("_op_values_" + family)
        prelude = PRELUDE + getattr(module, "PRELUDE", "")
        space = {}
        exec(prelude, space)
        lines, seen = [json.dumps({"prelude": prelude})], set()
        for case in module.cases():
            if case in seen:
                continue
            seen.add(case)
            compile(case, case, "eval")
            try:
                result = describe(eval(case, space), space["keras"], space["np"])
            except Exception as e:
                result = {"raises": type(e).__name__}
                print(family, case, type(e).__name__, str(e)[:100].replace("\n", " "), file=sys.stderr)
            lines.append(json.dumps([case, result]))
        with gzip.GzipFile(OUT / (family + ".jsonl.gz"), "wb", mtime=0) as f:
            f.write(("\n".join(lines) + "\n").encode())
        print(family, len(lines) - 1, "cases")


if __name__ == "__main__":
    main()
