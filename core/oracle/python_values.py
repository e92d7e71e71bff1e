"""Writes what CPython 3.11 makes of operations on numbers, text and bytes.

Each family below yields cases; each case is evaluated here and written with its result to
core/python/object/testdata/values_<family>.jsonl.gz, one JSON array a line:

    ["op", "+", a, b, result]                     a op b; also "divmod" and comparisons
    ["unary", "-", a, result]
    ["method", self, name, [args], {kw}, result]
    ["call", type, [args], {kw}, result]
    ["attr", self, name, result]
    ["item", self, key, result]
    ["format", value, spec, result]
    ["pow", a, b, c, result]
    ["hash", a, result]
    ["float", bits, result]                       repr of the float with these bits, in hexadecimal
    ["chars", predicate, ranges]                  code points for which str.<predicate> is true
    ["map", method, changes]                      what str.<method> makes of single code points

Operands are written as literals, results as repr(), exceptions as "!Type: message".

    python3 core/oracle/python_values.py
"""

import decimal
import gzip
import json
import math
import pathlib
import random
import struct
import sys
import warnings

OUT = pathlib.Path(__file__).resolve().parent.parent / "python" / "object" / "testdata"
random.seed(20)
warnings.simplefilter("ignore")


def result(f):
    try:
        return repr(f())
    except RecursionError:
        raise
    except Exception as e:
        return f"!{type(e).__name__}: {e}"


OPS = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b,
    "//": lambda a, b: a // b, "%": lambda a, b: a % b, "**": lambda a, b: a**b, "<<": lambda a, b: a << b,
    ">>": lambda a, b: a >> b, "&": lambda a, b: a & b, "|": lambda a, b: a | b, "^": lambda a, b: a ^ b,
    "divmod": divmod, "==": lambda a, b: a == b, "!=": lambda a, b: a != b, "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b, ">": lambda a, b: a > b, ">=": lambda a, b: a >= b, "in": lambda a, b: a in b,
}
UNARY = {"-": lambda a: -a, "+": lambda a: +a, "~": lambda a: ~a, "abs": abs, "bool": bool, "str": str, "ascii": ascii,
         "len": len, "list": list, "hex": hex, "oct": oct, "bin": bin, "int": int, "float": float, "round": round}


def op(name, a, b):
    return ["op", name, repr(a), repr(b), result(lambda: OPS[name](a, b))]


def unary(name, a):
    return ["unary", name, repr(a), result(lambda: UNARY[name](a))]


def power(a, b):
    """a ** b, except where the C library does not round correctly: there platforms differ."""
    with decimal.localcontext() as context:
        context.prec = 60
        exact = float(decimal.Decimal(a) ** decimal.Decimal(b))
    return op("**", a, b) if a**b == exact else op("*", a, b)


def method(self, name, *args, **kw):
    line = ["method", repr(self), name, [repr(a) for a in args], {k: repr(v) for k, v in kw.items()}]
    return line + [result(lambda: getattr(self, name)(*args, **kw))]


def call(t, *args, **kw):
    line = ["call", t.__name__, [repr(a) for a in args], {k: repr(v) for k, v in kw.items()}]
    return line + [result(lambda: t(*args, **kw))]


def attr(self, name):
    return ["attr", repr(self), name, result(lambda: getattr(self, name))]


def item(self, key):
    return ["item", repr(self), repr(key), result(lambda: self[key])]


def fmt(value, spec):
    return ["format", repr(value), spec, result(lambda: format(value, spec))]


def modpow(a, b, c):
    return ["pow", repr(a), repr(b), repr(c), result(lambda: pow(a, b, c))]


INTS = [0, 1, -1, 2, -2, 3, -3, 7, 10, -10, 63, 64, 100, 255, -256, 2**31, -(2**31), 2**53 + 1, 2**62, -(2**62), 2**63 - 1, 2**63,
        -(2**63), -(2**63) - 1, 2**64, 10**18, 10**20, -(10**30), 3**100, -(7**50)]
