# Summaries of stacks, comparison of kept exceptions, limits of groups.
import traceback, sys
from math import inf, nan
import math
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
ts = traceback
def f(x):
    y = 2
    return 1 / x
def g(): f(0)
try: g()
except ZeroDivisionError as e: err = e
te = ts.TracebackException.from_exception(err)
t(lambda: te == ts.TracebackException.from_exception(err)); t(lambda: te != 3); t(lambda: te == ts.TracebackException.from_exception(ValueError())); t(lambda: (te.exc_type, str(te), te.stack[-1].name, te.stack[-1].line, te.stack[-1].lineno, te.__cause__, te.__context__, te.__suppress_context__))
t(lambda: ''.join(te.format(chain=False))); t(lambda: list(te.format_exception_only()))
ss = ts.StackSummary.extract(ts.walk_tb(err.__traceback__))
t(lambda: [(fr.name, fr.lineno, fr.line) for fr in ss]); t(lambda: ss.format()); t(lambda: ts.StackSummary.extract(ts.walk_tb(err.__traceback__), limit=1).format()); t(lambda: ts.StackSummary.from_list([('a.py', 1, 'f', 'x = 1')]).format())
def live(b, a=1):
    text = "x"
    found = ts.StackSummary.extract(ts.walk_stack(sys._getframe()), limit=1, capture_locals=True)
    return found[0].locals, found.format()
t(lambda: live([2]))
def w(): return [fr.name for fr in ts.StackSummary.extract(ts.walk_stack(None))][:2]
t(w); t(lambda: [type(x[0]).__name__ for x in ts.walk_stack(sys._getframe())][:1])
eg = ExceptionGroup('many', [ValueError(i) for i in range(20)])
t(lambda: ''.join(ts.TracebackException.from_exception(eg, max_group_width=3).format()))
deep = ValueError('x')
for i in range(5): deep = ExceptionGroup(f'g{i}', [deep])
t(lambda: ''.join(ts.TracebackException.from_exception(deep, max_group_depth=2).format()))
fs = ts.FrameSummary('f.py', 3, 'fn', line='  code  ')
t(lambda: (fs, list(fs), fs.line, fs == ('f.py', 3, 'fn', 'code'), fs == ts.FrameSummary('f.py', 3, 'fn'), len(fs), fs[1]))
t(lambda: ts.format_list([fs, ('g.py', 4, 'h', None)])); t(lambda: ts.format_exception_only(ValueError('a\nb'))); t(lambda: ts.format_exception(None)); t(lambda: ts.format_exception_only(ValueError, ValueError(3))); t(lambda: ts.format_exc())

