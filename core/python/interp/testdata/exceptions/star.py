def show(e, depth=0):
    print("  " * depth + repr(e))
    if isinstance(e, BaseExceptionGroup):
        for x in e.exceptions: show(x, depth + 1)
def group(): return ExceptionGroup("eg", [ValueError(1), TypeError(2), ExceptionGroup("inner", [OSError(3), ValueError(4)])])
def attempt(f):
    try:
        f()
    except BaseException as e:
        show(e)
    else:
        print("handled")
def partly():
    try: raise group()
    except* ValueError as g: show(g)
def reraise():
    try: raise group()
    except* ValueError: raise
    except* OSError: pass
def other():
    try: raise group()
    except* ValueError: raise KeyError("new")
    except* TypeError: pass
def two():
    try: raise group()
    except* ValueError: raise KeyError("a")
    except* (TypeError, OSError): raise IndexError("b")
def naked():
    try: raise ValueError("alone")
    except* ValueError as g: show(g)
    else: print("no")
    finally: print("finally")
def not_a_class():
    try: raise ValueError
    except* 5: pass
def a_group():
    try: raise ValueError
    except* ExceptionGroup: pass
def nothing():
    try: pass
    except* ValueError: pass
    else: print("else")
for f in (partly, reraise, other, two, naked, not_a_class, a_group, nothing): attempt(f)
def cycle():
    try:
        raise ValueError(1)
    except ValueError as ex:
        ex.__context__ = ex
        raise TypeError(2)
try:
    cycle()
except TypeError as e:
    print(repr(e.__context__), e.__context__.__context__ is e.__context__)
