import inspect
import functools

# Above f.
# Two lines.
def f(a,
      b=1):
    """Doc."""
    # inside
    return a + b

def deco(fn):
    @functools.wraps(fn)
    def inner(*a):
        return fn(*a)
    return inner

@deco
@deco
def g(x):
    if x:
        return 1

    return 2
# trailing

class A:
    "A doc"
    x = 1

    def m(self):
        return self.x

    class Inner:
        def n(self): pass

@functools.total_ordering
class B:
    def __lt__(self, o): return False
    def __eq__(self, o): return True
lam = lambda x: x + 1
def outer():
    class Local:
        y = 2
    def nested():
        return 1
    return Local, nested
Local, nested = outer()
for o in [f, g, A, A.m, A().m, A.Inner, A.Inner.n, B, lam, Local, nested, f.__code__]:
    print(inspect.getsource(o), end="")
    print("---", inspect.getsourcelines(o)[1], len(inspect.getsourcelines(o)[0]))
print(repr(inspect.getcomments(f)), inspect.getcomments(A))
print(inspect.getsourcefile(f), inspect.getfile(A))
for o in [len, int, 5, "s"]:
    try:
        print(inspect.getsource(o))
    except (TypeError, OSError) as e:
        print(type(e).__name__, e)
def where():
    frame = inspect.currentframe(); return frame.f_lineno, frame.f_code.co_name, frame.f_back.f_code.co_name
print(where())
def level2():
    return [(i.function, i.lineno, i.filename, i.code_context, i.index) for i in inspect.stack()[:2]]
print(level2())
def caller_name():
    return inspect.stack()[1].function
def who():
    return caller_name()
print(who(), inspect.stack()[0][3])
try:
    f(1, "x")
except TypeError:
    print([(i.function, i.lineno) for i in inspect.trace()])
info = inspect.getframeinfo(inspect.currentframe())
print(info.filename, info.lineno, info.function, info.code_context, info.index)
print(inspect.getsource(g).count("\n"))
