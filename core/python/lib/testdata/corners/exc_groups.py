def f():
    try:
        raise ExceptionGroup("eg", [ValueError(1), TypeError("t"), ExceptionGroup("in", [KeyError("k"), ValueError(2)])])
    except* ValueError as e:
        print("V", e.exceptions, repr(e))
    except* (TypeError, KeyError) as e:
        print("TK", e.exceptions)
    else: print("no")
    finally: print("fin")
f()
try:
    try: raise ExceptionGroup("a", [OSError(1), ValueError(2)])
    except* OSError: print("os")
except ExceptionGroup as e: print(e.message, e.exceptions, repr(e))
try:
    try: raise ValueError("plain")
    except* ValueError as e: print(type(e), e.exceptions)
except Exception as e: print("x", e)
try:
    try: raise ExceptionGroup("a", [ValueError(1)])
    except* ValueError: raise KeyError("new")
except BaseException as e: print(repr(e), repr(e.__context__))
try:
    try: raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
    except* ValueError: raise KeyError("new")
except BaseException as e: print(repr(e))
eg = ExceptionGroup("top", [ValueError(1), ExceptionGroup("sub", [TypeError(2), ValueError(3)])])
print(eg.split(ValueError)); print(eg.subgroup(lambda e: isinstance(e, TypeError))); print(eg.subgroup(KeyError)); print(eg.derive([KeyError(1)]))
print(str(eg), eg.args)
for bad in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup("x", [1]), lambda: ExceptionGroup("x", [KeyboardInterrupt()]), lambda: ExceptionGroup("x"), lambda: ExceptionGroup("x", 5)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
print(type(BaseExceptionGroup("x", [ValueError()])), type(BaseExceptionGroup("x", [KeyboardInterrupt()])))
e = ValueError("v"); e.add_note("n1"); e.add_note("n2"); print(e.__notes__)
try: e.add_note(1)
except TypeError as x: print(x)
class MyG(ExceptionGroup):
    def derive(self, excs): return MyG(self.message + "!", excs)
a, b = MyG("m", [ValueError(1), TypeError(2)]).split(ValueError); print(repr(a), repr(b))
