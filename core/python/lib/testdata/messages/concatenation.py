class X:
    def __radd__(self, o): return "radd"
    def __rmul__(self, o): return "rmul"
class L(list): pass
class S(str): pass
B = bytes
class T(tuple): pass
for v in (L(), S(), B(), T(), [], "", b"", (), bytearray()):
    print(v + X(), v * X())
    for f in (lambda: v + 1, lambda: v * None, lambda: v.__add__(2.5), lambda: v.__mul__("a"), lambda: v.__rmul__("a")):
        try: print(f())
        except TypeError as e: print(e)
    v2 = v
    try: v2 += 3
    except TypeError as e: print(e)
