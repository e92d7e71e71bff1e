import binascii as b

print(b.hexlify(b"\x00\xffhi"), b.b2a_hex(b"abc", ":"), b.hexlify(b"abcdef", "-", 2), b.unhexlify("00FFab"), b.a2b_hex(b"6869"), b.unhexlify(""))
print(b.b2a_base64(b"hello"), b.b2a_base64(b"hello", newline=False), b.a2b_base64("aGVsbG8="), b.a2b_base64(b"aGVs\nbG8=\n"), b.a2b_base64("a!G@VsbG8=xx"), b.a2b_base64(""))
print(b.crc32(b"hello"), b.crc32(b"lo", b.crc32(b"hel")), b.crc32(b""), b.crc_hqx(b"hello", 0), b.crc32(bytes(range(256))))
for f in [lambda: b.unhexlify("0"), lambda: b.unhexlify("zz"), lambda: b.a2b_base64("a"), lambda: b.a2b_base64("aGVsbG8"), lambda: b.hexlify("a"), lambda: b.crc32("a"), lambda: b.unhexlify("é"), lambda: b.a2b_base64("aG=Vs", strict_mode=True), lambda: b.a2b_base64("a GVs", strict_mode=True), lambda: b.a2b_base64("abcde")]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, type(e).__module__, isinstance(e, ValueError))
