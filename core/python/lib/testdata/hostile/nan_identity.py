# nan identity
nan = float('nan'); l = [nan]
print(nan in l, l == [nan], l == [float('nan')], nan == nan, nan is nan, float('nan') is float('nan'), l.index(nan), l.count(nan), {nan: 1}[nan], len({nan, nan}), len({float('nan'), float('nan')}), (nan, 1) == (nan, 1), {1: nan} == {1: nan}, sorted([3, nan, 1])[:1], max(nan, 1), min(1, nan), nan != nan)
import math
print(math.nan in [math.nan], [math.nan] == [math.nan], math.isnan(nan), math.nan is nan, l.remove(nan), l, 0.0 is -0.0, 1j == 1j, [1j] == [1j], 0.0 == -0.0, {0.0: 'a', -0.0: 'b'}, {1: 'a', 1.0: 'b', True: 'c'})
try: [nan].index(float('nan'))
except ValueError as e: print(e)
import struct, statistics
print(struct.pack('<d', nan), struct.pack('>f', nan), nan.hex(), repr(nan), str(-nan), f'{nan:.2f}', nan + 1, [nan, nan].count(nan), statistics.mode([nan, nan]) if 0 else '')
d = {}; d[nan] = 1; d[nan] = 2; d[float('nan')] = 3; print(len(d), list(d.values()))
