"""Writes what the page's examples print under real Keras into core/testdata/examples.json."""
import glob
import json
import os

from programs import run


def main():
    expected = {}
    for path in sorted(glob.glob("web/examples/*.py")):
        with open(path, encoding="utf-8") as file:
            program = file.read()
        if "import tensorflow" in program:
            continue  # the guide's own programs: core/testdata/programs/guide.jsonl has them
        answer = run(program)
        expected[os.path.basename(path)] = {"stdout": answer["stdout"], "raises": (answer["raises"] or {"type": ""})["type"]}
    with open("core/testdata/examples.json", "w", encoding="utf-8") as file:
        json.dump(expected, file, indent=1, ensure_ascii=False)
        file.write("\n")
    print(f"core/testdata/examples.json: {len(expected)} examples")


if __name__ == "__main__":
    main()
