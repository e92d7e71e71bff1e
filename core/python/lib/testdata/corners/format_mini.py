for spec in ["", "d", "5d", "<5d", "^7d", "+d", " d", "05d", "x", "#x", "#010b", "o", ",", "_", "_x", "c", "e", ".2f", "%", "n", "*^9", "=+6d"]:
    print(spec, repr(format(65, spec)), end="; ")
print()
for spec in ["", "f", ".0f", ".3e", "g", ".3g", "G", "%", "+.1f", "010.2f", ",.2f", "_.1f", "<10", "=^10", ".1%", "#.0f", "z.1f"]:
    print(spec, repr(format(1234.5678, spec)), repr(format(-0.04, spec)), end="; ")
print()
for spec in ["", "s", "10", ">10", "^10.2", ".3", "*<8s"]: print(repr(format("hello", spec)), end="; ")
print()
for v, s in [("x", "d"), (1, "s"), (1.5, "d"), (1, ".2d"), ("x", "="), ("x", "+"), (1j, "d"), ([], "3"), (1, "q"), (1.0, ",_")]:
    try: print(format(v, s))
    except Exception as e: print(type(e).__name__, e)
print(f"{3+4j:.2f}", f"{1e20:g}", f"{float('nan'):+}", f"{float('-inf'):010}", f"{10**20:,}", f"{True:d}", f"{True}", f"{'a'!r:>6}")
w, p = 10, 3
print(f"{3.14159:{w}.{p}}", f"{3.14159:>{w}.{p}f}|", "{:>{}}".format("a", 4), "{0[k]} {1.real}".format({"k": 1}, 2), "{{}}".format())
print("%5.2f|%-6s|%+d|%x|%o|%e|%r|%%|%c|%05d|%s" % (3.14159, "ab", 5, 255, 8, 12345.678, "q", "z", 42, None))
print("%(a)s %(b)04d" % {"a": 1, "b": 2}, "%s" % (1,), "%.3s" % "abcdef", "%*d" % (5, 3))
