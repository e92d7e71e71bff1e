def avg():
    total = n = 0
    r = None
    while True:
        try: x = yield r
        except ValueError as e: print("caught", e); r = "reset"; total = n = 0; continue
        except GeneratorExit: print("closing", n); raise
        total += x; n += 1; r = total / n
g = avg(); next(g); print(g.send(10), g.send(20), g.throw(ValueError("v")), g.send(3)); g.close(); g.close()
def inner():
    x = yield 1
    print("inner", x)
    try: yield 2
    except KeyError: print("ke"); yield 3
    return "done"
def outer():
    r = yield from inner()
    print("result", r); yield r
o = outer(); print(next(o), o.send("s"), o.throw(KeyError), next(o), list(o))
def ret(): return 5; yield
try: next(ret())
except StopIteration as e: print(e.value)
def leak(): raise StopIteration(1); yield
try: next(leak())
except RuntimeError as e: print(e, type(e.__cause__).__name__)
g = (x * x for x in range(3)); print(g.__name__, g.gi_running, list(g), g.gi_frame)
g = avg()
try: g.send(1)
except TypeError as e: print(e)
def ignore():
    while True:
        try: yield
        except GeneratorExit: pass
i = ignore(); next(i)
try: i.close()
except RuntimeError as e: print(e)
def rec():
    yield next(r)
r = rec()
try: next(r)
except ValueError as e: print(e)
def tree(n): 
    if n: yield from tree(n - 1); yield n; yield from tree(n - 1)
print(list(tree(3)))
i = 1
