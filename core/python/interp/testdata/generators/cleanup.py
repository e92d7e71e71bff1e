def g(tag):
    try:
        yield 1
        yield 2
    finally:
        print("cleanup", tag)
for x in g("break"):
    print(x)
    break
print("after break")
def first():
    for x in g("return"):
        return x
print(first())
try:
    for x in g("raise"):
        raise ValueError("v")
except ValueError as e:
    print("caught", e)
for x in g("full"): pass
print("after full")
kept = g("kept")
for x in kept: break
print("still open", next(kept))
kept.close()
print(list(zip(g("zip"), [1])) if False else "skip")
class CM:
    def __enter__(self): print("enter")
    def __exit__(self, *a): print("exit", a[0] and a[0].__name__)
def w():
    with CM():
        yield 1
for _ in w(): break
print("end")
a = next(iter(x for x in [5]))
print(a)
