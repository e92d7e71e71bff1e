"""References that in CPython do not keep an object alive. Here objects live as long as the run does, so such a reference never ends;
all else is as there."""
from _collections_abc import Set as _Set, MutableMapping as _MutableMapping
import itertools

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType", "CallableProxyType", "ProxyTypes",
           "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize"]

_REFUSED = (int, float, complex, str, bytes, tuple, list, dict, bool, type(None), range, slice, property, type(...), type(NotImplemented), bytearray)


def _check(o):
    kind = type(o)
    if kind in _REFUSED:
        raise TypeError("cannot create weak reference to '%s' object" % kind.__name__)
    slots = [k.__dict__["__slots__"] for k in kind.__mro__ if "__slots__" in k.__dict__]
    if slots and not hasattr(o, "__dict__") and not any("__weakref__" in names for names in slots):
        raise TypeError("cannot create weak reference to '%s' object" % kind.__name__)


class ReferenceType:
    """A reference that is called to get its object."""

    __slots__ = ("_object", "__callback__", "_hash")
    _all = {}

    def __new__(cls, o, callback=None, /):
        _check(o)
        refs = ReferenceType._all.setdefault(id(o), [])
        if cls is ReferenceType and callback is None:
            for r in refs:
                if type(r) is cls and r.__callback__ is None:
                    return r
        r = object.__new__(cls)
        r._object, r.__callback__, r._hash = o, callback, None
        refs.append(r)
        return r

    def __init__(self, o, callback=None, /):
        pass

    def __call__(self):
        return self._object

    def __eq__(self, other):
        if not isinstance(other, ReferenceType):
            return NotImplemented
        return self._object == other._object

    def __ne__(self, other):
        if not isinstance(other, ReferenceType):
            return NotImplemented
        return self._object != other._object

    def __hash__(self):
        if self._hash is None:
            self._hash = hash(self._object)
        return self._hash

    def __repr__(self):
        o = self._object
        named = getattr(o, "__name__", None)
        return "<weakref at 0x%x; to '%s' at 0x%x%s>" % (id(self), type(o).__name__, id(o), " (%s)" % named if named else "")


ref = ReferenceType


def getweakrefs(o):
    """Return the references to an object."""
    return list(ReferenceType._all.get(id(o), ()))


def getweakrefcount(o):
    """Return how many references to an object there are."""
    return len(ReferenceType._all.get(id(o), ()))


def _inner(o):
    return object.__getattribute__(o, "_target") if isinstance(o, ProxyType) else o


class ProxyType:
    """Stands for its object in nearly all respects."""

    __slots__ = ("_target",)
    __hash__ = None

    def __getattribute__(self, name):
        return getattr(object.__getattribute__(self, "_target"), name)

    @property
    def __class__(self):
        return type(object.__getattribute__(self, "_target"))

    def __setattr__(self, name, value):
        setattr(object.__getattribute__(self, "_target"), name, value)

    def __delattr__(self, name):
        delattr(object.__getattribute__(self, "_target"), name)

    def __repr__(self):
        target = object.__getattribute__(self, "_target")
        return "<weakproxy at 0x%x to %s at 0x%x>" % (id(self), type(target).__name__, id(target))


class CallableProxyType(ProxyType):
    """A proxy of something that can be called."""

    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return object.__getattribute__(self, "_target")(*args, **kwargs)


ProxyTypes = (ProxyType, CallableProxyType)


def _forwards():
    import operator

    def unary(name, f):
        def method(self):
            return f(object.__getattribute__(self, "_target"))

        method.__name__ = name
        return method

    def binary(name, f, swap=False):
        def method(self, other):
            a, b = object.__getattribute__(self, "_target"), _inner(other) if type(other) in ProxyTypes else other
            return f(b, a) if swap else f(a, b)

        method.__name__ = name
        return method

    for name, f in dict(str=str, bool=bool, len=len, iter=iter, next=next, int=int, float=float, neg=operator.neg, pos=operator.pos, abs=abs,
                        invert=operator.invert, index=operator.index, reversed=reversed, bytes=bytes).items():
        setattr(ProxyType, "__%s__" % name, unary("__%s__" % name, f))
    for name in "eq ne lt le gt ge add sub mul truediv floordiv mod pow lshift rshift and or xor matmul getitem contains delitem".split():
        f = getattr(operator, "__%s__" % name)
        setattr(ProxyType, "__%s__" % name, binary("__%s__" % name, f))
        if name in "add sub mul truediv floordiv mod pow lshift rshift and or xor matmul".split():
            setattr(ProxyType, "__r%s__" % name, binary("__r%s__" % name, f, True))
            inplace = getattr(operator, "__i%s__" % name)
            setattr(ProxyType, "__i%s__" % name, binary("__i%s__" % name, inplace))

    def set_item(self, key, value):
        object.__getattribute__(self, "_target")[key] = value

    ProxyType.__setitem__ = set_item


_forwards()


