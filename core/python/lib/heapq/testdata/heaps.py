import heapq

h = []
for x in [5, 1, 8, 3, 9, 2, 7, 1, 4]:
    heapq.heappush(h, x)
    print(h)
while len(h) > 4:
    print(heapq.heappop(h), h)
print(heapq.heappushpop(h, 0), h, heapq.heappushpop(h, 6), h, heapq.heapreplace(h, 2), h, heapq.heappushpop([], 3))
for n in range(12):
    l = [(i * 7 + 3) % 11 for i in range(n)]
    heapq.heapify(l)
    print(l)
print(heapq.nlargest(3, [5, 1, 8, 3]), heapq.nsmallest(2, "hello"), heapq.nlargest(10, [1, 2]), heapq.nsmallest(0, [1]), heapq.nlargest(-1, [1]), heapq.nlargest(2, ["aa", "b", "cc"], key=len), heapq.nsmallest(2, ["aa", "b", "c"], key=len))
print(list(heapq.merge([1, 4, 7], [2, 5, 8], [0, 9])), list(heapq.merge()), list(heapq.merge([3, 1], reverse=True)), list(heapq.merge(["a", "ccc"], ["bb"], key=len)), list(heapq.merge([9, 5, 1], [8, 5], reverse=True)))
m = heapq.merge([1], [2])
print(next(m), next(m), next(m, "end"))
queue = []
for priority, name in [(2, "write"), (1, "plan"), (3, "test")]:
    heapq.heappush(queue, (priority, name))
print([heapq.heappop(queue)[1] for _ in range(3)])


class Task:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

    def __repr__(self):
        return f"T{self.n}"


l = [Task(3), Task(1), Task(2)]
heapq.heapify(l)
print(l, heapq.heappop(l), heapq.nsmallest(1, l))
for f, args in [(heapq.heappop, ([],)), (heapq.heapreplace, ([], 1)), (heapq.heappush, ((), 1)), (heapq.heapify, ("ab",)), (heapq.heappush, ([1], "a"))]:
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)
