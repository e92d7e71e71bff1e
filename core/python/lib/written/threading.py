"""Threads. A run does one thing at a time: a thread runs from beginning to end when it is started, and start returns when it is done.
What would wait for another thread raises RuntimeError, since nobody else could end the waiting."""
import itertools as _itertools
import sys as _sys
import time as _time
import traceback as _traceback

__all__ = ["Thread", "Timer", "Lock", "RLock", "Condition", "Semaphore", "BoundedSemaphore", "Event", "Barrier", "BrokenBarrierError", "local",
           "current_thread", "main_thread", "active_count", "enumerate", "get_ident", "get_native_id", "settrace", "setprofile", "stack_size",
           "excepthook", "ExceptHookArgs", "ThreadError", "TIMEOUT_MAX"]

TIMEOUT_MAX = 9223372036.0
ThreadError = RuntimeError
_numbers = _itertools.count(1)
_running = []


def _hopeless(what):
    return RuntimeError("the program would wait forever %s: here a thread runs from beginning to end when it is started, so nothing can change "
                        "while another waits. Do first what is waited for, or call the function without a thread." % what)


def _patience(blocking, timeout, what):
    """Wait in vain: return False where that has an end."""
    if not blocking:
        return False
    if timeout is None or timeout < 0:
        raise _hopeless(what)
    _time.sleep(timeout)
    return False


def _need(good, otherwise, kind=ValueError):
    """Raise an error unless something holds."""
    if not good:
        raise kind(otherwise)


class _Held:
    """With it, what is acquired is released at the end."""

    def __enter__(self):
        self.acquire()
        return True

    def __exit__(self, *problem):
        self.release()


class lock(_Held):
    """May be held once."""

    __module__ = "_thread"

    def __init__(self):
        self._held = False

    def acquire(self, blocking=True, timeout=-1):
        """Take hold of it; return whether that was possible."""
        _need(blocking or timeout == -1, "can't specify a timeout for a non-blocking call")
        _need(timeout >= 0 or timeout == -1, "timeout value must be a non-negative number")
        if self._held:
            return _patience(blocking, timeout, "for a lock that is held")
        self._held = True
        return True

    def release(self):
        """Let go of it."""
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held = False

    def locked(self):
        """Tell whether it is held."""
        return self._held

    def __repr__(self):
        return "<%s _thread.lock object at %#x>" % ("locked" if self._held else "unlocked", id(self))


def Lock():
    """Return a lock that may be held once."""
    return lock()


class RLock(_Held):
    """May be held several times by the thread that holds it."""

    __module__ = "_thread"

    def __init__(self):
        self._owner, self._count = None, 0

    def acquire(self, blocking=True, timeout=-1):
        """Take hold of it once more."""
        me = get_ident()
        if self._count and self._owner != me:
            return _patience(blocking, timeout, "for a lock that another thread holds")
        self._owner, self._count = me, self._count + 1
        return True

    def release(self):
        """Let go of it once."""
        if not self._count or self._owner != get_ident():
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if not self._count:
            self._owner = None


class Condition:
    """A lock, and waiting for news."""

    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire, self.release = self._lock.acquire, self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *problem):
        return self._lock.__exit__(*problem)

    def wait(self, timeout=None):
        """Wait for news."""
        return _patience(True, timeout, "for a condition")

    def wait_for(self, predicate, timeout=None):
        """Wait until something holds."""
        return predicate() or self.wait(timeout) or predicate()

    def notify(self, n=1):
        """Give news: nobody waits."""

    def notify_all(self):
        """Give news to all: nobody waits."""


