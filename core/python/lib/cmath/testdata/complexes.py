import cmath

values = [0, 1, -1, 2.5, 1j, -1j, 1 + 2j, -3.5 + 0.25j, 0.1 - 0.9j, -0.5 - 0.5j, 100 + 1j, 1e-3 + 1e-3j]
for name in ["sqrt", "exp", "log", "log10", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "phase", "polar", "isnan", "isinf", "isfinite"]:
    f = getattr(cmath, name)
    for v in values:
        try:
            r = f(v)
            if isinstance(r, complex):
                r = complex(float("%.13e" % r.real), float("%.13e" % r.imag))
            print(name, v, r)
        except Exception as e:
            print(name, v, type(e).__name__, e)
print(cmath.rect(2, cmath.pi / 2), cmath.rect(1, 0), cmath.log(8, 2), cmath.log(1j, 10), cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.nanj)
print(cmath.isclose(1 + 1j, 1 + 1.0000000001j), cmath.isclose(1, 2), cmath.isclose(1, 1.1, rel_tol=0.2), cmath.isclose(0, 1e-12, abs_tol=1e-9), cmath.isinf(complex("inf")), cmath.isnan(complex("nan")), cmath.sqrt(-4), cmath.exp(1j * cmath.pi))
for f in [lambda: cmath.sqrt("a"), lambda: cmath.exp(1000), lambda: cmath.isclose(1, 2, rel_tol=-1), lambda: cmath.log(0), lambda: cmath.log(5, 0), lambda: cmath.log()]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__)
