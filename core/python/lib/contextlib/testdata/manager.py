from contextlib import contextmanager, ContextDecorator, AbstractContextManager
@contextmanager
def tag(name):
    "Doc of tag."
    print("<%s>" % name)
    try:
        yield name.upper()
    finally:
        print("</%s>" % name)
with tag("b") as v:
    print(v)
print(tag.__name__, tag.__doc__, tag.__qualname__, tag.__module__, tag.__wrapped__.__name__)
try:
    with tag("i"):
        raise ValueError("inside")
except ValueError as e:
    print("out", e, e.__context__)
@contextmanager
def swallow():
    try:
        yield
    except ZeroDivisionError as e:
        print("swallowed", e)
with swallow():
    1 / 0
print("on")
try:
    with swallow():
        raise KeyError("k")
except KeyError as e:
    print("passed", e)
@contextmanager
def replace():
    try:
        yield
    except ValueError as e:
        raise TypeError("new") from e
try:
    with replace():
        raise ValueError("old")
except TypeError as e:
    print(e, repr(e.__cause__))
@contextmanager
def none():
    if False:
        yield
@contextmanager
def two():
    yield 1
    yield 2
@contextmanager
def two_after():
    try:
        yield 1
    except ValueError:
        yield 2
for f in none, two:
    try:
        with f():
            pass
    except RuntimeError as e:
        print(e)
try:
    with two_after():
        raise ValueError
except RuntimeError as e:
    print(e)
@tag("deco")
def work(a, b=2):
    "work doc"
    print("working", a, b)
    return a + b
print(work(1), work(1, b=5), work.__name__, work.__doc__)
class track(ContextDecorator):
    def __init__(self, name):
        self.name = name
    def __enter__(self):
        print("enter", self.name)
        return self
    def __exit__(self, *exc):
        print("exit", self.name, exc[0] and exc[0].__name__)
        return self.name == "quiet"
@track("loud")
def f(x):
    return x * 2
print(f(4))
@track("quiet")
def g():
    raise OSError("x")
print(g())
with track("as block") as t:
    print(t.name)
class Model:
    def __init__(self):
        self.training = False
    @contextmanager
    def train(self):
        self.training = True
        try:
            yield self
        finally:
            self.training = False
    @track("method")
    def m(self, y):
        return (self.training, y)
m = Model()
with m.train() as same:
    print(m.training, same is m, m.m(3))
print(m.training)
try:
    with swallow():
        raise StopIteration("stop")
except StopIteration as e:
    print("StopIteration", e)
@contextmanager
def stopper():
    yield
    raise StopIteration("inner")
try:
    with stopper():
        pass
except RuntimeError as e:
    print(e)
print(issubclass(track, AbstractContextManager), isinstance(m, AbstractContextManager))
class Own(AbstractContextManager):
    def __exit__(self, *a):
        print("own exit")
with Own() as o:
    print(type(o).__name__)
try:
    AbstractContextManager()
except TypeError as e:
    print(e)
def gen():
    with tag("gen"):
        yield 1
        yield 2
print(list(gen()))
@contextmanager
def nested():
    with tag("outer") as a, tag("inner") as b:
        yield a + b
with nested() as ab:
    print(ab)
try:
    with 5:
        pass
except TypeError as e:
    print(e)
class C:
    @classmethod
    @contextmanager
    def make(cls, n):
        yield cls.__name__, n
with C.make(3) as c:
    print(c)
import types, inspect
print(isinstance(tag, types.FunctionType), inspect.isfunction(tag), inspect.signature(tag), tag.__dict__.keys(), work.__annotations__, inspect.isfunction(work))
