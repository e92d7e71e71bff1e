# io
import io
s = io.StringIO('line1\nline2\nline3'); print(s.readline(), s.read(3), s.tell(), s.readlines(), s.read(), s.seek(0), list(s)); s.seek(0); print(next(s), s.getvalue()[:5], s.closed, s.readable(), s.writable(), s.seekable(), s.isatty(), s.newlines, s.line_buffering, s.encoding, s.errors)
w = io.StringIO(); print(w.write('abc'), w.writelines(['d', 'e']), w.getvalue(), w.tell(), w.seek(1), w.write('X'), w.getvalue(), w.truncate(2), w.getvalue(), w.seek(0, 2)); print('hi', 1, file=w, end='!'); print(repr(w.getvalue()))
w.close()
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
t(lambda: w.write('x')); t(lambda: w.getvalue()); t(lambda: io.StringIO(5)); t(lambda: s.write(5)); t(lambda: s.seek(-1)); t(lambda: s.seek(1, 1)); t(lambda: s.seek(0, 5)); t(lambda: s.read('a')); t(lambda: s.fileno()); t(lambda: s.detach()); t(lambda: next(io.StringIO('')))
b = io.BytesIO(b'abc\ndef'); print(b.read(2), b.readline(), b.read(), b.getvalue(), b.seek(0), b.readlines(), b.write(b'zz'), b.getvalue(), b.getbuffer if 0 else '', b.tell(), b.truncate(3), b.getvalue()); t(lambda: b.write('str')); t(lambda: io.BytesIO('a'))
with io.StringIO('x') as f: print(f.read())
print(f.closed, repr(io.StringIO('a\r\nb').read()), repr(io.StringIO('a\r\nb', newline=None).read()), io.StringIO('a\nb\n', newline='\r\n').getvalue().encode(), io.SEEK_END, io.DEFAULT_BUFFER_SIZE, issubclass(io.StringIO, io.TextIOBase), issubclass(io.BytesIO, io.BufferedIOBase), issubclass(io.StringIO, io.IOBase), io.UnsupportedOperation.__mro__[1:3])
import sys, contextlib
o = io.StringIO()
with contextlib.redirect_stdout(o): print('captured'); sys.stdout.write('direct\n')
print(repr(o.getvalue()))
old = sys.stdout; sys.stdout = io.StringIO(); print('hidden'); got = sys.stdout.getvalue(); sys.stdout = old; print('got', repr(got))
with contextlib.redirect_stderr(io.StringIO()) as err: print('e', file=sys.stderr)
print(repr(err.getvalue()))
class Up(io.StringIO):
    def write(self, s): return super().write(s.upper())
u = Up(); print('hello', file=u); print(u.getvalue())
r = io.StringIO('a,b\n1,2\n'); import csv; print(list(csv.reader(r)), list(csv.DictReader(io.StringIO('a,b\n1,2'))))
