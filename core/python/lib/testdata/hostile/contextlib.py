# contextlib
from contextlib import *
@contextmanager
def cm(x):
    print('enter', x)
    try: yield x * 2
    except ValueError as e: print('caught', e)
    finally: print('exit')
with cm(1) as v: print(v)
with cm(2): raise ValueError('v')
try:
    with cm(3): raise KeyError('k')
except KeyError as e: print('KeyError', e)
@contextmanager
def bad(): 
    if 0: yield
try:
    with bad(): pass
except RuntimeError as e: print(e)
@contextmanager
def bad2(): yield 1; yield 2
try:
    with bad2(): pass
except RuntimeError as e: print(e)
try:
    with bad2(): raise ValueError
except RuntimeError as e: print(e)
@cm('deco')
def f(): print('in f')
f(); f()
with suppress(KeyError, ValueError): {}['x']
print('after')
with ExitStack() as st:
    a = st.enter_context(cm('a')); b = st.enter_context(cm('b')); st.callback(print, 'cb', 1); st.push(lambda *e: print('push', e[0])); s2 = st.pop_all()
print('popped'); s2.close()
try:
    with ExitStack() as st:
        st.callback(lambda: print('first')); st.push(lambda t, v, tb: True); raise ValueError
    print('swallowed')
except ValueError: print('no')
class C:
    def close(self): print('closed')
with closing(C()) as c: pass
with nullcontext(5) as n: print(n)
class D(ContextDecorator):
    def __enter__(self): print('D in'); return self
    def __exit__(self, *a): print('D out'); return True
@D()
def g(): raise ValueError
print(g())
class AC(AbstractContextManager):
    def __exit__(self, *a): print('ac')
with AC() as x: print(x.__class__.__name__)
try: AbstractContextManager()
except TypeError as e: print(e)
try:
    with ExitStack() as st: st.enter_context(5)
except TypeError as e: print(e)
@contextmanager
def order(n):
    print('+', n); yield; print('-', n)
with order(1), order(2) as o, (order(3)): print('body')
with (order(1) as a, order(2) as b,): pass
import contextlib; print(contextlib.contextmanager, cm.__name__, type(cm(1)).__name__, isinstance(cm(1), AbstractContextManager))
class E1:
    def __enter__(self): raise ValueError('enter')
    def __exit__(self, *a): print('never')
try:
    with order('x'), E1(): pass
except ValueError as e: print(e)
try:
    with order('r'): raise StopIteration('s')
except StopIteration as e: print('SI', e)
def gen():
    with order('gen'): yield 1
it = gen(); next(it); it.close(); print('done')
with chdir('x') if 0 else nullcontext(): pass
