# json
import json
from collections import OrderedDict
print(json.dumps({'a': [1, 2.5, True, None, 'é\n"\\/\u2028\x00😀'], 'b': {}, 'c': [], 1: 2, None: 3, True: 4, 1.5: 5}), json.dumps('é', ensure_ascii=False))
print(json.dumps({'b': 1, 'a': [1, {'c': 2}], 'e': {}, 'f': []}, indent=2, sort_keys=True)); print(json.dumps([1, [2]], indent='\t')); print(json.dumps([1,2], indent=0)); print(json.dumps({'a': 1, 'b': 2}, separators=(',', ':')), json.dumps([1, 2], indent=None, separators=(', ', ': ')))
print(json.dumps(float('nan')), json.dumps(float('inf')), json.dumps(-float('inf')), json.dumps(1e100), json.dumps(10**30), json.dumps(0.1), json.dumps(-0.0), json.dumps(()), json.dumps((1,)))
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        return super().default(o)
print(json.dumps({1: {3, 1}}, cls=E), json.dumps(5j, default=str), json.dumps([object], default=lambda o: o.__name__))
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: json.dumps({1, 2})); t(lambda: json.dumps({(1,): 2})); t(lambda: json.dumps({(1,): 2}, skipkeys=True)); t(lambda: json.dumps(float('nan'), allow_nan=False)); t(lambda: json.dumps(b'x')); t(lambda: E().encode(5j)); t(lambda: json.dumps({'a': 1, 2: 3}, sort_keys=True))
l = []; l.append(l); t(lambda: json.dumps(l)); d = {}; d['d'] = d; t(lambda: json.dumps(d))
for s in ['{"a": [1, 2.0, -3e2, true, null, "x\\u00e9\\n"]}', '[]', ' 1 ', '"\\ud83d\\ude00"', 'NaN', '-Infinity', '1E400', '{"a": 1, "a": 2}', '12345678901234567890', '-0', '-0.0', '1.0']: t(lambda: json.loads(s))
for s in ['', '{', '[1,]', '{"a"}', '{"a":}', "{'a': 1}", '[1 2]', 'tru', '01', '1.', '"abc', '"a\nb"', '"\\x"', '[1] 2', '{"a": 1,}', 'nul', '+1', '.5', '-', '"\\u12"', '[', '{"a":1 "b"', '\ufeff1', '[1,\n2,\n x]', '{1: 2}', '"\t"']: t(lambda: json.loads(s))
t(lambda: json.loads(b'[1]')); t(lambda: json.loads(5)); t(lambda: json.loads(None))
print(json.loads('{"a": 1.5, "b": 2}', parse_float=str, parse_int=lambda s: int(s) * 10), json.loads('{"b": 1, "a": 2}', object_pairs_hook=OrderedDict), json.loads('[{"x": 1}]', object_hook=lambda d: d['x']), json.loads('[NaN]', parse_constant=lambda c: 'c' + c))
try: json.loads('[1,\n2,\n x]')
except json.JSONDecodeError as e: print(e.msg, e.pos, e.lineno, e.colno, e.doc, isinstance(e, ValueError))
print(json.JSONDecoder().raw_decode('[1] rest'), list(json.JSONEncoder().iterencode([1, {'a': 2}])), json.JSONEncoder(indent=1).encode([1]))
import io; s = io.StringIO(); json.dump({'a': 1}, s); print(s.getvalue()); s.seek(0); print(json.load(s))
class IntSub(int):
    def __repr__(s): return 'no'
class StrSub(str): pass
class FloatSub(float):
    def __repr__(s): return 'no'
from enum import IntEnum
class Co(IntEnum): A = 1
print(json.dumps([IntSub(5), StrSub('x'), FloatSub(1.5), Co.A, {Co.A: 1, StrSub('k'): 2}]))
from typing import NamedTuple
class NT(NamedTuple): a: int
print(json.dumps(NT(1)), json.dumps({'a': OrderedDict(b=1)}))
