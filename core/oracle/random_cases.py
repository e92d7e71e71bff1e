"""Draws random constructor calls of all classes of Keras, and has real Keras say what they make.

usage: random_cases.py                              rewrites core/keras/testdata/random.jsonl.gz, the cases that are kept (KEPT)
       random_cases.py --seed N --count N FILE      more cases, to look for differences

A case depends on the seed and its number alone. Values come from _case_values.py: most are what people write, some are odd, some are wrong. What a case shows
is told by core/keras/testdata/probe.py, which the engine runs too. A line is [class, expression, inputs, answer].
"""
import argparse
import gc
import gzip
import inspect
import json
import os
import random
import sys
import warnings

os.environ.setdefault("KERAS_BACKEND", "jax")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import keras  # noqa: E402
import numpy as np  # noqa: E402

import _case_values as pools  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
TESTDATA = os.path.join(HERE, "../keras/testdata")
MODULES = ("layers", "initializers", "regularizers", "constraints", "losses", "metrics", "optimizers", "optimizers.schedules", "dtype_policies", "quantizers")
APART = {"keras.layers.TFSMLayer", "keras.layers.TorchModuleWrapper", "keras.layers.FlaxLayer", "keras.layers.JaxLayer"}  # they wrap what other frameworks make
KEPT = ((1, 1000), (2, 1700), (3, 1000))  # seeds, and how many cases of each
HABITS = ("input_shape", "batch_input_shape", "input_dim", "weights", "foo", "batch_size", "activity_regularizer", "autocast", "trainable", "dtype", "name")


class Drawn:
    """A class that is drawn, with the arguments that its constructors take by name."""

    def __init__(self, public, cls):
        self.public, self.name = public, public.rsplit(".", 1)[-1]
        self.required, self.optional, self.layer = {}, {}, issubclass(cls, keras.layers.Layer)
        for base in cls.__mro__:
            if "__init__" not in base.__dict__:
                continue
            more = False
            for p in list(inspect.signature(base.__init__).parameters.values())[1:]:
                if p.kind is p.VAR_KEYWORD:
                    more = True
                elif p.kind is not p.VAR_POSITIONAL and p.name not in self.required and base is not object:
                    (self.required if p.default is p.empty and base is cls else self.optional).setdefault(p.name, p.default)
            if not more:
                break


def classes():
    """Every public class once, under its first name."""
    seen, found = set(), []
    for module in MODULES:
        holder = keras
        for part in module.split("."):
            holder = getattr(holder, part)
        for name in sorted(dir(holder)):
            cls = getattr(holder, name)
            public = f"keras.{module}.{name}"
            if inspect.isclass(cls) and cls not in seen and public not in APART:
                seen.add(cls)
                found.append(Drawn(public, cls))
    return found


def value(r, drawn, argument, default, calm):
    right, odd, wrong = pools.pool(drawn.name, argument, default)
    x = r.random()
    if x < (0.95 if calm else 0.62):
        return r.choice(right)
    if x < (1.0 if calm else 0.84):
        return r.choice(odd)
    return r.choice(wrong) if x < 0.97 else r.choice(pools.ANYTHING)


def draw(seed, number, known):
    """The class, expression and inputs of a case."""
    r = random.Random(f"{seed}/{number}")
    drawn = known[number % len(known)]
    calm = r.random() < 0.3  # a case with many arguments, all of them right, reaches what one wrong value would hide
    given = {a: value(r, drawn, a, d, calm) for a, d in drawn.required.items()}
    if drawn.required and r.random() < 0.02:
        given.pop(r.choice(sorted(given)))
    names = sorted(set(drawn.optional) - set(HABITS))
    chosen = r.sample(names, min(len(names), r.choice([0, 1, 1, 2, 2, 3, 4, 6])))
    if r.random() < 0.35:
        chosen.append(r.choice(HABITS))
    for a in chosen:
        if a in drawn.optional or a in HABITS:
            given[a] = value(r, drawn, a, drawn.optional.get(a), calm)
    expression = f"{drawn.public}({', '.join(f'{a}={v}' for a, v in given.items())})"
    inputs = pools.inputs(drawn.name) if drawn.layer else []
    return drawn.public, expression, r.choice(inputs) if inputs else None


def probe(expression, inputs, space):
    return space["probe"](lambda: eval(expression, {"keras": keras, "np": np}), inputs)


def left_out(expression, answer):
    """Cases that are not to be compared: what needs TensorFlow, what ends as bytecode, seeds that were drawn, sizes that are numpy's floats, and
    shapes that hold no plain numbers."""
    return (answer.get("raises") == "ImportError" or "lambda" in expression and ("Lambda(" in expression or "!OSError" in answer.values())
            or "RandomCrop(" in expression and ("seed=" not in expression or "seed=None" in expression)
            or "units=np.float32" in expression or any(mark in answer.get("shape", "") for mark in (".", "Array", "'", "[[", " [", " (", "-")))


def write(path, cases):
    with open(os.path.join(TESTDATA, "probe.py"), encoding="utf-8") as file:
        space = {}
        exec(compile(file.read(), "probe.py", "exec"), space)
    with gzip.GzipFile(path, "wb", 9, mtime=0) as file:
        for cls, expression, inputs in cases:
            answer = probe(expression, inputs, space)
            if left_out(expression, answer):
                continue
            file.write(json.dumps([cls, expression, inputs, answer], ensure_ascii=False).encode() + b"\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("file", nargs="?", default=os.path.join(TESTDATA, "random.jsonl.gz"))
    a = parser.parse_args()
    warnings.simplefilter("ignore")
    known = classes()
    gc.freeze()  # clear_session collects garbage, and need not look through all modules each time
    write(a.file, [draw(seed, n, known) for seed, count in (KEPT if a.seed is None else [(a.seed, a.count)]) for n in range(count)])


if __name__ == "__main__":
    main()
