import sys, warnings
sys.stderr = sys.stdout
warnings.resetwarnings()
print(warnings.filters)
warnings.simplefilter("always")
def f():
    warnings.warn("again")
f(); f()
warnings.simplefilter("once")
f(); f()
warnings.simplefilter("error", DeprecationWarning)
try:
    warnings.warn("gone", DeprecationWarning)
except DeprecationWarning as e:
    print("raised", repr(e), e.args)
warnings.simplefilter("ignore")
f()
print(len(warnings.filters), [(a, c.__name__, n) for a, m, c, mod, n in warnings.filters])
warnings.filterwarnings("default", category=UserWarning)
warnings.warn("seen")
for bad in [lambda: warnings.simplefilter("loud"), lambda: warnings.filterwarnings("nope"),
            lambda: warnings.filterwarnings("ignore", category=int), lambda: warnings.simplefilter("ignore", lineno=-1),
            lambda: warnings.filterwarnings("ignore", 3)]:
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
warnings.resetwarnings()
warnings.simplefilter("module")
for i in range(2):
    warnings.warn("mod")
warnings.warn("mod")
warnings.simplefilter("ignore", append=True)
print([f[0] for f in warnings.filters])
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    warnings.warn("hidden")
    print(len(warnings.filters))
print([f[0] for f in warnings.filters])
with warnings.catch_warnings(action="error"):
    try:
        warnings.warn("raise me")
    except UserWarning as e:
        print("caught", e)
