# Encodings with a table.
every = bytes(range(256))
for name in ("cp1250", "cp1251", "cp1252", "cp437", "cp850", "iso8859-2", "iso8859_5", "iso-8859-15", "koi8-r", "mac_roman", "windows-1252", "latin9", "macintosh", "IBM437"):
    text = every.decode(name, "replace")
    print(name, ascii(text[128:]))
    print(text.encode(name, "replace") == every.replace(b"", b"") or [i for i in range(256) if text[i] == "\ufffd"])
    try:
        print("x€\u3042y".encode(name))
    except UnicodeEncodeError as e:
        print(e, e.encoding, e.start, e.end, e.reason)
    print("a\u3042é".encode(name, "backslashreplace"), "a\u3042é".encode(name, "xmlcharrefreplace"), "a\u3042".encode(name, "ignore"))
try:
    b"ab\x81".decode("cp1252")
except UnicodeDecodeError as e:
    print(e, e.start, e.end)
print(b"ab\x81c".decode("cp1252", "ignore"), b"ab\x81c".decode("cp1252", "backslashreplace"), str(b"\x80", "cp1252"), "".encode("cp1252"), b"".decode("koi8-r"))
try:
    "a".encode("cp9999")
except LookupError as e:
    print(e)
