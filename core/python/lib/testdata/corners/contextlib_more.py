import contextlib, io
@contextlib.contextmanager
def tag(n):
    print("<%s>" % n)
    try: yield n.upper()
    except KeyError as e: print("swallowed", e)
    finally: print("</%s>" % n)
with tag("a") as a, tag("b") as b: print(a, b); {}[1]
with contextlib.suppress(ZeroDivisionError, TypeError): 1 / 0
with contextlib.ExitStack() as st:
    for n in "xy": st.enter_context(tag(n))
    st.callback(print, "cb", 1, sep="-")
    st.push(lambda *e: print(e[0] and e[0].__name__) or True)
    raise ValueError("v")
buf = io.StringIO()
with contextlib.redirect_stdout(buf): print("hidden")
print(repr(buf.getvalue()))
class C:
    def close(self): print("closed")
with contextlib.closing(C()) as c: pass
with contextlib.nullcontext(5) as n: print(n)
@tag("deco")
def f(): return 3
print(f(), f())
class D(contextlib.ContextDecorator):
    def __enter__(s): print("in"); return s
    def __exit__(s, *e): print("out", e[0]); return True
@D()
def g(): raise OSError
print(g())
@contextlib.contextmanager
def twice():
    yield 1
    yield 2
try:
    with twice(): pass
except RuntimeError as e: print(e)
@contextlib.contextmanager
def never():
    if 0: yield
try:
    with never(): pass
except RuntimeError as e: print(e)
with contextlib.ExitStack() as s:
    t = s.pop_all()
    t.callback(print, "later")
t.close()