FLOATS = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1.5, 2.5, -2.5, 3.7, -3.7, 0.1, 1e-5, 0.0001, 1e16, 9999999999999998.0, 1e15, 123456.789,
          1e22, 1e23, 5e-324, 1.7976931348623157e308, 2.0**63, -(2.0**63), 2.0**53, math.inf, -math.inf, math.nan, math.pi, 1e100]
COMPLEXES = [0j, 1j, -1j, 1 + 2j, -1.5 - 0.5j, complex(-0.0, 1), complex(1, -0.0), complex(math.inf, 1), 3 + 4j, 1e200 + 1e200j]
BOOLS = [True, False]
STRS = ["", "a", "abc", "Hello, World", "hello world foo", "ß", "ŉeǰ", "İstanbul", "ΑΣΑΣ Σ", "ǆ ǅ Ǆ", "naïve café", "日本語", "😀x😀",
        "a\tb\n\tc", "  pad  ", "x\u00a0y\u2003z", "1234", "١٢٣", "²³", "½", "a1_b", "_x", "1x", "\ud800z", "it's", 'say "hi"',
        "both ' and \"", "back\\slash", "\x00\x1f\x7f\x85\xad", "line1\nline2\r\nline3\rline4\x0bline5\u2028line6", "ﬁ", "ab" * 20,
        "Title Case Here", "they're bill's", "aXbXc", "--a--b--"]
BYTES = [b"", b"a", b"abc", b"Hello, World", b"  pad \t", b"\x00\xff\x80\n", b"it's", b'"\'', b"a,b,,c", b"1234", b"-12", b"A1b2",
         b"line1\nline2\r\nx\ry", b"\xc3\xa9", b"Title Case", b"aXbXc"]
ARITH = ["+", "-", "*", "/", "//", "%", "divmod"]
COMPARE = ["==", "!=", "<", "<=", ">", ">="]


def wild_float():
    return struct.unpack("<d", struct.pack("<Q", random.getrandbits(64)))[0]


def wild_int():
    return random.choice([1, -1]) * random.getrandbits(random.choice([3, 10, 31, 53, 62, 63, 64, 65, 100, 200, 400]))


def numbers():
    reals = INTS + FLOATS + BOOLS
    for name in ARITH + ["**"]:
        for a in random.sample(reals, 26) + COMPLEXES[:3]:
            for b in random.sample(reals, 9) + COMPLEXES[3:5]:
                if name == "**" and isinstance(a, int) and isinstance(b, int) and abs(b) > 300:
                    continue
                yield op(name, a, b)
    for name in ["&", "|", "^", "<<", ">>"]:
        for a in INTS + BOOLS:
            for b in random.sample(INTS + BOOLS, 6):
                if name == "<<" and b > 1000:
                    continue
                yield op(name, a, b)
    for _ in range(900):
        a, b = wild_int(), wild_int()
        for name in random.sample(ARITH + ["&", "|", "^"] + COMPARE, 2):
            yield op(name, a, b)
    for _ in range(500):
        a, b = random.choice([wild_float(), random.uniform(-100, 100)]), random.choice([wild_float(), random.uniform(-10, 10), wild_int()])
        yield op(random.choice(ARITH + COMPARE), a, b)
    for _ in range(400):
        yield power(random.choice([random.uniform(0, 100), 10.0, 2.0, 1.1, random.uniform(0, 2)]), random.choice([random.uniform(-20, 20), random.randint(-30, 30)]))
    for name in COMPARE:
        for a in random.sample(reals, 20) + COMPLEXES[:3]:
            for b in random.sample(reals, 6) + COMPLEXES[3:5] + ["a"]:
                yield op(name, a, b)
    for a in COMPLEXES:
        for b in COMPLEXES + [2, 0.5, -3, 0]:
            for name in ["+", "-", "*", "/", "**", "//", "=="]:
                yield op(name, a, b)
    for a in reals + COMPLEXES:
        for name in ["-", "+", "~", "abs", "bool", "str", "hex", "int", "float", "round"]:
            yield unary(name, a)
        yield ["hash", repr(a), str(hash(a))] if a == a else unary("bool", a)
    for _ in range(300):
        a = random.choice([wild_int, wild_float])()
        if a == a:
            yield ["hash", repr(a), str(hash(a))]
    for a, b, c in [(2, 3, 5), (2, -1, 5), (2, -1, 4), (3, 5, -7), (3, 0, 1), (3, 3, 0), (-3, 3, 7), (2.0, 3, 5), (2, 3.0, 5), (2, 3, 5j), ("a", 2, 3), (3, -5, -11), (10**30, 10**20, 97), (True, 2, 3), (2, 10, None)]:
        yield modpow(a, b, c)


