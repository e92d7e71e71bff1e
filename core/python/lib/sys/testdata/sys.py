import sys, io
print(sys.version_info[:2], sys.version_info >= (3, 8), sys.version_info.major, sys.version_info.minor, sys.version_info.releaselevel, sys.version_info > (3, 11), sys.version_info < (4,), repr(sys.version_info)[:39], sys.version[:4])
print(sys.maxsize, sys.byteorder, sys.maxunicode, sys.float_info.epsilon, sys.float_info.max, sys.int_info.bits_per_digit, sys.hash_info.width, sys.getdefaultencoding(), sys.platform)
print("sys" in sys.modules, sys.modules["sys"] is sys, sys.modules["__main__"].__name__, isinstance(sys.path, list), isinstance(sys.argv, list))
old = sys.stdout; buf = io.StringIO(); sys.stdout = buf; print("captured"); sys.stdout.write("direct\n"); sys.stdout = old; print(repr(buf.getvalue()))
class W:
    def __init__(self): self.p = []
    def write(self, s): self.p.append(s)
    def flush(self): self.p.append("F")
w = W(); sys.stdout = w; print("a", 1, flush=True); print(end=""); sys.stdout = old; print(w.p)
sys.stdout.write("x\n"); print(sys.stdout.writable(), sys.stdout.flush()); sys.stdout.writelines(["a\n", "b\n"])
try: sys.stdout.write(5)
except TypeError as e: print(type(e).__name__)
for f in [lambda: sys.exit(), lambda: sys.exit(3), lambda: sys.exit("msg"), lambda: sys.exit(None), lambda: sys.exit((1, 2))]:
    try: f()
    except SystemExit as e: print(repr(e), e.code)
try: 1 / 0
except ZeroDivisionError as e:
    t, v, tb = sys.exc_info(); print(t, v is e, tb.tb_lineno, sys.exception() is e)
print(sys.exc_info(), sys.exception(), sys.getrecursionlimit() > 100, type(sys.getsizeof([])), sys.intern("a") == "a", callable(sys.getrefcount))
def fn(): return sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name, sys._getframe().f_lineno
print(fn())
sys.setrecursionlimit(500); print(sys.getrecursionlimit()); sys.setrecursionlimit(1000)
try: sys.setrecursionlimit(0)
except ValueError as e: print(e)
def rec(): return rec()
try: rec()
except RecursionError as e: print(type(e).__name__)
print(sys.flags.optimize, sys.implementation.name != "", sys.dont_write_bytecode in (True, False), sys.float_repr_style, sys.getfilesystemencoding())
sys.displayhook(5); sys.displayhook(None); sys.displayhook("s")
print(sys.is_finalizing(), sys.gettrace())
