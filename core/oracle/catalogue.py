"""Writes core/keras/testdata/catalogue.jsonl.gz: every public class and function of real Keras with its own name, module and signature.

Names are those of the public modules and those that the package registers; what only old versions had is left out.
"""
import contextlib
import gzip
import io
import os
import runpy
import types

os.environ.setdefault("KERAS_BACKEND", "jax")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import keras  # noqa: E402

described = runpy.run_path("core/keras/testdata/catalogue.py")


def public(module, seen):
    """The names of a public module and of those below it."""
    if module.__name__ in seen:
        return
    seen.add(module.__name__)
    for name, value in sorted(vars(module).items()):
        full = module.__name__ + "." + name
        if name == "src" or name.startswith("_") or full.startswith("keras.legacy"):
            continue
        if isinstance(value, types.ModuleType):
            if value.__name__ == full:
                yield from public(value, seen)
        elif callable(value):
            yield full


def main():
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        described["describe_all"](sorted(set(public(keras, set()))))
    with open("core/keras/testdata/catalogue.jsonl.gz", "wb") as file:
        with gzip.GzipFile(fileobj=file, mode="wb", mtime=0, filename="") as packed:
            packed.write(out.getvalue().encode())
    print(out.getvalue().count("\n"), "names")


if __name__ == "__main__":
    main()
