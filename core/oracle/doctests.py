"""Writes which examples fail, and what they print instead, by running Python's own doctest over core/doctest/testdata/prompts.

For each document a file of the same name with .json added: a list of [line, what was printed], the examples that fail, in the order of their lines.
"""

import doctest
import importlib.util
import json
import pathlib

DATA = pathlib.Path(__file__).resolve().parent.parent / "doctest" / "testdata" / "prompts"


class Runner(doctest.DocTestRunner):
    def __init__(self):
        super().__init__(verbose=False, optionflags=doctest.ELLIPSIS)
        self.found = []

    def line(self, test, example):
        return test.lineno + example.lineno + 1

    def report_failure(self, out, test, example, got):
        if got.startswith("Traceback (most recent call last):"):
            got = got.splitlines()[-1] + "\n"
        self.found.append([self.line(test, example), got])

    def report_unexpected_exception(self, out, test, example, info):
        self.found.append([self.line(test, example), doctest._exception_traceback(info).splitlines()[-1] + "\n"])


def failures(path):
    runner = Runner()
    if path.suffix == ".py":
        spec = importlib.util.spec_from_file_location(path.stem, path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        tests = [t for t in doctest.DocTestFinder().find(module, path.stem) if t.examples]
    else:
        text = path.read_text()
        tests = [doctest.DocTestParser().get_doctest(text, {}, path.name, path.name, 0)]
    for test in tests:
        runner.run(test, out=lambda text: None)
    return sorted(runner.found)


def main():
    for path in sorted(DATA.iterdir()):
        if path.suffix != ".json":
            path.with_name(path.name + ".json").write_text(json.dumps(failures(path), indent=1) + "\n")


if __name__ == "__main__":
    main()
