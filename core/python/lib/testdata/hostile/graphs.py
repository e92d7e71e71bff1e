# program graphs
import heapq, itertools
from collections import deque, defaultdict
from functools import lru_cache
class Graph:
    def __init__(self, edges, directed=False):
        self.g = defaultdict(dict)
        for a, b, *w in edges:
            self.g[a][b] = w[0] if w else 1
            if not directed: self.g[b][a] = w[0] if w else 1
            else: self.g[b]
    def bfs(self, start):
        seen, q, order = {start}, deque([start]), []
        while q:
            n = q.popleft(); order.append(n)
            for m in sorted(self.g[n]):
                if m not in seen: seen.add(m); q.append(m)
        return order
    def dfs(self, n, seen=None):
        seen = seen if seen is not None else set()
        if n in seen: return
        seen.add(n); yield n
        for m in sorted(self.g[n]): yield from self.dfs(m, seen)
    def dijkstra(self, start):
        dist, heap, prev = {start: 0}, [(0, start)], {}
        while heap:
            d, n = heapq.heappop(heap)
            if d > dist.get(n, float('inf')): continue
            for m, w in self.g[n].items():
                if (nd := d + w) < dist.get(m, float('inf')): dist[m], prev[m] = nd, n; heapq.heappush(heap, (nd, m))
        return dist, prev
    def path(self, a, b):
        _, prev = self.dijkstra(a); out = [b]
        while out[-1] != a:
            try: out.append(prev[out[-1]])
            except KeyError as e: raise ValueError(f'no path to {e.args[0]}') from e
        return out[::-1]
    def topo(self):
        indeg = {n: 0 for n in self.g}
        for n in self.g:
            for m in self.g[n]: indeg[m] += 1
        ready = [n for n, d in indeg.items() if not d]; heapq.heapify(ready)
        while ready:
            n = heapq.heappop(ready); yield n
            for m in self.g[n]:
                indeg[m] -= 1
                if not indeg[m]: heapq.heappush(ready, m)
        if any(indeg.values()): raise RuntimeError(f'cycle among {sorted(n for n, d in indeg.items() if d)}')
g = Graph([('a', 'b', 4), ('a', 'c', 1), ('c', 'b', 2), ('b', 'd', 5), ('e', 'f')])
print(g.bfs('a'), list(g.dfs('a')), g.dijkstra('a'), g.path('a', 'd'))
try: g.path('a', 'e')
except ValueError as e: print(e, repr(e.__cause__))
d = Graph([('shirt', 'tie'), ('tie', 'jacket'), ('pants', 'shoes'), ('pants', 'belt'), ('belt', 'jacket')], directed=True)
print(list(d.topo()))
try: print(list(Graph([(1, 2), (2, 3), (3, 1), (0, 1)], True).topo()))
except RuntimeError as e: print(e)
@lru_cache(None)
def lcs(a, b): return '' if not a or not b else a[0] + lcs(a[1:], b[1:]) if a[0] == b[0] else max(lcs(a[1:], b), lcs(a, b[1:]), key=len)
print(lcs('AGGTAB', 'GXTXAYB'), lcs.cache_info().hits > 0)
def queens(n, row=0, cols=(), d1=(), d2=()):
    if row == n: yield cols; return
    for c in range(n):
        if c not in cols and row - c not in d1 and row + c not in d2: yield from queens(n, row + 1, cols + (c,), d1 + (row - c,), d2 + (row + c,))
print(len(list(queens(6))), next(queens(8)))
def sieve():
    yield 2; composites = {}
    for n in itertools.count(3, 2):
        if (p := composites.pop(n, None)) is None: composites[n * n] = n; yield n
        else:
            x = n + 2 * p
            while x in composites: x += 2 * p
            composites[x] = p
print(list(itertools.islice(sieve(), 15)), [*itertools.takewhile(lambda p: p < 30, sieve())])
def hanoi(n, a='A', b='B', c='C'): return [] if n == 0 else hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)
print(len(hanoi(6)), hanoi(2), sorted(''.join(p) for p in set(itertools.permutations('aab'))), [[int(i == j) for j in range(3)] for i in range(3)])
