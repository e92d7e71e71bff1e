"""What code objects tell."""


def show(f):
    c = getattr(f, "__code__", f)
    print(c.co_name, c.co_qualname, c.co_filename, c.co_firstlineno, c.co_flags, c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_nlocals,
          c.co_varnames, c.co_freevars, c.co_cellvars)


def outer(b, a, /, c, *rest, d=1, z=2, **more):
    x = y = 1

    def inner(q):
        nonlocal y
        y = q
        w = lambda: (z, x, b, q, c)
        return w

    def other():
        yield x
        return y

    class K:
        def method(self):
            return __class__, a

        @staticmethod
        def plain(x=lambda: a):
            return x

    m = 5
    return inner, other, K


inner, other, K = outer(1, 2, 3)
for f in (outer, inner, inner(4), other, K.method, K.plain, K.plain(), show, lambda: (yield), lambda *a, **k: a):
    show(f)
show(compile("a = 1\ndef f(): pass\n", "text.py", "exec"))
show(compile("a + 1", "text.py", "eval"))
print([cell.cell_contents for cell in inner.__closure__ if cell is not None][:1], len(inner(9).__closure__), [c.cell_contents for c in inner(9).__closure__])


def deco(f):
    return f


@deco
@deco
def marked():
    """Has decorators."""
    import sys
    here = sys._getframe().f_code
    return here.co_firstlineno, here is marked.__code__


show(marked)
print(marked())
