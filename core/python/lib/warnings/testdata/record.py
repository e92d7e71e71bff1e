import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    warnings.warn("one")
    warnings.warn("two", DeprecationWarning)
    print(len(w))
    print(w[0].message, w[0].category, w[0].filename, w[0].lineno, w[0].file, w[0].line, w[0].source)
    print(issubclass(w[-1].category, DeprecationWarning), "two" in str(w[-1].message))
    print(w[0])
    print(type(w[0].message), type(w))
cw = warnings.catch_warnings(record=True)
print(cw)
print(warnings.catch_warnings())
with cw:
    pass
try:
    with cw:
        pass
except RuntimeError as e:
    print(e)
try:
    warnings.catch_warnings().__exit__()
except RuntimeError as e:
    print(e)
with warnings.catch_warnings(record=True) as outer:
    warnings.simplefilter("always")
    warnings.warn("a")
    with warnings.catch_warnings(record=True) as inner:
        warnings.warn("b")
    warnings.warn("c")
print([str(m.message) for m in outer], [str(m.message) for m in inner])
def collect(message, category, filename, lineno, file=None, line=None):
    print("own:", message, category.__name__, filename, lineno, file, line)
warnings.simplefilter("always")
old = warnings.showwarning
warnings.showwarning = collect
warnings.warn("to me")
warnings.showwarning = old
import sys
sys.stderr = sys.stdout
formatwarning = warnings.formatwarning
warnings.formatwarning = lambda m, c, f, n, line=None: f"<{c.__name__} {m}>\n"
warnings.warn("formatted")
warnings.formatwarning = formatwarning
class W(UserWarning):
    def __init__(self, a, b=2):
        super().__init__(a)
        self.b = b
with warnings.catch_warnings(record=True) as w:
    warnings.warn(W("x", 5))
    print(w[0].message.b, w[0].category is W)
m = warnings.WarningMessage("m", UserWarning, "f", 1)
print(m, m.message, m.category)
try:
    warnings.warn()
except TypeError as e:
    print(e)
