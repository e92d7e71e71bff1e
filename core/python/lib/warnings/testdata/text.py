import sys, warnings
sys.stderr = sys.stdout
warnings.resetwarnings()
warnings.warn("plain")
warnings.warn("deprecated thing", DeprecationWarning)
warnings.warn(UserWarning("object"))
def old(x):
    warnings.warn("old() is deprecated", FutureWarning, stacklevel=2)
    return x
old(1)
for i in range(3):
    old(i)      # once for this line
for i in range(3):
    warnings.warn(f"number {i}")
class Custom(UserWarning):
    pass
warnings.warn("custom", Custom)
if True:
        warnings.warn(
            "over lines",
            RuntimeWarning)
try:
    warnings.warn("x", int)
except TypeError as e:
    print(e)
try:
    warnings.warn("x", "no")
except TypeError as e:
    print(e)
warnings.warn_explicit("explicit", UserWarning, "file.py", 12)
warnings.showwarning("shown", UserWarning, "a.py", 3)
print(repr(warnings.formatwarning("m", SyntaxWarning, "f.py", 7, "the line")))
warnings.warn(str(12))
