"""Writes the expected side of constructor cases by running real Keras.

usage: cases.py [FILE.jsonl ...]    rewrites each file in place; without names all files below core/keras/testdata/cases

A line of a file needs `python`, an expression with keras and np imported, and may have `class`, `vary` and `input`, the shapes
and dtypes of the symbolic arguments of one call. Everything else on the line is written here, by Keras alone. To add a case, add a line
with these keys and run `make oracle`.
"""
import gc
import glob
import json
import os
import sys
import warnings

os.environ.setdefault("KERAS_BACKEND", "jax")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import keras  # noqa: E402
import numpy as np  # noqa: E402

KEEP = ("id", "class", "vary", "python", "input")


def plain(value):
    """The value as JSON data: tuples become lists, and what JSON does not know becomes a mark."""
    if isinstance(value, dict):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    return {"__py__": type(value).__name__}


def fresh():
    """Starts a naming session and sets Keras's global settings back to their defaults."""
    keras.backend.clear_session()
    keras.config.set_dtype_policy("float32")
    keras.config.set_image_data_format("channels_last")
    keras.config.set_floatx("float32")


def make(row):
    fresh()
    return eval(row["python"], {"keras": keras, "np": np, "numpy": np})


def symbols(spec):
    if isinstance(spec, list):
        return [symbols(s) for s in spec]
    if isinstance(spec, dict) and "shape" in spec:
        return keras.KerasTensor(tuple(spec["shape"]), dtype=spec["dtype"] or "float32")
    if isinstance(spec, dict):
        return {k: symbols(v) for k, v in spec.items()}
    return spec


def shapes(value):
    if isinstance(value, (list, tuple)):
        return [shapes(v) for v in value]
    if isinstance(value, dict):
        return {k: shapes(v) for k, v in value.items()}
    return {"shape": list(value.shape), "dtype": str(value.dtype)} if hasattr(value, "shape") else "?"


def attempt(function):
    try:
        return function()
    except Exception as error:
        return {"raises": type(error).__name__}


def configured(row):
    """The part of a row that a constructor gives without being called."""
    try:
        made = make(row)
    except Exception as error:
        return {"raises": type(error).__name__, "raises_at": "init"}
    try:
        config = made.get_config()
    except Exception as error:
        return {"raises": type(error).__name__, "raises_at": "get_config"}
    out = {"raises": None, "type": type(made).__name__, "config": plain(config)}
    if repr(config) != repr(out["config"]):
        out["config_repr"] = repr(config)
    serialized = attempt(lambda: plain(keras.saving.serialize_keras_object(made)))
    if serialized.get("config") == out["config"]:
        serialized["config"] = "=config"
    out["serialized"] = serialized
    again = attempt(lambda: plain(type(made).from_config(made.get_config()).get_config()))
    out["from_config"] = "same" if again == out["config"] else again
    return out


def called(row, out):
    """Adds what one symbolic call gives: output, weights, the built configuration."""
    try:
        made = make(row)
        result = made(*[symbols(s) for s in row["input"]])
    except Exception as error:
        out["call_raises"] = {"type": type(error).__name__}
        return
    out["output"] = shapes(result)
    out["weights"] = [[w.path, list(w.shape), str(w.dtype), bool(w.trainable)] for w in made.weights]
    out["params"] = made.count_params()
    built = plain(made.get_config())
    out["built_config"] = "=config" if built == out["config"] else built
    out["build_config_repr"] = repr(made.get_build_config())


def golden(row):
    out = {k: row[k] for k in KEEP if k in row}
    out.update(configured(row))
    if row.get("input") is not None and not out["raises"]:
        called(row, out)
    return out


def main(paths):
    warnings.simplefilter("ignore")
    gc.freeze()  # clear_session collects garbage, and need not look through all modules each time
    for path in paths:
        with open(path, encoding="utf-8") as file:
            rows = [json.loads(line) for line in file if line.strip()]
        with open(path, "w", encoding="utf-8") as file:
            for row in rows:
                file.write(json.dumps(golden(row), ensure_ascii=False) + "\n")
        print(f"{path}: {len(rows)} cases")


if __name__ == "__main__":
    main(sys.argv[1:] or sorted(glob.glob("core/keras/testdata/cases/*.jsonl")))
