import io
import json

for s in ["null", "true", "false", "0", "-0", "12", "-5", "1.5", "1e5", "1E-2", "-0.0", "1.0e+10", '""', '"a\\n\\t\\"\\\\\\/\\u00e9\\ud83d\\ude00"', '"é😀"', "[]", "[1, 2, [3]]", "{}", '{"a": {"b": [null]}}', ' { "a" : 1 , "b" : 2 } \n', "NaN", "Infinity", "-Infinity", '{"a": 1, "a": 2}', "123456789012345678901234567890", '"\\ud800"', "1e400", "[1.25, 2e3]", b'{"a": 1}'.decode(), "\t[\r\n1]"]:
    v = json.loads(s)
    print(repr(v).encode("utf-8", "backslashreplace"), type(v).__name__)
print(json.loads(b'{"k": "\xc3\xa9"}'), json.loads(bytearray(b"[1]")), json.loads("\ufeff[1]".encode("utf-8")), json.loads('"a"'.encode("utf-16")))
for s in ["", " ", "{", "[", "[1", "[1,", "[1,]", "{\"a\"", '{"a":', '{"a": 1,}', "{a: 1}", "{'a': 1}", "tru", "nul", "01", "1.", ".5", "+1", "-", '"abc', '"a\nb"', '"\\x"', '"\\u12"', "[1 2]", '{"a" 1}', "1 2", "[]]", "\ufeff1", "nan", '{"a": 1 "b": 2}', "[1,,2]", '{1: 2}', '"\\', "1e", "1e+", "--1", "{,}", '[\n1,\n"x\n', "True"]:
    try:
        print(repr(s), json.loads(s))
    except json.JSONDecodeError as e:
        print(repr(s), e, "|", e.msg, e.pos, e.lineno, e.colno, e.doc == s)
print(json.loads('{"a": [1, {"b": 2}]}', object_hook=lambda d: sorted(d.items())), json.loads('{"b": 1, "a": 2}', object_pairs_hook=list), json.loads("[1, 2.5, NaN]", parse_int=str, parse_float=lambda s: "f" + s, parse_constant=lambda s: "c" + s), json.loads("1.1", parse_float=str))
print(json.load(io.StringIO('{"x": [1]}')), json.JSONDecoder().decode("[1]"), json.JSONDecoder().raw_decode("[1] tail"), json.JSONDecoder(object_hook=len).decode('{"a": {}}'), json.JSONDecoder(strict=False).decode('"a\nb"'), json.loads('"a\tb"', strict=False))
out = io.StringIO()
json.dump({"a": [1, 2]}, out, indent=1)
print(out.getvalue(), issubclass(json.JSONDecodeError, ValueError), json.JSONDecodeError("m", "doc\nx", 5))
config = {"name": "dense", "units": 64, "activation": None, "shape": [None, 3], "rate": 0.5, "nested": {"class_name": "Zeros", "config": {}}}
print(json.loads(json.dumps(config)) == config, json.loads(json.dumps(config, indent=3, sort_keys=True)) == config)
for f in [lambda: json.loads(5), lambda: json.loads(None), lambda: json.loads([1]), lambda: json.load("x"), lambda: json.JSONDecoder().raw_decode(" 1", 5), lambda: json.loads("1", wrong=1)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
deep = "[" * 200 + "]" * 200
v = json.loads(deep)
n = 0
while v:
    v = v[0]
    n += 1
print(n)
