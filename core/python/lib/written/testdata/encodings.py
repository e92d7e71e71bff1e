"""Texts as bytes and back through codecs."""
import codecs


def told(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


print(codecs.encode("héllo", "utf-8"), codecs.decode(b"h\xe9", "latin-1"), codecs.encode("é", "ascii", "xmlcharrefreplace"), told(codecs.encode, "é", "ascii"))
print(codecs.encode("Hello, World", "rot13"), codecs.decode("Uryyb", "rot_13"), codecs.encode(b"\x01\xff", "hex"), codecs.decode(b"01ff", "hex"), codecs.encode(b"abc", "base64"))
print(codecs.lookup("UTF8").name, codecs.lookup("latin-1").name, codecs.lookup("utf-16").name, codecs.lookup("ascii").name, told(codecs.lookup, "nosuch"))
info = codecs.lookup("utf-8")
print(info.encode("é"), info.decode(b"\xc3\xa9"), info[0]("ab"), isinstance(info, tuple), len(info))
print(codecs.BOM_UTF8, codecs.BOM_UTF16, codecs.BOM_UTF32_BE, codecs.BOM_LE, told(codecs.decode, b"\xff", "utf-8"), codecs.decode(b"\xff", "utf-8", "replace"))
print(told(codecs.encode, "a", "nosuch"), codecs.decode(b"abc"), codecs.encode("abc"))
