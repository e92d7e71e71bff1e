ns = {}
exec("x = 1\ndef f(a): return a + x", ns)
print(ns["f"](2), sorted(k for k in ns if k != "__builtins__"))
print(eval("1 + 2"), eval("a * 2", {"a": 4}), eval("b + c", {"b": 1}, {"c": 2}))
def f():
    local = 5
    return eval("local + 1")
print(f())
code = compile("y = 10", "<s>", "exec")
exec(code)
print(y)
print(eval(compile("3 * 4", "<s>", "eval")))
try:
    eval("1 +")
except SyntaxError as e:
    print(type(e).__name__, e.lineno)
try:
    exec("for")
except SyntaxError as e:
    print(type(e).__name__)
exec("z = 1\nclass K:\n    v = z\nprint(K.v, [z for _ in range(2)])", {})
l = {}
exec("q = 1\nr = q + 1", {}, l)
print(l)
def g():
    x = 1
    exec("x = 2")
    return x
print(g())
print(globals()["y"], "f" in globals(), __name__)
