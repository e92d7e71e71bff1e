"""Writes where exceptions pass in Python programs under CPython 3.11.

usage: python_traces.py FOLDER    writes NAME.trace beside each NAME.py of the folder

A program consists of parts that a line "# ---" divides; each part raises. NAME.trace has a paragraph for each part: the exception, then
a line for each entry of its traceback, outermost first: function, first line and column, last line and column, counted from the part's start
(columns from 0, in characters).
"""
import os
import sys


def positions(tb):
    while tb is not None:
        code = tb.tb_frame.f_code
        if code.co_filename == "<part>":
            yield code.co_name, list(code.co_positions())[tb.tb_lasti // 2]
        tb = tb.tb_next


def run(text):
    lines = text.split("\n")
    try:
        exec(compile(text, "<part>", "exec", dont_inherit=True), {"__name__": "__main__"})
    except Exception as error:
        yield f"{type(error).__name__}: {error}"
        for name, (first, last, start, end) in positions(error.__traceback__):
            start = len(lines[first - 1].encode()[:start].decode())
            end = len(lines[last - 1].encode()[:end].decode())
            yield f"{name} {first}:{start} {last}:{end}"
    else:
        yield "nothing raised"


def main(folder):
    for name in sorted(os.listdir(folder)):
        if name.endswith(".py"):
            path = os.path.join(folder, name)
            with open(path, encoding="utf-8") as file:
                parts = file.read().split("# ---\n")
            with open(path[:-3] + ".trace", "w", encoding="utf-8") as file:
                file.write("\n\n".join("\n".join(run(part)) for part in parts) + "\n")


if __name__ == "__main__":
    if sys.version_info[:2] != (3, 11):
        raise SystemExit("the expected places are those of Python 3.11")
    main(sys.argv[1])
