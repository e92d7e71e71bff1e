import io
s = io.StringIO()
print(s.write("hello\n"), s.write("wörld\n"), s.tell())
print(s.getvalue(), end="")
s.seek(0)
print(repr(s.read(3)), repr(s.readline()), repr(s.readline()), repr(s.readline()))
s.seek(7); s.write("OR"); print(repr(s.getvalue()), s.tell())
s = io.StringIO("a\nb\nc")
print(list(s), s.tell())
s.seek(0); print(s.readlines())
s.seek(0); print(next(s)); print(s.read())
s = io.StringIO("start")
s.write("X"); print(s.getvalue())
s.seek(0, 2); s.write("end"); print(s.getvalue())
s.truncate(3); print(repr(s.getvalue()), s.tell())
s.write("!"); print(repr(s.getvalue()))
print("printed", 1, file=s); print(repr(s.getvalue()))
with io.StringIO("ctx") as c:
    print(c.read(), c.closed)
print(c.closed)
for f in [lambda: c.read(), lambda: c.getvalue(), lambda: io.StringIO(5), lambda: io.StringIO().write(5), lambda: io.StringIO().write(b"x"),
          lambda: io.StringIO().seek(-1), lambda: io.StringIO().seek(0, 5), lambda: io.StringIO("abc").seek(1, 1), lambda: io.StringIO().read("x"),
          lambda: next(io.StringIO()), lambda: io.StringIO().truncate(-1), lambda: io.StringIO().fileno(), lambda: io.StringIO(newline="x")]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(io.StringIO(None).getvalue() == "")
s = io.StringIO(); s.writelines(["a", "b", "c"]); print(s.getvalue())
print(s.readable(), s.writable(), s.seekable(), s.isatty())
class Up(io.StringIO):
    def write(self, x):
        return super().write(x.upper())
u = Up()
print("loud", file=u)
u.write("more")
print(repr(u.getvalue()), isinstance(u, io.StringIO), isinstance(u, io.TextIOBase), isinstance(s, io.IOBase))
u2 = Up("init")
print(u2.getvalue())
print(repr(io.StringIO("a\r\nb\rc", newline=None).getvalue()), repr(io.StringIO("a\r\nb").getvalue()))
print(type(s), io.SEEK_END, io.DEFAULT_BUFFER_SIZE)
print(io.StringIO("xyz").read(2), io.StringIO("xyz").read(-1), io.StringIO("xyz").read(None))
s = io.StringIO(); s.seek(3); s.write("z"); print(repr(s.getvalue()))
print(issubclass(io.UnsupportedOperation, OSError), issubclass(io.UnsupportedOperation, ValueError))
