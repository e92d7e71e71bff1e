# logging
import logging, sys, io
s = io.StringIO(); h = logging.StreamHandler(s); h.setFormatter(logging.Formatter('%(levelname)s:%(name)s:%(message)s:%(lineno)d:%(funcName)s:%(module)s'))
log = logging.getLogger('app.sub'); log.addHandler(h); log.setLevel(logging.DEBUG); log.propagate = False
def fn(): log.debug('d %s %d', 'x', 5); log.info('i'); log.warning('w %(a)s', {'a': 1}); log.error('e'); log.critical('c'); log.log(25, 'lvl'); 
fn()
try: 1/0
except ZeroDivisionError: log.exception('exc %s', 1); log.error('with', exc_info=True)
log.info('stack', stack_info=False, extra={'k': 1}); print(s.getvalue())
print(log, log.name, log.level, log.getEffectiveLevel(), log.isEnabledFor(10), log.parent, log.handlers[0].__class__.__name__, logging.getLogger('app.sub') is log, logging.getLogger().name, logging.getLevelName(20), logging.getLevelName('INFO'), logging.getLevelName(25), logging.DEBUG, log.hasHandlers(), log.getChild('x').name, logging.root.level, logging.getLogger('app'), repr(h)[:14])
logging.addLevelName(25, 'NOTICE'); print(logging.getLevelName(25)); 
class F(logging.Filter):
    def filter(self, r): return 'no' not in r.getMessage()
h.addFilter(F()); s.truncate(0); s.seek(0); log.info('yes'); log.info('no way'); h.setLevel(logging.ERROR); log.info('below'); log.error('above'); print(s.getvalue())
class LH(logging.Handler):
    def __init__(self): super().__init__(); self.r = []
    def emit(self, record): self.r.append((record.levelname, record.getMessage(), record.args, record.name))
lh = LH(); l2 = logging.getLogger('two'); l2.addHandler(lh); l2.warning('%s-%s', 1, 2); l2.info('hidden'); l2.propagate = False; print(lh.r)
for f in [lambda: logging.getLogger(5), lambda: log.setLevel('NOPE'), lambda: log.setLevel(1.5), lambda: log.log('x', 'y'), lambda: logging.Formatter('%(x)'), lambda: logging.Formatter('{a}', style='q'), lambda: logging.basicConfig(foo=1), lambda: logging.basicConfig(stream=s, handlers=[])]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
f = logging.Formatter('{levelname:>8}|{message}', style='{'); r = logging.LogRecord('n', 20, 'p.py', 1, 'm %s', ('a',), None); print(f.format(r), logging.Formatter('$message', style='$').format(r), logging.Formatter().format(r), r.levelno, r.filename, r.module, r.getMessage(), r)
logging.basicConfig(stream=sys.stdout, level=logging.INFO, format='%(levelname)-8s %(message)s', force=True); logging.info('root info'); logging.debug('no'); logging.warning('root %s', 'warn'); logging.getLogger('child').info('propagated')
logging.disable(logging.WARNING); logging.warning('off'); logging.error('on'); logging.disable(logging.NOTSET)
la = logging.LoggerAdapter(logging.getLogger('ad'), {'u': 1}); la.info('adapted'); print(la.process('m', {}))
nh = logging.NullHandler(); logging.getLogger('nul').addHandler(nh); log.removeHandler(h); print(log.handlers, logging.lastResort.level, logging.shutdown() if 0 else '')
log.warning('bad %d', 'x') if 0 else None
logging.captureWarnings(False); print(logging.getLogger('a.b.c').parent.name)
