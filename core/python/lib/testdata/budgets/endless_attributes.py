class M(type):
    def __getattribute__(c, n): return getattr(c, n)
class A(metaclass=M): pass
try: A.x
except RecursionError: print("rec")
class P:
    @property
    def x(self): return self.x
try: P().x
except RecursionError: print("rec")
class G:
    def __getattribute__(self, n): return self.a
try: G().q
except RecursionError: print("rec")
def gen(n):
    yield from gen(n + 1)
try: list(gen(0))
except RecursionError: print("rec")
def dec(f): return dec(f)
try:
    @dec
    def q(): pass
except RecursionError: print("rec")
try: exec("exec(s)", {"s": "exec(s)"}); 
except RecursionError: print("rec")
s = "eval(s)"
try: eval(s)
except RecursionError: print("rec")
f = lambda *a, **k: f(*a, **k)
try: f(1, x=2)
except RecursionError: print("rec")
try: [x for x in (lambda h: h(h))(lambda h: h(h))]
except RecursionError: print("rec")
