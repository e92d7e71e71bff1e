from collections import Counter
print(Counter({1: 'x', 2: 'y'}), Counter({1: 2}, a=3), Counter("aab"), Counter(a=1, b=2))
c = Counter("ab"); c.update({"a": 5}); print(c); c.update("a", b=2); print(c)
for f in [lambda: Counter("a").update({"a": "x"}), lambda: Counter({"a": 1}, a="x"), lambda: Counter(a="x"), lambda: Counter("aa", a="x"), lambda: Counter().subtract({"a": "x"})]:
    try: print(f())
    except TypeError as e: print("TypeError", e)
print(Counter({"a": None}), Counter([1, 1, 2], x=3))
for b in [bytearray(b"a'b"), bytearray(b'a"b'), bytearray(b"'\""), b"a'b", b'a"b', b"'\"", bytearray(b"\\'")]: print(repr(b))
