# "in" asks __iter__; a TypeError of it counts as having none.
class Wrong:
    def __iter__(self): return iter(None)
class Fails:
    def __iter__(self): raise ValueError("no")
class Later:
    def __iter__(self):
        yield 1
        raise TypeError("later")
class Items:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i
class Number(int):
    def __iter__(self): return iter(5)
class NotOne:
    def __iter__(self): return 5
class Missing:
    __iter__ = None
for o in (Wrong(), Fails(), Later(), Items(), Number(), NotOne(), Missing(), object(), 5, Wrong):
    for x in (1, 9):
        try:
            print(type(o).__name__, x in o)
        except Exception as e:
            print(type(o).__name__, type(e).__name__, e)
