import base64 as b

for s in [b"", b"a", b"ab", b"abc", b"abcd", b"abcde", b"\xff\xfe\xfd\xfc\xfb", b"hello world" * 8, bytes(range(40)), b"\0\0\0\0a", b"    "]:
    print(b.b64encode(s), b.urlsafe_b64encode(s), b.b64encode(s, b"@!"), b.standard_b64encode(s), b.encodebytes(s))
    print(b.b32encode(s), b.b32hexencode(s), b.b16encode(s), b.b85encode(s), b.b85encode(s, pad=True), b.a85encode(s), b.a85encode(s, foldspaces=True, adobe=True, wrapcol=20), b.a85encode(s, pad=True))
    print(b.b64decode(b.b64encode(s)) == s, b.urlsafe_b64decode(b.urlsafe_b64encode(s)) == s, b.b64decode(b.b64encode(s, b"@!"), b"@!") == s, b.decodebytes(b.encodebytes(s)) == s, b.b32decode(b.b32encode(s)) == s, b.b16decode(b.b16encode(s)) == s, b.b85decode(b.b85encode(s)) == s, b.a85decode(b.a85encode(s)) == s, b.b32hexdecode(b.b32hexencode(s)) == s)
print(b.b64decode("aGk="), b.b64decode("a G\nk="), b.b64decode("aGk=", validate=True), b.b32decode("mjuq====", casefold=True), b.b16decode("6a", casefold=True), b.b32decode("MJ1Q====" , map01="I"), b.a85decode("<~9jqo^~>", adobe=True), b.a85decode("9j qo\n^"))
for f in [lambda: b.b64encode("a"), lambda: b.b64decode("a"), lambda: b.b64decode("aGk"), lambda: b.b64decode("a!Gk=", validate=True), lambda: b.b32decode("a"), lambda: b.b32decode("MJ0Q===="), lambda: b.b16decode("6a"), lambda: b.b16decode("6"), lambda: b.b85decode("é"), lambda: b.b85decode("~~~~~"), lambda: b.a85decode("~"), lambda: b.b64decode("é"), lambda: b.encodebytes("a"), lambda: b.b64decode(5), lambda: b.a85decode("abz"), lambda: b.b64encode(b"a", b"x")]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__)
