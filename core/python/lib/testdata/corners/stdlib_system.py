import os, os.path, sys, time, platform, io, logging, warnings, traceback, inspect, types, functools
print(os.path.join("a", "b", "/c", "d"), os.path.split("/a/b.txt"), os.path.splitext("x.tar.gz"), os.path.basename("/a/b/"), os.path.dirname("/a/b"), os.path.normpath("a/../b//c/."), os.path.isabs("/a"), os.path.commonpath(["/a/b", "/a/c"]), os.path.commonprefix(["abc", "abd"]), os.path.relpath("/a/b", "/a/c"), os.path.exists("/nope/x"), os.path.expanduser("x"), os.sep, os.linesep == "\n", os.name, os.curdir, os.pardir, os.extsep)
os.environ["FOO_X"] = "1"; print(os.environ.get("FOO_X"), os.getenv("NOPE_Q", "d"), "FOO_X" in os.environ, os.environ.pop("FOO_X"), os.environ.get("FOO_X"))
try: os.environ["x"] = 1
except TypeError as e: print(e)
try: os.environ["NOPE_Q"]
except KeyError as e: print(e)
print(sys.version_info >= (3, 8), sys.version_info[:2], sys.maxsize, sys.byteorder, sys.getrecursionlimit() > 100, sys.float_info.max, sys.float_info.epsilon, sys.int_info.bits_per_digit, sys.hash_info.modulus, type(sys.path), "json" in sys.modules or True, sys.getsizeof(1) > 0, sys.maxunicode, sys.getdefaultencoding(), sys.flags.debug, sys.platform[:3])
def fr():
    f = sys._getframe(); return f.f_code.co_name, f.f_lineno, f.f_back.f_code.co_name, sorted(f.f_locals)[:1]
print(fr())
try: 1/0
except ZeroDivisionError: print(sys.exc_info()[0], sys.exc_info()[1])
print(sys.exc_info())
sys.stdout.write("w\n"); print("to", "stdout", file=sys.stdout, sep="-", end="!\n", flush=True)
old = sys.stdout; sys.stdout = io.StringIO(); print("cap"); s = sys.stdout.getvalue(); sys.stdout = old; print(repr(s))
print(time.strftime("%Y-%m-%d", time.gmtime(0)), time.gmtime(86400)[:6], time.mktime(time.localtime(1000)) == 1000.0, time.time() > 1e9, time.perf_counter() <= time.perf_counter(), time.asctime(time.gmtime(0)), time.strptime("2020-02-03", "%Y-%m-%d").tm_yday)
log = logging.getLogger("x.y"); h = logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s")); log.addHandler(h); log.setLevel(logging.INFO); log.propagate = False
log.debug("no"); log.info("a %s %d", "b", 3); log.warning("w"); log.error("e %(k)s", {"k": 1}); log.log(25, "lvl")
try: int("q")
except ValueError: log.exception("exc")
print(log.getEffectiveLevel(), log.isEnabledFor(10), logging.getLevelName(30), logging.getLevelName("INFO"), log.name, log.parent.name, log.hasHandlers(), repr(log))
class Fl(logging.Filter):
    def filter(self, r): return "x" not in r.getMessage()
log.addFilter(Fl()); log.info("xx"); log.info("ok")
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always"); warnings.warn("careful"); warnings.warn("dep", DeprecationWarning, stacklevel=1)
    print(len(w), w[0].message, w[1].category.__name__)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try: warnings.warn("boom", UserWarning)
    except UserWarning as e: print("raised", e)
def f(a, b=2, *args, c, d=4, **kw) -> int:
    "Doc of f."
    return 1
sig = inspect.signature(f); print(sig, sig.parameters["c"].kind, sig.parameters["b"].default, sig.return_annotation, list(sig.parameters), inspect.getdoc(f), inspect.isfunction(f), inspect.getfullargspec(f))
b = sig.bind(1, c=3); b.apply_defaults(); print(b.arguments, b.args, b.kwargs)
print(inspect.getsource(f)); print(inspect.ismodule(os), inspect.isclass(int), inspect.isbuiltin(len), inspect.ismethod(log.info), inspect.isgeneratorfunction(f), [n for n, _ in inspect.getmembers(Fl(), inspect.ismethod)], inspect.getmro(bool), inspect.getmodule(f).__name__, inspect.currentframe().f_lineno, inspect.unwrap(f) is f, inspect.getattr_static(Fl, "filter").__name__)
try: sys.exit(5)
except SystemExit as e: print(e.code)
ns = types.SimpleNamespace(a=1, b=[2]); ns.c = ns.a; print(ns, ns == types.SimpleNamespace(a=1, b=[2], c=1)); m = types.ModuleType("mm", "doc"); m.x = 1; print(m.__name__, m.__doc__, m.x)
print(types.new_class("N", (int,), {}, lambda d: d.update(z=1)).z, types.MethodType(lambda s: s * 2, 4)(), isinstance(f, types.FunctionType), isinstance(len, types.BuiltinFunctionType), type(types.MappingProxyType({"a": 1})["a"]))
