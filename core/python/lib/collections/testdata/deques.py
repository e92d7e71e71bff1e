from collections import deque
d = deque([1, 2, 3]); d.append(4); d.appendleft(0); print(d, d.pop(), d.popleft(), d, len(d), d[0], d[-1], d[1], 2 in d, list(d), deque(), deque("abc", maxlen=2), deque([1], 5), d.maxlen)
d.extend([7, 8]); d.extendleft([9, 10]); print(d); d.rotate(2); print(d); d.rotate(-3); print(d); d.reverse(); print(d, d.count(7), d.index(7)); d.remove(7); d.insert(1, "i"); print(d); d[0] = "z"; del d[1]; print(d, d.copy(), d == deque(d), d + deque([1]), d * 2, bool(deque()), list(reversed(d)))
m = deque(maxlen=3)
for i in range(5): m.append(i)
print(m, m.maxlen); m.appendleft(9); print(m); m.extend([1, 2, 3, 4]); print(m, repr(m)); m += [5]; print(m)
def t(g):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
t(lambda: deque().pop()); t(lambda: deque().popleft()); t(lambda: d[99]); t(lambda: d.remove("nope")); t(lambda: d.index("nope")); t(lambda: deque([1], maxlen=1).insert(0, 2)); t(lambda: deque(5)); t(lambda: deque([], -1)); t(lambda: d[0:1]); t(lambda: hash(d)); t(lambda: deque([1]) < deque([2])); t(lambda: deque([1]) + [1]); t(lambda: setattr(m, "maxlen", 2)); t(lambda: d["x"]); t(lambda: deque([1, 2], 3) == deque([1, 2]))
def mutate():
    q = deque([1, 2])
    for x in q: q.append(x)
t(mutate)
print(sorted(deque([3, 1])), max(deque([3, 1])), sum(deque([1, 2])), [*deque("ab")], deque([1, [2]]).copy(), deque(range(3)).clear()); d.clear(); print(d)
r = deque([1]); r.append(r); print(r)
class Q(deque):
    def peek(self): return self[0]
q = Q([5, 6]); print(q.peek(), q, type(q.copy()).__name__, isinstance(q, deque), deque([1, 2]) != deque([1]))
it = iter(deque([1, 2])); print(next(it), list(it)); print(deque([1, 2, 3]).index(3, 1, 5), deque("aXb").count("X"))
import copy; print(copy.copy(deque([1], 4)), copy.deepcopy(deque([[1]])))
