print(7 // 2, -7 // 2, 7 % 3, -7 % 3, 7 % -3, 2 ** 10, 2 ** -1, 7 / 2, 1e3, 0x1F, 0b11, 0o17, 1_000)
print(2 ** 100, 2 ** 63 - 1 + 1, -(2 ** 63), 9223372036854775807 + 1, 9223372036854775807 * 2, -9223372036854775808 - 1)
print(3000000000 * 3000000000, 4611686018427387904 * 2, -4611686018427387904 * 2, 3037000500 * 3037000500)
print(1 << 70, 1 << 31, 1 << 62, 1 << 63, -1 >> 1, 5 & 3, 5 | 3, 5 ^ 3, ~5, -5 >> 70)
print(1.5 + 2, 2 * 1.5, 1.5 // 1, 5.5 % 2, -5.5 % 2, 1 / 3, 10 / 5)
print("a" + "b", "ab" * 3, [1] + [2], [0] * 3, (1,) + (2,), 3 * "x")
print(True + True, True & False, True | 1, -True, not True)
for expr in (lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1 + "a", lambda: "a" + 1, lambda: [] + 1,
             lambda: -"a", lambda: ~1.5, lambda: 1 < "a", lambda: [] < 1, lambda: 1 << -1, lambda: {} + {}, lambda: None + 1,
             lambda: 1 @ 2, lambda: "a" * "b", lambda: 1 in 5, lambda: 1 in "abc", lambda: 5[0], lambda: (1).x, lambda: len(5),
             lambda: [1][1.5], lambda: [1][5], lambda: (1,)[3], lambda: "abc"[9], lambda: {}[1], lambda: "abc"["a"], lambda: 2.0 ** 10000,
             lambda: {1: 2}[[]], lambda: 0 ** -1, lambda: int("zz"), lambda: float("q"), lambda: [].pop(), lambda: {1}.x, lambda: None()):
    try:
        print(expr())
    except Exception as e:
        print(type(e).__name__, e)
def aug():
    for op in ("+", "-"):
        pass
    x = 1
    try:
        x += "a"
    except TypeError as e:
        print(e)
    y = None
    try:
        y -= 1
    except TypeError as e:
        print(e)
    z = []
    try:
        z[0] += 1
    except IndexError as e:
        print(e)
    try:
        z.attr += 1
    except AttributeError as e:
        print(e)
    t = ([1],)
    try:
        t[0] += [2]
    except TypeError as e:
        print(e, t)
    try:
        t[0] = 1
    except TypeError as e:
        print(e)
    try:
        del t[0]
    except TypeError as e:
        print(e)
aug()
class R:
    def __radd__(self, o): return ("radd", o)
    def __rmul__(self, o): return ("rmul", o)
    def __neg__(self): return "neg"
    def __matmul__(self, o): return ("mat", o)
    def __lt__(self, o): return "lt"
    def __contains__(self, o): return "truthy"
    def __getitem__(self, k): return k
print(1 + R(), 2 * R(), -R(), R() @ 3, R() < 1, 5 in R(), 1 > R())
r = R()
print(r[1], r[1:2], r[1, 2], r[..., None], r[1:2, ::3], r[:])
print(1 == 1.0, 1 is not None, "a" < "b", [1, 2] < [1, 3], (1,) == (1,), {1: 2} == {1: 2}, 1 != "1", [] == ())
print(0.1 + 0.2, 1e16 + 1, float("inf") > 10 ** 400 if False else "skip", -0.0, 5 // 0.5, 2 ** 0.5)
print(hash(1) == hash(1.0), abs(-5) if True else 0, divmod(7, 2) if True else 0, round(2.5), pow(2, 5, 7))
x = 10
x -= 3; x *= 2; x /= 4; x //= 1; x **= 2; x %= 5
print(x)
print((lambda *a: a)(*[1, 2], 3), 1 if [] else 2, [1, 2, 3][-1], "abc"[::-1], "abc"[1:], (1, 2, 3)[:2])
