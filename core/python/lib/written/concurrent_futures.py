"""Calls whose results are asked for later. Everything here runs in turn: a call runs when it is submitted, to its end."""
import collections as _collections
import time as _time

__all__ = ["Future", "Executor", "ThreadPoolExecutor", "wait", "as_completed", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED",
           "CancelledError", "TimeoutError", "InvalidStateError", "BrokenExecutor"]

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"
TimeoutError = TimeoutError
DoneAndNotDoneFutures = _collections.namedtuple("DoneAndNotDoneFutures", "done not_done")


def _error(name, doc, base):
    return type(name, (base,), {"__doc__": doc, "__module__": "concurrent.futures._base"})


Error = _error("Error", "What futures raise.", Exception)
CancelledError = _error("CancelledError", "The call was taken back.", Error)
InvalidStateError = _error("InvalidStateError", "The future cannot do that now.", Error)
BrokenExecutor = _error("BrokenExecutor", "The executor can run nothing any more.", RuntimeError)


class Future:
    """The result of a call, perhaps before there is one."""

    __module__ = "concurrent.futures._base"

    def __init__(self):
        self._state, self._returned, self._raised, self._callbacks = "PENDING", None, None, []

    def __repr__(self):
        more = ""
        if self._state == "FINISHED":
            more = " raised " + type(self._raised).__name__ if self._raised else " returned " + type(self._returned).__name__
        return "<Future at %#x state=%s%s>" % (id(self), self._state.lower(), more)

    def cancel(self):
        """Take the call back if it has not begun."""
        if self._state in ("RUNNING", "FINISHED"):
            return False
        if self._state == "PENDING":
            self._state = "CANCELLED"
            self._tell()
        return True

    def cancelled(self):
        """Tell whether the call was taken back."""
        return self._state == "CANCELLED"

    def running(self):
        """Tell whether the call runs."""
        return self._state == "RUNNING"

    def done(self):
        """Tell whether the call is over."""
        return self._state in ("CANCELLED", "FINISHED")

    def _need(self, timeout):
        if self._state == "CANCELLED":
            raise CancelledError
        if self._state != "FINISHED":
            if timeout is None:
                raise RuntimeError("this future would never be done: nothing else runs while the program waits for it. "
                                   "Set its result first, or give a timeout.")
            _time.sleep(timeout)
            raise TimeoutError

    def result(self, timeout=None):
        """Return what the call returned, or raise what it raised."""
        self._need(timeout)
        if self._raised is None:
            return self._returned
        raise self._raised

    def exception(self, timeout=None):
        """Return what the call raised, or None."""
        self._need(timeout)
        return self._raised

    def add_done_callback(self, fn):
        """Have a function called with the future when it is done."""
        if self.done():
            self._call(fn)
        else:
            self._callbacks.append(fn)

    def _call(self, fn):
        try:
            fn(self)
        except Exception:
            import logging
            logging.getLogger("concurrent.futures").exception("exception calling callback for %r", self)

    def _tell(self):
        for fn in self._callbacks:
            self._call(fn)

    def set_running_or_notify_cancel(self):
        """Begin the call, unless it was taken back."""
        if self._state == "CANCELLED":
            return False
        self._state = "RUNNING"
        return True

    def _finish(self, result, exception):
        if self.done():
            raise InvalidStateError("%s: %r" % (self._state, self))
        self._state, self._returned, self._raised = "FINISHED", result, exception
        self._tell()

    def set_result(self, result):
        """Say what the call returned."""
        self._finish(result, None)

    def set_exception(self, exception):
        """Say what the call raised."""
        self._finish(None, exception)


class Executor:
    """Runs calls."""

    __module__ = "concurrent.futures._base"

    def submit(self, *call, **options):
        """Run a call; kinds of executors say how."""
        raise NotImplementedError

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """Give the results of calls in the order of their arguments."""
        futures = [self.submit(fn, *args) for args in zip(*iterables)]
        return (future.result() for future in futures)

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Take no more calls."""

    def __enter__(self):
        return self

    def __exit__(self, kind, error, tb):
        self.shutdown()
        return False


class ThreadPoolExecutor(Executor):
    """Runs each call when it is submitted."""

    __module__ = "concurrent.futures.thread"

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        wrong = "max_workers must be greater than 0" if max_workers is not None and max_workers <= 0 else None
        if wrong:
            raise ValueError(wrong)
        if not (initializer is None or callable(initializer)):
            raise TypeError("initializer must be a callable")
        self._max_workers, self._start, self._open = max_workers or 5, initializer and (lambda: initializer(*initargs)), True

    def submit(self, fn, /, *args, **kwargs):
        """Run a call, and return its future."""
        if not self._open:
            raise RuntimeError("cannot schedule new futures after shutdown")
        start, self._start = self._start, None
        if start:
            start()
        future = Future()
        future.set_running_or_notify_cancel()
        try:
            result = fn(*args, **kwargs)
        except BaseException as e:
            future.set_exception(e)
        else:
            future.set_result(result)
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Take no more calls."""
        self._open = False


def _refuse_processes(*args, **kwargs):
    raise NotImplementedError("concurrent.futures.ProcessPoolExecutor starts processes, and a page has one. Use ThreadPoolExecutor, which runs each "
                              "call when it is submitted.")


ProcessPoolExecutor = _refuse_processes


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Return which futures are done and which are not."""
    sides = set(), set()
    for future in fs:
        sides[not future.done()].add(future)
    return DoneAndNotDoneFutures(*sides)


def as_completed(fs, timeout=None):
    """Give futures as they are done."""
    late = []
    for future in dict.fromkeys(fs):
        if future.done():
            yield future
        else:
            late.append(future)
    if late:
        raise TimeoutError("%d (of %d) futures unfinished" % (len(late), len(set(fs))))
