for i in range(3):
    print(i, end=" ")
else:
    print("else")
for i in range(10, 0, -3):
    print(i, end=" ")
print()
for i in range(5):
    if i == 2: break
else:
    print("not reached")
print(i)
n = 0
while n < 5:
    n += 1
    if n == 2: continue
    if n == 4: break
else:
    print("no")
print(n)
while n > 0:
    n -= 1
else:
    print("done", n)
l = [1, 2, 3]
for x in l:
    if x < 10 and len(l) < 6: l.append(x + 10)
print(l)
d = {"a": 1, "b": 2}
for k in d: print(k, d[k])
try:
    for k in d: d["c"] = 1
except RuntimeError as e:
    print(e)
for i, c in enumerate("ab", 1): print(i, c)
for a, b in zip([1, 2], "xy"): print(a, b)
for _ in range(0): print("never")
for i in range(2):
    for j in range(2):
        if j: break
        print(i, j)
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
for v in It(): print(v, end=";")
print()
class Seq:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
print(list(Seq()), [x for x in Seq()], 20 in Seq())
try:
    for x in 5: pass
except TypeError as e:
    print(e)
class BadIter:
    def __iter__(self): return 5
try:
    for x in BadIter(): pass
except TypeError as e:
    print(e)
try:
    for i in range(1.5): pass
except TypeError as e:
    print(e)
try:
    for i in range(1, 2, 0): pass
except ValueError as e:
    print(e)
range_ = range
def loc():
    total = 0
    for i in range_(4):
        total += i
    i += 100
    return total, i
print(loc())
if 0: pass
elif []: pass
elif "x": print("elif")
else: pass
x = 5
print("big" if x > 3 else "small", not x, x and 0, 0 or "y", None or 0 or [], 1 and 2 and 3)
print(1 < x < 10, 1 < x > 10, 1 < 2 == 2 != 3, x in [5] in [[5]], x is x is not None)
pass
...
"string"
del x
for o in (1, 2, 3):
    try:
        if o == 2: continue
        print("o", o)
    finally:
        print("f", o)
big = 0
for i in range(1000):
    big += i * i
print(big)
