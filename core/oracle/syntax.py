"""Writes the expected side of the parser's tests by running CPython 3.11's own parser.

usage: syntax.py

Below core/python/syntax/testdata:
  good/X.py   a program          -> good/X.tree   ast.dump of it, then the place of every node, a line each
  bad/X.txt   programs that are not right, a JSON string a line
                                 -> bad/X.errors  for each: kind, line, offset and message, or "ok"
To add a case, add a file or a line and run this.
"""
import ast
import json
import pathlib
import sys
import warnings

DATA = pathlib.Path(__file__).parent.parent / "python" / "syntax" / "testdata"


def places(node, out):
    """Adds the places of node and of what is in it, in the order in which ast.dump names them."""
    if isinstance(node, list):
        for item in node:
            places(item, out)
    elif isinstance(node, ast.AST):
        if hasattr(node, "lineno"):
            out.append(f"{node.lineno} {node.col_offset} {node.end_lineno} {node.end_col_offset}")
        for name in node._fields:
            places(getattr(node, name, None), out)


def tree(path):
    program = ast.parse(path.read_bytes(), path.name)
    compile(program, path.name, "exec")
    lines = [ast.dump(program)]
    places(program, lines)
    return "\n".join(lines) + "\n"


def verdict(text):
    program = text.encode() if text.startswith("\ufeff") else text  # only bytes may have a byte order mark
    try:
        compile(program, "<case>", "exec")
    except SyntaxError as e:
        return "\t".join([type(e).__name__, str(e.lineno), str(e.offset), e.msg])
    return "ok"


def main():
    if sys.version_info[:2] != (3, 11):
        sys.exit("this needs CPython 3.11")
    warnings.simplefilter("ignore")
    for path in sorted((DATA / "good").glob("*.py")):
        path.with_suffix(".tree").write_bytes(tree(path).encode())
    for path in sorted((DATA / "bad").glob("*.txt")):
        lines = [verdict(json.loads(line)) for line in path.read_text().splitlines()]
        path.with_suffix(".errors").write_bytes(("\n".join(lines) + "\n").encode())


main()
