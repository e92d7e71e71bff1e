"""Writes the errors that CPython 3.11's compiler finds in names.

usage: python_scope_errors.py FILE    writes FILE with .txt in the place of .py

The parts of FILE are divided by lines "# ---". FILE.txt has a line for each: "line: message", or "compiles".
"""
import sys


def answer(part):
    try:
        compile(part, "<part>", "exec", dont_inherit=True)
    except SyntaxError as error:
        return f"{error.lineno}: {error.msg}"
    return "compiles"


def main(path):
    with open(path, encoding="utf-8") as file:
        parts = file.read().split("# ---\n")
    with open(path[:-3] + ".txt", "w", encoding="utf-8") as file:
        file.writelines(answer(part) + "\n" for part in parts)


if __name__ == "__main__":
    if sys.version_info[:2] != (3, 11):
        raise SystemExit("the expected errors are those of Python 3.11")
    main(sys.argv[1])