def number_methods():
    for n in INTS + BOOLS:
        for name in ["bit_length", "bit_count", "conjugate", "as_integer_ratio", "__round__", "__floor__", "__index__", "__float__"]:
            yield method(n, name)
        for d in [0, 1, -1, -2, -5, -19, -40]:
            yield method(n, "__round__", d)
        for name in ["real", "imag", "numerator", "denominator"]:
            yield attr(n, name)
        for size in [0, 1, 8, 20]:
            for order in ["big", "little"]:
                yield method(n, "to_bytes", size, order, signed=random.random() < 0.6)
    for f in FLOATS:
        for name in ["is_integer", "hex", "as_integer_ratio", "conjugate", "__round__", "__trunc__", "__floor__", "__ceil__", "__int__"]:
            yield method(f, name)
        for d in [0, 1, 2, 3, 15, 300, 400, -1, -2, -15, -300, -308, -400]:
            yield method(f, "__round__", d)
        yield attr(f, "real")
        yield attr(f, "imag")
    for _ in range(600):
        yield method(random.choice([random.uniform(-1000, 1000), random.randint(-4000, 4000) / 8, wild_float()]), "__round__", random.randint(-4, 17))
    for c in COMPLEXES:
        yield method(c, "conjugate")
        yield attr(c, "real")
        yield attr(c, "imag")
    texts = ["1", " 12 ", "-5", "+7", "1_000", "1__0", "_1", "1_", "", " ", "0x1f", "0b11", "0o17", "010", "00", "0_0", "1.5", ".5", "5.", ".", "1e5", "1e",
             "1e+5", "-1.5e-3", "inf", "-Infinity", "nan", "+nan", "infinit", "1_0.0_1", "1_.0", "0x1p3", "1e400", "-1e-400", "١٢", "١.٥", "\u00a05\u2003",
             "1 2", "--1", "+-1", "z", "9" * 25, "9" * 4300, "9" * 4301, "1+2j", "j", "-j", "(1j)", "( 1+j )", "1 + 2j", "1e5j", "1j+2", "nan+infj", "1+2", "1+j2", "1_0j", "\ud800", "é"]
    for s in texts:
        for t in [int, float, complex]:
            yield call(t, s)
        for base in [0, 2, 10, 16, 36]:
            yield call(int, s, base)
        yield call(int, s.encode("utf-8", "replace"))
        yield call(float, s.encode("utf-8", "replace"))
    for base in [1, 37, -1, 2.0, None, 10**30]:
        yield call(int, "1", base)
    for t in [int, float, complex, bool]:
        yield call(t)
        for v in [None, [], (), {}, "a", b"a", bytearray(b"1"), 1j, True, 10**400, 1.9, -1.9, math.nan, math.inf]:
            yield call(t, v)
        yield call(t, 1, 2, 3)
        yield call(t, x=1)
    for a, b in [(1, 2), (1j, 2j), (1, 2j), ("1", 2), (1, "2"), (None, 1), (1, None), (-0.0, -0.0), (0, -0.0), (True, False)]:
        yield call(complex, a, b)
    yield call(complex, real=1, imag=2)
    yield call(complex, imag=2)
    yield call(int, 5, base=5)
    yield call(int, base=5)
    for s in ["0x1.8p3", "0x1p-1074", "1.8", "-0x.8p1", "0x1p1024", "inf", "-nan", "zz", "", "0x", "0x1.", "0x.p1", " 0x1p4 ", "0x1p", "0x1.fffffffffffff8p0", "0x1.fffffffffffffp1023"]:
        yield ["method", "0.0", "fromhex", [repr(s)], {}, result(lambda: float.fromhex(s))]
    for b in [b"", b"\x01\x02", b"\xff\xfe", b"\x80" + b"\x00" * 10]:
        for order in ["big", "little", "middle"]:
            for signed in [False, True]:
                yield ["method", "0", "from_bytes", [repr(b), repr(order)], {"signed": repr(signed)}, result(lambda: int.from_bytes(b, order, signed=signed))]
    yield ["method", "0", "from_bytes", ["[1, 300]"], {}, result(lambda: int.from_bytes([1, 300]))]
    yield ["method", "0", "from_bytes", ["3"], {}, result(lambda: int.from_bytes(3))]
    for n, a in [(5, (1,)), (-5, (1,)), (300, (1,)), (5, (-1,)), (5, (1, "x")), (5, (1, 3)), (5, ())]:
        yield method(n, "to_bytes", *a)


