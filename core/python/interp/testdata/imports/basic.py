import math
import math as m
from math import sqrt, pi as PI
print(math.floor(2.5), m is math, sqrt(9), PI > 3)
try:
    import no_such_module
except ModuleNotFoundError as e:
    print(type(e).__name__, e, e.name)
try:
    import no_such.sub
except ImportError as e:
    print(e, e.name)
try:
    import math.sub
except ImportError as e:
    print(e)
try:
    from math import nothing_here
except ImportError as e:
    print(type(e).__name__, str(e)[:40])
try:
    from . import x
except ImportError as e:
    print(e)
try:
    from .y import x
except ImportError as e:
    print(e)
def local_import():
    import collections.abc
    from collections import OrderedDict as OD
    return collections.abc.__name__, OD.__name__
print(local_import())
import collections.abc as cabc
print(cabc.__name__)
import sys
print("math" in sys.modules, sys.modules["math"] is math, __name__)
try:
    math.nope
except AttributeError as e:
    print(e)
from collections import *
print(namedtuple.__name__)
if True:
    import json as J
print(J.dumps({"a": 1}))
