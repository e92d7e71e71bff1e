pass
pass;
pass; pass
a; b; c;
assert a
assert a, b
assert (a, b), c
del a
del a, b
del (a, b)
del [a, b]
del a.b, c[d], (e)
del a,
raise
raise a
raise a from b
raise a() from None
import a
import a.b.c
import a as b
import a.b as c, d, e.f
from a import b
from a import b as c
from a import b, c as d
from a import (b)
from a import (b, c,)
from a import (
    b as c,
    d
)
from a import *
from . import a
from .. import a
from ... import a
from .... import a
from .a import b
from ..a.b import c
from ...a import (b)
from . . a import b
import match, case
from match import case as _
x = 1; y = 2
if a: b; c
for a in b: c; d;
while a: break
def f():
    global a, b
    nonlocal_ = 1
    def g():
        nonlocal nonlocal_
        nonlocal_ = 2
# a comment at the end
