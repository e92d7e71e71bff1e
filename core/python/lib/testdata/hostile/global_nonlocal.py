# global nonlocal
x = 1
def f():
    global x, newg
    x = 2; newg = 3
    def g():
        nonlocal_test = 1
        def h():
            nonlocal nonlocal_test
            nonlocal_test += 1
            return nonlocal_test
        return h
    return g()
h = f(); print(x, newg, h(), h())
def u():
    print(x1)
    x1 = 1
try: u()
except UnboundLocalError as e: print(e)
def v():
    def w(): return zz
    if 0: zz = 1
    return w()
try: v()
except NameError as e: print(type(e).__name__, e)
def dl():
    a = 1
    del a
    return a
try: dl()
except UnboundLocalError as e: print(e)
try: del undefined
except NameError as e: print(e)
class C:
    y = 1
    z = [y for _ in range(2)] if False else y
    def m(self): return y if 'y' in globals() else 'no y'
    try: l = [y for _ in range(1)]
    except NameError as e: print(e)
    l2 = [q for q in [y]]
print(C().m(), C.l2)
def counter():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
c = counter(); c(); print(c(), c.__closure__[0].cell_contents, c.__code__.co_freevars, counter.__code__.co_cellvars)
fs = [lambda: i for i in range(3)]
print([f() for f in fs], [f() for f in [lambda i=i: i for i in range(3)]])
