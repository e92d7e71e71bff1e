import traceback
def a():
    try: 1/0
    except ZeroDivisionError as e: raise ValueError("bad") from e
def b():
    try: {}["x"]
    except KeyError: raise TypeError("ctx")
def c():
    try: int("z")
    except ValueError: raise RuntimeError("hidden") from None
for f in (a, b, c):
    try: f()
    except Exception as e:
        print(repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
        print(traceback.format_exc())
def d():
    try: raise ValueError(1)
    finally: raise KeyError(2)
try: d()
except KeyError as e: print(repr(e.__context__))
def r():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: return "ret"
        finally: print("f", i)
print(r())
def s():
    try: return 1
    finally: return 2
print(s())
def n():
    try: raise ValueError
    except ValueError as e: pass
    try: print(e)
    except UnboundLocalError as x: print(x)
n()
try: raise 5
except TypeError as e: print(e)
try: raise int
except TypeError as e: print(e)
try: raise ValueError from 5
except TypeError as e: print(e)
try: raise
except RuntimeError as e: print(e)
class E(Exception):
    def __init__(self, a, b): self.a = a; super().__init__(a, b)
    def __str__(self): return f"E:{self.a}"
try: raise E(1, 2)
except E as e: print(e, repr(e), e.args)
try: raise E
except TypeError as e: print(e)
print(repr(Exception()), repr(Exception(1)), repr(Exception(1, 2)), str(Exception(1, 2)), str(KeyError("a")), str(OSError(2, "no", "f")), repr(OSError(2, "no", "f")), OSError(2, "x").errno)
print(type(OSError(2, "x")), type(OSError(13, "x")), isinstance(OSError(17, ""), FileExistsError))
try: assert 0, "msg"
except AssertionError as e: print(e.args)
try: assert (1, 2) == (1, 3), (1, 2)
except AssertionError as e: print(e.args)
def nested():
    try:
        try: raise ValueError("1")
        except ValueError: raise TypeError("2")
    except TypeError as e:
        try: raise KeyError("3") from e
        except KeyError as k: return k
k = nested(); print(repr(k.__cause__), repr(k.__cause__.__context__))
e = ValueError("w"); e2 = e.with_traceback(None); print(e2 is e, e.__traceback__)
try: raise e
except ValueError as x: print(x.__traceback__.tb_lineno, x.__traceback__.tb_frame.f_code.co_name)
print(StopIteration(5).value, SystemExit(3).code, ImportError("m", name="n", path="p").name, NameError("x", name="y").name, AttributeError("x", name="n", obj=1).obj, UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"), SyntaxError("m", ("f", 1, 2, "t")).lineno)
