"""How long small pieces of code take."""
import itertools
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter


def _indented(text):
    return text.replace("\n", "\n        ")


class Timer:
    """A statement to be timed, and what is done before it."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        names = {} if globals is None else globals
        mine = {}
        for value, what in ((setup, "setup"), (stmt, "stmt")):
            if isinstance(value, str):
                compile(value, "<timeit-src>", "exec")
            elif callable(value):
                mine["_" + what] = value
            else:
                raise ValueError("%s is neither a string nor callable" % what)
        first = _indented(setup) if isinstance(setup, str) else "_setup()"
        again = stmt.replace("\n", "\n            ") if isinstance(stmt, str) else "_stmt()"
        given = "".join(", %s=%s" % (n, n) for n in mine)
        self.src = ("def inner(_it, _timer%s):\n        %s\n        _t0 = _timer()\n        for _i in _it:\n            %s\n            pass\n"
                    "        _t1 = _timer()\n        return _t1 - _t0\n" % (given, first, again))
        exec(compile(self.src, "<timeit-src>", "exec"), names, mine)
        self.inner = mine["inner"]

    def print_exc(self, file=None):
        """Print the traceback of what the statement raised."""
        import traceback

        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """Return the seconds that a number of executions takes."""
        return self.inner(itertools.repeat(None, number), self.timer)

    def repeat(self, repeat=default_repeat, number=default_number):
        """Return the results of several calls of timeit."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """Return a number of executions that takes 0.2 seconds or more, and what it took."""
        i = 1
        while True:
            for j in 1, 2, 5:
                number = i * j
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            i *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    """Return the seconds that a statement takes a number of times."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    """Return several results of timeit."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
