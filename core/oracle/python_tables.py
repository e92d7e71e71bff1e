"""Writes programs that call each method of the built-in types, and functions of modules, with arguments of every kind.

usage: python_tables.py [FOLDER]     then python_programs.py writes what CPython prints

Wrong arguments are most of the table: what a call complains of, and in which order, is half of what a function is.
"""
import importlib
import os
import sys

HEAD = '''"""Calls of %s with arguments of every kind."""
import copy
%s

def show(value):
    """The value as text that is the same in every run."""
    if isinstance(value, (set, frozenset)):
        return type(value).__name__ + repr(sorted(map(repr, value)))
    if hasattr(value, "__next__"):
        try:
            return type(value).__name__ + repr([item for item, _ in zip(value, range(12))])
        except Exception as e:
            return "%%s %%s %%s" %% (type(value).__name__, type(e).__name__, e)
    text = repr(value)
    return text if " at 0x" not in text else text[:text.index(" at 0x")]


def call(function, arguments, named={}):
    try:
        value = show(function(*copy.deepcopy(arguments), **named))
    except Exception as e:
        value = "%%s: %%s" %% (type(e).__name__, e)
    print(*map(show, arguments), named or "", "->", value[:200])


'''

RECEIVERS = {
    "int": ["0", "5", "-7", "10**30"], "float": ["0.0", "2.5", "-1e300", "float('inf')", "float('nan')"],
    "complex": ["0j", "1+2j"], "str": ["''", "'abc'", "'Hello World'", "'a,b,,c'", "'  x '", "'a\\tb\\nc'"],
    "bytes": ["b''", "b'abc'", "b'a,b,,c'", "b' x '"], "bytearray": ["bytearray(b'abc')", "bytearray()"],
    "list": ["[]", "[3, 1, 2]", "[1, 1, [2]]"], "tuple": ["()", "(3, 1, 2)"], "dict": ["{}", "{'a': 1, 'b': [2]}"],
    "set": ["set()", "{1, 2}"], "frozenset": ["frozenset()", "frozenset({1})"], "range": ["range(0)", "range(10, 0, -3)"],
    "slice": ["slice(None)", "slice(1, 10, 2)"],
}
PLAIN = {"__contains__", "__getitem__", "__setitem__", "__delitem__", "__eq__", "__lt__", "__le__", "__mod__", "__round__", "__format__",
         "__floordiv__", "__truediv__", "__divmod__", "__and__", "__or__", "__xor__", "__sub__", "__mul__", "__add__", "__ior__"}
POOL = "0 1 -1 None 2.5 'a' 'ab' '' b'x' [1,2] (1,2) {1:2} {1} slice(1,2)".split()
PAIRS = "0 -1 None 'a'".split()
MORE = ["(1, 2, 3)", "('a', 'b', 1)", "('a', 'b', 'c', 'd')", "(b'a', b'b', 1)"]
NAMED = ["{'sep': ','}", "{'x': 1}", "{'reverse': True}", "{'maxsplit': 1}", "{'encoding': 'ascii'}", "{'keepends': True}"]
MODULES = {
    "math": None, "operator": None, "itertools": None, "heapq": ["nlargest", "nsmallest", "merge"], "json": ["dumps", "loads"],
    "functools": ["reduce"], "fractions": ["Fraction"], "textwrap": ["dedent"],
}
LEFT_OUT = {"count", "cycle", "repeat", "tee", "groupby", "compress", "isclose", "prod", "dist", "cbrt", "islice", "combinations",
            "combinations_with_replacement", "dropwhile", "takewhile", "merge", "nlargest", "nsmallest", "is_", "is_not", "call", "erfc", "Fraction", "dedent"}


def cases(out):
    args = ["()"] + [f"({p},)" for p in POOL] + [f"({p}, {q})" for p in PAIRS for q in PAIRS] + MORE
    out.append("CASES = [\n    " + ",\n    ".join(", ".join(args[i:i + 9]) for i in range(0, len(args), 9)) + ",\n]\n")


def method(kind, name):
    out = [HEAD % (f"{kind}.{name}", "")]
    cases(out)
    out.append("NAMED = [" + ", ".join(NAMED) + "]\n")
    changes = kind in ("list", "dict", "set", "bytearray")
    for receiver in RECEIVERS[kind]:
        out.append(f"\nprint({receiver!r})\nfor case in CASES:\n    it = {receiver}\n    call(it.{name}, case)\n")
        if changes:
            out.append("    print(show(it))\n")
    if name[0] != "_":
        out.append(f"for named in NAMED:\n    call(lambda *a, **k: ({receiver}).{name}(*a, **k), (), named)\n")
    return "".join(out)


def function(module, name):
    out = [HEAD % (f"{module}.{name}", f"\nimport {module}\n")]
    cases(out)
    out.append(f"for case in CASES:\n    call({module}.{name}, case)\n")
    return "".join(out)


def main(folder):
    count = 0
    for kind in RECEIVERS:
        for name in sorted(dir(eval(kind))):
            if (name.startswith("_") and name not in PLAIN) or name == "fromhex" or not callable(getattr(eval(kind), name)):
                continue
            if kind == "bytearray" and hasattr(bytes, name) and name not in ("__setitem__", "__eq__", "__add__"):
                continue
            if (kind, name) == ("list", "sort") or name in ("maketrans", "__mod__") and kind in ("str", "bytes", "bytearray") or name == "__format__" and \
                    kind not in ("int", "float", "str"):
                continue
            write(folder, f"{kind}_{name.strip('_')}", method(kind, name))
            count += 1
    for module, names in MODULES.items():
        for name in names or sorted(dir(importlib.import_module(module))):
            if not name.startswith("_") and name not in LEFT_OUT and callable(getattr(importlib.import_module(module), name)):
                write(folder, f"{module}_{name}", function(module, name))
                count += 1
    print(count, "programs")


def write(folder, name, text):
    with open(os.path.join(folder, name + ".py"), "w", encoding="utf-8") as file:
        file.write(text)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "core/python/lib/testdata/tables")
