"""Calls at set times, one after the other."""
import collections as _collections
import heapq as _heapq
import itertools as _itertools
import time as _time

__all__ = ["scheduler"]

Event = _collections.namedtuple("Event", "time, priority, sequence, action, argument, kwargs")


class scheduler:
    """Calls functions when their time has come, by a clock and a function that waits."""

    def __init__(self, timefunc=_time.monotonic, delayfunc=_time.sleep):
        self._events, self._count, self.timefunc, self.delayfunc = [], _itertools.count(), timefunc, delayfunc

    def enterabs(self, time, priority, action, argument=(), kwargs=None):
        """Plan a call for a time; of several at one time the least priority is first."""
        event = Event(time, priority, next(self._count), action, argument, {} if kwargs is None else kwargs)
        _heapq.heappush(self._events, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=None):
        """Plan a call for so much later than now."""
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        """Take a planned call back."""
        self._events.remove(event)
        _heapq.heapify(self._events)

    def empty(self):
        """Tell whether nothing is planned."""
        return not self._events

    @property
    def queue(self):
        """The planned calls in order."""
        return sorted(self._events)

    def run(self, blocking=True):
        """Make all calls, and wait for them; without blocking only those that are due, and return how long the next one has."""
        while self._events:
            event = self._events[0]
            wait = event.time - self.timefunc()
            if wait > 0:
                if not blocking:
                    return wait
                self.delayfunc(wait)
                continue
            _heapq.heappop(self._events)
            event.action(*event.argument, **event.kwargs)
            self.delayfunc(0)
