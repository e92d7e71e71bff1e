def leafs(g): return [f"{type(e).__name__}:{e}" if not isinstance(e, BaseExceptionGroup) else leafs(e) for e in g.exceptions]
eg = ExceptionGroup("top", [ValueError(1), TypeError("t"), ExceptionGroup("in", [KeyError("k"), ValueError(2)])])
try:
    try: raise eg
    except* ValueError as e: print("V", leafs(e), e.message)
    except* (KeyError, OSError) as e: print("K", leafs(e))
except ExceptionGroup as rest: print("rest", leafs(rest), repr(rest))
print(leafs(eg.subgroup(lambda e: isinstance(e, ValueError))), eg.subgroup(OSError), eg)
m, r = eg.split(TypeError); print(leafs(m), leafs(r))
try:
    try: raise KeyError("plain")
    except* KeyError as e: print(type(e).__name__, leafs(e)); raise ValueError("new")
except ExceptionGroup as e: print("out", leafs(e), e.message)
except ValueError as e: print("bare", e, type(e.__context__).__name__)
for bad in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [1]), lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup("x", [KeyboardInterrupt()])):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
print(type(BaseExceptionGroup("x", [ValueError()])).__name__, type(BaseExceptionGroup("x", [KeyboardInterrupt()])).__name__)
class MyG(ExceptionGroup):
    def derive(self, x): return MyG(self.message + "!", x)
m, r = MyG("m", [ValueError(), TypeError()]).split(ValueError); print(repr(m), repr(r))
e = ValueError("n"); e.add_note("one"); e.add_note("two"); print(e.__notes__)
def f():
    try: return "try"
    finally: print("fin")
print(f())
def g():
    for i in range(3):
        try:
            if i == 1: continue
            print(i)
        finally: print("f", i)
    else: print("else")
g()
