def f(n): return f(n+1)
try: f(0)
except RecursionError as e: print(type(e).__name__, e)
l = []
for i in range(100000): l = [l]
try: print(len(repr(l)))
except RecursionError as e: print("repr", e)
try: l == l.copy(); print("eq ok")
except RecursionError as e: print("eq", e)
a = []; b = []
for i in range(100000): a, b = [a], [b]
try: print(a == b)
except RecursionError as e: print("eq", e)
del l, a, b
