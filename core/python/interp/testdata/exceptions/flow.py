def f(n):
    try:
        if n == 0: return "return"
        if n == 1: raise ValueError("v")
        if n == 2: raise KeyError("k")
        if n == 3: 1 / 0
        result = "ok"
    except ValueError as e:
        return ("value", str(e))
    except (KeyError, IndexError) as e:
        return ("lookup", repr(e))
    else:
        return ("else", result)
    finally:
        print("finally", n)
for n in range(5):
    try:
        print(f(n))
    except ZeroDivisionError as e:
        print("outer", e)

def fin():
    try:
        return 1
    finally:
        return 2
print(fin())
def fin2():
    for i in range(3):
        try:
            continue
        finally:
            print("f", i)
    while True:
        try:
            break
        finally:
            print("broke")
    return "end"
print(fin2())
def swallow():
    for i in [1]:
        try:
            raise ValueError
        finally:
            break
    return "swallowed"
print(swallow())

try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("second")
except ValueError as e:
    print(repr(e.__context__), e.__cause__, e.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError as z:
        raise ValueError("second") from z
except ValueError as e:
    print(repr(e.__context__), repr(e.__cause__), e.__suppress_context__)
try:
    raise ValueError("x") from None
except ValueError as e:
    print(e.__cause__, e.__suppress_context__)
try:
    try:
        raise KeyError(1)
    except KeyError:
        raise
except KeyError as e:
    print("reraised", e, e.__context__)
try:
    raise
except RuntimeError as e:
    print(e)
for bad in (5, "x", None, int):
    try:
        raise bad
    except TypeError as e:
        print(e)
try:
    raise ValueError from 5
except TypeError as e:
    print(e)
try:
    try:
        1 / 0
    except 5:
        pass
except TypeError as e:
    print(e)
class My(Exception):
    def __init__(self, a, b=2):
        super().__init__(a, b)
        self.a = a
    def __str__(self):
        return f"My<{self.a}>"
try:
    raise My(1)
except My as e:
    print(e, repr(e), e.args, e.a)
class Bare(Exception): pass
try:
    raise Bare
except Bare as e:
    print(repr(e), e.args, str(e) == "")
try:
    assert 1 == 2
except AssertionError as e:
    print(repr(e))
try:
    assert 1 == 2, "message"
except AssertionError as e:
    print(repr(e))
assert True
try:
    [][0]
except LookupError as e:
    print(type(e).__name__, e)
try:
    {}["a"]
except KeyError as e:
    print(type(e).__name__, e, e.args)
try:
    int("x")
except ValueError as e:
    print(e)
try:
    None.x
except AttributeError as e:
    print(e, e.name, e.obj)
def nested():
    try:
        try:
            raise ValueError(1)
        finally:
            print("inner finally")
    except ValueError as e:
        try:
            raise TypeError(2)
        except TypeError as t:
            return repr(t.__context__), repr(t)
print(nested())
def fin_raise():
    try:
        raise ValueError("a")
    finally:
        raise TypeError("b")
try:
    fin_raise()
except TypeError as e:
    print(repr(e), repr(e.__context__))
e1 = ValueError("one")
try:
    try:
        raise e1
    except ValueError:
        raise KeyError("two")
except KeyError as e2:
    try:
        raise e1
    except ValueError as e3:
        print(repr(e3.__context__), repr(e3.__context__.__context__))
try:
    raise ExceptionGroup("g", [ValueError(1), TypeError(2), KeyError(3)])
except* ValueError as g:
    print("V", g.exceptions)
except* (TypeError, KeyError) as g:
    print("T", g.exceptions)
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), OSError(2)])
    except* ValueError:
        print("value")
except ExceptionGroup as g:
    print(repr(g))
try:
    raise ValueError("naked")
except* ValueError as g:
    print(repr(g))
import sys
try:
    1 / 0
except ZeroDivisionError:
    print(sys.exc_info()[0].__name__)
print(sys.exc_info())
raise SystemExit(3)
