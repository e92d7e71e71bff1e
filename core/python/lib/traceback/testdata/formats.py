import traceback, sys, io
sys.stderr = sys.stdout
def inner(x):
    return 1 / x
def outer(x):
    return inner(x) + 1
try:
    outer(0)
except ZeroDivisionError as e:
    print(traceback.format_exc(), end="")
    traceback.print_exc()
    traceback.print_exception(e)
    traceback.print_exception(type(e), e, e.__traceback__)
    print(traceback.format_exception(e))
    print(traceback.format_exception_only(e), traceback.format_exception_only(type(e), e))
    print(traceback.format_tb(e.__traceback__))
    traceback.print_tb(e.__traceback__, limit=1)
    print(traceback.format_exc(limit=1)); print(traceback.format_exc(limit=-1)); print(traceback.format_exc(0))
    for f in traceback.extract_tb(e.__traceback__):
        print(f, f.filename, f.lineno, f.name, f.line, tuple(f), f[2], len(f), f.colno, f.end_colno, f.end_lineno)
    tb = traceback.extract_tb(sys.exc_info()[2])
    print(tb[-1].lineno, tb[-1].name, len(tb), type(tb).__name__, isinstance(tb, list))
    print(traceback.format_list(tb), tb.format() == traceback.format_list(tb))
    out = io.StringIO(); traceback.print_exc(file=out); print(len(out.getvalue().splitlines()))
    print([(l) for f, l in traceback.walk_tb(e.__traceback__)])
    kept = e
print(traceback.format_exc(), end="")
print("".join(traceback.format_exception(None, kept, kept.__traceback__)), end="")
print("".join(traceback.format_exception(kept, chain=False)), end="")
def chain():
    try:
        inner(0)
    except ZeroDivisionError as e:
        raise ValueError("wrapped") from e
def context():
    try:
        inner(0)
    except ZeroDivisionError:
        {}["x"]
def none():
    try:
        inner(0)
    except ZeroDivisionError:
        raise ValueError("hidden") from None
for f in chain, context, none:
    try:
        f()
    except Exception as e:
        print(traceback.format_exc())
        print(len(traceback.format_exception(e)), len(traceback.format_exception(e, chain=False)))
        te = traceback.TracebackException.from_exception(e)
        print(te, te.exc_type, list(te.format_exception_only()), "".join(te.format()) == traceback.format_exc(), len(te.stack), te.__cause__ is None, te.__context__ is None)
def rec(n):
    if n: return rec(n - 1)
    raise RuntimeError("deep")
try:
    rec(10)
except RuntimeError:
    print(traceback.format_exc())
class E(Exception):
    def __str__(self): return "custom\nlines"
try:
    raise E
except E as e:
    e.add_note("a note")
    print(traceback.format_exc())
    print(traceback.format_exception_only(e))
def where():
    print(traceback.format_stack()[-1])
    s = traceback.extract_stack()
    print(s[-1].name, s[-1].line, s[-2].name)
    traceback.print_stack(limit=1)
    return traceback.extract_stack(limit=2)
print(where())
print(traceback.format_list([("f.py", 3, "fn", "x = 1"), ("g.py", 4, "gn", None)]))
fs = traceback.FrameSummary("a.py", 1, "n", line="text"); print(fs, fs == ("a.py", 1, "n", "text"), list(fs))
try:
    compile("x = = 1\n", "f.py", "exec")
except SyntaxError as e:
    print(traceback.format_exception_only(e))
try:
    raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
except ExceptionGroup as e:
    print(traceback.format_exc())
traceback.print_exception(ValueError("no tb"))
print(traceback.format_exception_only(KeyError("k")), traceback.format_exception_only(ValueError()))
