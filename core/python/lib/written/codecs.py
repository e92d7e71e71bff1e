"""Texts as bytes and back by the name of an encoding."""
__all__ = ["encode", "decode", "lookup", "open", "CodecInfo", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE",
           "BOM_UTF32_BE"]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM = BOM_LE = BOM_UTF16 = BOM_UTF16_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM_UTF32 = BOM_UTF32_LE = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = b"\x00\x00\xfe\xff"
_open = open


def _rotated(text):
    for first in "Aa":
        letters = "".join(chr(ord(first) + i) for i in range(26))
        text = text.translate(str.maketrans(letters, letters[13:] + letters[:13]))
    return text


def _turned(encoding):
    """Return the functions of an encoding that is none of text as bytes, or None."""
    name = encoding.lower().replace("-", "_").replace(" ", "_")
    if name in ("rot13", "rot_13"):
        return _rotated, _rotated
    if name in ("hex", "hex_codec"):
        import binascii
        return binascii.b2a_hex, binascii.a2b_hex
    if name in ("base64", "base_64", "base64_codec"):
        import base64
        return base64.encodebytes, base64.decodebytes
    return None


def encode(obj, encoding="utf-8", errors="strict"):
    """Return an object in an encoding, a text as bytes."""
    turned = _turned(encoding)
    return turned[0](obj) if turned else str.encode(obj, encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    """Return what an encoded object stands for, of bytes the text."""
    turned = _turned(encoding)
    return turned[1](obj) if turned else str(obj, encoding, errors)


class CodecInfo(tuple):
    """The functions of an encoding; each returns its result and how much it has read."""

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None, name=None):
        self = super().__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name, self.encode, self.decode = name, encode, decode
        return self

    def __repr__(self):
        return "<codecs.CodecInfo object for encoding %s at %#x>" % (self.name, id(self))


_names = {"latin-1": "iso8859-1", "latin1": "iso8859-1", "iso-8859-1": "iso8859-1", "utf8": "utf-8", "u8": "utf-8", "us-ascii": "ascii"}


def lookup(encoding):
    """Return the functions of an encoding."""
    if not _turned(encoding):
        "".encode(encoding)
    name = encoding.lower().replace("_", "-")
    return CodecInfo(lambda text, errors="strict": (encode(text, encoding, errors), len(text)),
                     lambda data, errors="strict": (decode(data, encoding, errors), len(data)), name=_names.get(name, name))


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    """Open a file of text in an encoding; line ends stay as they are."""
    if encoding is None or "b" in mode:
        return _open(filename, mode, encoding=encoding)
    return _open(filename, mode, encoding=encoding, errors=errors, newline="")
