# Exceptions: attributes, texts, chaining, groups, messages of failed lookups.
def fails(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e, sep=": ")

for e in [Exception(), Exception('a'), Exception('a', 1), ValueError(5), KeyError('k'), KeyError(1, 2), KeyError(), KeyError(('t',)), StopIteration(3), SystemExit(2), OSError(2, 'No such file', 'x.txt'), OSError(5, 'io'), OSError('plain'), OSError(), ImportError('m', name='n', path='p'), AttributeError('q', name='w', obj=3), NameError('z', name='zz'), UnicodeDecodeError('utf-8', b'a\xff', 1, 2, 'bad byte'), UnicodeEncodeError('ascii', 'a\u00e9', 1, 2, 'out'), UnicodeDecodeError('utf-8', b'abc', 0, 2, 'r'), SyntaxError('bad', ('f.py', 3, 5, 'text', 3, 6)), SyntaxError('x'), AssertionError(), RecursionError('deep'), FileNotFoundError(2, 'nope', 'a', None, 'b')]:
    print(type(e).__name__, repr(e), '|', str(e), '|', e.args)
e = StopIteration(7); print(e.value, StopIteration().value, SystemExit().code, SystemExit(1, 2).code, SystemExit('x').code)
e = OSError(13, 'denied', 'f'); print(type(e).__name__, e.errno, e.strerror, e.filename, e.filename2, isinstance(e, PermissionError), IOError is OSError, EnvironmentError is OSError)
print([type(OSError(n, 'x')).__name__ for n in (1, 2, 3, 4, 10, 11, 13, 17, 20, 21, 32, 104, 111, 110, 99)])
e = ImportError('m', name='n'); print(e.name, e.path, e.msg); e = SyntaxError('bad', ('f.py', 3, 5, 'text')); print(e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno)
e = UnicodeDecodeError('utf-8', b'a\xff', 1, 2, 'r'); print(e.encoding, e.object, e.start, e.end, e.reason)
e = AttributeError('x'); print(e.name, e.obj); e.name = 5; print(e.name)
fails(ValueError, x=1); fails(AttributeError, foo=1); fails(UnicodeDecodeError, 'a'); fails(StopIteration, value=3); fails(Exception().with_traceback, 5); fails(Exception().add_note, 5)
class MyError(Exception):
    def __init__(self, code, msg='m'):
        super().__init__(msg)
        self.code = code
    def __str__(self): return f'[{self.code}] {super().__str__()}'
e = MyError(5); print(e, repr(e), e.args, e.code, e.__dict__)
class NoSuper(ValueError):
    def __init__(self, a, b): self.a = a
n = NoSuper(1, 2); print(n, repr(n), n.args, n.a)
class Plain(KeyError): pass
print(Plain('x'), repr(Plain('x', 2)), issubclass(Plain, LookupError), Plain.__mro__)
e = ValueError('v'); e.args = (1, 2); print(e, e.args); e.args = [3]; print(e, e.args); e.extra = 'q'; print(e.extra, e.__dict__); e.add_note('n1'); e.add_note('n2'); print(e.__notes__)
try:
    try:
        {}['a']
    except KeyError as k:
        raise ValueError('outer') from k
except ValueError as v:
    print(repr(v.__cause__), repr(v.__context__), v.__suppress_context__, v.__cause__ is v.__context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        [][1]
except IndexError as i:
    print(repr(i.__context__), i.__cause__, i.__suppress_context__, i.__traceback__.tb_lineno > 0, type(i.__traceback__).__name__, i.__traceback__.tb_next, i.__traceback__.tb_frame.f_code.co_name)
try:
    raise ValueError from None
except ValueError as v:
    print(v.__cause__, v.__suppress_context__)
def deep(n):
    if n: deep(n - 1)
    else: raise RuntimeError('bottom')
try:
    deep(3)
except RuntimeError as r:
    tb, names = r.__traceback__, []
    while tb: names.append(tb.tb_frame.f_code.co_name); tb = tb.tb_next
    print(names, r.with_traceback(None).__traceback__)
def setattr_(o, n, v): setattr(o, n, v)
fails(setattr_, e, '__cause__', 5); fails(setattr_, e, '__traceback__', 5); fails(setattr_, e, '__suppress_context__', 5); fails(setattr_, e, 'args', 5)
def raising(x): raise x
fails(raising, 5); fails(raising, int); fails(raising, ValueError); fails(raising, ValueError('given'))
g = ExceptionGroup('eg', [ValueError(1), TypeError('t'), ExceptionGroup('in', [KeyError('k'), ValueError(2)])])
print(g, repr(g), g.message, g.exceptions, len(g.exceptions), isinstance(g, Exception))
m, r = g.split(ValueError); print(repr(m), repr(r)); print(repr(g.subgroup(KeyError)), g.subgroup(OSError), repr(g.subgroup(lambda e: isinstance(e, TypeError))), repr(g.split((KeyError, TypeError))[1]))
print(type(BaseExceptionGroup('b', [ValueError()])).__name__, type(BaseExceptionGroup('b', [KeyboardInterrupt()])).__name__, repr(g.derive([ValueError(9)])))
fails(ExceptionGroup, 'a'); fails(ExceptionGroup, 1, [ValueError()]); fails(ExceptionGroup, 'a', []); fails(ExceptionGroup, 'a', [5]); fails(ExceptionGroup, 'a', [KeyboardInterrupt()]); fails(ExceptionGroup, 'a', 5); fails(g.split, 5)
try:
    raise g
except* ValueError as eg: print('v', repr(eg))
except* (TypeError, KeyError) as eg: print('tk', repr(eg))
print(Exception('a') == Exception('a'), hash(e) == hash(e), Exception.__name__, Exception.__module__, Exception.__doc__ is not None, BaseException.__subclasses__ is not None)
fails(lambda: undefined_name); fails(lambda: (1).foo); fails(lambda: None.foo); fails(lambda: 'a' + 1); fails(lambda: 1 + 'a'); fails(lambda: {}['k']); fails(lambda: [][0]); fails(lambda: int('x')); fails(lambda: 1 / 0); fails(lambda: 'abc'.foo()); fails(lambda: (1, 2)(3)); fails(lambda: 5()); fails(lambda: len(5)); fails(lambda: None + 1); fails(lambda: None[0]); fails(lambda: [] < {}); fails(lambda: not_here.attr); fails(lambda: -'a'); fails(lambda: 3 in 5)
try:
    int('x')
except (TypeError, ValueError) as x: print('tuple', x)
def fin():
    try: return 'try'
    finally: print('finally')
print(fin())
try: open('missing.txt')
except FileNotFoundError as err: print(err.errno, err.filename)
try: exit(3)
except SystemExit as s: print('exit', s.code)
assert_ok = True
try: assert 1 == 2, 'msg'
except AssertionError as a: print(repr(a))
def rec(): return rec()
try: rec()
except RecursionError as r: print(r)
l = []; l.append(l)
try: l == [l] and None; x = [l]; y = [[[]]]; print(l == l)
except RecursionError as r: print(r)
class Bad:
    def __repr__(self): return repr(self)
try: repr(Bad())
except RecursionError as r: print('rec', type(r).__name__)
