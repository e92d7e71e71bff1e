# walrus
if (n := len('abc')) > 2: print(n)
print([y := 1, y**2, y+1])
print([last := x for x in range(5)], last)
print(any((w := c).isdigit() for c in 'ab1c'), w)
def f(x, y=(z:=3)): return x+y
print(f(1), z)
while (k := n) > 0: n -= 1
print(k, n)
print(f'{(q:=5)} {q}')
lst = [1,2,3]
print(lst[(i:=1)], i)
