# weird grammar
x = 1 if True else 2; print(x)
def f(a, /, b, *, c=3, **k): return a, b, c, k
print(f(1, 2, d=4), f(1, b=2, c=5))
try: f(a=1, b=2)
except TypeError as e: print(e)
try: f(1)
except TypeError as e: print(e)
try: f(1, 2, 3)
except TypeError as e: print(e)
try: f()
except TypeError as e: print(e)
def g(*, a, b): pass
try: g()
except TypeError as e: print(e)
try: g(1)
except TypeError as e: print(e)
def h(a, b=1): pass
try: h(1,2,3,4)
except TypeError as e: print(e)
try: h(1,2,3,4,c=2)
except TypeError as e: print(e)
class A:
    def m(self): pass
    @classmethod
    def c(cls): pass
    @staticmethod
    def s(): pass
try: A().m(1)
except TypeError as e: print(e)
try: A.m()
except TypeError as e: print(e)
try: A.c(1)
except TypeError as e: print(e)
try: A.s(1)
except TypeError as e: print(e)
try: A(1)
except TypeError as e: print(e)