class Semaphore:
    """May be held so many times."""

    def __init__(self, value=1):
        _need(value >= 0, "semaphore initial value must be >= 0")
        self._value = self._first = value

    def acquire(self, blocking=True, timeout=None):
        """Take one."""
        _need(blocking or timeout is None, "can't specify timeout for non-blocking acquire")
        if not self._value:
            return _patience(blocking, timeout, "for a semaphore")
        self._value -= 1
        return True

    __enter__ = acquire

    def release(self, n=1):
        """Give back some."""
        _need(n >= 1, "n must be one or more")
        self._value += n

    def __exit__(self, *problem):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore to which no more is given back than was taken."""

    def release(self, n=1):
        """Give back some."""
        _need(n < 1 or self._value + n <= self._first, "Semaphore released too many times")
        super().release(n)


class Event:
    """Something that happens once."""

    def __init__(self):
        self._flag = False

    def is_set(self):
        """Tell whether it has happened."""
        return self._flag

    isSet = is_set

    def set(self):
        """Let it happen."""
        self._flag = True

    def clear(self):
        """Forget that it has happened."""
        self._flag = False

    def wait(self, timeout=None):
        """Wait until it has happened."""
        return self._flag or _patience(True, timeout, "for an event that nobody has set")


class BrokenBarrierError(RuntimeError):
    """A barrier that cannot be passed any more."""


class Barrier:
    """A place where so many threads meet; alone, one passes."""

    def __init__(self, parties, action=None, timeout=None):
        self.parties, self._action, self._timeout, self.n_waiting, self.broken = parties, action, timeout, 0, False

    def wait(self, timeout=None):
        """Wait for the others."""
        if self.parties > 1:
            raise _hopeless("at a barrier")
        if self._action:
            self._action()
        return 0


class local:
    """Attributes that each thread has for itself."""

    def __init__(self):
        object.__setattr__(self, "_all", {})

    def __getattribute__(self, name):
        get = object.__getattribute__
        mine = get(self, "_all").setdefault(get_ident(), {})
        if name == "__dict__":
            return mine
        return mine[name] if name in mine else get(self, name)

    def __setattr__(self, name, value):
        self.__dict__[name] = value

    def __delattr__(self, name):
        if name not in self.__dict__:
            raise AttributeError("'%s' object has no attribute '%s'" % (type(self).__name__, name))
        del self.__dict__[name]


class Thread:
    """A function that runs when it is started."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        _need(group is None, "group argument must be None for now", AssertionError)
        if name is None:
            name = "Thread-%d" % next(_numbers)
            of = getattr(target, "__name__", None)
            if of is not None:
                name += " (%s)" % of
        self.name = str(name)
        self.daemon = current_thread().daemon if daemon is None else bool(daemon)
        self._target, self._args, self._kwargs = target, args, kwargs or {}
        self.ident, self._state = None, "initial"
        self._initialized = True

    @property
    def native_id(self):
        """The number of the thread."""
        return self.ident

    def _check(self):
        _need("_initialized" in self.__dict__, "Thread.__init__() not called", RuntimeError)

    def start(self):
        """Run it, to its end."""
        self._check()
        _need(self._state == "initial", "threads can only be started once", RuntimeError)
        self.ident, self._state = id(self), "started"
        _running.append(self)
        try:
            self.run()
        except SystemExit:
            pass
        except Exception as e:
            excepthook(ExceptHookArgs((type(e), e, e.__traceback__, self)))
        finally:
            _running.remove(self)
            self._state = "stopped"

    def run(self):
        """Call the function."""
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        """Wait for its end."""
        self._check()
        _need(self._state != "initial", "cannot join thread before it is started", RuntimeError)
        _need(self is not current_thread(), "cannot join current thread", RuntimeError)

    def is_alive(self):
        """Tell whether it runs."""
        self._check()
        return self._state == "started"

    # Older names for what are attributes now.
    getName, isDaemon = (lambda self: self.name), (lambda self: self.daemon)

    def setName(self, text):
        """Set the name."""
        self.name = str(text)

    def setDaemon(self, yes):
        """Say whether the program's end waits for it."""
        self.daemon = yes

    def __repr__(self):
        told = [self._state] + ["daemon"] * self.daemon + [str(self.ident)] * (self.ident is not None)
        return "<%s(%s, %s)>" % (type(self).__name__, self.name, " ".join(told))


class Timer(Thread):
    """A function that runs some time after the start."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval, self.function = interval, function
        self.args, self.kwargs, self.finished = args or [], kwargs or {}, Event()

    def cancel(self):
        """Do not run it."""
        self.finished.set()

    def run(self):
        """Wait, and call the function."""
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        self.name, self.daemon, self._state, self._initialized = "MainThread", False, "started", True
        self.ident = id(self)


class ExceptHookArgs(tuple):
    """What excepthook is told: class, exception, traceback, thread."""

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def excepthook(args, /):
    """Print what a thread ended with."""
    _sys.stderr.write("Exception in thread %s:\n" % args.thread.name)
    _traceback.print_exception(args.exc_type, args.exc_value, args.exc_traceback)


__excepthook__ = excepthook
_main = _MainThread()
_running.append(_main)


def current_thread():
    """Return the thread that runs."""
    return _running[-1] if _running else _main


currentThread = current_thread


def main_thread():
    """Return the thread of the program itself."""
    return _main


def enumerate():
    """Return the threads that have begun and not ended."""
    return list(_running)


def active_count():
    """Return how many threads there are."""
    return len(_running)


activeCount = active_count


def get_ident():
    """Return the number of the thread that runs."""
    return current_thread().ident


get_native_id = get_ident


def settrace(func):
    """Is accepted; nothing is traced."""


setprofile = settrace


def stack_size(size=0):
    """Return 0, the system's own size."""
    return 0
