import fnmatch
import keyword
import queue
import timeit

print(keyword.iskeyword("for"), keyword.iskeyword("print"), keyword.issoftkeyword("match"), len(keyword.kwlist), keyword.softkwlist)
for pattern in ("*.py", "a?c*", "[abc]*", "[!a-c]x", "[]x]", "[a-", "**a*b*c", "", "*", "a*b", "[z-a]", "[a-c-e]", "x[!]y", "[\\d]", "[^a]", "a.b+c(d)", "[--0]", "[[]", "[a&&b]", "?*?"):
    print(repr(pattern), fnmatch.translate(pattern))
    print([n for n in ("a.py", "abc", "axxb", "bx", "]", "[a-", "a", "", "aXbYc", "dx", "x!y", "^", "A.PY", "ab\nc") if fnmatch.fnmatch(n, pattern)])
print(fnmatch.filter(["a.txt", "b.py", "c.TXT"], "*.txt"), fnmatch.fnmatchcase("A", "a"), fnmatch.fnmatch(b"abc", b"a*"))
q = queue.Queue(2)
q.put(1)
q.put("two")
print(q.qsize(), q.full(), q.empty())
for what in (lambda: q.put(3, block=False), lambda: q.put_nowait(3), lambda: q.put(3, timeout=-1)):
    try:
        what()
    except Exception as e:
        print(type(e).__name__, repr(str(e)))
print(q.get(), q.get_nowait())
try:
    q.get(timeout=0.001)
except queue.Empty as e:
    print("empty", type(e).__mro__)
q.task_done(), q.task_done(), q.join()
try:
    q.task_done()
except ValueError as e:
    print(e)
p = queue.PriorityQueue()
for x in (3, 1, 2):
    p.put((x, str(x)))
print([p.get() for _ in range(3)])
l = queue.LifoQueue()
for x in "abc":
    l.put(x)
print([l.get() for _ in range(3)], issubclass(queue.LifoQueue, queue.Queue))
s = queue.SimpleQueue()
s.put(1)
print(s.qsize(), s.get(), s.empty())
calls = []
t = timeit.timeit(lambda: calls.append(1), number=5)
print(len(calls), t >= 0, isinstance(t, float))
t = timeit.Timer("x.append(n)\nn += 1", "x = []\nn = 0", globals={"__name__": "m"})
print(len(t.repeat(3, 10)), all(v >= 0 for v in t.repeat(2, 1)))
print(timeit.timeit("y(2)", setup="y = abs", number=3) >= 0, timeit.default_number, timeit.default_repeat)
for bad in (lambda: timeit.timeit("x ="), lambda: timeit.timeit(3), lambda: timeit.timeit("undefined_name", number=1)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e if not isinstance(e, SyntaxError) else "")
