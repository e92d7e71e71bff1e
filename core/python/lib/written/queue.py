"""Queues. A run has one thread: what would wait for another thread without end raises RuntimeError."""
import collections as _collections
import heapq as _heapq
import time as _time

__all__ = ["Empty", "Full", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue"]


class Full(Exception):
    """No more fits in."""


class Empty(Exception):
    """Nothing is left."""

    __module__ = "_queue"


def _patience(problem, others, block, timeout):
    """End an operation that cannot go on: nobody else will change the queue while it waits."""
    if not block:
        raise problem
    if timeout is None:
        raise RuntimeError("the program would wait forever: it has one thread, and nobody else %s" % others)
    if timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")
    _time.sleep(timeout)
    raise problem


class SimpleQueue:
    """A queue without bounds and tasks."""

    def __init__(self):
        self._items = _collections.deque()

    def qsize(self):
        """Return how many items wait."""
        return len(self._items)

    def empty(self):
        """Tell whether no item waits."""
        return self.qsize() == 0

    def put(self, item, block=True, timeout=None):
        """Let an item wait."""
        self._items.append(item)

    def get(self, block=True, timeout=None):
        """Return the item that waits longest, and let it go."""
        if self.empty():
            _patience(Empty, "puts anything into the queue", block, timeout)
        return self._items.popleft()

    def put_nowait(self, item):
        """Let an item wait, at once or never."""
        self.put(item, False)

    def get_nowait(self):
        """Return an item, at once or never."""
        return self.get(False)


def _hooks(make, add, take):
    """Return the methods that say how a kind of queue keeps its items: programs override them in classes of their own."""

    def _init(self, maxsize):
        self.queue = make()

    def _put(self, item):
        add(self.queue, item)

    def _get(self):
        return take(self.queue)

    return _init, _put, _get


class Queue:
    """What is put in first comes out first."""

    _init, _put, _get = _hooks(_collections.deque, _collections.deque.append, _collections.deque.popleft)

    def __init__(self, maxsize=0):
        self.maxsize, self.unfinished_tasks = maxsize, 0
        self._init(maxsize)

    def _qsize(self):
        return len(self.queue)

    def qsize(self):
        """Return how many items wait."""
        return self._qsize()

    def empty(self):
        """Tell whether no item waits."""
        return self.qsize() == 0

    def full(self):
        """Tell whether as many items wait as may."""
        return self.maxsize > 0 and self.qsize() >= self.maxsize

    def put(self, item, block=True, timeout=None):
        """Let an item wait."""
        if self.full():
            _patience(Full, "takes anything out of the queue", block, timeout)
        self.unfinished_tasks += 1
        self._put(item)

    def get(self, block=True, timeout=None):
        """Return the item whose turn it is, and let it go."""
        if self.empty():
            _patience(Empty, "puts anything into the queue", block, timeout)
        return self._get()

    def put_nowait(self, item):
        """Let an item wait, at once or never."""
        self.put(item, False)

    def get_nowait(self):
        """Return an item, at once or never."""
        return self.get(False)

    def task_done(self):
        """Say that the work on an item is over."""
        if self.unfinished_tasks < 1:
            raise ValueError("task_done() called too many times")
        self.unfinished_tasks -= 1

    def join(self):
        """Return when the work on all items is over."""
        if self.unfinished_tasks > 0:
            _patience(None, "calls task_done()", True, None)


class LifoQueue(Queue):
    """What is put in last comes out first."""

    _init, _put, _get = _hooks(list, list.append, list.pop)


class PriorityQueue(Queue):
    """The smallest comes out first."""

    _init, _put, _get = _hooks(list, _heapq.heappush, _heapq.heappop)
