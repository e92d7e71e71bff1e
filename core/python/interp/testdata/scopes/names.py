x = "global"
def f():
    x = "f"
    def g():
        return x
    def h():
        global x
        x = "changed"
        return x
    return g(), h(), x
print(f(), x)

def unbound():
    print(y)
    y = 1
try:
    unbound()
except UnboundLocalError as e:
    print(type(e).__name__, e)
try:
    undefined_name
except NameError as e:
    print(type(e).__name__, e, e.name)
def free():
    def inner():
        return z
    try:
        inner()
    except NameError as e:
        print(type(e).__name__, e)
    z = 1
    return inner()
print(free())

class C:
    x = "class"
    y = x
    l = [x for x in range(3)]
    def m(self):
        return x
    names = [x for _ in range(2)]
    print(x, y, l)
print(C().m(), C.names)

def outer():
    v = 1
    class D:
        w = v
        v = 2
        def get(self):
            return v
    return D.w, D.v, D().get()
try:
    print(outer())
except NameError as e:
    print(e)

def outer2():
    v = 1
    class D:
        w = v
        def get(self):
            return v
    return D.w, D().get()
print(outer2())

def deleting():
    a = 1
    del a
    try:
        return a
    except UnboundLocalError as e:
        return str(e)
print(deleting())
def del_cell():
    a = 1
    def g(): return a
    del a
    try:
        return g()
    except NameError as e:
        return str(e)
print(del_cell())
del x
try:
    x
except NameError as e:
    print(e)
try:
    del x
except NameError as e:
    print(e)

def walrus():
    total = [last := i for i in range(4)]
    return last, total
print(walrus())
if (n := 10) > 5:
    print(n)
print([y for x in range(5) if (y := x * 2) > 3], y)
print(any((hit := v) > 2 for v in range(5)), hit)

def nested():
    a = 1
    def two():
        def three():
            nonlocal a
            a += 1
            return a
        return three
    t = two()
    return t(), t(), a
print(nested())

class P:
    __secret = 1
    def __hidden(self): return self.__secret
    def reveal(self): return self.__hidden()
    def put(self): self.__v = 3; return self.__dict__
print(P().reveal(), P().put(), [n for n in P.__dict__ if "ecret" in n or "idden" in n])

def loc(a, b=2):
    c = a + b
    return locals()
print(loc(1))
def loc2():
    q = 1
    def i(): return q
    return locals().keys() - {"i"}
print(loc2())
g1 = [lambda: k for k in range(2)]
print([t() for t in g1])
def comp_cells():
    return [[(lambda: (i, j)) for j in range(2)] for i in range(2)]
print([[f() for f in row] for row in comp_cells()])
for i in range(3): pass
print(i)
def gl():
    global fresh
    fresh = 5
gl()
print(fresh)
def shadow(len): return len
print(shadow(3))
def exc_name():
    try:
        1 / 0
    except ZeroDivisionError as e:
        pass
    try:
        return e
    except UnboundLocalError as u:
        return str(u)
print(exc_name())
