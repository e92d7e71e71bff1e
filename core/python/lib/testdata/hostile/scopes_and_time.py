# program scopes and time
import datetime as dt
from dataclasses import dataclass, field, asdict, replace
from typing import Iterator, Optional
@dataclass(order=True)
class Task:
    due: dt.date
    title: str = field(compare=False)
    done: bool = field(default=False, compare=False, repr=False)
    tags: frozenset = field(default=frozenset(), compare=False)
    parent: Optional['Task'] = field(default=None, compare=False, repr=False)
    def __post_init__(self):
        if isinstance(self.due, str): self.due = dt.date.fromisoformat(self.due)
        self.tags = frozenset(self.tags)
    @property
    def path(self): return (self.parent.path if self.parent else ()) + (self.title,)
    def late(self, today): return not self.done and self.due < today
root = Task('2024-02-28', 'release'); sub = Task(dt.date(2024, 3, 1), 'docs', tags=['b'], parent=root); third = replace(sub, title='site', due='2024-01-31', done=True)
tasks = [root, sub, third]; today = dt.date(2024, 2, 29)
print(sorted(tasks), [t.title for t in tasks if t.late(today)], min(tasks).path, sub.path, root < sub, root == replace(root, title='x'), sorted(sub.tags), (sub.due - root.due).days, f'{sub.due:%A %d %B %Y}', asdict(root)['due'])
def month(y, m):
    first = dt.date(y, m, 1); start = first - dt.timedelta(first.weekday()); day = start; rows = []
    while day.month == m or day <= first: rows.append([(d.day if d.month == m else 0) for d in (day + dt.timedelta(i) for i in range(7))]); day += dt.timedelta(7)
    return rows
print(*(' '.join(f'{d or "":>2}' for d in row) for row in month(2024, 2)), sep='\n')
def every(start, step, until) -> Iterator[dt.date]:
    while start <= until: yield start; start += step
print([d.isoformat() for d in every(today, dt.timedelta(weeks=1), dt.date(2024, 4, 1))], [(d.year, d.timetuple().tm_yday) for d in every(dt.date(2023, 12, 30), dt.timedelta(1), dt.date(2024, 1, 2))])
def fmt(td): h, r = divmod(int(td.total_seconds()), 3600); return f'{h}:{r // 60:02}:{r % 60:02}'
print(fmt(dt.timedelta(days=1, minutes=61, seconds=5)), [str(dt.timedelta(seconds=s)) for s in (0, 59, 3661, 86400 * 400)], dt.datetime(2024, 2, 29, 23, 59) + dt.timedelta(minutes=2), dt.datetime.strptime('1 Mar 24', '%d %b %y').date() == sub.due)
counter = 0
def make(n):
    counter = n * 10
    class Box:
        counter = n
        seen = [counter + i for i in range(2)]
        def get(self): return counter
        def bump(self):
            nonlocal counter
            counter += 1; return counter, self.counter, type(self).counter
        @staticmethod
        def top(): global counter; counter += 1; return counter
    return Box
A, B = make(1), make(2); a = A(); print(a.get(), a.bump(), a.bump(), B().get(), A.seen, A.top(), B.top(), counter, A.__qualname__, A.get.__qualname__, A is not make(1))
def outer():
    x = 'outer'
    def inner():
        def deepest(): return x
        return deepest
    before = inner()(); x = 'changed'; return before, inner()(), (lambda: [x for x in range(2)])(), x, [lambda: x for x in 'ab'][0](), [(lambda x=x: x)() for x in 'ab']
print(outer()); exec('z = 5; w = [z for _ in range(2)]'); print(z, w, eval('z + q', {'z': 1}, {'q': 2}), {k: v for k, v in zip('ab', [1, 2])}, (lambda *a, **k: (a, k))(1, *[2], b=3, **{'c': 4}))
try:
    for i in range(3):
        try:
            if i == 1: raise ValueError(i)
        except ValueError as err: print('caught', err); continue
        else: print('else', i)
        finally: print('finally', i)
    else: print('loop done')
    print(err)
except NameError as e: print(e)
