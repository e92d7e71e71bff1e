l = list(range(100))
class K:
    def __init__(s, v): s.v = v
    def __lt__(s, o): l.append(1); return s.v < o.v
l = [K(5), K(3), K(4)]
try: l.sort()
except ValueError as e: print(e)
d = {i: i for i in range(5)}
try:
    for k in d: d[k + 100] = 1
except RuntimeError as e: print(e)
try:
    for k in d: del d[k]
except RuntimeError as e: print(e)
s = {1, 2, 3}
try:
    for k in s: s.add(k + 10)
except RuntimeError as e: print(e)
class H:
    def __hash__(s): return 1
    def __eq__(s, o): d2.clear(); return False
d2 = {}; d2[H()] = 1
try: d2[H()] = 2; print(len(d2))
except Exception as e: print(type(e).__name__, e)