def floats():
    for _ in range(2500):
        f = wild_float()
        yield ["float", struct.pack(">d", f).hex(), repr(f)]
    for _ in range(500):
        f = round(random.uniform(-1000, 1000), random.randint(0, 6)) * 10.0 ** random.randint(-8, 20)
        yield ["float", struct.pack(">d", f).hex(), repr(f)]


def spec():
    s = ""
    if random.random() < 0.5:
        if random.random() < 0.5:
            s += random.choice(["*", "0", " ", "é", "x", "{", "<", "="])
        s += random.choice("<>=^")
    if random.random() < 0.35:
        s += random.choice("+- ")
    if random.random() < 0.12:
        s += "z"
    if random.random() < 0.2:
        s += "#"
    if random.random() < 0.2:
        s += "0"
    if random.random() < 0.6:
        s += str(random.choice([1, 2, 5, 8, 10, 11, 12, 20, 30]))
    if random.random() < 0.3:
        s += random.choice([",", "_", ",", "_", ",_", "_,"])
    if random.random() < 0.4:
        s += "." + random.choice(["0", "1", "2", "3", "6", "17", "25", ""])
    if random.random() < 0.8:
        s += random.choice("bcdeEfFgGnosxX%yfgedfs")
    return s


def formats():
    values = [0, 1, -1, 42, -255, 1234567, 10**25, -(2**70), True, False, 0.0, -0.0, 1.5, -2.25, 0.1, 1e-7, 123456.789, 1e22, 1e300, math.inf, -math.inf,
              math.nan, 9.5, 0.00012345, 99999.5, 1 + 2j, -0j, 1.5j, 1e10 - 0.5j, "", "abc", "日本語😀", "x" * 15]
    for v in values:
        for _ in range(75):
            yield fmt(v, spec())
        for s in ["", "yy", "\x01", "é", "99999999999999999999", ".99999999999999999999", " ", "-", ".2147483648f", "d ", "<<", "c", "010,", "013,", "012,.2f", "#x", "_b", "#_X", "08_b"]:
            yield fmt(v, s)
    for v in [65, 0x1F600, 0x110000, -1, 0xD800, 10**30]:
        yield fmt(v, "c")
        yield fmt(v, "5c")
    for v in [None, [], (1,), b"a"]:
        yield fmt(v, "")
        yield fmt(v, ">5")
    for _ in range(700):
        f = random.choice([wild_float(), random.uniform(-1e6, 1e6), random.randint(0, 2000) / 16])
        yield fmt(f, random.choice(["", "+", "012", ","]) + random.choice(["", ".0", ".1", ".3", ".10", ".20"]) + random.choice("eEfFgG%") )
    texts = ["{}", "{0}", "{a}", "{} {}", "{0} {}", "{} {0}", "{", "}", "{{}}", "{{{}}}", "{0", "{0!}", "{0!x}", "{0!r", "{0!rx}", "{0!r}", "{0!s:>5}", "{0!a}", "{0[}",
             "{0[]}", "{0.}", "{0[0]x}", "{b[0]}", "{b[9]}", "{b[-1]}", "{0.real}", "{0.foo}", "{:{}}", "{:{w}}", "{:{:{}}}", "{a!r:*^{w}}", "{:}}", "{a.b}", "{99999999999999999999}",
             "{0[99999999999999999999]}", "{ 0}", "{-1}", "{c[x]}", "{c[y]}", "{0:{1}}}", "{0:{", "{:,d}", "{:c}", "{!r}}", "{:x<}", "{0.__class__}x{", "{:d}", "{:.2f}|{:>8}", "a{0:5}b{a:<5}c", "{0!\x01}", "{a[0]}", "{:%}", "é{}é", "{0:é>5}", "{a:s}{0:d}",
             "{b[0]:03d}", "{}{}{}{}{}", "{0}{a", "}{", "{!}", "{:", "{a{", "{0[a]}"]
    for s in texts:
        yield method(s, "format", 65, 7, 3, a="x", b=[1, 2], c={"x": 5}, w=8)
        yield method(s, "format")
        yield method(s, "format_map", {"a": 1, "b": [4]})


