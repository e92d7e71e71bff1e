class M(type): pass
class A(metaclass=M): x = 1
try: print('x' in vars(A))
except TypeError as e: print(e)
try: print('x' in A.__dict__)
except Exception as e: print(e)
class M2(type):
    def __new__(m, n, b, d):
        c = super().__new__(m, n, b, d); print(vars(c)['x'], c.__dict__['x']); return c
class B(metaclass=M2): x = 1
class M3(type):
    v: dict = {}
    def __iter__(c): return iter('a')
class C(metaclass=M3): x = 1
print('x' in vars(C))
print([type(vars(k)).__name__ for k in C.__mro__], vars(object)['__doc__'] is not None)
class D:
    @property
    def __dict__(self): return {'fake': 1}
print(vars(D()), D().__dict__)
