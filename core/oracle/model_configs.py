"""Writes what real Keras gives for the models of core/code/testdata/models.jsonl: to_json() of the variable model.

    KERAS_BACKEND=jax python core/oracle/model_configs.py

A line is {"id", "python", "to_json"}; the programs stand in the file itself, so a new one is a line with id and python.
"""

import json
import os
import warnings

warnings.filterwarnings("ignore")
os.environ.setdefault("KERAS_BACKEND", "jax")
os.environ.setdefault("JAX_PLATFORMS", "cpu")

import keras

PATH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "code", "testdata", "models.jsonl")


def main():
    with open(PATH) as file:
        programs = [json.loads(line) for line in file]
    with open(PATH, "w") as out:
        for p in programs:
            keras.backend.clear_session()
            keras.config.set_dtype_policy("float32")
            keras.config.set_image_data_format("channels_last")
            names = {}
            exec(p["python"], names)
            out.write(json.dumps({"id": p["id"], "python": p["python"], "to_json": names["model"].to_json()}) + "\n")


main()
