"""Writes what Python programs print under CPython 3.11.

usage: python_programs.py [FOLDER ...]    writes NAME.out beside each NAME.py below the folders; without folders, for all
                                          programs of the interpreter and of the modules

NAME.out holds what the program printed. A program that raises ends with a line "!Type: message".
"""
import contextlib
import gc
import glob
import io
import linecache
import os
import sys
import types
import warnings


def run(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    name = os.path.basename(path)
    linecache.cache[name] = len(text), None, text.splitlines(True), name  # for tracebacks and inspect
    module = types.ModuleType("__main__")
    module.__dict__.update(__annotations__={}, __file__=name)
    old = sys.modules["__main__"]
    sys.modules["__main__"] = module
    out, end = io.StringIO(), ""
    try:
        with contextlib.redirect_stdout(out), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(compile(text, name, "exec", dont_inherit=True), module.__dict__)
    except BaseException as error:
        end = f"!{type(error).__name__}: {error}\n"
    with contextlib.redirect_stdout(out):
        sys.modules["__main__"] = old
        gc.collect()
    return out.getvalue() + end


def main(folders):
    count = 0
    for folder in folders:
        for where, _, names in sorted(os.walk(folder)):
            for name in sorted(names):
                if name.endswith(".py"):
                    path = os.path.join(where, name)
                    with open(path[:-3] + ".out", "w", encoding="utf-8") as file:
                        file.write(run(path))
                    count += 1
    print(f"{count} programs under Python {sys.version.split()[0]}")


if __name__ == "__main__":
    if sys.version_info[:2] != (3, 11):
        raise SystemExit("the expected output is that of Python 3.11")
    main(sys.argv[1:] or ["core/python/interp/testdata"] + ["core/python/lib/testdata"] + sorted(glob.glob("core/python/lib/*/testdata")))
