"""errno, shlex, reprlib, sched, getpass and concurrent.futures."""
import errno
import os
import reprlib
import sched
import shlex
from collections import deque
from concurrent.futures import ThreadPoolExecutor, Future, as_completed, wait, CancelledError, InvalidStateError, TimeoutError, FIRST_COMPLETED
import concurrent.futures


def told(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


print(errno.ENOENT, errno.EEXIST, errno.errorcode[13], errno.EWOULDBLOCK == errno.EAGAIN, sorted(errno.errorcode.items())[:5], len(errno.errorcode))
print(sum(getattr(errno, n) for n in dir(errno) if n.startswith("E")), errno.errorcode[errno.EDEADLK], errno.errorcode[errno.ENOTSUP])

for text in ["a b  c", "python train.py --lr 0.1 'two words' \"three \\\" words\"", "a\\ b c\\\\d", "''", "a''b \"\" c", "x # no comment", "'a\\b' \"a\\b\" \"\\$\"",
             "a\tb\nc", "", "  ", "--name='x y'", "a'b'c\"d\"", "#x y", "a#b c", "\\", "'open", "\"open", "\"a\\", "é ü", "a;b|c>d (e)", "~/x *.py a,b"]:
    print(repr(text), told(shlex.split, text), told(shlex.split, text, comments=True), told(shlex.split, text, posix=False))
print([shlex.quote(s) for s in ("", "a", "a b", "it's", "$HOME", "a/b-c_d.e@f%+=:,", "é", "'", "a\nb")], shlex.join(["ls", "-l", "my file", "it's"]))

r = reprlib.Repr()
for o in [list(range(20)), tuple(range(3)), (1,), set(range(9)), frozenset("abcdefgh"), {i: i * i for i in range(9)}, "x" * 100, "it's " * 20, 10 ** 80, -10 ** 80,
          deque(range(9)), [[[[[[[[1]]]]]]]], {"b": [1] * 9, "a": {}}, set(), frozenset(), {}, [], "", 3.5, 1 / 3, b"x" * 60, range(10 ** 30), None,
          [("x" * 50, 2 ** 200)], type, dict.fromkeys("ab")]:
    print(reprlib.repr(o), r.repr(o) == reprlib.aRepr.repr(o))
r.maxlist, r.maxstring, r.maxlevel, r.fillvalue, r.maxdict = 2, 12, 2, "…", 1
print(r.repr([1, 2, 3]), r.repr("abcdefghijklmnop"), r.repr([[[1]], {}]), r.repr({1: 2, 3: 4}), r.repr({1: [[2]]}))


class Mine(reprlib.Repr):
    def repr_Tree(self, tree, level):
        return "Tree(%s)" % ("..." if level <= 0 else self.repr1(tree.below, level - 1))


class Tree:
    def __init__(self, below):
        self.below = below

    @reprlib.recursive_repr("<again>")
    def __repr__(self):
        """Shows it."""
        return "Tree(%r)" % (self.below,)


t = Tree([1])
t.below.append(t)
print(t, Mine().repr(t), Tree.__repr__.__doc__, Tree.__repr__.__name__)

now = [0.0]
log = []


def sleep(n):
    now[0] += n


s = sched.scheduler(lambda: now[0], sleep)
s.enter(5, 1, log.append, ("five",))
e = s.enter(2, 1, log.append, ("two",))
s.enter(2, 0, log.append, argument=("two, first",))
s.enterabs(9, 1, lambda **kw: log.append(kw), kwargs={"a": 1})
gone = s.enter(3, 1, log.append, ("gone",))
print(s.queue[0][:3], s.empty(), e.priority, e.argument, type(e).__name__, e._fields)
s.cancel(gone)
print(told(s.cancel, gone), s.run(blocking=False), log)
s.run()
print(log, now, s.empty(), s.run(False))

with ThreadPoolExecutor(max_workers=2) as pool:
    futures = [pool.submit(pow, n, 2) for n in range(4)]
    print([f.result() for f in futures], list(pool.map(max, [1, 5], [3, 4])))
    bad = pool.submit(int, "x")
    print(told(bad.result), repr(bad.exception()), bad.done(), bad.cancel(), bad.cancelled(), bad.running())
    done, late = wait(futures + [bad])
    print(len(done), late, sorted(f.result() for f in as_completed(futures)))
    log = []
    futures[0].add_done_callback(lambda f: log.append(f.result()))
    print(log)
print(told(pool.submit, print), told(ThreadPoolExecutor, 0))
f = Future()
f.add_done_callback(lambda f: log.append("told"))
print(f.done(), f.cancel(), f.cancelled(), log, told(f.result, 0), told(f.set_result, 1)[:30])
f = Future()
print(told(f.result, timeout=0), told(f.set_exception, ValueError("v")), told(f.result), told(f.set_result, 3)[:29], repr(f)[-31:], repr(f)[:11])
print(wait([f, Future()], timeout=0, return_when=FIRST_COMPLETED)._fields, issubclass(TimeoutError, Exception), concurrent.futures.TimeoutError.__name__)
print(told(lambda: list(as_completed([Future()], timeout=0))), CancelledError.__mro__[1].__name__, InvalidStateError.__module__)
