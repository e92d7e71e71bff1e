from collections import defaultdict, Counter, OrderedDict, namedtuple, deque
import functools, itertools, json, math, operator
class InsufficientFunds(Exception):
    def __init__(self, need, have):
        super().__init__(f"need {need}, have {have}")
        self.need, self.have = need, have
class Account:
    _next = itertools.count(1)
    def __init__(self, owner, balance=0):
        self.id = next(Account._next)
        self.owner, self.balance = owner, balance
        self.history = []
    def withdraw(self, n):
        if n > self.balance:
            raise InsufficientFunds(n, self.balance)
        self.balance -= n
        self.history.append(("w", n))
        return self
    def __lt__(self, o): return self.balance < o.balance
    def __repr__(self): return f"{type(self).__name__}({self.owner!r}, {self.balance})"
accounts = [Account("ann", 50), Account("bob", 20), Account("cid", 70)]
print(sorted(accounts), max(accounts), min(accounts, key=lambda a: a.owner))
try:
    accounts[1].withdraw(5).withdraw(100)
except InsufficientFunds as e:
    print(e, e.need, e.have)
by = defaultdict(list)
for a in accounts: by[a.balance > 30].append(a.owner)
print(dict(by), Counter("mississippi").most_common(2))
P = namedtuple("P", "x y")
p = P(1, y=2)
print(p, p.x, p._replace(x=5), p._asdict(), [*p])
@functools.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), functools.reduce(operator.mul, range(1, 6)))
print(json.dumps({"a": [1, 2.5, None, True], "b": {"c": "é"}}, indent=2, sort_keys=True))
q = deque([1, 2, 3], maxlen=3)
q.append(4); q.rotate(1)
print(q, list(itertools.chain("ab", [1])), list(itertools.islice(itertools.count(5), 3)))
def timed(fn):
    @functools.wraps(fn)
    def inner(*a, **k):
        return fn(*a, **k)
    return inner
@timed
def documented(x):
    """Docs."""
    return x
print(documented.__name__, documented.__doc__, documented.__wrapped__ is not documented)
print(math.isclose(0.1 + 0.2, 0.3), math.prod([2, 3]), math.gcd(12, 18))
matrix = [[1, 2], [3, 4]]
print(list(zip(*matrix)), list(map(sum, matrix)), [list(r) for r in zip(*matrix)][::-1])
words = "the quick brown fox jumps over the lazy dog".split()
print({w: len(w) for w in sorted(set(words), key=lambda w: (-len(w), w))})
print(any(w.startswith("q") for w in words), all(len(w) > 2 for w in words), list(filter(str.isupper, "aBcD")))
print(f"{sum(a.balance for a in accounts):>10,.2f}|{'x' * 3:^9}|{accounts[0].owner.title()!r:<8}|")
class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    def __matmul__(self, o):
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __getitem__(self, ij):
        i, j = ij
        return self.rows[i][j]
    def __eq__(self, o): return self.rows == o.rows
    def __str__(self): return "\n".join(" ".join(f"{v:3d}" for v in r) for r in self.rows)
m = Matrix([[1, 2], [3, 4]]) @ Matrix([[0, 1], [1, 0]])
print(m, m[1, 0], m == Matrix([(2, 1), (4, 3)]), sep="\n")
def primes():
    yield 2
    found = [2]
    for n in itertools.count(3, 2):
        if all(n % p for p in itertools.takewhile(lambda p: p * p <= n, found)):
            found.append(n)
            yield n
print(list(itertools.islice(primes(), 15)))
def flatten(x):
    for i in x:
        if isinstance(i, (list, tuple)): yield from flatten(i)
        else: yield i
print(list(flatten([1, [2, (3, [4])], 5])))
class Stack(list):
    def push(self, x): self.append(x); return self
    @property
    def top(self): return self[-1]
s = Stack().push(1).push(2)
print(s, s.top, len(s), isinstance(s, list), s + [3], type(s + [3]).__name__)
state = {"n": 0}
def bump(): state["n"] += 1; return state["n"]
print([bump() for _ in range(3)], state)
print(dict(sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1])), "-".join(map(str, range(5))), list(reversed("abc")))
print(*(f"{a}{b}" for a, b in itertools.product("xy", (1, 2))))
