def f(x):
    return x / 0

def g(y):
    return f(y) + f(y + 1) * 2

g(3)
# ---
a = [1, 2, 3]
b = {'k': {'j': a}}
print(b['k']['j'][7] + 1)
# ---
class A:
    def method(self): return self.missing_attr
A().method()
# ---
def r(n): return r(n + 1)
r(0)
# ---
x = 1
y = (x + 'a') * 3
# ---
def f(a, b): pass
f(
    1,
    2,
    3,
)
# ---
x = lambda v: v.foo.bar
x(5)
# ---
assert 1 == 2, "message"
# ---
    
def g():
    yield 1
    raise KeyError('k')
for v in g():
    print(v)
# ---
s = 'héé'; t = s.index('z') + len(s) // 0
# ---
t = (1 +
     'a')
# ---
print([i / (i - 3) for i in range(5)])
# ---
class M(type):
    def __new__(m, n, b, d): raise TypeError('no class')
class X(metaclass=M):
    pass
# ---
a, b = 1, 2, 3
# ---
d = {}
d['a']['b'] = 3
# ---
def f(n):
    if n == 0:
        raise ValueError('bottom')
    f(n - 1)
f(10)
# ---
x = 5
x.append(3)
# ---
x = None
for i in range(3): x[i] += 1
# ---
def f(**kw): pass
f(1)
# ---
x = -'a' if True else 3
# ---
if True:
    raise (ValueError
           ("multi"))
# ---
x = 3
del x
x
# ---
def f():
    print(q)
    q = 1
f()
# ---
with 5 as x:
    pass
# ---
raise SystemError('日本') if (1 < 2) else 3
# ---
v = '日本' + 1 + 2
# ---
v = (1)+('a')
# ---
v = 2 ** 3 ** 'a' - 1
# ---
v = [1, 2][0] @ [3]
w = v
# ---
class A:
    @property
    def p(self):
        return self._q
print(A().p)
# ---
def f(x): return {
    'a': x,
    'b': x['q'],
}
f({})
# ---
x = "abc" % (1, 2)
# ---
def f(a): return (a)+(1)
f('x')
# ---
def f(a): return (a)*((a))
f('x')
# ---
def f(a): return a +(1, 2)
f(1)
# ---
def f(a): return a[0][1] ['k']  [2] + 1
f([[1, {'k': 5}]])
# ---
def f(a): return a.b.c(1, 2)[3].d
class X: pass
x = X(); x.b = X(); x.b.c = lambda *a: [1]
f(x)
# ---
class A:
    x = 1
    y = [z for z in range(x)] + undefinedd
# ---
x = not 5 + 'a'
# ---
x = 5 if 1 + 'a' else 2
# ---
x = f"{1/0}"
# ---
x = f'''
{1 + 'a'}
'''
# ---
	
def f():
	return 1/0
f()
# ---
@5
def f(): pass
# ---
def f(x=1/0): pass
# ---
x = [1,
     2,
     3][7]
# ---
x = {
  'a': 1}['b']
# ---
(lambda: 1/0)()
# ---
x = 1; x.y.z = 3
# ---
x = 1
x += 'a'
# ---
x = [1]; x[5] = 3
# ---
x = [1]; del x[5]
# ---
class A:
    def __init__(self): self.a = undefined_thing
    def __repr__(self): return 'A' + 5
A()
# ---
print(*5)
# ---
print(**5)
# ---
def f(a): pass
f(1, a=2)
# ---
x = {**5}
# ---
x = [*5]
# ---
for a, b in [(1, 2, 3)]: pass
# ---
a, *b = 5
# ---
def f():
    try:
        g()
    finally:
        print('done')
def g(): return 1 < 'a'
f()
# ---
def f():
    yield from g()
def g():
    yield 1
    raise ValueError('in g')
list(f())
# ---
sorted([1, 2], key=lambda v: v.nope)
# ---
x = max(len(5), 3) + 2
# ---
match 5:
    case int(x=y): pass
    case str() | (1/0).real: pass
# ---
x = "é" + 1 if True else 2
# ---
a = [1,2,3]; b = a[1:2, 3]
# ---
x = 5
assert x > 10, f"too small: {x}"
# ---
d = {"a": {"b": 1}}; print(d["a"]["c"]["d"])
