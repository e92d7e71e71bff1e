import abc
from abc import ABC, ABCMeta, abstractmethod, abstractproperty
class Shape(ABC):
    "doc"
    @abstractmethod
    def area(self): "area doc"
    @property
    @abstractmethod
    def name(self): ...
    @classmethod
    @abstractmethod
    def make(cls): ...
    @staticmethod
    @abstractmethod
    def st(): ...
    def concrete(self): return "c"
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: Shape()); print(sorted(Shape.__abstractmethods__), Shape.area.__isabstractmethod__, Shape.__dict__["name"].__isabstractmethod__)
class Half(Shape):
    def area(self): return super().area()
t(lambda: Half())
class Full(Half):
    name = "n"
    @classmethod
    def make(cls): return cls()
    @staticmethod
    def st(): return 1
f = Full(); print(f.area(), f.name, Full.make().concrete(), isinstance(f, Shape), issubclass(Full, Shape), Full.__abstractmethods__)
class One(ABC):
    @abstractmethod
    def only(self): ...
t(lambda: One())
class ViaMeta(metaclass=ABCMeta):
    @abstractmethod
    def x(self): ...
t(lambda: ViaMeta())
class V(ABC): pass
V.register(int); print(isinstance(5, V), issubclass(bool, V), isinstance("s", V), V.register(str) is str, isinstance("s", V))
@V.register
class Reg: pass
print(isinstance(Reg(), V), issubclass(Reg, V), Reg.__mro__)
t(lambda: V.register(5)); t(lambda: Reg.register(V)); 
class Sub(V): pass
print(issubclass(int, Sub), issubclass(Sub, V)); t(lambda: issubclass(5, V))
class Hook(ABC):
    @classmethod
    def __subclasshook__(cls, C):
        if cls is Hook: return any("quack" in B.__dict__ for B in C.__mro__) or NotImplemented
        return NotImplemented
class Duck:
    def quack(self): ...
print(issubclass(Duck, Hook), isinstance(Duck(), Hook), isinstance(5, Hook))
class P(ABC):
    @property
    def v(self): return 1
    @v.setter
    @abstractmethod
    def v(self, x): ...
t(lambda: P())
class Init(ABC):
    def __init__(self, a): self.a = a
    @abstractmethod
    def go(self): ...
class Impl(Init):
    def go(self): return self.a
print(Impl(3).go()); t(lambda: Impl()); t(lambda: Init(1))
class Multi(Shape, One): pass
t(lambda: Multi())
print(type(Shape), Shape.__class__.__name__, ABC.__abstractmethods__, isinstance(Shape, ABCMeta))
class Late(ABC):
    @abstractmethod
    def a(self): ...
Late.a = lambda self: 1
t(lambda: Late()); abc.update_abstractmethods(Late); print(Late().a())
def plain(): ...
print(abstractmethod(plain) is plain, plain.__isabstractmethod__, abc.get_cache_token() >= 0)
class AM(type): pass
class Mixed(ABCMeta, AM): pass
class UsesMixed(metaclass=Mixed):
    @abstractmethod
    def z(self): ...
t(lambda: UsesMixed())
class Kw(ABC):
    def __init_subclass__(cls, **kw): super().__init_subclass__(); cls.kw = kw
class KwSub(Kw, flag=1): pass
print(KwSub.kw, abc.ABC, abc.ABCMeta)
class Call(ABC):
    @abstractmethod
    def __call__(self): ...
    @abstractmethod
    def get_config(self): ...
t(lambda: Call())
