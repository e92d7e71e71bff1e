# warnings traceback
import warnings, sys, io, traceback
def show(f):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always'); f()
        for x in w: print(x.category.__name__, x.message, x.lineno, x.filename, type(x).__name__)
show(lambda: warnings.warn('hi')); show(lambda: warnings.warn('dep', DeprecationWarning)); show(lambda: warnings.warn(UserWarning('inst'))); show(lambda: warnings.warn('st', stacklevel=2))
class MyW(UserWarning): pass
show(lambda: warnings.warn('mine', MyW)); show(lambda: warnings.warn_explicit('ex', UserWarning, 'file.py', 42))
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try: warnings.warn('bang')
    except UserWarning as e: print('raised', e)
    warnings.filterwarnings('ignore', message='skip.*'); warnings.warn('skip this')
    warnings.filterwarnings('error', category=MyW)
    try: warnings.warn('x', MyW)
    except MyW as e: print('MyW', e)
for f in [lambda: warnings.warn(5), lambda: warnings.warn('x', int), lambda: warnings.simplefilter('nope'), lambda: warnings.filterwarnings('nope'), lambda: warnings.warn()]:
    try: f()
    except Exception as e: print(type(e).__name__, e)
print(warnings.formatwarning('msg', UserWarning, 'f.py', 3, 'line x'), warnings.formatwarning('m', MyW, 'f', 1))
err = io.StringIO(); old = sys.stderr; sys.stderr = err
with warnings.catch_warnings():
    warnings.simplefilter('default'); warnings.warn('to stderr'); warnings.warn('to stderr')
    for i in range(2): warnings.warn('loop')
    warnings.simplefilter('once'); 
    for i in range(2): warnings.warn('once only')
sys.stderr = old; print(err.getvalue())
def f():
    try: g()
    except ValueError as e: raise KeyError('k') from e
def g(): raise ValueError('v')
try: f()
except KeyError as e:
    tb = traceback.extract_tb(e.__traceback__); print([(x.name, x.lineno, x.line) for x in tb], len(tb)); print(''.join(traceback.format_exception(type(e), e, e.__traceback__))); print(traceback.format_exception_only(type(e), e), ''.join(traceback.format_tb(e.__traceback__, limit=1)), ''.join(traceback.format_exception(e, chain=False)))
    s = io.StringIO(); traceback.print_exc(file=s, limit=1); print(s.getvalue()); te = traceback.TracebackException.from_exception(e); print(te.exc_type.__name__, str(te), te.__cause__.exc_type.__name__, list(te.format_exception_only()), len(te.stack), te.stack[0].name)
    traceback.print_exception(e, file=sys.stdout); traceback.print_tb(e.__traceback__, file=sys.stdout); print([ (fr.f_code.co_name, ln) for fr, ln in traceback.walk_tb(e.__traceback__)]); traceback.clear_frames(e.__traceback__)
print(traceback.format_exc(), traceback.format_exception_only(ValueError, ValueError('x')), traceback.format_exception_only(ValueError()), traceback.format_list([('f.py', 1, 'fn', 'code'), ('g.py', 2, 'h', None)]), traceback.StackSummary.from_list([('f', 1, 'n', 'l')]).format())
try: exec('x = = 1')
except SyntaxError as e: print(''.join(traceback.format_exception_only(e)))
fs = traceback.FrameSummary('f', 3, 'n', line='  code  '); print(fs, fs.line, fs == ('f', 3, 'n', 'code'), tuple(fs))
