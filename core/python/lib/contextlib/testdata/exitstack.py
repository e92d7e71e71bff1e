from contextlib import ExitStack, contextmanager, suppress
@contextmanager
def res(n, swallow=False):
    print("open", n)
    try:
        yield n
    except Exception as e:
        print("saw", repr(e), "in", n)
        if not swallow:
            raise
    finally:
        print("close", n)
with ExitStack() as stack:
    names = [stack.enter_context(res(i)) for i in range(3)]
    print(names)
try:
    with ExitStack() as stack:
        stack.enter_context(res("a"))
        stack.enter_context(res("b"))
        raise ValueError("x")
except ValueError as e:
    print("out", e)
with ExitStack() as stack:
    stack.enter_context(res("outer"))
    stack.enter_context(res("eater", swallow=True))
    raise KeyError("eaten")
print("after")
with ExitStack() as stack:
    f = stack.callback(print, "callback", "args", sep="-")
    print(f is print)
    @stack.callback
    def done():
        print("done")
    @stack.push
    def exit(t, e, tb):
        print("pushed", t, e, tb)
with ExitStack() as stack:
    stack.callback(lambda: print("first"))
    kept = stack.pop_all()
print("kept")
kept.close()
kept.close()
def bad():
    raise RuntimeError("from callback")
try:
    with ExitStack() as stack:
        stack.callback(bad)
        raise ValueError("body")
except RuntimeError as e:
    print(e, repr(e.__context__))
try:
    with ExitStack() as stack:
        stack.callback(bad)
        stack.push(lambda t, e, tb: print("inner sees", t))
except RuntimeError as e:
    print(e, e.__context__)
try:
    with ExitStack() as stack:
        stack.enter_context(5)
except TypeError as e:
    print(e)
with ExitStack() as stack:
    stack.enter_context(suppress(ZeroDivisionError))
    1/0
class CM:
    def __enter__(self): return "in"
    def __exit__(self, *a):
        print("exit", a[0])
with ExitStack() as stack:
    c = CM()
    print(stack.push(c) is c)
with ExitStack() as s1, ExitStack() as s2:
    s1.callback(print, 1); s2.callback(print, 2)
