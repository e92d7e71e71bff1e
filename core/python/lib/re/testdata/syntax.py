import re

for p, s in [(r"\d+", "abc123"), (r"[^\W\d_]+", "ab1_é"), (r"a.c", "a\nc"), (r"(?s)a.c", "a\nc"), (r"^b", "a\nb"), (r"(?m)^b", "a\nb"), (r"a$", "a\n"), (r"a\Z", "a\n"), (r"(?m)a$", "a\nb"),
             (r"\bfoo\b", "a foo b"), (r"\Boo", "foo"), (r"(?i)straße", "STRASSE"), (r"(?i)É", "é"), (r"(?ai)É", "é"), (r"(a)(b)\2\1", "abba"), (r"(?P<q>['\"]).*?(?P=q)", "say 'hi' \"x\""),
             (r"a{2,3}", "aaaa"), (r"a{2,3}?", "aaaa"), (r"a{,2}", "aaa"), (r"a{2,}", "aaaa"), (r"a{2}", "aaa"), (r"a{x}", "a{x}"), (r"a{}", "a{}"), (r"a++a", "aaa"), (r"a*+b", "aab"), (r"a?+a", "a"), (r"(?>a+)b", "aab"),
             (r"(?>a|ab)c", "abc"), (r"(?:a|ab)c", "abc"), (r"(?:ab){2}+", "ababab"), (r"(a)?(?(1)b|c)", "ab"), (r"(a)?(?(1)b|c)", "c"), (r"(?P<o>\()?x(?(o)\))", "(x)"), (r"(?P<o>\()?x(?(o)\))", "(x"), (r"(?=a)(?!ab)a.", "abac"),
             (r"(?<=\$)\d+", "cost $42"), (r"(?<!\$)\b\d+", "cost $42 17"), (r"(?<=a|b)c", "bc"), (r"(?i:A)b", "ab"), (r"(?i:A)b", "aB"), (r"(?-i:a)B", "aB"), (r"(?i)(?-i:a)B", "ab"), (r"(?x) a \  b # c", "a b"), (r"(?x: a b )c d", "abc d"),
             (r"[]a]+", "]a"), (r"[^]a]", "b"), (r"[a-]+", "a-"), (r"[-a]+", "-a"), (r"[\]\-\\]+", "]-\\"), (r"[.*+?]+", ".*+?"), (r"[\w.]+@[\w.]+", "mail x.y@z.org!"), (r"[[]", "["), (r"[\b]", "\b"), (r"\0", "\0"), (r"\x41\u0042\U00000043\103", "ABCC"),
             (r"\N{LATIN SMALL LETTER A}" if False else "a", "a"), (r"(?#comment)a", "a"), (r"|a", "a"), (r"a||b", "b"), (r"()", ""), (r"(a*)*", "aab"), (r"(a*)+", "b"), (r"(a|b*)*", "aabb"), (r"(?:(a)|b)*", "ab"), (r"(a(b)?)+", "aba"), (r"(?:(a)|(b))+", "ab"), (r"((a)|b)*", "ab"),
             (r"(.+)\1", "xyzxyz"), (r"\w+(?=,)", "one,two"), (r"(\w)(\w)(\w)(\w)(\w)(\w)(\w)(\w)(\w)(\w)\10", "abcdefghijj"), (r"(?:)", "x"), (r"x*", ""), (r"(?a)\w+", "aé"), (r"\w+", "aé_1"), (r"\s+", "\t\n\u2003\x1c"), (r"(?a)\s+", "\x1c \t"),
             (r"\D\W\S", "a !"), (r"$", "a\n"), (r"(?m)$", "a\nb"), (r"\A\Z", ""), (r"\b", ""), (r"\B", ""), (r"(?i)[k]", "K"), (r"(?i)\u212a", "k"), (r"(?i)ſ", "S"), (r"(?i)[^k]", "K"), (r"(?i)σ", "ς"), (r"(?i)İ", "i"), (r"😀+", "a😀😀"), (r"[😀-😂]", "😁"), (r".", "😀")]:
    m = re.search(p, s)
    print(ascii(p), ascii(s), None if m is None else (m.regs, m.lastindex))
print(re.findall(rb"\w+", b"a\xe9b_1"), re.findall(rb"(?i)[a-z]+", b"aBc"), re.findall(rb"\s", b" \x1c\x0b"), re.findall(rb"[\x80-\xff]+", b"a\x80\xff"), re.findall(rb"(?L)\w", b"a\xe9"))