def proxy(o, callback=None, /):
    """Return an object that stands for another."""
    _check(o)
    p = object.__new__(CallableProxyType if callable(o) else ProxyType)
    object.__setattr__(p, "_target", o)
    return p


class WeakMethod(ref):
    """A reference to a bound method."""

    __slots__ = ("_func", "_kind")

    def __new__(cls, meth, callback=None):
        try:
            o, func = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError("argument should be a bound method, not {}".format(type(meth))) from None
        self = ref.__new__(cls, o, callback)
        self._func, self._kind = func, type(meth)
        return self

    def __call__(self):
        return self._kind(self._func, self._object)

    def __eq__(self, other):
        if isinstance(other, WeakMethod):
            return self._object is other._object and self._func == other._func
        return NotImplemented

    def __ne__(self, other):
        if isinstance(other, WeakMethod):
            return not self == other
        return NotImplemented

    __hash__ = ref.__hash__


class KeyedRef(ref):
    """A reference that knows under which key it stands."""

    __slots__ = ("key",)

    def __new__(cls, o, callback, key):
        self = ref.__new__(cls, o, callback)
        self.key = key
        return self

    def __init__(self, o, callback, key):
        super().__init__(o, callback)


# What both mappings do for | and |=.


def _joined(self, other):
    if not hasattr(other, "keys"):
        return NotImplemented
    new = self.copy()
    new.update(other)
    return new


def _joined_behind(self, other):
    if not hasattr(other, "keys"):
        return NotImplemented
    new = type(self)()
    new.update(other)
    new.update(self)
    return new


def _taken_in(self, other):
    self.update(other)
    return self


class WeakValueDictionary(_MutableMapping):
    """A mapping that in CPython forgets values which nobody else holds."""

    def __init__(self, other=(), /, **kw):
        self.data = {}
        self.update(other, **kw)

    def __getitem__(self, key):
        return self.data[key]()

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, None, key)

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        return key in self.data

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        return iter(self.data)

    def __repr__(self):
        return "<%s at %#x>" % (type(self).__name__, id(self))

    def copy(self):
        """Return a mapping of the same pairs."""
        new = WeakValueDictionary()
        new.update(self)
        return new

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy

        new = type(self)()
        for key, value in self.items():
            new[deepcopy(key, memo)] = value
        return new

    def get(self, key, default=None):
        """Return the value of a key, or the default."""
        return self.data[key]() if key in self.data else default

    def setdefault(self, key, default=None):
        """Return the value of a key, which gets the default where it has none."""
        if key not in self.data:
            self[key] = default
        return self[key]

    def pop(self, key, *args):
        """Take out a key and return its value."""
        if key in self.data:
            return self.data.pop(key)()
        if args:
            return args[0]
        raise KeyError(key)

    def popitem(self):
        """Take out the last pair and return it."""
        key, value = self.data.popitem()
        return key, value()

    def update(self, other=None, /, **kw):
        """Take over the pairs of a mapping or an iterable."""
        for key, value in dict(other if other is not None else (), **kw).items():
            self[key] = value

    def items(self):
        """Return an iterator over the pairs."""
        for key, value in self.data.items():
            yield key, value()

    def keys(self):
        """Return an iterator over the keys."""
        yield from self.data

    def values(self):
        """Return an iterator over the values."""
        for value in self.data.values():
            yield value()

    def valuerefs(self):
        """Return the references to the values."""
        return list(self.data.values())

    def itervaluerefs(self):
        """Return an iterator over the references to the values."""
        yield from self.data.values()

    __or__, __ror__, __ior__ = _joined, _joined_behind, _taken_in


class WeakKeyDictionary(_MutableMapping):
    """A mapping that in CPython forgets keys which nobody else holds."""

    def __init__(self, dict=None):
        self.data = {}
        if dict is not None:
            self.update(dict)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        for r in self.data:
            yield r()

    keys = __iter__

    def __repr__(self):
        return "<%s at %#x>" % (type(self).__name__, id(self))

    def copy(self):
        """Return a mapping of the same pairs."""
        new = WeakKeyDictionary()
        new.update(self)
        return new

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy

        new = type(self)()
        for key, value in self.items():
            new[key] = deepcopy(value, memo)
        return new

    def get(self, key, default=None):
        """Return the value of a key, or the default."""
        return self.data.get(ref(key), default)

    def setdefault(self, key, default=None):
        """Return the value of a key, which gets the default where it has none."""
        return self.data.setdefault(ref(key), default)

    def pop(self, key, *args):
        """Take out a key and return its value."""
        return self.data.pop(ref(key), *args)

    def popitem(self):
        """Take out the last pair and return it."""
        r, value = self.data.popitem()
        return r(), value

    def items(self):
        """Return an iterator over the pairs."""
        for r, value in self.data.items():
            yield r(), value

    def values(self):
        """Return an iterator over the values."""
        yield from self.data.values()

    def keyrefs(self):
        """Return the references to the keys."""
        return list(self.data)

    def update(self, dict=None, /, **kwargs):
        """Take over the pairs of a mapping or an iterable."""
        if dict is not None:
            pairs = dict.items() if hasattr(dict, "items") else dict
            for key, value in pairs:
                self[key] = value
        if kwargs:
            for key, value in kwargs.items():
                self[key] = value

    __or__, __ror__, __ior__ = _joined, _joined_behind, _taken_in


