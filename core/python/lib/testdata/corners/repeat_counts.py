# Counts that no size can be are refused, below zero as above.
import functools

for n in (2**64, -(2**64), -(2**378), True, -1, 0):
    for s in ("a", b"a", [1], (1,), bytearray(b"x")):
        for f in (lambda: s * n, lambda: n * s):
            try:
                print(type(s).__name__, f())
            except Exception as e:
                print(type(s).__name__, type(e).__name__, e)
try:
    print(functools.reduce(lambda a, b: a * b, ["a"], -(2**378)))
except OverflowError as e:
    print(e)
