try:
    int('x')
except ValueError as e:
    raise RuntimeError("outer") from e
# ---
try:
    int('x')
except ValueError as e:
    [][1]
# ---
e = ValueError('with notes')
e.add_note('first\nsecond')
e.add_note('third')
raise e
# ---
class MyError(Exception):
    pass
raise MyError
# ---
try:
    try:
        raise ValueError(1)
    finally:
        raise KeyError(2)
except KeyError:
    raise
# ---
raise "abc"
# ---
raise ValueError("line1\nline2")
# ---
class E(Exception):
    def __str__(self): raise ValueError
raise E()
# ---
def a():
    try: b()
    except ValueError as e: raise TypeError('second') from None
def b(): raise ValueError('first')
a()
# ---
try:
    raise ExceptionGroup('a', [ValueError(1)])
except ExceptionGroup as e:
    raise KeyError('after') from e
# ---
class C:
    def __enter__(self): return self
    def __exit__(self, *a): raise KeyError('exit')
with C() as c:
    1/0
# ---
raise KeyError
