def f(x):
    global x
# ---
def f(x):
    nonlocal x
# ---
def f():
    print(x)
    global x
# ---
def f():
    x = 1
    global x
# ---
def f():
    nonlocal y
# ---
def f():
    def g():
        nonlocal zz
        zz = 1
# ---
nonlocal x
# ---
x = 1
global x
# ---
print(x)
global x
# ---
def f():
    x: int
    global x
# ---
def f():
    global x
    x: int = 1
# ---
def f():
    v = 1
    def g():
        global v
        nonlocal v
# ---
def f():
    v = 1
    def g():
        v = 2
        nonlocal v
# ---
def f():
    from math import *
# ---
class A:
    from math import *
# ---
[(yield) for x in y]
# ---
def f():
    return [(yield x) for x in y]
# ---
def f():
    return ((yield x) for x in y)
# ---
[x := 1 for x in y]
# ---
[x for x in (y := z)]
# ---
class A:
    b = [c := 1 for d in e]
# ---
[[(j := 0) for i in range(5)] for j in range(5)]
# ---
[i for i in range(5) if (j := 0) for j in range(5)]
# ---
def f():
    def g():
        nonlocal v
    v = 1
# ---
class A:
    def m(self):
        nonlocal q
# ---
def f():
    q = 1
    class A:
        nonlocal q
        q = 2
# ---
yield 1
# ---
class A:
    yield 1
# ---
def f():
    for x in y:
        global x
# ---
def f():
    import x
    nonlocal x
# ---
lambda: (yield)
# ---
def f():
    try: pass
    except E as x: pass
    global x