def percents():
    codes = "dioxXeEfFgGcrsau%by"
    values = [0, 5, -42, 10**20, True, 1.5, -0.0, 1e100, math.nan, math.inf, "a", "é日", None, [], b"x", 1j, "12", 65]
    for c in codes:
        for v in values:
            flags = "".join(random.sample("-+ #0", random.randint(0, 2)))
            width = random.choice(["", "5", "12"])
            precision = random.choice(["", "", ".0", ".3", "."])
            yield op("%", "<%" + flags + width + precision + c + ">", v)
            yield op("%", "%" + c, (v,))
    more = [("%s", ()), ("%s", (1, 2)), ("%s %s", (1,)), ("%(a)s", 1), ("%(a)s", {"a": 1}), ("%(a)s", {}), ("%(a", {}), ("%", 1), ("%s %", 1), ("a", 1), ("a", {}), ("a", []),
            ("a", "b"), ("%*d", (5, 1)), ("%-*d|", (5, 1)), ("%*d|", (-5, 1)), ("%*d", ("a", 1)), ("%.*f", (2, 3.14159)), ("%.*f", (-2, 3.14159)), ("%%", ()), ("%5%", ()), ("%5%", 1),
            ("%ld", 3), ("%lld", 3), ("%hd", 3), ("%((a))s", {"(a)": 1}), ("%c", "ab"), ("%c", -1), ("%c", 0x110000), ("%.3000000000f", 1), ("%9999999999999999999d", 1), ("%é", 1), ("é%y", 1),
            ("%s%s", (1,)), ("%(a)s %s", {"a": 1}), ("%(a)s %(b)5d|", {"a": "x", "b": 3}), ("%s", {"a": 1}), ("%s", ((1, 2),)), ("%s and %r", ("a", "b")), ("100%", ()), ("%d%%", 5), ("%05d|%-5d|%+d", (3, 3, 3)),
            ("%08.3f", 3.14159), ("%.2e", 12345.678), ("%10.4s|", "abcdefgh"), ("%x %X %#x %#o", (255, 255, 255, 8)), ("%*.*f", (8, 2, 3.14159)), ("%*s", (-1, "")), ("%d", 10**30), ("% d", 5), ("%r", ["a"])]
    for f, a in more:
        yield op("%", f, a)
    for f, a in [(b"%s", b"a"), (b"%s", "a"), (b"%d", 5), (b"%b", b"x"), (b"%c", 65), (b"%c", b"x"), (b"%c", b"xy"), (b"%c", 256), (b"%x", 255), (b"%(a)s", {b"a": b"1"}), (b"%5.1f", 2), (b"%s", 5),
                 (b"%y", 5), (b"%a", "é"), (b"%d", "a"), (b"%s", ()), (b"a", 5), (b"%-5s|", b"a"), (b"%f", "x"), (b"%s %d", (b"x", 3))]:
        yield op("%", f, a)


