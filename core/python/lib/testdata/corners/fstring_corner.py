x = 5; y = 3.14159; s = "hi"; d = {"a": 1, "b c": 2}; w = 10
print(f"{x}{y:.2f}{s!r}{s!s:>5}{s:*^{w}}{x:0{w}b}{y:{w}.{2}f}{x=}{y = :.1f}{s=!s}{d['a']}{d["b c"] if 0 else ''}" if 0 else "")
print(f"{x} {y:.2f} {s!r} {s!s:>5} {s:*^{w}} {x:0{w}b} {y:{w}.{2}f} {x=} {y = :.1f} {s=!s} {d['a']}")
print(f"{{}} {{{x}}} {x:{'>'}{8}} {'nested ' + f'{x + 1}'} {(lambda v: v * 2)(4)} {[i for i in range(3)]} { {'k': 1}['k'] }")
print(f"{x!r:^{w}}|{s.upper():<6}|{x:+}|{-x: }|{x:e}|{12345.678:,.1f}|{1234567:_}|{255:#x}|{255:#010b}|{0.25:.0%}|{1e10:g}|{1e-10:G}|{x:c}" if 0 else f"{255:#x}|{255:#010b}|{0.25:.0%}|{1e10:g}|{1e-10:G}|{65:c}")
print(f'''multi
{x}
line''', f"a" "b" f"{x}", rf"\d{x}", fr"{x}\n", F"{x}", f"\x41{x}\N{LATIN SMALL LETTER A}")
print(f"{x,}", f"{x, y}", f"{*[1,2],}", f"{x if x > 3 else y}", f"{x:=+5d}" if 0 else "", f"{(x:=7)}", x)
print(f"{'a':>{3}}{'b':<{3}}{'c':^{3}}", f"{3.0}", f"{3:n}", f"{True:d}", f"{True}", f"{None}", f"{1+2j:.2f}", f"{'abc':.2}", f"{'abc':5.1}|")
import datetime
print(f"{datetime.date(2020,1,2):%d/%m/%Y}", f"{datetime.date(2020,1,2)}", f"{datetime.date(2020,1,2)!r}")
class F:
    def __format__(self, spec): return f"<{spec}>"
    def __str__(self): return "S"
    def __repr__(self): return "R"
print(f"{F():abc}{F()}{F()!s}{F()!r}{F()!a}", format(F(), "z"), "{:q} {0!r}".format(F()) if 0 else "{0:q} {0!r}".format(F()), "%s %r" % (F(), F()))
print("{} {}".format(1, 2), "{1} {0}".format(1, 2), "{a} {b}".format(a=1, b=2), "{0[1]} {1.real} {2[k]}".format([1, 2], 3, {"k": "v"}), "{:>{w}}".format("x", w=4), "{{}}".format(), "{!r:>6}".format("a"), "{0:{1}}".format(5, "03d"))
for spec in ("5", "<5", ">5", "^5", "05", "+", "-", " ", "x", "X", "#x", "o", "b", "c", "d", "n", "e", "E", "f", "F", "g", "G", "%", ",", "_", ".3", "s", "=5", "*=+8", "<05", "zf", ".2f", "10.3e", "_b", ",d", "5.2", "r", "!", "{", "#", "#.3g", "010,", "=^5", "á>5", "1000000000000000000000"):
    for v in (42, -3.5, "ab", True, None):
        try: print(spec, repr(v), "->", repr(format(v, spec)))
        except Exception as e: print(spec, repr(v), type(e).__name__, e)
for t in ("{", "}", "{0", "{0!}", "{0!x}", "{a}", "{1}", "{} {0}", "{0} {}", "{0.x}", "{0[}", "{0[a]}", "{:d}", "{!r", "{0!rr}", "{.}", "{[]}", "{a.b[c]!r:>{w}}", "{:{}}", "{:{}{}}"):
    try: print(t, "->", t.format(5))
    except Exception as e: print(t, type(e).__name__, e)
for t, a in (("%s %s", (1,)), ("%s", (1, 2)), ("%d", "a"), ("%(a)s", {"a": 1}), ("%(b)s", {"a": 1}), ("%(a)s", 5), ("%", 1), ("%z", 1), ("%5.2f|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%e|%g|%c|%r|%a|%%", (1.234, 5, 6, 7, 8, 255, 255, 255, 8, 1e5, 1e-5, "c", "r", "é")), ("%*d|%-*s|%.*f", (5, 3, 4, "a", 2, 1.5)), ("%s", [1]), ("%s", (None,)), ("a", 1), ("a", ()), ("a", {}), ("%i %u", (1, 2)), ("%.3s", "abcdef"), ("%d", 10**30), ("%f", 10**30), ("%(a)d %(a)x", {"a": 10}), ("%s", ({},)), ("%*d", ("a", 1)), ("%d", None), ("%.0f %.0f", (0.5, 1.5)), ("%s" "%%", 1), ("%(x", {"x": 1}), ("%hd", 5)):
    try: print(t, "->", t % a)
    except Exception as e: print(t, type(e).__name__, e)
