def down(n):
    return down(n + 1)
try:
    down(0)
except RecursionError as e:
    print(type(e).__name__, e)

def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n
d = depth(0)
print(900 < d < 1001)

class Loop:
    def __getattr__(self, name):
        return self.other
try:
    Loop().x
except RecursionError as e:
    print("RecursionError")

class Eq:
    def __eq__(self, o):
        return self == o
try:
    Eq() == Eq()
except RecursionError as e:
    print("RecursionError")

def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
print(even(300), odd(301))
l = []
l.append(l)
print(l)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(15))
