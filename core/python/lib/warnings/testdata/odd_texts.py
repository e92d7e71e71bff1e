"""What Python warns of before it runs a text."""
import warnings


def told(text, mode="exec"):
    with warnings.catch_warnings(record=True) as log:
        warnings.simplefilter("always")
        try:
            compile(text, "odd.py", mode)
        except SyntaxError as e:
            print("!", e)
    print(repr(text))
    for w in log:
        print("   ", w.filename, w.lineno, w.category.__name__, w.message)


PLACE = ["x is -1", "x is not (1, 2)", "x is ()", "x is None is 3", "3 is x", "x is 1 + 1", "x is (x,)", "x is ('a', -1)", "x is 'a' * 3", "x is True",
         "x is ...", "x is not 5.0", "not 3 is x", "not x is not 3", "x is 2 ** 8", "x is 1 / 2", "x == 3 is not x", "x is f'a'", "x is f''", "x is []",
         "(1, 2)(3)", "[1](2)", "{}(1)", "{1}(2)", "[a for a in x](1)", "f'a'(1)", "1(2)", "None(3)", "(a for a in x)(1)", "(lambda: 1)(3)", "b'a'(1)",
         "{a: a for a in x}(1)", "...(2)", "True()", "x(3)", "1[2]", "None[1]", "{1}[2]", "(lambda: 1)[1]", "[1]['a']", "[1][1.5]", "'a'['b']",
         "f'a'[()]", "(1, 2)[1, 2]", "{}[1.5]", "[1][[1]]", "[1][True]", "[1][None]", "[1][{}]", "...[1]", "1j[1]", "{x for x in x}[1]", "'a'[1](2)",
         "[1][x, 1]", "[1][...]", "'a'[b'1']", "b'a']['b']", "[1][x:2]", "[1][-1]", "[1][x]", "[(1, 2) (3, 4)]", "['a' ('b'), 'c'[2, 3]]",
         "print(x is 'a', y is 'b')", "(x is 3, 3(4))", "3(4 is x)"]
for text in PLACE:
    told(text, "eval")
told("x = [1, 2]\nassert (x,\n        'text')\nassert (x, )\nassert ()\nassert (x), 'text'\n")
told(r'''a = "\d\e" "\q"
b = f"\d{a}\w"
c = b"\d", r"\d", rb"\d"
d = """
\d"""
e = "\777", b"\400", "\377"
f = ("ok"
     "\z")
g = "\
\ü"
''')
told("def f(a=1 is 2):\n    class K(3(4)):\n        x: 1 is y = 3\n        @4(5)\n        def g(self): return self is 'a'\n    return lambda: f is 7\n")
told("x[1 is y] = 3\n[1]['a'] = 3\n[1]['a'] += 3\ndel [1]['a']\n")
told("if x is 3:\n    while y is 4:\n        for i in 5(6): pass\nelif x is 8:\n    pass\n")
told("x is 3 is", "eval")
told("try: x\nexcept x is 1: pass\nelse: x is not 2\nfinally:\n    x is 3\n    y is 4\n")
told("while x is 4:\n    y is not 3\nelse:\n    2(3)\n")

for text in "x is 5", "a = 3\n\nprint(a,\n    a is 4)", "'\\d'", "(1,\n '\\d')":
    for kind in SyntaxWarning, DeprecationWarning:
        with warnings.catch_warnings():
            warnings.simplefilter("error", kind)
            warnings.simplefilter("ignore", SyntaxWarning if kind is DeprecationWarning else DeprecationWarning)
            try:
                compile(text, "odd.py", "exec")
            except SyntaxError as e:
                print(type(e).__name__, e, e.args[0], e.lineno, e.filename, kind.__name__)

with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("default")
    warnings.filterwarnings("ignore", message=".*literal")
    for _ in range(2):
        exec("1 is 2\nif 0: 3(4)")
        try:
            eval("5[6]")
        except TypeError as e:
            print(e)
    print([(str(w.message), w.filename, w.lineno) for w in log])
