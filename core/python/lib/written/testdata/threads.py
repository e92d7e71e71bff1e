import threading
import time

results = []
guard = threading.Lock()


def work(n, scale=1):
    with guard:
        results.append(n * scale)


threads = [threading.Thread(target=work, args=(i,), kwargs={"scale": 10}) for i in range(5)]
print([t.name for t in threads], threads[0].is_alive(), threads[0].daemon, threads[0].ident)
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results), [t.is_alive() for t in threads])
for f in (threads[0].start, threading.Thread().join, threading.current_thread().join):
    try:
        f()
    except RuntimeError as e:
        print(e)


class Worker(threading.Thread):
    def __init__(self, n):
        super().__init__(name="worker-%d" % n, daemon=True)
        self.n, self.result = n, None

    def run(self):
        self.result = sum(range(self.n))
        print(threading.current_thread() is self, threading.current_thread().name)


w = Worker(10)
w.start()
w.join(timeout=5)
print(w.result, w.daemon, w.name)
print(threading.current_thread() is threading.main_thread(), threading.main_thread().name, threading.active_count())

l = threading.Lock()
print(l.acquire(), l.locked(), l.acquire(False), l.acquire(timeout=0.01))
l.release()
try:
    l.release()
except RuntimeError as e:
    print(e)
r = threading.RLock()
with r:
    with r:
        print("twice")
try:
    r.release()
except RuntimeError as e:
    print(e)
e = threading.Event()
print(e.is_set(), e.wait(0.01))
t = threading.Thread(target=e.set)
t.start()
t.join()
print(e.is_set(), e.wait())
e.clear()
print(e.is_set())
s = threading.Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(blocking=False))
s.release()
b = threading.BoundedSemaphore(1)
try:
    b.release()
except ValueError as e:
    print(e)
d = threading.local()
d.x = 1


def other():
    d.y = 5
    print(hasattr(d, "x"), d.y, d.__dict__)


t = threading.Thread(target=other)
t.start()
t.join()
print(d.x, hasattr(d, "y"))
del d.x
try:
    d.x
except AttributeError as e:
    print("gone")
c = threading.Condition()
with c:
    print(c.wait(0.01), c.wait_for(lambda: True))
    c.notify_all()


class Counter:
    def __init__(self):
        self.n = 0
        self._lock = threading.Lock()

    def add(self):
        for _ in range(100):
            with self._lock:
                self.n += 1


counter = Counter()
ts = [threading.Thread(target=counter.add) for _ in range(4)]
[t.start() for t in ts]
[t.join() for t in ts]
print(counter.n)
timer = threading.Timer(0.01, print, ["late"])
timer.start()
timer.join()
try:
    threading.Thread(group=1)
except AssertionError as e:
    print(e)
