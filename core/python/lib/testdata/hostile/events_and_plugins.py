# program events and plugins
import abc, inspect, enum, typing
class Level(enum.IntFlag):
    LOW = enum.auto(); MID = enum.auto(); HIGH = enum.auto(); ALL = LOW | MID | HIGH
class Registry(type):
    plugins: typing.ClassVar[dict] = {}
    def __new__(m, name, bases, ns, *, key=None, **kw):
        cls = super().__new__(m, name, bases, ns, **kw)
        if key is not None:
            if key in m.plugins: raise TypeError(f'{key!r} is taken by {m.plugins[key].__name__}')
            m.plugins[key] = cls
        cls.fields = {k: v for b in reversed(cls.__mro__) for k, v in vars(b).items() if isinstance(v, Field)}
        return cls
    def __iter__(cls): return iter(cls.fields)
    def __getitem__(cls, k): return cls.plugins[k]
    def __repr__(cls): return f'<plugin {cls.__name__}: {", ".join(cls) or "no fields"}>'
class Field:
    def __init__(self, kind, default=None, *checks): self.kind, self.default, self.checks = kind, default, checks
    def __set_name__(self, owner, name): self.name, self.slot = name, '_' + name
    def __get__(self, obj, owner=None): return self if obj is None else getattr(obj, self.slot, self.default)
    def __set__(self, obj, v):
        try: v = self.kind(v)
        except (TypeError, ValueError) as e: raise TypeError(f'{type(obj).__name__}.{self.name}: {e}') from e
        for c in self.checks:
            if not c(v): raise ValueError(f'{self.name}={v!r} fails {c.__name__}')
        setattr(obj, self.slot, v)
    def __delete__(self, obj): obj.__dict__.pop(self.slot, None)
def positive(v): return v > 0
class Plugin(metaclass=Registry):
    level = Field(Level, Level.LOW)
    def __init__(self, **kw):
        for k, v in kw.items():
            if k not in self.fields: raise TypeError(f'{type(self).__name__} has no field {k!r}; it has {sorted(self.fields)}')
            setattr(self, k, v)
    def __init_subclass__(cls, **kw): super().__init_subclass__(**kw); cls.born = len(Registry.plugins)
    def __repr__(self): return f"{type(self).__name__}({', '.join(f'{k}={getattr(self, k)!r}' for k in self.fields)})"
class Echo(Plugin, key='echo'):
    times = Field(int, 1, positive)
    def run(self, text): return ' '.join([text] * self.times)
class Shout(Echo, key='shout'):
    mark = Field(str, '!')
    def run(self, text): return super().run(text).upper() + self.mark * int(self.level)
print(Plugin, Echo, Shout, list(Shout), Registry.plugins, Plugin['echo'].__name__, Echo.times.name, Shout.born, Shout.__mro__[1:3])
e, s = Echo(times='3'), Shout(level=Level.HIGH | Level.LOW, mark='?')
print(e, s, e.run('hi'), s.run('hey'), s.level, Level.ALL in s.level, Level.LOW in s.level, ~s.level & Level.ALL, vars(s)); del s.mark; print(s.mark, s.run('a'))
def t(f):
    try: print(f())
    except Exception as x: print(type(x).__name__, x, '|', repr(x.__cause__))
t(lambda: Echo(times=0)); t(lambda: Echo(times='x')); t(lambda: Echo(nope=1)); t(lambda: Registry('Bad', (Echo,), {}, key='echo')); t(lambda: Echo(level=99)); t(lambda: Echo['zz']); t(lambda: Plugin().run('x')); t(lambda: Echo(1)); t(lambda: setattr(e, 'times', None)); t(lambda: Echo.times.__get__(e)); t(lambda: inspect.signature(Echo.run)); t(lambda: inspect.isdatadescriptor(Echo.__dict__['times']))
