# types
import types
print(types.FunctionType, types.LambdaType, types.GeneratorType, types.MethodType, types.BuiltinFunctionType, types.ModuleType, types.NoneType, types.EllipsisType, types.NotImplementedType, types.FrameType, types.TracebackType, types.MappingProxyType, types.GenericAlias, types.UnionType, types.CellType, types.WrapperDescriptorType, types.MethodWrapperType, types.MethodDescriptorType, types.GetSetDescriptorType, types.MemberDescriptorType, types.ClassMethodDescriptorType)
ns = types.SimpleNamespace(a=1, b=[2]); ns.c = 3; del ns.a; print(ns, ns == types.SimpleNamespace(b=[2], c=3), vars(ns), types.SimpleNamespace())
try: ns.zz
except AttributeError as e: print(e)
try: types.SimpleNamespace(1)
except TypeError as e: print(e)
mp = types.MappingProxyType({'a': 1}); print(mp, mp['a'], len(mp), list(mp), mp | {'b': 2}, mp == {'a': 1}, mp.get('z'), 'a' in mp, mp.copy())
for f in [lambda: mp.__setitem__('a', 1), lambda: mp['z'], lambda: types.MappingProxyType(1), lambda: hash(mp), lambda: types.FunctionType(), lambda: types.MethodType(1), lambda: types.MethodType(len, None), lambda: types.GeneratorType(), lambda: types.NoneType(1), lambda: types.EllipsisType(), lambda: types.ModuleType(), lambda: types.CellType(5).cell_contents, lambda: types.CellType().cell_contents]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def f(a, b=2, *c, d=3, **e):
    "doc"
    x = 1
    def g(): return x
    return g
co = f.__code__; print(co.co_name, co.co_argcount, co.co_kwonlyargcount, co.co_posonlyargcount, co.co_varnames, co.co_cellvars, co.co_freevars, co.co_firstlineno, co.co_filename, co.co_flags & 12, co.co_nlocals, co.co_qualname, )
f2 = types.FunctionType(co, {}, 'renamed', (5,)); print(f2.__name__, f2.__defaults__, f2(1)())
m = types.MethodType(lambda self, x: (self, x), 5); print(m(1), m.__self__, m.__func__.__name__)
mod = types.ModuleType('mymod', 'docs'); mod.x = 1; print(mod, mod.__doc__, mod.__name__, mod.x, sorted(vars(mod)))
try: mod.nope
except AttributeError as e: print(e)
C = types.new_class('C', (list,), {}, lambda ns: ns.update(a=1)); print(C, C.a, C.__mro__, types.resolve_bases((int,)), types.prepare_class('X'))
print(f.__defaults__, f.__kwdefaults__, f.__closure__, f(1).__closure__[0].cell_contents, f.__module__, f.__qualname__, f(1).__qualname__, f.__doc__, f.__dict__, f.__globals__ is globals(), f.__annotations__, f.__type_params__ if hasattr(f, '__type_params__') else '')
f.__defaults__ = (7, 8); 
try: print(f())
except TypeError as e: print(e)
f.__kwdefaults__ = {'d': 9}; f.__name__ = 'nn'; f.__qualname__ = 'q.nn'; f.__doc__ = None; f.x = 5; print(f.__name__, f.__dict__, f.__doc__)
try: f(1, 2, zz=1, d=1, a=5)
except TypeError as e: print(e)
print(types.GenericAlias(list, (int,)), type(list[int]), isinstance(int | str, types.UnionType), types.coroutine)
print((lambda: 0).__name__, (lambda: 0).__qualname__, type(f).__name__, type(len), type([].append), type(str.join), type(int.__add__), type((1).__add__), type(dict.__dict__['fromkeys']), type(types), type(type.__dict__['__mro__']), type(f.__code__), type(iter([])), type({}.keys()), type({}.items()), type({}.values()), type(iter({})), type(zip()), type(map(len, [])), type(reversed([])), type(enumerate([])), type(iter('')), type(iter(())), type(iter(range(1))), type(iter(set())), type(iter(b'')), type(...), type(NotImplemented), type(range(1)), type(slice(1)), type(property()), type(classmethod(len)), type(super), type(object()), type(iter(int, 1)), type(memoryview(b'')))
