import copy
import re

p = re.compile(r"(?P<a>x)(y)(?P<b>z)", re.I)
print(p, p.pattern, p.flags, p.groups, p.groupindex, dict(p.groupindex), list(p.groupindex))
for f in [0, re.I, re.M, re.S, re.X, re.A, re.U, re.I | re.A, re.I | re.M | re.S | re.X, 2, 8 | 16]:
    print(re.compile("a", f), re.compile("a", f).flags)
print(re.compile(b"a"), re.compile(b"a").flags, re.compile(b"a", re.L), re.compile("(?im)a"), re.compile("(?x) a b  # c\n"))
print(re.compile("a") == re.compile("a"), re.compile("a") == re.compile("a", re.I), re.compile("a") == re.compile(b"a"), re.compile("a") != re.compile("b"), hash(re.compile("a")) == hash(re.compile("a")))
print(re.compile("a") is re.compile("a"), re.compile(p) is p, copy.copy(p) is p, copy.deepcopy(p) is p, {p: 1}[p])
re.purge()
print(repr(re.compile("'\"")), repr(re.compile("\n\\\\")), repr(re.compile("é")), repr(re.compile("x" * 250)))
print(re.I, repr(re.I), str(re.M), int(re.S), re.I | re.M, repr(re.I | re.M), re.I & re.M, re.I ^ re.I, ~re.I, re.NOFLAG, re.RegexFlag(0))
print(re.IGNORECASE is re.I, re.I == 2, re.I.name, re.I.value, (re.I | re.S).name, isinstance(re.I, int), re.I in (re.I | re.M), re.M in re.I, bool(re.NOFLAG))
print(re.A, re.L, re.U, re.X, re.DEBUG, re.T, re.RegexFlag(1024), re.RegexFlag(1026), f"{re.I}", "%s" % re.I, [re.I], 2 | re.M, re.I | 8, re.I + 1)
print(re.escape("a.b*c"), re.escape("hello world"), re.escape("é\n\t-_~#&'\"%/:;<>@!,=`"), re.escape(b"a+b\xff"), re.escape(""), re.escape("\0"))
print(re.match(re.escape("1+1=2?"), "1+1=2?"))
print(re.split(",", "a,b,,c"), re.split("(,)", "a,b,,c"), re.split(",", ""), re.split("", "abc"), re.split("x*", "axbc"), re.split(r"\W+", "Words, words, words."), re.split("(x)|(y)", "1x2y3"))
print(re.split(",", "a,b,c,d", 2), re.split(",", "a,b,c,d", maxsplit=1), re.split(",", "a,b", -1), re.split(b",", b"a,b"), re.split("[a-f]+", "0a3B9", flags=re.I))
print(re.findall("a", "banana"), re.findall("(a)(n)?", "banana"), re.findall("(a)n", "banana"), re.findall("", "ab"), re.findall(b"a.", b"abac"), re.findall(r"\b\w", "hello big world"))
print(re.fullmatch("a|ab", "ab"), re.fullmatch("a*?", "aaa"), re.fullmatch("a", "ab"), re.match("a|ab", "ab"), re.search("b", "ab"))
