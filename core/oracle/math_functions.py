"""Writes what CPython's module math returns for random arguments.

usage: math_functions.py > core/python/lib/math/testdata/functions.txt

Each line holds a function's name, its arguments and its result, as hexadecimal floats.
"""
import math
import random
import sys

WIDE = [lambda r: r.uniform(-10, 10), lambda r: r.uniform(-1, 1), lambda r: r.gauss(0, 100), lambda r: 10 ** r.uniform(-12, 12) * r.choice([1, -1])]
UNIT = [lambda r: r.uniform(-1, 1), lambda r: 10 ** r.uniform(-9, 0) * r.choice([1, -1]), lambda r: 1 - 10 ** r.uniform(-12, -1)]
POSITIVE = [lambda r: r.uniform(0, 10), lambda r: 10 ** r.uniform(-300, 300), lambda r: r.uniform(0.5, 2), lambda r: float(r.randint(1, 1000))]
EXPONENT = [lambda r: r.uniform(-10, 10), lambda r: r.uniform(-1, 1), lambda r: r.uniform(-600, 600)]
ABOVE_MINUS_ONE = [lambda r: r.uniform(-0.999, 10), lambda r: 10 ** r.uniform(-12, 12)]
ABOVE_ONE = [lambda r: 1 + r.uniform(0, 10), lambda r: 1 + 10 ** r.uniform(-12, 12)]
GAMMA = [lambda r: r.uniform(-10, 10), lambda r: r.uniform(-170, 170), lambda r: float(r.randint(1, 170))]
FUNCTIONS = {
    "sin": WIDE, "cos": WIDE, "tan": WIDE, "atan": WIDE, "asinh": WIDE, "asin": UNIT, "acos": UNIT, "atanh": UNIT, "exp": EXPONENT, "exp2": EXPONENT,
    "expm1": EXPONENT, "sinh": EXPONENT, "cosh": EXPONENT, "tanh": EXPONENT, "log": POSITIVE, "log2": POSITIVE, "log10": POSITIVE, "sqrt": POSITIVE,
    "log1p": ABOVE_MINUS_ONE, "acosh": ABOVE_ONE, "gamma": GAMMA, "lgamma": GAMMA,
}
PAIRS = {"hypot": (WIDE, WIDE), "atan2": (WIDE, WIDE), "pow": (POSITIVE, EXPONENT), "fmod": (WIDE, WIDE), "remainder": (WIDE, WIDE)}


def main():
    r = random.Random(31)
    jobs = [(name, (kinds,)) for name, kinds in FUNCTIONS.items()] + list(PAIRS.items())
    for name, kinds in jobs:
        done = 0
        while done < 200:
            args = [r.choice(k)(r) for k in kinds]
            try:
                result = getattr(math, name)(*args)
            except (ValueError, OverflowError):
                continue
            print(name, *(x.hex() for x in args), result.hex())
            done += 1


if __name__ == "__main__":
    if sys.version_info[:2] != (3, 11):
        raise SystemExit("the expected output is that of Python 3.11")
    main()
