"""Writes the tracebacks that CPython 3.11 prints for programs that end with an exception.

usage: python_tracebacks.py FOLDER    writes NAME.err beside each NAME.py of the folder

A file holds several programs, with a line "# ---" between them. NAME.err holds what the interpreter printed for each, with
the same line between. Programs run under the name program.py.
"""
import contextlib
import io
import os
import sys
import tempfile
import types

SEPARATOR = "# ---\n"


def traceback_of(text):
    with open("program.py", "w", encoding="utf-8") as file:
        file.write(text)
    module = types.ModuleType("__main__")
    old, sys.modules["__main__"] = sys.modules["__main__"], module
    err = io.StringIO()
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(text, "program.py", "exec", dont_inherit=True), module.__dict__)
    except BaseException as error:
        error.__traceback__ = error.__traceback__.tb_next
        if isinstance(error, SyntaxError):
            error.__traceback__ = None
        with contextlib.redirect_stderr(err):
            sys.__excepthook__(type(error), error, error.__traceback__)
    sys.modules["__main__"] = old
    return err.getvalue()


def main(folder):
    paths = [os.path.abspath(os.path.join(folder, n)) for n in sorted(os.listdir(folder)) if n.endswith(".py")]
    with tempfile.TemporaryDirectory() as room:
        os.chdir(room)
        for path in paths:
            with open(path, encoding="utf-8") as file:
                parts = file.read().split(SEPARATOR)
            with open(path[:-3] + ".err", "w", encoding="utf-8") as file:
                file.write(SEPARATOR.join(traceback_of(part) for part in parts))
        os.chdir("/")


if __name__ == "__main__":
    if sys.version_info[:2] != (3, 11):
        raise SystemExit("the expected output is that of Python 3.11")
    sys.setrecursionlimit(sys.getrecursionlimit() + 5)  # the frames of this script
    main(sys.argv[1])
