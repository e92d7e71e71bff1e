import io
b = io.BytesIO(b"abc\ndef\n")
print(b.read(2), b.readline(), b.read(), b.read())
b.seek(0); print(list(b))
b.seek(-2, 2); print(b.tell(), b.read(1))
b.seek(1, 1); print(b.tell())
b = io.BytesIO()
print(b.write(b"xyz"), b.write(bytearray(b"123")), b.getvalue())
b.seek(1); b.write(b"YY"); print(b.getvalue(), b.tell())
b.seek(8); b.write(b"end"); print(b.getvalue())
b.truncate(2); print(b.getvalue())
for f in [lambda: io.BytesIO("s"), lambda: io.BytesIO().write("s"), lambda: io.BytesIO().seek(-1), lambda: io.BytesIO().write(5)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
with b:
    pass
try:
    b.read()
except ValueError as e:
    print(e)
b = io.BytesIO(b"0123456789")
buf = bytearray(4)
print(b.readinto(buf), buf, b.read1(2))
print(isinstance(b, io.BufferedIOBase), isinstance(b, io.IOBase), isinstance(b, io.TextIOBase))
print(type(b))
