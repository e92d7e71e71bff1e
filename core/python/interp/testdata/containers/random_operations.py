# Long runs of random operations on sets, lists, dicts and ranges: also the order of sets must be CPython's.
seed = 12345
def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return (seed >> 8) % n
def key():
    k = rnd(6)
    if k == 0: return rnd(20) - 10
    if k == 1: return rnd(1000) * 64
    if k == 2: return (rnd(5), rnd(5))
    if k == 3: return rnd(50) / 4
    if k == 4: return frozenset([rnd(4), rnd(9)])
    return rnd(300)
sets = [set() for _ in range(5)]
for step in range(1200):
    a = rnd(5); b = rnd(5); s = sets[a]; o = sets[b]; op = rnd(22)
    if op < 8: s.add(key())
    elif op == 8: s.discard(key())
    elif op == 9: sets[a] = s | o
    elif op == 10: sets[a] = s & o
    elif op == 11: sets[a] = s - o
    elif op == 12: sets[a] = s ^ o
    elif op == 13: s.update([key() for _ in range(rnd(6))])
    elif op == 14: s |= o
    elif op == 15: s -= o
    elif op == 16: s ^= set([key(), key(), key()])
    elif op == 17 and s: s.pop()
    elif op == 18: sets[a] = set(list(o)[::2])
    elif op == 19: sets[a] = s.copy()
    elif op == 20: sets[a] = set({key(): 1, key(): 2, key(): 3}); s.intersection_update(list(o))
    elif op == 21: sets[a] = frozenset(s).union(o) | set() if rnd(2) else set(s.difference(list(o)))
    if isinstance(sets[a], frozenset): sets[a] = set(sets[a])
    if step % 20 == 0: print(step, sets[a])
l = []; d = {}
for step in range(1200):
    op = rnd(16); n = len(l)
    i, j, k = rnd(30) - 15, rnd(30) - 15, rnd(7) - 3
    try:
        if op == 0: l[i:j] = [rnd(100) for _ in range(rnd(5))]
        elif op == 1: l[i:j:k] = [rnd(100) for _ in range(rnd(5))]
        elif op == 2: del l[i:j:k]
        elif op == 3: l.insert(i, rnd(100))
        elif op == 4: l.pop(i)
        elif op == 5: l.sort(reverse=rnd(2), key=lambda v: v % 10)
        elif op == 6: l = l[i:j:k] + l[:5]
        elif op == 7: l[i] = 7
        elif op == 8: del l[i]
        elif op == 9: print(l.index(rnd(100), i, j))
        elif op == 10: l.extend(range(rnd(8)))
        elif op == 11: d[rnd(30)] = step
        elif op == 12: del d[rnd(30)]
        elif op == 13: print(d.popitem(), d.pop(rnd(30)))
        elif op == 14: d.update({rnd(30): 1, rnd(30): 2})
        elif op == 15: print(slice(i, j, k).indices(rnd(12)), list(range(i, j, k)), range(i, j, k)[::-2], len(range(i, j, k)))
    except Exception as e: print(type(e).__name__, e)
    if step % 10 == 0: print(l, d)
