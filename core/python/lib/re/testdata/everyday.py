import re

text = """# settings
name = dense_1
units=64
activation : relu
rate= 0.25
"""
pairs = dict(re.findall(r"^(\w+)\s*[=:]\s*(.+)$", text, re.M))
print(pairs)
print(re.findall(r"[-+]?\d*\.?\d+(?:[eE][-+]?\d+)?", "1 -2.5 +.5 6e10 7.e 1e-3"))
tokens = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<name>[A-Za-z_]\w*)|(?P<op>\*\*|[-+*/()=]))")
at, line, out = 0, "area = 3.14 * r ** 2", []
while at < len(line):
    m = tokens.match(line, at)
    out.append((m.lastgroup, m[m.lastgroup]))
    at = m.end()
print(out)
email = re.compile(r"^[\w.+-]+@[\w-]+(\.[\w-]+)+$")
print([bool(email.match(a)) for a in ["a@b.co", "a.b+c@d-e.org", "a@b", "@b.co", "a b@c.de"]])
print(re.split(r"\s*[;,]\s*", "a , b;c,d ;e"), re.split(r"(?<=[.!?])\s+", "One. Two! Three? Four"))
print(re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", "kernelInitializerName").lower(), re.sub(r"\b(\w)", lambda m: m.group(1).upper(), "the quick fox"))
log = "2024-01-05 ERROR disk full\n2024-01-06 INFO ok\n2024-02-01 ERROR net down"
for m in re.finditer(r"^(?P<date>\S+) ERROR (?P<what>.*)$", log, re.M):
    print(m["date"], m["what"], m.span())
print(re.findall(r"<(\w+)(?:\s[^>]*)?>(.*?)</\1>", "<b>bold</b><i class='x'>it</i><b>no</i>"))
print(re.match(r"(?P<h>\d{1,2}):(?P<m>\d\d)(?::(?P<s>\d\d))?$", "7:05").groupdict(default="00"))
print(re.fullmatch(r"#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})", "#FFa500", re.I).groups())
verbose = re.compile(r"""
    (?P<sign>[-+]?)      # sign
    (?P<whole>\d+)       # digits
    (?:\.(?P<part>\d*))? # fraction
""", re.VERBOSE)
print(verbose.fullmatch("-12.50").groupdict(), verbose.fullmatch("7").groupdict())
print(re.findall(r"(?=(\d{3}))", "12345"), re.findall(r"\b(\w+)\s+\1\b", "this is is a test test"))
words = re.compile(r"[a-z']+", re.I)
print(words.findall("Don't stop, it's FUN"), len(words.findall("a " * 2000)))
print(re.sub(r"(a+)+$", "x", "a" * 18), re.match(r"(x+x+)+y", "x" * 14))
print(len(re.sub(r"\s", "", " a" * 5000)), re.search(r"z", "a" * 20000 + "z").span(), re.match(r"(?:ab|c)*", "abc" * 3000).end(), re.match(r"(?:a|b)*?$", "ab" * 2000).end(), re.match(r"(.)*", "x" * 5000).span(1))
