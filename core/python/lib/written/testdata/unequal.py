"""What assertions of unittest say about unequal values."""
import unittest


class Odd:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __repr__(self):
        return "Odd(%d)" % self.n


class NoRepr:
    def __repr__(self):
        raise ValueError("no")

    def __eq__(self, other):
        return False


T = unittest.TestCase()
LONG = [{"name": "layer_%d" % i, "units": i * 64, "activation": "relu"} for i in range(12)]


def told(name, *args, case=T, **kwargs):
    try:
        getattr(case, name)(*args, **kwargs)
        print(name, "fine")
    except AssertionError as e:
        print(name, "says:", e)


told("assertEqual", [1, 2, 3], [1, 2, 4])
told("assertEqual", [1, 2, 3], [1, 2])
told("assertEqual", [1], [1, 2, 3], "lengths")
told("assertEqual", (1, "a", None), (1, "b", None))
told("assertEqual", (1,), [1])
told("assertEqual", {"a": 1, "b": [1, 2]}, {"a": 1, "b": [1, 3]})
told("assertEqual", {"a": 1}, {"b": 1}, msg="keys")
told("assertEqual", {1, 2, 3}, {2, 3, 4})
told("assertEqual", frozenset([1]), frozenset())
told("assertEqual", {1}, frozenset([2]))
told("assertEqual", "one\ntwo\nthree\n", "one\ntoo\nthree\n")
told("assertEqual", "one line", "one lime")
told("assertEqual", "a\n", "b")
told("assertEqual", "a", "b\nc")
told("assertEqual", "", "x")
told("assertEqual", 1, 2)
told("assertEqual", "1", 1)
told("assertEqual", b"abc", b"abd")
told("assertEqual", LONG, LONG[:-1])
told("assertEqual", LONG[:4], [dict(d, units=1) for d in LONG[:4]])
told("assertEqual", "x" * 100, "x" * 99 + "y")
told("assertEqual", "x" * 200 + "y" * 90, "x" * 200 + "z" * 95)
told("assertEqual", b"abc" * 60, b"abd" * 60)
told("assertEqual", list(range(40)), list(range(41)))
told("assertEqual", 10 ** 90, 10 ** 90 + 1)
told("assertEqual", NoRepr() is None, 3)
told("assertListEqual", [1], (1,))
told("assertListEqual", [1], [1])
told("assertTupleEqual", (1, 2), (2, 1))
told("assertDictEqual", {}, [])
told("assertDictEqual", 3, {})
told("assertSetEqual", {1}, [1])
told("assertSetEqual", [1], {1})
told("assertSetEqual", {1}, 5)
told("assertMultiLineEqual", "a", 3)
told("assertMultiLineEqual", "a\nb\n", "a\nc\nd\n")
told("assertSequenceEqual", [1, 2], (1, 2))
told("assertSequenceEqual", [1, 2], (1, 3))
told("assertSequenceEqual", 3, [1])
told("assertSequenceEqual", [1], None)
told("assertSequenceEqual", Odd(2), [1, 2])
told("assertSequenceEqual", [1, 2], Odd(2))
told("assertSequenceEqual", Odd(3), [])
told("assertSequenceEqual", "abc", "abd")
told("assertCountEqual", [1, 2, 2, 3], [2, 3, 4, 1])
told("assertCountEqual", [1, 2], (2, 1))
told("assertCountEqual", [[1], [2], [2]], [[2], [3]])
told("assertCountEqual", "hello", "world", "letters")
told("assertTrue", LONG)
told("assertIn", 99, LONG)


class Free(unittest.TestCase):
    maxDiff = None
    longMessage = False

    def runTest(self):
        pass


told("assertEqual", LONG, LONG[1:], case=Free())
told("assertEqual", [1], [2], "only this", case=Free())


def same_mod(a, b, msg=None):
    if a % 10 != b % 10:
        raise AssertionError("%d and %d differ modulo 10" % (a, b))


T.addTypeEqualityFunc(int, same_mod)
told("assertEqual", 13, 23)
told("assertEqual", 13, 24)
T.addTypeEqualityFunc(list, "assertCountEqual")
told("assertEqual", [1, 2], [2, 1])
