x, name, pi = 5, "Ann", 3.14159
print(f"{x} {name!r} {pi:.2f} {x:>5}|{name:<6}|{name:^7}|{x:05d}|{x:+}|{x:#x}|{x:b}")
print(f"{x=} {name=} {x + 1 = } {name=!s} {pi=:.1f}")
w, p = 10, 3
print(f"{pi:{w}.{p}f}|{name:>{w}}|{name!r:>{w}}")
print(f"{{literal}} {x}{name}" f" joined {x}" " plain")
print(f"{'nested ' + f'{x}'} {[i for i in range(3)]} { {'a': 1}['a'] } {(lambda v: v * 2)(4)}")
class F:
    def __format__(self, spec): return f"<{spec}>"
    def __str__(self): return "str"
    def __repr__(self): return "repr"
print(f"{F()} {F():abc} {F()!s} {F()!r:>6} {F()!a}")
print(f"{1000000:,} {0.25:.0%} {12345.678:e} {True} {None} {1j}")
print(f"""multi
{x}
line""")
try:
    f"{x:zz}"
except ValueError as e:
    print(e)
try:
    f"{name:d}"
except ValueError as e:
    print(e)
try:
    f"{[]:d}"
except TypeError as e:
    print(e)
print(f"{x!r}" + f'{name!a}' + rf"\n{x}", f"", f"{'é'!a}")
print("%s %d %.2f %r" % (name, x, pi, name), "{} {b}".format(1, b=2))
