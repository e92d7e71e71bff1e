def show(*args, **kwargs):
    print(args, kwargs)

def f(a, b=2, *rest, c, d=4, **kw):
    print(a, b, rest, c, d, kw)

f(1, c=3)
f(1, 5, c=3)
f(1, 5, 6, 7, c=3, d=8, e=9)
f(*[1, 2, 3], **{"c": 4, "z": 5})
f(c=1, a=2)

def g(a, /, b, *, c):
    print(a, b, c)

g(1, 2, c=3)
g(1, b=2, c=3)
show(*"ab", 1, *[2, 3], x=1, **{"y": 2})
show(*(), **{})

def try_call(fn, *args, **kwargs):
    try:
        fn(*args, **kwargs)
    except TypeError as e:
        print("TypeError:", e)

def none(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def opt(a, b=1): pass
def kwo(a, *, k): pass
def kwo2(a, *, k, m): pass
def pos(a, b, /, c): pass
def optkw(a, b=1, *, k=2): pass

try_call(none, 1)
try_call(none, 1, 2)
try_call(one)
try_call(one, 1, 2)
try_call(two)
try_call(two, 1)
try_call(three)
try_call(three, b=1)
try_call(opt)
try_call(opt, 1, 2, 3)
try_call(kwo, 1)
try_call(kwo2, 1)
try_call(kwo, 1, 2, k=3)
try_call(kwo, 1, 2, 3, k=3)
try_call(one, 1, a=2)
try_call(one, x=1)
try_call(one, 1, x=1)
try_call(pos, 1, b=2, c=3)
try_call(pos, a=1, b=2, c=3)
try_call(pos, 1, 2)
try_call(optkw, 1, 2, 3)
try_call(optkw, 1, 2, 3, k=1)
try_call(lambda x: x)
try_call(lambda x, y=1, *z: x)

class A:
    def __init__(self, units):
        self.units = units
    def method(self, x):
        return x
    @classmethod
    def make(cls, x): return cls(x)
    @staticmethod
    def static(x): return x

try_call(A)
try_call(A, 1, 2)
try_call(A, name=3)
try_call(A, 1, name=3)
try_call(A(1).method)
try_call(A(1).method, 1, 2)
try_call(A.make)
try_call(A.static, 1, 2)
try_call(A.method)
try:
    one(**{"a": 1}, **{"a": 2})
except TypeError as e:
    print(e)
try:
    one(*[1], **{"a": 2})
except TypeError as e:
    print(e)
try:
    one(**5)
except TypeError as e:
    print(e)
try:
    one(*5)
except TypeError as e:
    print(e)
try:
    A(1).method(*5)
except TypeError as e:
    print(e)
try:
    A(**5)
except TypeError as e:
    print(e)
try:
    one(**{1: 2})
except TypeError as e:
    print(e)
try:
    5()
except TypeError as e:
    print(e)
try:
    print(**5)
except TypeError as e:
    print(e)
