import operator as op

for name in "add sub mul truediv floordiv mod pow lshift rshift and_ or_ xor eq ne lt le gt ge is_ is_not contains concat countOf indexOf getitem matmul".split():
    for args in [(7, 2), ([1, 2, 2], [2]), ([1, 2, 2], 2), ("ab", "b")]:
        try:
            print(name, args, getattr(op, name)(*args))
        except Exception as e:
            print(name, args, type(e).__name__, e)
for name in "neg pos abs inv invert not_ truth index length_hint".split():
    for v in [5, -2, 0, True, [1], 2.5]:
        try:
            print(name, v, getattr(op, name)(v))
        except Exception as e:
            print(name, v, type(e).__name__, e)
d = {"a": 1}
op.setitem(d, "b", 2)
op.delitem(d, "a")
print(d, op.iadd([1], [2]), op.isub(5, 3), op.imul(2, 3), op.iand(6, 3), op.ior({1}, {2}), op.ixor(5, 1), op.itruediv(1, 2), op.ifloordiv(7, 2), op.imod(7, 2), op.ipow(2, 3), op.ilshift(1, 3), op.irshift(8, 1), op.iconcat([1], [2]))
g = op.itemgetter(1)
print(g([1, 2, 3]), g, op.itemgetter(0, 2)("abc"), op.itemgetter("x")({"x": 5}), op.itemgetter(slice(1, 3))([1, 2, 3, 4]), op.itemgetter(1, "k"))


class P:
    def __init__(self, x):
        self.x = x
        self.real = self

    def scale(self, n, *, plus=0):
        return self.x * n + plus


p = P(3)
print(op.attrgetter("x")(p), op.attrgetter("x", "real.x")(p), op.attrgetter("real.real.x")(p), op.attrgetter("a.b", "c"), op.methodcaller("scale", 2)(p), op.methodcaller("scale", 2, plus=1)(p), op.methodcaller("upper")("ab"), op.methodcaller("scale", 2, plus=1))
print(sorted([(1, "b"), (0, "c")], key=op.itemgetter(1)), list(map(op.add, [1, 2], [3, 4])), op.__add__(1, 2), op.__contains__([1], 1), op.call(len, [1, 2]))
for f in [lambda: op.itemgetter(), lambda: op.attrgetter(), lambda: op.attrgetter(5), lambda: op.methodcaller(), lambda: op.attrgetter("y")(p), lambda: op.itemgetter(9)([1]), lambda: op.add(1), lambda: op.add(1, 2, 3), lambda: op.indexOf([1], 2), lambda: op.index(1.5), lambda: op.methodcaller("nope")(p), lambda: op.length_hint([], "a")]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
