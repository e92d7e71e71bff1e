# The order of a class with very many bases.
bases = [type(f"C{i}", (), {}) for i in range(2000)]
D = type("D", tuple(bases), {})
print(len(D.__mro__), [k.__name__ for k in D.__mro__[:3]], D.__mro__[-1])


class A: pass
class B(A): pass
class C(A): pass
class E(B, C): pass
class F(C): pass
class G(E, F): pass


print([k.__name__ for k in G.__mro__])
for bad in ((A, B), (E, C, B), (A, A), (F, E, B)):
    try:
        print([k.__name__ for k in type("X", bad, {}).__mro__])
    except TypeError as e:
        print(str(e).replace("\n", " "))
