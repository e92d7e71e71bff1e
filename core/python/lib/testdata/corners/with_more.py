class CM:
    def __init__(s, n, sup=False): s.n, s.sup = n, sup
    def __enter__(s): print("enter", s.n); return s
    def __exit__(s, t, v, tb): print("exit", s.n, t and t.__name__, v, tb is not None); return s.sup
with CM(1) as a, CM(2) as b: print(a.n, b.n)
with (CM(3), CM(4) as c): print(c.n)
with CM(5, True): raise ValueError("s")
try:
    with CM(6), CM(7): raise KeyError("k")
except KeyError as e: print("out", e)
class BadEnter:
    def __enter__(self): raise RuntimeError("enter")
    def __exit__(self, *a): print("never")
try:
    with CM(8), BadEnter(): pass
except RuntimeError as e: print(e)
class BadExit:
    def __enter__(self): return 1
    def __exit__(self, *a): raise TypeError("exit")
try:
    with BadExit(): raise ValueError("body")
except TypeError as e: print(e, repr(e.__context__))
for bad in (5, object()):
    try:
        with bad: pass
    except TypeError as e: print(e)
class NoExit:
    def __enter__(self): pass
try:
    with NoExit(): pass
except TypeError as e: print(e)
def f():
    with CM(9): return "r"
print(f())
for i in range(2):
    with CM(i):
        if i == 0: continue
        break
with CM(10) as (x): print(x.n)
d = {}
with CM(11) as d["k"]: print(d["k"].n)
import contextlib
with contextlib.suppress(ZeroDivisionError): 1/0
@contextlib.contextmanager
def m(v):
    print("in", v)
    try: yield v * 2
    except ValueError as e: print("handled", e)
    finally: print("out", v)
with m(4) as q: print(q); raise ValueError("z")
@m(3)
def deco(): print("body")
deco(); deco()
with contextlib.ExitStack() as st:
    for i in range(2): st.enter_context(CM("s%d" % i))
    st.callback(print, "cb", 1, sep="-")
    st.push(lambda *a: print("pushed", a[0]) or True)
    raise KeyError("stack")
with contextlib.closing(type("X", (), {"close": lambda s: print("closed")})()): pass
print(isinstance(CM(1), contextlib.AbstractContextManager))
import io
buf = io.StringIO()
with contextlib.redirect_stdout(buf): print("hidden")
print(repr(buf.getvalue()))