def strings():
    plain = ["lower", "upper", "casefold", "swapcase", "title", "capitalize", "isalpha", "isdecimal", "isdigit", "isnumeric", "isalnum", "isspace", "isascii", "isprintable", "isidentifier", "islower", "isupper",
             "istitle", "strip", "lstrip", "rstrip", "split", "rsplit", "splitlines", "expandtabs", "encode"]
    for s in STRS:
        for name in plain:
            yield method(s, name)
        yield method(s, "splitlines", True)
        for n in [0, 1, 2, 5]:
            yield method(s, "split", None, n)
            yield method(s, "rsplit", None, n)
            yield method(s, "expandtabs", n)
        for w in [0, 3, 10, 15]:
            yield method(s, "center", w, "*")
            yield method(s, "ljust", w)
            yield method(s, "rjust", w, "é")
            yield method(s, "zfill", w)
        for sub in ["", "a", "b", "X", "本", "lo", " ", "--"]:
            for name in ["find", "rfind", "index", "rindex", "count", "startswith", "endswith"]:
                yield method(s, name, sub)
                yield method(s, name, sub, random.choice([0, 1, -2, 3, 50, None]), random.choice([0, 2, -1, 5, 50, None]))
            for name in ["partition", "rpartition", "removeprefix", "removesuffix", "split", "rsplit", "strip", "lstrip", "rstrip"]:
                yield method(s, name, sub)
            yield method(s, "split", sub, 1)
            yield method(s, "rsplit", sub, 1)
            yield method(s, "replace", sub, "<>")
            yield method(s, "replace", sub, "", 1)
            yield method(s, "join", [sub, "q", sub])
            yield op("in", sub, s)
        for key in [0, 1, -1, 5, 100, True, "a", 1.0, None, slice(None), slice(1, 3), slice(None, None, -1), slice(-3, None), slice(None, 5, 2), slice(5, 1, -2), slice(0, 10**30), slice(None, None, 0), slice("a", None)]:
            yield item(s, key)
        for name in ["bool", "str", "ascii", "len", "list", "-"]:
            yield unary(name, s)
        yield method(s, "__repr__")
        for other in random.sample(STRS, 4) + [1, None, b"a", 1.5]:
            for name in ["+", "*", "==", "<", ">=", "in"]:
                yield op(name, s, other)
        for n in [0, 1, 3, -1, True]:
            yield op("*", s, n)
            yield op("*", n, s)
        for enc in ["ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"]:
            for errors in ["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass"]:
                if len(s) < 20 and (not s.isascii() or errors == "strict"):
                    yield method(s, "encode", enc, errors)
        yield method(s, "translate", {97: "A", 98: None, 99: 0x1F600, 32: "__"})
    bad = [("center",), ("center", "a"), ("center", 3, "ab"), ("center", 3, 3), ("center", 1, 2, 3), ("join", [1]), ("join", 3), ("join",), ("join", 1, 2), ("index", "z"), ("split", ""), ("split", 3), ("split", None, "x"),
           ("startswith", 3), ("startswith", (3,)), ("startswith", ("b", "a")), ("endswith", ("x", 1)), ("startswith", "a", "b"), ("replace", 1, 2), ("replace", "a", 1), ("replace", "a"), ("replace", "a", "b", "c"),
           ("find", 1), ("find", "a", "b"), ("strip", 3), ("lstrip", 3), ("count", 1), ("partition", ""), ("partition", 1), ("encode", "foo"), ("encode", 1), ("encode", "ascii", 3), ("encode", "ascii", "zzz"), ("translate", 3),
           ("translate", {97: 1.5}), ("translate", {97: -1}), ("removeprefix", 1), ("zfill", "a"), ("expandtabs", "a"), ("splitlines", 1, 2), ("upper", 1), ("strip", 1, 2), ("zfill",), ("format_map", 1), ("isalpha", 1), ("foo",),
           ("join", ("a", "b")), ("join", {"x": 1}), ("join", "xyz"), ("rsplit", "", 1), ("rindex", "z", 0, 1)]
    for b in bad:
        yield method("abc", *b)
    yield method("a b", "split", maxsplit=1)
    yield method("a,b,c", "rsplit", sep=",", maxsplit=1)
    yield method("a\n", "splitlines", keepends=True)
    yield method("a\t", "expandtabs", tabsize=3)
    yield method("é", "encode", encoding="latin-1", errors="strict")
    yield method("é", "encode", "ascii", "zzz")
    for a in [({97: "b"},), ({"a": "b", "c": None},), ({"ab": 1},), ("ab", "cd"), ("ab", "c"), ("ab", "cd", "e"), (1,), (1, 2), ("a", 2), ("a", "b", 3), ({1.5: 2},)]:
        yield ["method", "''", "maketrans", [repr(x) for x in a], {}, result(lambda: str.maketrans(*a))]
    for a, kw in [((), {}), ((3,), {}), ((b"a",), {}), ((b"a", "ascii"), {}), (("a", "ascii"), {}), ((3, "ascii"), {}), ((b"a", 3), {}), ((), {"object": 3}), ((b"\xff",), {"errors": "replace"}), ((1, 2, 3, 4), {}), (([1, "a"],), {}), ((1.0,), {}), ((None,), {})]:
        yield call(str, *a, **kw)


