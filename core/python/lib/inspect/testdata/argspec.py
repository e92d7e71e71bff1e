import inspect
def f(a, b: int, c=3, *args, d, e: str = "x", **kw) -> float: ...
print(inspect.getfullargspec(f))
print(inspect.getfullargspec(lambda: 0))
class A:
    def __init__(self, units, activation=None, **kwargs): ...
    def m(self, x): ...
spec = inspect.getfullargspec(A.__init__)
print(spec.args, spec.varargs, spec.varkw, spec.defaults, spec.kwonlyargs, spec.kwonlydefaults, spec.annotations)
print(inspect.getfullargspec(A), inspect.getfullargspec(A(1).m).args)
print("units" in inspect.getfullargspec(A.__init__)[0])
try:
    inspect.getfullargspec(5)
except TypeError as e:
    print(e)
print(inspect.get_annotations(f), inspect.get_annotations(A))
class T:
    x: int
    y: "str" = 1
print(inspect.get_annotations(T), inspect.get_annotations(T, eval_str=True))
print(inspect.formatannotation(int), inspect.formatannotation(A), inspect.formatannotation("s"))
