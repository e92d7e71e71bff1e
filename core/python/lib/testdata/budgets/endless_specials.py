class A:
    def __eq__(s, o): return s == o
    def __hash__(s): return hash(s)
    def __getattr__(s, n): return s.zz
    def __repr__(s): return repr(s)
    def __bool__(s): return bool(s)
    def __len__(s): return len(s)
    def __call__(s): return s()
    def __iter__(s): return iter(s)
    def __add__(s, o): return s + o
    def __getitem__(s, i): return s[i]
    def __contains__(s, i): return i in s
    def __str__(s): return str(s)
    def __format__(s, f): return format(s, f)
    def __lt__(s, o): return s < o
    def __neg__(s): return -s
    def __setattr__(s, n, v): s.x = v
    def __delattr__(s, n): del s.x
    def __enter__(s): 
        with s: pass
    def __exit__(s, *a): pass
    def __index__(s): return [1][s]
    def __dir__(s): return dir(s)
a = A()
import copy
for n, f in dict(eq=lambda: a == a, hash=lambda: hash(a), ga=lambda: a.q, repr=lambda: repr(a), bool=lambda: bool(a), len=lambda: len(a), call=lambda: a(), iter=lambda: iter(a), add=lambda: a+1, gi=lambda: a[0], c=lambda: 1 in a, str=lambda: str(a), fmt=lambda: f"{a}", lt=lambda: a < a, neg=lambda: -a, sa=lambda: setattr(a, "x", 1), da=lambda: delattr(a, "x"), w=lambda: a.__enter__(), idx=lambda: [1][a], dir=lambda: dir(a), sort=lambda: sorted([A(), A()]), mx=lambda: max(A(), A()), d=lambda: {a: 1}, p=lambda: print(a)).items():
    try: print(n, f())
    except RecursionError as e: print(n, "RecursionError")
    except Exception as e: print(n, type(e).__name__, e)
