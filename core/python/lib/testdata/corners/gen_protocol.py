def g():
    try:
        x = yield 1
        print("got", x)
        y = yield 2
        print("got", y)
    except ValueError as e:
        print("caught", e)
        yield "recovered"
    finally:
        print("finally")
    return "ret"
i = g(); print(next(i), i.send("a"))
print(i.throw(ValueError("boom")))
try: next(i)
except StopIteration as e: print("stop", e.value, e.args)
i = g(); next(i); i.close(); i.close()
try: next(i)
except StopIteration as e: print("stop", e.value)
i = g()
try: i.send(5)
except TypeError as e: print(e)
try: i.throw(KeyError, "k")
except KeyError as e: print("key", e)
def inner():
    try:
        r = yield "in1"
        print("inner got", r)
    except GeneratorExit:
        print("inner exit"); raise
    return 42
def outer():
    v = yield from inner()
    print("v", v)
    w = yield from [7, 8]
    print("w", w)
    return v + 1
o = outer(); print(next(o), o.send("S"), next(o))
try: next(o)
except StopIteration as e: print(e.value)
o = outer(); next(o); o.close()
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration("done")
        return self.n
    def send(self, v): print("sent", v); return "s%s" % v
    def throw(self, *a): print("thrown", a[0].__name__ if isinstance(a[0], type) else repr(a[0])); return "t"
    def close(self): print("closed")
def d():
    r = yield from It()
    print("r", r)
x = d(); print(next(x), x.send(9), x.throw(ValueError("q"))); x.close()
def bad():
    yield 1
    raise StopIteration("x")
try: list(bad())
except RuntimeError as e: print(e, repr(e.__cause__))
def ign():
    while True:
        try: yield 1
        except GeneratorExit: yield 2
z = ign(); next(z)
try: z.close()
except RuntimeError as e: print(e)
def rec(): yield next(me)
me = rec()
try: next(me)
except ValueError as e: print(e)
print([*(lambda: (yield))()] , list((yield_ for yield_ in "ab")))
gen = (a*b for a in range(3) for b in range(a))
print(gen.gi_running, list(gen), gen.gi_frame)
def early():
    for k in range(3):
        try: yield k
        finally: print("clean", k)
for k in early():
    if k == 1: break
del k
def th():
    try: yield 1
    except Exception as e:
        print(type(e), e.args, e.__context__)
        raise KeyError("new") from e
t = th(); next(t)
try: t.throw(ValueError)
except KeyError as e: print(repr(e.__cause__), e.__suppress_context__)
try: t.throw(5)
except TypeError as e: print(e)
try: (x for x in [1]).throw(ValueError(1), 2)
except TypeError as e: print(e)
