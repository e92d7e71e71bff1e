import struct

for fmt, args in [("<i", (5,)), (">i", (-5,)), ("!H", (65535,)), ("=q", (-2**63,)), ("<Q", (2**64 - 1,)), ("bB", (-128, 255)), ("<hHlL", (1, 2, -3, 4)), ("@ilq", (1, 2, 3)), ("<f", (1.5,)), (">d", (0.1,)), ("<e", (0.333,)), ("e", (65504.0,)), ("e", (6e-8,)), ("3s", (b"abcdef",)), ("5s", (b"ab",)), ("5p", (b"abcdefg",)), ("p", (b"a",)), ("c?x", (b"z", True)), ("2c3b", (b"a", b"b", 1, 2, 3)), ("bi", (1, 2)), ("ib", (1, 2)), ("0i", ()), ("b0i", (1,)), (" < i" if False else "<i i", (1, 2)), ("nN", (-1, 1)), ("P", (5,)), ("<3x", ()), ("d", (float("inf"),)), ("<f", (3,)), ("?", ("",)), ("bhilq", (1, 2, 3, 4, 5))]:
    data = struct.pack(fmt, *args)
    print(fmt, data, struct.calcsize(fmt), struct.unpack(fmt, data))
s = struct.Struct("<Hf")
print(s.size, s.format, s.pack(1, 2.0), s.unpack(s.pack(7, 0.1)), list(s.iter_unpack(s.pack(1, 1) + s.pack(2, 2))), s.unpack_from(b"xx" + s.pack(3, 4), 2))
b = bytearray(8)
struct.pack_into("<i", b, 2, 258)
s.pack_into(b, -6, 1, 1.0)
print(b, struct.unpack_from("<h", b, offset=2), struct.unpack_from("<h", b), list(struct.iter_unpack("<h", b"\1\0\2\0")), struct.pack(b"<b", 1), struct.unpack("b", bytearray(b"\xff")))
for f in [lambda: struct.pack("i"), lambda: struct.pack("i", 1, 2), lambda: struct.pack("z", 1), lambda: struct.pack("b", 128), lambda: struct.pack("B", -1), lambda: struct.pack("<I", 2**32), lambda: struct.pack("i", 1.5), lambda: struct.pack("f", "a"), lambda: struct.pack("f", 1e40), lambda: struct.pack("<f", 1e40), lambda: struct.pack("e", 70000.0), lambda: struct.pack("c", b"ab"), lambda: struct.pack("s", "a"), lambda: struct.unpack("i", b"abc"), lambda: struct.unpack_from("i", b"abcd", 1), lambda: struct.calcsize("5"), lambda: struct.calcsize("<n"), lambda: list(struct.iter_unpack("h", b"abc")), lambda: struct.pack(5, 1), lambda: struct.unpack("i", "abcd"), lambda: struct.pack("q", 2**63)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, type(e).__module__)
