"""Writes what whole programs print and raise under real Keras.

usage: programs.py [FILE.jsonl ...]    rewrites each file in place; without names all files below core/testdata/programs

A line of a file needs `id`, `topic` and `python`. stdout, the uncaught exception's type, and the lines where it rose (in the module and in
the innermost frame of the program) are written here, by running the program in a process of its own. A program that imports tensorflow keeps its line unless tensorflow is installed.
"""
import glob
import importlib.util
import json
import os
import subprocess
import sys
import tempfile

RUNNER = '''
import io, json, os, sys, traceback, contextlib, warnings
warnings.simplefilter("ignore")
path, answer = sys.argv[1:]
out, result = io.StringIO(), {"raises": None}
namespace = {"__name__": "__main__", "__file__": path, "__builtins__": __builtins__}
import types
module = types.ModuleType("__main__"); module.__dict__.update(namespace); sys.modules["__main__"] = module
try:
    with contextlib.redirect_stdout(out):
        exec(compile(open(path, encoding="utf-8").read(), path, "exec"), module.__dict__)
except BaseException as error:
    own = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == path]
    result["raises"] = {"type": type(error).__name__}
    result["line"] = own[0].lineno if own else getattr(error, "lineno", None)
    result["line_innermost"] = own[-1].lineno if own else getattr(error, "lineno", None)
result["stdout"] = out.getvalue()
json.dump(result, open(answer, "w", encoding="utf-8"))
'''


def run(program):
    with tempfile.TemporaryDirectory() as folder:
        path, answer, runner = (os.path.join(folder, n) for n in ("program.py", "answer.json", "runner.py"))
        for name, text in ((path, program), (runner, RUNNER)):
            with open(name, "w", encoding="utf-8") as file:
                file.write(text)
        env = dict(os.environ, KERAS_BACKEND="tensorflow" if "import tensorflow" in program else "jax", TF_CPP_MIN_LOG_LEVEL="3")
        subprocess.run([sys.executable, runner, path, answer], check=True, cwd=folder, env=env, stderr=subprocess.DEVNULL)
        with open(answer, encoding="utf-8") as file:
            return json.load(file)


def main(paths):
    for path in paths:
        with open(path, encoding="utf-8") as file:
            rows = [json.loads(line) for line in file if line.strip()]
        with open(path, "w", encoding="utf-8") as file:
            for row in rows:
                if "tensorflow" not in row["python"] or importlib.util.find_spec("tensorflow"):
                    row = {**{k: row[k] for k in ("id", "topic", "python")}, **run(row["python"])}
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
        print(f"{path}: {len(rows)} programs")


if __name__ == "__main__":
    main(sys.argv[1:] or sorted(glob.glob("core/testdata/programs/*.jsonl")))
