# program inventory
from collections import defaultdict, Counter, OrderedDict, namedtuple
from contextlib import contextmanager
from decimal import Decimal, ROUND_HALF_UP
import json, functools, operator, datetime
class OutOfStock(Exception):
    def __init__(self, sku, wanted, have): super().__init__(f'{sku}: wanted {wanted}, have {have}'); self.sku = sku
class Money(Decimal):
    def __new__(cls, v): return super().__new__(cls, Decimal(str(v)).quantize(Decimal('0.01'), ROUND_HALF_UP))
    def __repr__(self): return f'${self:,.2f}'
Item = namedtuple('Item', 'sku name price qty')
class Store:
    def __init__(self): self._items, self.log, self._hooks = {}, [], defaultdict(list)
    def on(self, event):
        def deco(f): self._hooks[event].append(f); return f
        return deco
    def emit(self, event, **data):
        for h in self._hooks[event]: h(**data)
    def add(self, sku, name, price, qty=0): self._items[sku] = Item(sku, name, Money(price), qty); self.emit('added', sku=sku); return self
    def __getitem__(self, sku):
        try: return self._items[sku]
        except KeyError: raise LookupError(f'no such sku: {sku!r}') from None
    def __contains__(self, sku): return sku in self._items
    def __iter__(self): return iter(sorted(self._items.values(), key=operator.attrgetter('price'), reverse=True))
    def __len__(self): return sum(i.qty for i in self._items.values())
    def take(self, sku, n):
        item = self[sku]
        if item.qty < n: raise OutOfStock(sku, n, item.qty)
        self._items[sku] = item._replace(qty=item.qty - n); self.log.append((sku, n))
    @contextmanager
    def transaction(self):
        saved, logged = dict(self._items), len(self.log)
        try: yield self
        except Exception as e: self._items = saved; del self.log[logged:]; print('rolled back:', e); raise
    @property
    def value(self): return functools.reduce(operator.add, (i.price * i.qty for i in self._items.values()), Decimal(0))
s = Store()
@s.on('added')
def announce(sku): print('added', sku)
s.add('a1', 'Widget', 2.345, 10).add('b2', 'Gadget', '19.999', 3).add('c3', 'Thing', 0.5)
print(len(s), s.value, [i.name for i in s], 'a1' in s, s['a1'])
for job in [[('a1', 3), ('b2', 1)], [('a1', 5), ('b2', 9)], [('zz', 1)]]:
    try:
        with s.transaction():
            for sku, n in job: s.take(sku, n)
    except (OutOfStock, LookupError) as e: print(type(e).__name__, e, e.__cause__, e.__suppress_context__)
print(s.log, Counter(k for k, _ in s.log), json.dumps([i._asdict() for i in s], default=str, indent=1))
print(f"{'name':<10}|{'price':>8}|{'qty':^5}"); [print(f'{i.name:<10}|{i.price:>8}|{i.qty:^5}') for i in s]
print(sum(map(operator.itemgetter(1), s.log)), max(s, key=lambda i: i.qty).sku, sorted(s, key=lambda i: (-i.qty, i.name))[0].name, *(f'{d:%a}' for d in (datetime.date(2024, 1, 1) + datetime.timedelta(n) for n in range(3))))
