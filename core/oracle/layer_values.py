"""Writes what real Keras computes in the cases of core/keras/testdata/values.

usage: KERAS_BACKEND=jax python core/oracle/layer_values.py [TOPIC ...]

values/TOPIC.py holds cases, each below a line `# case NAME`: Python that calls out(value), behind the definitions of prelude.py.
values/TOPIC.jsonl.gz gets a line for each: its id, its text, and the values in order, or the exception's type.
"""
import contextlib
import glob
import gzip
import io
import json
import os
import sys
import warnings

FOLDER = "core/keras/testdata/values"


def cases(path):
    name, lines = None, []
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.startswith("# case "):
                if name:
                    yield name, "".join(lines).strip() + "\n"
                name, lines = line[len("# case "):].strip(), []
            else:
                lines.append(line)
    if name:
        yield name, "".join(lines).strip() + "\n"


def rounded(v):
    if isinstance(v, list):
        return [rounded(x) for x in v]
    if isinstance(v, dict):
        return {k: rounded(x) for k, x in v.items()}
    return float(f"{v:.8g}") if isinstance(v, float) else v


def run(prelude, text):
    import keras

    keras.utils.clear_session()
    keras.config.set_floatx("float32")
    keras.config.set_dtype_policy("float32")
    keras.config.set_image_data_format("channels_last")
    stdout, row = io.StringIO(), {}
    space = {"__name__": "__main__"}
    with contextlib.redirect_stdout(stdout), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            exec(prelude, space)
            exec(text, space)
        except Exception as error:
            row["raises"] = type(error).__name__
            print(f"  {type(error).__name__}: {error}"[:300], file=sys.stderr)
    row["out"] = [rounded(json.loads(line[3:])) for line in stdout.getvalue().split("\n") if line.startswith("@@ ")]
    return row


def main(topics):
    with open(os.path.join(FOLDER, "prelude.py"), encoding="utf-8") as file:
        prelude = file.read()
    paths = [os.path.join(FOLDER, t + ".py") for t in topics] or sorted(glob.glob(os.path.join(FOLDER, "*.py")))
    for path in paths:
        if path.endswith("prelude.py"):
            continue
        rows = []
        for name, text in cases(path):
            print(name, file=sys.stderr)
            rows.append(json.dumps({"id": name, "python": text, **run(prelude, text)}))
        with open(path[:-3] + ".jsonl.gz", "wb") as file, gzip.GzipFile("", "wb", fileobj=file, mtime=0) as packed:
            packed.write(("\n".join(rows) + "\n").encode())
        print(f"{path}: {len(rows)} cases")


if __name__ == "__main__":
    main(sys.argv[1:])
