import re

print(re.sub("a", "b", "banana"), re.sub("a", "b", "banana", 2), re.sub("a", "b", "banana", count=1), re.sub("x", "y", "abc"), re.sub("A", "b", "aAa", flags=re.I))
print(re.subn("a", "b", "banana"), re.subn("z", "b", "banana"), re.subn("", "-", "abc"), re.sub("", "-", "abc"), re.sub("x*", "-", "abxd"), re.sub("b*", "-", "abc"), re.sub("a*?", "-", "aa"))
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub(r"(?P<first>\w+)", r"<\g<first>>", "a b"), re.sub("(a)", r"\g<1>0", "a"), re.sub("(a)|b", r"[\1]", "ab"))
print(re.sub("a", r"\n\t\\", "a"), re.sub("a", "\\\\", "a"), re.sub("a", r"\0", "a") == "\0", re.sub("a", r"\x" if False else r"\.", "a"), re.sub("a", r"\101", "a"))
print(re.sub("a", lambda m: m.group().upper(), "banana"), re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "3 apples, 10 pears"), re.sub("a", lambda m: "", "banana"), re.sub("a", lambda m: None, "banana"))
print(re.sub(r"(?<!^)(?=[A-Z])", "_", "someCamelCaseName").lower(), re.sub("_([a-z])", lambda m: m[1].upper(), "snake_case_name"))
print(re.sub(b"a", b"b", b"banana"), re.sub(b"(a)", rb"<\1>", b"ab"), re.sub(b"a", lambda m: m[0] * 2, b"aba"), re.sub(b"a", b"x", bytearray(b"aba")))
print(re.compile("a").sub("b", "aaa", 2), re.compile("a").subn("b", "aaa", count=2), re.sub("a", "b", "aaa", -1), re.sub("é", "e", "café é"), re.sub("(.)", r"\1\1", "añ😀"))


class Counter:
    def __init__(self):
        self.n = 0

    def __call__(self, match):
        self.n += 1
        return str(self.n)


print(re.sub("x", Counter(), "x-x-x"))


def fail(match):
    raise KeyError(match.group())


try:
    re.sub("b", fail, "abc")
except KeyError as e:
    print("KeyError", e)
print(re.sub(r"\s+", " ", "  many   blanks \n here "), re.sub(r"^\s*#.*\n?", "", "# a\nb\n  # c\nd", flags=re.M))
print(re.sub(r"(?i)\b(the|a)\b ", "", "The cat saw a dog"), re.sub(r"(\d)(?=(\d{3})+$)", r"\1,", "1234567"))
print(re.sub("a(b)?", r"[\1]", "ab a"), re.sub("(?P<x>a)(?P<y>b)?", r"\g<y>\g<x>", "ab a"), re.sub("a", "", ""), re.sub(".", "x", "\n"), re.sub("(?s).", "x", "\n"))
