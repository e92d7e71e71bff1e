"""Texts of objects that stay short."""
import functools as _functools
import itertools as _itertools

__all__ = ["Repr", "repr", "recursive_repr"]
_full = repr


def recursive_repr(fillvalue="..."):
    """Make a __repr__ give a text of its own where it is called from within itself."""

    def decorate(function):
        running = set()

        @_functools.wraps(function)
        def wrapper(self):
            if id(self) in running:
                return fillvalue
            running.add(id(self))
            try:
                return function(self)
            finally:
                running.discard(id(self))

        return wrapper

    return decorate


def _ordered(items):
    try:
        return sorted(items)
    except Exception:
        return list(items)


class Repr:
    """Makes texts within limits: its attributes say how many items or characters are shown."""

    def __init__(self):
        self.fillvalue, self.maxlevel, self.maxdict, self.maxlong, self.maxstring, self.maxother = "...", 6, 4, 40, 30, 30
        self.maxlist = self.maxtuple = self.maxset = self.maxfrozenset = self.maxdeque = 6
        self.maxarray = 5

    def repr(self, x):
        """Return the text of an object."""
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        """Return the text of an object, in which so many levels are shown."""
        method = getattr(self, "repr_" + "_".join(type(x).__name__.split()), self.repr_instance)
        return method(x, level)

    def _some(self, x, level, opening, closing, most, trail=""):
        if level <= 0 and len(x):
            return opening + self.fillvalue + closing
        shown = [self.repr1(item, level - 1) for item in _itertools.islice(x, most)]
        if len(x) > most:
            shown.append(self.fillvalue)
        return opening + ", ".join(shown) + (trail if len(x) == 1 else "") + closing

    def repr_tuple(self, x, level):
        """Show a tuple."""
        return self._some(x, level, "(", ")", self.maxtuple, ",")

    def repr_list(self, x, level):
        """Show a list."""
        return self._some(x, level, "[", "]", self.maxlist)

    def repr_array(self, x, level):
        """Show an array."""
        return self._some(x, level, "array('%s', [" % x.typecode, "])", self.maxarray) if len(x) else "array('%s')" % x.typecode

    def repr_set(self, x, level):
        """Show a set."""
        return self._some(_ordered(x), level, "{", "}", self.maxset) if x else "set()"

    def repr_frozenset(self, x, level):
        """Show a frozenset."""
        return self._some(_ordered(x), level, "frozenset({", "})", self.maxfrozenset) if x else "frozenset()"

    def repr_deque(self, x, level):
        """Show a deque."""
        return self._some(x, level, "deque([", "])", self.maxdeque)

    def repr_dict(self, x, level):
        """Show a dict."""
        if not x or level <= 0:
            return "{" + self.fillvalue * bool(x) + "}"
        shown = ["%s: %s" % (self.repr1(k, level - 1), self.repr1(x[k], level - 1)) for k in _itertools.islice(_ordered(x), self.maxdict)]
        return "{" + ", ".join(shown + [self.fillvalue] * (len(x) > self.maxdict)) + "}"

    def _ends(self, most):
        front = max(0, (most - 3) // 2)
        return front, max(0, most - 3 - front)

    def _cut(self, text, most):
        if len(text) <= most:
            return text
        front, back = self._ends(most)
        return text[:front] + self.fillvalue + text[len(text) - back:]

    def repr_str(self, x, level):
        """Show a text."""
        shown = _full(x[:self.maxstring])
        if len(shown) <= self.maxstring:
            return shown
        front, back = self._ends(self.maxstring)
        shown = _full(x[:front] + x[len(x) - back:])
        return shown[:front] + self.fillvalue + shown[len(shown) - back:]

    def repr_int(self, x, level):
        """Show a number."""
        return self._cut(_full(x), self.maxlong)

    def repr_instance(self, x, level):
        """Show any other object."""
        try:
            return self._cut(_full(x), self.maxother)
        except Exception:
            return "<%s instance at %#x>" % (type(x).__name__, id(x))


aRepr = Repr()
repr = aRepr.repr