def binaries():
    plain = ["lower", "upper", "swapcase", "title", "capitalize", "isalpha", "isdigit", "isalnum", "isspace", "isascii", "islower", "isupper", "istitle", "strip", "lstrip", "rstrip", "split", "rsplit", "splitlines", "expandtabs", "hex"]
    for s in BYTES + [bytearray(b"abc abc"), bytearray(b"")]:
        for name in plain:
            yield method(s, name)
        yield method(s, "splitlines", True)
        for n in [0, 1, 2]:
            yield method(s, "split", None, n)
            yield method(s, "rsplit", None, n)
        for sub in [b"", b"a", b"b", b",", b"\xff", bytearray(b"b"), 97, 300, "a"]:
            for name in ["find", "rindex", "count", "startswith", "partition", "rpartition", "removeprefix", "removesuffix", "split", "strip"]:
                yield method(s, name, sub)
            yield method(s, "replace", sub, b"<>")
            yield op("in", sub, s)
            yield op("+", s, sub)
            yield op("==", s, sub)
            yield op("<", s, sub)
        yield method(s, "hex", ":", 2)
        yield method(s, "hex", "-", -3)
        for w in [0, 5, 14]:
            yield method(s, "center", w, b"*")
            yield method(s, "ljust", w)
            yield method(s, "zfill", w)
        for key in [0, -1, 5, 100, "a", None, slice(1, 3), slice(None, None, -1), slice(None, None, 2)]:
            yield item(s, key)
        for name in ["bool", "str", "len", "list"]:
            yield unary(name, s)
        yield op("*", s, 2)
        for enc in ["utf-8", "ascii", "latin-1", "utf-16", "utf-32"]:
            yield method(s, "decode", enc, "replace")
            yield method(s, "decode", enc)
        yield method(s, "join", [b"x", bytearray(b"y")])
        yield method(s, "join", ["x"])
    for _ in range(500):
        s = bytes(random.choice([0x41, 0x80, 0xBF, 0xC0, 0xC3, 0xE0, 0xE2, 0xED, 0xA0, 0x9F, 0xF0, 0x90, 0x8F, 0xF4, 0xF5, 0xFF]) for _ in range(random.randint(1, 5)))
        yield method(s, "decode", "utf-8", random.choice(["strict", "replace", "ignore", "backslashreplace", "surrogateescape"]))
        s = bytes(random.choice([0, 0x41, 0xD8, 0xDC, 0xFF, 0xFE]) for _ in range(random.randint(1, 8)))
        yield method(s, "decode", random.choice(["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"]), random.choice(["strict", "replace"]))
    for t in [bytes, bytearray]:
        for a in [(), ("a",), ("é", "utf8"), ("a", 3), (1, "utf8"), (1, 2, 3, 4), (3,), (-1,), ([1, 2],), (["a"],), ([256],), ([1.5],), ({1: 2},), (None,), (1.5,), (b"a", "utf8"), (bytearray(b"q"),), (b"q",), ((1, 2),), ("é", "ascii"), (True,), (10**30,)]:
            yield call(t, *a)
        for s in ["0a 0b", "0", "zz", "0a0", "é", " ff\n", "FF"]:
            yield ["method", repr(t(b"")), "fromhex", [repr(s)], {}, result(lambda: t.fromhex(s))]
    for b in [("center", 5, "*"), ("center", 5, b"**"), ("hex", "::"), ("hex", 1), ("hex", "é"), ("split", b""), ("split", "a"), ("decode", "zz"), ("decode", 3), ("index", b"z"), ("translate", None, b"a"), ("translate", b"a"), ("startswith", "a"), ("startswith", ("a",)), ("startswith", (b"a",)), ("lower", 1), ("__format__", "5"), ("replace", b"a", "b")]:
        yield method(b"abc", *b)
    for b in [("pop",), ("pop", 0), ("pop", 9), ("remove", 98), ("remove", 9), ("remove", 300), ("insert", 0, 98), ("append", 256), ("append", "a"), ("extend", [300]), ("extend", "a"), ("extend", 3), ("copy",), ("reverse",), ("clear",)]:
        yield method(bytearray(b"abc"), *b)
    yield method(bytearray(), "pop")


