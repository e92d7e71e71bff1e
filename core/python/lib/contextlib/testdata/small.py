import contextlib, io, sys
from contextlib import suppress, nullcontext, closing, redirect_stdout, redirect_stderr
with suppress(ZeroDivisionError, KeyError):
    1 / 0
with suppress(LookupError):
    {}["x"]
with suppress():
    print("nothing")
try:
    with suppress(TypeError):
        int("x")
except ValueError as e:
    print(e)
with nullcontext(5) as v:
    print(v)
with nullcontext() as v:
    print(v)
class Door:
    def close(self):
        print("closed")
with closing(Door()) as d:
    print(type(d).__name__)
try:
    with closing(Door()):
        raise ValueError("in")
except ValueError as e:
    print(e)
buf = io.StringIO()
with redirect_stdout(buf) as f:
    print("hidden")
    print(f is buf, file=sys.stderr.__class__ and buf)
    sys.stdout.write("direct\n")
print(repr(buf.getvalue()))
err = io.StringIO()
with redirect_stderr(err):
    print("to err", file=sys.stderr)
print(repr(err.getvalue()))
r = redirect_stdout(buf)
with r:
    with r:
        print("deep")
    print("less deep")
print(buf.getvalue().split("\n"))
try:
    nullcontext(1, 2)
except TypeError as e:
    print(e)
try:
    closing()
except TypeError as e:
    print(e)
class MySuppress(suppress):
    def __exit__(self, t, e, tb):
        print("checking", t and t.__name__)
        return super().__exit__(t, e, tb)
with MySuppress(ValueError):
    raise ValueError
try:
    with redirect_stdout(buf):
        raise RuntimeError("x")
except RuntimeError:
    print("back")
class Tee:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
    def flush(self): pass
tee = Tee()
with redirect_stdout(tee):
    print("a", "b", sep="-", end="!")
print(tee.parts)
