"""Writes core/archive/testdata: models that real Keras and h5py saved, and what stands in them (expected.json).

    KERAS_BACKEND=jax python core/oracle/archives.py
"""

import json
import os
import warnings
import zipfile

warnings.filterwarnings("ignore")
os.environ.setdefault("KERAS_BACKEND", "jax")
os.environ.setdefault("JAX_PLATFORMS", "cpu")

import h5py
import keras
from keras import layers

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "archive", "testdata")


def arrays(file):
    out = []

    def visit(name, item):
        if isinstance(item, h5py.Dataset):
            out.append([name, list(item.shape), str(item.dtype)])

    file.visititems(visit)
    return sorted(out)


def models():
    yield "small", keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="relu"), layers.Dense(2)])
    x = keras.Input((8, 8, 1), name="image")
    h = layers.Conv2D(2, 3, name="convolution")(x)
    h = layers.BatchNormalization()(h)
    yield "functional", keras.Model(x, [layers.Flatten()(h), layers.GlobalMaxPooling2D()(h)], name="two_ends")
    yield "many", keras.Sequential([keras.Input((2,))] + [layers.Dense(2) for _ in range(18)])


def main():
    expected = {}
    for name, model in models():
        model.compile("adam", "mse")
        for ending in (".keras", ".h5"):
            path = os.path.join(HERE, name + ending)
            model.save(path)
            if ending == ".keras":
                with zipfile.ZipFile(path) as z:
                    config = z.read("config.json").decode()
                    with z.open("model.weights.h5") as inner:
                        weights = arrays(h5py.File(inner))
            else:
                with h5py.File(path) as f:
                    config = f.attrs["model_config"]
                    weights = arrays(f)
            expected[name + ending] = {"config": config, "weights": weights}
    packed = os.path.join(HERE, "packed.keras")
    with zipfile.ZipFile(os.path.join(HERE, "small.keras")) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        for n in source.namelist():
            out.writestr(n, source.read(n))
    expected["packed.keras"] = expected["small.keras"]
    newest = os.path.join(HERE, "newest.h5")
    with h5py.File(newest, "w", libver="latest") as f:
        f.attrs["model_config"] = '{"class_name": "Sequential"}'
        f.attrs["keras_version"] = b"3.15.1"
        g = f.create_group("a").create_group("b")
        g.create_dataset("one", shape=(2, 3), dtype="float16")
        g.create_dataset("two", shape=(), dtype="int64")
    with h5py.File(newest) as f:
        expected["newest.h5"] = {"config": f.attrs["model_config"], "weights": arrays(f)}
    with open(os.path.join(HERE, "expected.json"), "w") as out:
        json.dump(expected, out, indent=1)


main()
