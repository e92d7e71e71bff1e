# attribute hooks
class A:
    def __getattribute__(self, n):
        print('ga', n)
        return super().__getattribute__(n)
    def __getattr__(self, n):
        if n == 'bad': raise AttributeError('custom')
        return n.upper()
    def __setattr__(self, n, v): print('sa', n); super().__setattr__(n, v)
    def __delattr__(self, n): print('da', n); super().__delattr__(n)
    def __dir__(self): return ['z', 'a']
a = A(); a.x = 1; print(a.x, a.foo); del a.x; print(dir(a), hasattr(a, 'bad'), getattr(a, 'bad', 'dflt'))
try: del a.nope
except AttributeError as e: print(e)
class B: pass
b = B()
for f in [lambda: b.x, lambda: B.x, lambda: None.x, lambda: (1).foo, lambda: [].push, lambda: 'a'.foo, lambda: print.x, lambda: len.__name__.x, lambda: b.__name__, lambda: (lambda: 0).x, lambda: int.x, lambda: type.x, lambda: super(B, b).x, lambda: ().foo, lambda: {}.foo, lambda: (x for x in ()).foo, lambda: range(3).foo, lambda: Exception().foo, lambda: NotImplemented.foo, lambda: ....foo]:
    try: f()
    except AttributeError as e: print(e, e.name, type(e.obj).__name__)
for f in [lambda: setattr(1, 'x', 1), lambda: setattr([], 'x', 1), lambda: setattr(int, 'x', 1), lambda: setattr(None, 'x', 1), lambda: setattr(len, 'x', 1), lambda: delattr(b, 'x'), lambda: setattr(b, '__class__', int), lambda: setattr(b, '__dict__', 1), lambda: setattr(B, '__name__', 1), lambda: setattr((), '__class__', 1), lambda: setattr(1, 'real', 1), lambda: setattr(B, '__bases__', 1), lambda: delattr(int, 'real'), lambda: setattr(b, 1, 2), lambda: getattr(b, 1), lambda: hasattr(b, 1), lambda: delattr(B, '__name__'), lambda: setattr(object(), 'x', 1), lambda: setattr(lambda: 0, '__code__', 1), lambda: setattr(lambda:0, '__defaults__', 1), lambda: setattr(lambda:0,'__name__',1), lambda: setattr(lambda:0,'__dict__',1), lambda: setattr(lambda:0,'__kwdefaults__',1), lambda: setattr(lambda:0,'__annotations__',1)]:
    try: f(); print('fine')
    except (AttributeError, TypeError) as e: print(type(e).__name__, e)
class C2: pass
b.__class__ = C2; print(type(b).__name__)
b.__dict__ = {'q': 1}; print(b.q, vars(b))
B.__name__ = 'Renamed'; print(B, B.__qualname__)
b2 = B(); b2.__dict__['weird key'] = 1; print(getattr(b2, 'weird key'))
