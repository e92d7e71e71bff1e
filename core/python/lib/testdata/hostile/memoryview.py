# memoryview
b = bytearray(b'abcdef'); m = memoryview(b)
print(len(m), m[0], m[-1], m[1:3].tobytes(), m[::2].tolist(), m[::-1].tobytes(), m.tolist(), m.hex(), m.hex('-'), m.nbytes, m.itemsize, m.format, m.readonly, m.shape, m.strides, m.ndim, m.obj is b, m.c_contiguous, m[::2].contiguous, m.suboffsets)
m[0] = 65; m[1:3] = b'XY'; print(b, m == b'AXYdef', m == b, m != b'a', list(m), 65 in m, bytes(m), bytearray(m[1:3]), b''.join([m, b'z']), b'x' + m)
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: m[10]); t(lambda: m['a']); t(lambda: m.__setitem__(0, 300)); t(lambda: m.__setitem__(0, 'a')); t(lambda: m.__setitem__(slice(0, 2), b'abc')); t(lambda: m.__delitem__(0)); t(lambda: memoryview('a')); t(lambda: memoryview()); t(lambda: memoryview(1)); t(lambda: hash(m)); t(lambda: hash(memoryview(b'ab')) == hash(b'ab')); t(lambda: memoryview(b'abc').__setitem__(0, 1)); t(lambda: m + m); t(lambda: m < m); t(lambda: m.cast('x')); t(lambda: m[0:4].cast('I').tolist()); t(lambda: m.cast('I')); t(lambda: m[::2].cast('H')); t(lambda: m.toreadonly().readonly)
c = memoryview(bytearray(8)).cast('h'); c[0] = -2; c[1] = 32767; print(c.tolist(), c.tobytes(), c.itemsize, c.shape, c.nbytes, len(c)); t(lambda: c.__setitem__(0, 40000)); t(lambda: c.cast('i'))
d = memoryview(bytearray(16)).cast('d'); d[0] = 1.5; print(d.tolist(), d.cast('B')[:8].hex())
with memoryview(b'xyz') as v: print(v[0])
t(lambda: v[0]); v.release(); t(lambda: v.tobytes())
print(memoryview(memoryview(b'ab'))[1], memoryview(b'abc').cast('c')[0], memoryview(b'\x01\x00').cast('?').tolist(), isinstance(m, memoryview), type(iter(m)).__name__, memoryview(b'') == b'', bool(memoryview(b'')), [*map(chr, memoryview(b'hi'))], sum(memoryview(b'\x01\x02')), max(memoryview(b'az')), b'abc'.find(memoryview(b'c')), int.from_bytes(memoryview(b'\x01\x02'), 'big'))
