import re
p = re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)(?:-(\d\d))?")
m = p.search("on 2024-05 and 2023-01-09")
print(m, m.groups(), m.groupdict(), m.span("m"), m[0], m["y"], m.lastgroup, m.lastindex, m.start(3), p.groups, p.groupindex, p.pattern)
print(p.findall("2024-05 2023-01-09"), [x.end() for x in p.finditer("2024-05 2023-01-09")], p.sub(r"\g<m>/\1", "2024-05", count=1), p.subn(lambda m: "#", "2024-05 2023-01"))
print(re.split(r"([,;])\s*", "a, b;c,"), re.split(r"x*", "axbc"), re.sub(r"(?i)HELLO|(b+)", lambda m: repr(m[1]), "hello bb"), re.escape("a.b*c [d]"))
print(re.findall(r"(?<=\$)\d+(?!\d|%)", "$10 $20% $300"), re.findall(r"\b\w+?\b", "it's a b"), re.match(r"(a)|b", "b").groups("-"), re.fullmatch(r"[^\W\d_]+", "abc"))
print(re.sub(r"(\w)\1", r"<\1>", "aabbcd"), re.findall(r"(?s)a.b", "a\nb"), re.findall(r"(?m)^\w", "a\nb"), re.search(r"(?x) a \s b # c", "a b"), re.match(r"(?:(a)|b)*", "ab").group(1))
print(re.sub("", "-", "abc"), re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "a1b22"), re.findall(r"(?P<q>['\"]).*?(?P=q)", "'a' \"b'c\""), re.match(r"a{2,3}?", "aaaa"), re.match(r"(?>a+)b", "aab"), re.match("a++", "aaa"))
for bad in ("(", "a{2,1}", "[z-a]", "*a", "(?P<1>a)", "\\", "(?<=a+)b", "(?P=x)", "a**"):
    try: re.compile(bad)
    except re.error as e: print(bad, "|", e, e.pos)
print(p, re.compile("a", re.I | re.M), re.I, re.compile("x").flags, re.purge())
