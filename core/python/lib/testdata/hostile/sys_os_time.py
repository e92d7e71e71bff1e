# sys os time
import sys, os, time
print(sys.version_info[:2], sys.version_info.major, sys.version_info >= (3, 8), sys.maxsize, sys.byteorder, sys.getrecursionlimit(), sys.float_info.max, sys.float_info.epsilon, sys.int_info.bits_per_digit, sys.hash_info.modulus, sys.getdefaultencoding(), sys.maxunicode, sys.platform, type(sys.path), type(sys.argv), sys.getsizeof(5) > 0, sys.intern('a'), sys.flags.optimize, sys.float_repr_style, sys.getfilesystemencoding(), sys.hexversion >> 24, sys.api_version if 0 else '', sys.exc_info(), sys.dont_write_bytecode in (True, False), sys.get_int_max_str_digits(), sys.getrefcount([]) > 0 , sys.is_finalizing(), sys.thread_info.name if 0 else '', sys.gettrace(), sys.warnoptions if 0 else '', callable(sys.exit), sys.displayhook.__name__, sys.excepthook.__name__, 'sys' in sys.modules, sys.modules['sys'] is sys, '__main__' in sys.modules, 'math' in sys.builtin_module_names if 0 else '', sys.stdin is not None)
sys.displayhook(5); sys.displayhook(None); sys.displayhook('a')
try: 1/0
except ZeroDivisionError: t, v, tb = sys.exc_info(); print(t.__name__, v, tb.tb_lineno, sys.exception() is v if hasattr(sys, 'exception') else '')
for f in [lambda: sys.setrecursionlimit(0), lambda: sys.setrecursionlimit('a'), lambda: sys.exit(1), lambda: sys.exit(), lambda: sys.exit('x'), lambda: sys.exit([1]), lambda: sys.intern(5), lambda: sys._getframe(1000), lambda: sys.getsizeof(), lambda: sys.nope, lambda: sys.set_int_max_str_digits(5)]:
    try: print(f())
    except BaseException as e: print(type(e).__name__, e, e.args, getattr(e, 'code', ''))
def who(): return sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name
def caller(): return who()
print(caller(), sys._getframe().f_lineno, sys._getframe().f_locals is globals() or True)
print(os.path.join('a', 'b', '/c', 'd'), os.path.split('/a/b.txt'), os.path.splitext('x.tar.gz'), os.path.basename('/a/b/'), os.path.dirname('/a/b'), os.path.normpath('a/../b//c/.'), os.path.isabs('/a'), os.path.commonprefix(['abc', 'abd']), os.path.commonpath(['/a/b', '/a/c']), os.path.relpath('/a/b', '/a/c'), os.path.exists('nope'), os.path.expanduser('x'), os.path.splitdrive('a'), os.path.isfile('x'), os.path.isdir('nope'), os.sep, os.linesep.encode(), os.curdir, os.pardir, os.extsep, os.pathsep, os.name, os.devnull, os.path.join('a', ''), os.path.join(''), os.path.split('a'), os.path.splitext('.bashrc'), os.path.splitext('a.b/c'), os.path.normpath(''), os.path.normpath('//a'), os.path.normpath('/..'), os.path.expandvars('$NOPE x'), os.fspath('a'), os.path.sep, os.path.normcase('Ab'))
for f in [lambda: os.environ['NOPE_X'], lambda: os.path.join(1), lambda: os.getenv('NOPE_X'), lambda: os.getenv('NOPE_X', 5), lambda: os.environ.get('NOPE_X', 'd'), lambda: os.listdir('nope_dir'), lambda: os.remove('nope_f'), lambda: os.stat('nope_f'), lambda: os.path.getsize('nope_f'), lambda: os.fspath(5), lambda: os.path.commonpath([]), lambda: os.path.commonpath(['a', '/b']), lambda: os.rename('nope1', 'nope2'), lambda: os.path.join('a', None), lambda: os.path.basename(None), lambda: os.nope]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
os.environ['MY_VAR'] = 'v'; print(os.environ['MY_VAR'], os.getenv('MY_VAR'), 'MY_VAR' in os.environ, os.environ.pop('MY_VAR')); os.environ.setdefault('Q_Q', 'z'); del os.environ['Q_Q']
try: os.environ['A'] = 5
except TypeError as e: print(e)
s = time.struct_time((2024, 2, 29, 13, 5, 7, 3, 60, 0)); print(s.tm_year, s[1], time.strftime('%Y-%m-%d %H:%M:%S', s), time.asctime(s), time.mktime is not None, s, time.gmtime(0), time.gmtime(86400 * 365.25).tm_year, time.strptime('2024-01-02', '%Y-%m-%d')[:3], time.strftime('%j %U %a %B', time.gmtime(1e9)))
a = time.perf_counter(); time.sleep(0); b = time.perf_counter(); print(b >= a, time.time() > 1e9, time.monotonic() >= 0, time.process_time() >= 0, isinstance(time.time_ns(), int), time.timezone, time.daylight, time.tzname[0], time.ctime(0))
for f in [lambda: time.sleep(-1), lambda: time.sleep('a'), lambda: time.strptime('x', '%Y'), lambda: time.strftime(5), lambda: time.gmtime('a'), lambda: time.struct_time((1, 2)), lambda: time.mktime((1,)), lambda: time.strftime('%Y', (2024,)), lambda: time.strptime('2024 1', '%Y %q')]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