class WeakSet:
    """A set that in CPython forgets items which nobody else holds."""

    def __init__(self, data=None):
        self.data = set()
        if data is not None:
            self.update(data)

    def __iter__(self):
        for r in self.data:
            yield r()

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def __repr__(self):
        return repr({r: None for r in self.data}.keys()).replace("dict_keys([", "{").replace("])", "}") if self.data else "set()"

    def add(self, item):
        """Put in an item."""
        self.data.add(ref(item))

    def clear(self):
        """Take out all items."""
        self.data.clear()

    def copy(self):
        """Return a set of the same items."""
        return type(self)(self)

    def pop(self):
        """Take out an item and return it."""
        if not self.data:
            raise KeyError("pop from empty WeakSet")
        return self.data.pop()()

    def remove(self, item):
        """Take out an item that must be there."""
        self.data.remove(ref(item))

    def discard(self, item):
        """Take out an item if it is there."""
        self.data.discard(ref(item))

    def update(self, other):
        """Put in the items of an iterable."""
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def difference(self, other):
        """Return the items that are not in other."""
        new = self.copy()
        new.difference_update(other)
        return new

    __sub__ = difference

    def difference_update(self, other):
        """Take out the items of other."""
        if self is other:
            self.data.clear()
        else:
            self.data.difference_update(ref(item) for item in other)

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def intersection(self, other):
        """Return the items that are in both."""
        return type(self)(item for item in other if item in self)

    __and__ = intersection

    def intersection_update(self, other):
        """Keep the items of other alone."""
        self.data.intersection_update([ref(item) for item in other])

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def issubset(self, other):
        """Tell whether all items are in other."""
        return self.data.issubset(ref(item) for item in other)

    __le__ = issubset

    def __lt__(self, other):
        return self.data < set(map(ref, other))

    def issuperset(self, other):
        """Tell whether all items of other are here."""
        return self.data.issuperset(ref(item) for item in other)

    __ge__ = issuperset

    def __gt__(self, other):
        return self.data > set(map(ref, other))

    def __eq__(self, other):
        if not isinstance(other, type(self)):
            return NotImplemented
        return self.data == set(map(ref, other))

    __hash__ = None

    def symmetric_difference(self, other):
        """Return the items that are in one of both."""
        new = self.copy()
        new.symmetric_difference_update(other)
        return new

    __xor__ = symmetric_difference

    def symmetric_difference_update(self, other):
        """Take out what is in other and put in what is not here."""
        if self is other:
            self.data.clear()
        else:
            self.data.symmetric_difference_update([ref(item) for item in other])

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    def union(self, other):
        """Return the items of both."""
        return type(self)(itertools.chain(self, other))

    __or__ = union

    def isdisjoint(self, other):
        """Tell whether no item is in both."""
        return len(self.intersection(other)) == 0


class finalize:
    """What is to be done when an object ends: here at the end of the program, or when it is called."""

    _registry = {}
    _number = itertools.count()

    def __init__(self, obj, func, /, *args, **kwargs):
        if not self._registry:
            import atexit

            atexit.register(finalize._at_exit)
        _check(obj)
        self._registry[self] = [obj, func, args, kwargs or None, True, next(self._number)]

    def __call__(self, _=None):
        """Do it, if it has not been done, and return what comes of it."""
        info = self._registry.pop(self, None)
        if info:
            return info[1](*info[2], **(info[3] or {}))

    def detach(self):
        """Forget it; return what was to be done, if it had not been done."""
        info = self._registry.pop(self, None)
        if info:
            return info[0], info[1], info[2], info[3] or {}

    def peek(self):
        """Return what is to be done, if it has not been done."""
        info = self._registry.get(self)
        if info:
            return info[0], info[1], info[2], info[3] or {}

    @property
    def alive(self):
        """Whether it is still to be done."""
        return self in self._registry

    @property
    def atexit(self):
        """Whether it is done when the program ends."""
        info = self._registry.get(self)
        return bool(info) and info[4]

    @atexit.setter
    def atexit(self, value):
        info = self._registry.get(self)
        if info:
            info[4] = bool(value)

    def __repr__(self):
        info = self._registry.get(self)
        if info is None:
            return "<%s object at %#x; dead>" % (type(self).__name__, id(self))
        return "<%s object at %#x; for %r at %#x>" % (type(self).__name__, id(self), type(info[0]).__name__, id(info[0]))

    @classmethod
    def _at_exit(cls):
        for f, info in sorted(cls._registry.items(), key=lambda pair: -pair[1][5]):
            if info[4]:
                f()
