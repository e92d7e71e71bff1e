import json
for v in [[1, {'a': 2}], {}, [], [[]], [{}], {'a': []}, {'a': {'b': [1, 2, "x,y"]}}, 1, "a", None, [1], [[1],[2]], {'a': 1, 'b': [3, {'c': None}]}, [True, False, None], [1.5, "a"], [{'a':1},{'b':2}], [[[]]], {'k': {}}]:
    for kw in [{}, {'indent': 2}, {'indent': 0}, {'separators': (',', ':')}, {'indent': '--'}]:
        print(list(json.JSONEncoder(**kw).iterencode(v)))
import io
class W:
    def write(self, s): print(repr(s))
json.dump({'a': [1, 2]}, W(), indent=1)