def characters():
    def ranges(test):
        out, start = [], None
        for c in range(sys.maxunicode + 2):
            on = c <= sys.maxunicode and test(chr(c))
            if on and start is None:
                start = c
            elif not on and start is not None:
                out.append(f"{start:x}-{c - 1:x}")
                start = None
        return " ".join(out)

    for name in ["isalpha", "isdecimal", "isdigit", "isnumeric", "isalnum", "isspace", "isprintable", "isidentifier", "islower", "isupper", "istitle"]:
        yield ["chars", name, ranges(getattr(str, name))]
    yield ["chars", "continues", ranges(lambda c: ("a" + c).isidentifier())]
    for name in ["lower", "upper", "title", "casefold", "swapcase"]:
        f = getattr(str, name)
        yield ["map", name, {f"{c:x}": f(chr(c)) for c in range(sys.maxunicode + 1) if f(chr(c)) != chr(c)}]
    yield ["map", "int", {f"{c:x}": str(int(chr(c))) for c in range(0x80, sys.maxunicode + 1) if chr(c).isdecimal()}]


def main():
    OUT.mkdir(exist_ok=True)
    for family in [numbers, number_methods, floats, formats, percents, strings, binaries, characters]:
        lines = list(dict.fromkeys(json.dumps(case, separators=(",", ":")) for case in family()))
        text = "\n".join(lines) + "\n"
        (OUT / f"values_{family.__name__}.jsonl.gz").write_bytes(gzip.compress(text.encode(), mtime=0))
        print(f"{family.__name__}: {len(lines)} cases")


if __name__ == "__main__":
    main()
