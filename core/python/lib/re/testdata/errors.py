import re

BAD = ["*", "a**", "a{2}{3}", "(", ")", "a)", "(?", "(?P", "(?P<", "(?P<>a)", "(?P<a", "(?P<1a>b)", "(?P<a>b)(?P<a>c)", "(?P=a)", "(?P=", "(?Px)",
       "(?z)", "(?i", "(?iz)", "(?i-", "(?i-z:a)", "(?i-i:a)", "(?-:a)", "(?i-:a)", "(?-a:b)", "(?L)", "(?u)a", "(?au)", "a(?i)b", "(?i-s)", "(?-i)",
       "[", "[a", "[z-a]", "[\\d-z]", "[a-\\d]", "[]", "[^]", "[a-", "\\", "a\\", "\\x1", "\\u12", "\\U0001", "\\N", "\\N{", "\\N{}", "\\q", "\\8", "\\1",
       "(\\1)", "(a)\\2", "\\400", "\\777", "[\\400]", "[\\8]", "[\\q]", "(?(1)a)", "(?(0)a)", "(?(a)b)", "(?(1)a|b|c)(x)", "(?(x1)b)", "(?(-1)b)", "(?(", "(?()a)",
       "(?<a)", "(?<=a*)", "(?<!a|bc)", "(?<=(a)\\1)", "(?<=(a)(?(1)b))", "(a(?<=\\1))", "(?#", "(?#abc", "a{3,1}", "a{99999999999}", "{1}", "^*", "$+", "\\b?", "(?:",
       "(?=", "(?!a", "(?>a", "a|*", "(|*)", "x\n(y", "a\n\nb\\q", "(?P<é>a)\\q", "a*+*", "a?+?", "a{1}+{2}", "(?x) # comment\n (", "(?i)(?s)[", "((((((", "(?", "(?<", "[[a]", "*\\"]
for p in BAD:
    try:
        print(ascii(p), re.compile(p))
    except re.error as e:
        print(ascii(p), ascii(str(e)), ascii(e.msg), e.pos, e.lineno, e.colno, e.pattern == p, e.args == (str(e),))
    except OverflowError as e:
        print(ascii(p), "OverflowError", e)
for p, f in [("a", re.L), (b"a", re.U), ("a", re.A | re.U), (b"a", re.A | re.L), (b"(?u)a", 0), (b"(?L)a", 0), (b"\\u1234", 0), ("(?a)", re.U), (b"[\xff-\x00]", 0), (b"\\N{DASH}", 0)]:
    try:
        print(p, re.compile(p, f).flags)
    except ValueError as e:
        print(p, type(e).__name__, e)
    except re.error as e:
        print(p, "error", e)
for t in ["\\g", "\\g<", "\\g<>", "\\g<9>", "\\g<x>", "\\9", "\\400", "\\q", "\\", "\\g<-1>", "\\g<1a>", "a\\g<n>b\\1", "\\08", "\\g< 1 >"]:
    try:
        print(ascii(t), ascii(re.sub("(?P<n>a)", t, "xay")))
    except re.error as e:
        print(ascii(t), "error", e.msg, e.pos)
    except IndexError as e:
        print(ascii(t), "IndexError", e)
e = re.error("words", "pattern\nmore", 9)
print(e, e.msg, e.pattern, e.pos, e.lineno, e.colno)
e = re.error("words")
print(e, e.pattern, e.pos, e.lineno)
print(issubclass(re.error, Exception), re.error.__name__, re.error.__module__)


def attempt(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


attempt(re.match, "a", b"a")
attempt(re.match, b"a", "a")
attempt(re.match, "a", None)
attempt(re.match, "a", 5)
attempt(re.match, 5, "a")
attempt(re.compile, None)
attempt(re.compile, re.compile("a"), re.I)
attempt(re.sub, "a", 5, "a")
attempt(re.sub, "a", lambda m: 5, "xa")
attempt(re.sub, "a", b"x", "a")
attempt(re.sub, b"a", "x", b"a")
m = re.match("(a)", "a")
attempt(m.group, 2)
attempt(m.group, "x")
attempt(m.group, -1)
attempt(m.start, 3)
attempt(lambda: m[2])
attempt(lambda: m["n"])
attempt(re.Pattern)
attempt(re.Match)
attempt(re.escape, 5)
