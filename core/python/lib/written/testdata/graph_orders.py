from graphlib import CycleError, TopologicalSorter

graph = {"d": ["b", "c"], "b": ["a"], "c": ["a"]}
print(list(TopologicalSorter(graph).static_order()))
s = TopologicalSorter()
s.add(3, 1, 2)
s.add(4, 3)
s.add(5)
s.prepare()
while s.is_active():
    ready = s.get_ready()
    print(sorted(ready), bool(s))
    s.done(*ready)
print(s.get_ready(), s.is_active())
for g in ({1: [2], 2: [3], 3: [1]}, {1: [1]}, {"a": "b", "b": "a", "c": "a"}):
    try:
        TopologicalSorter(g).prepare()
    except CycleError as e:
        print(e.args[0], len(e.args[1]), e.args[1][0] == e.args[1][-1], sorted(map(str, set(e.args[1]))), isinstance(e, ValueError))
s = TopologicalSorter({1: [2]})
for f in (s.get_ready, s.is_active, lambda: s.done(1)):
    try:
        f()
    except ValueError as e:
        print(e)
s.prepare()
for f in (s.prepare, lambda: s.add(5), lambda: s.done(9), lambda: s.done(1)):
    try:
        f()
    except ValueError as e:
        print(e)
s.get_ready()
s.done(2)
try:
    s.done(2)
except ValueError as e:
    print(e)
print(list(TopologicalSorter({}).static_order()), TopologicalSorter[int])
