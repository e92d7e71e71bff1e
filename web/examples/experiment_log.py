# A log of experiments: each line holds the whole config as JSON, so that every run can be made again.
import json

import keras
from keras import layers


def make(width, rate):
    return keras.Sequential([keras.Input((8,)), layers.Dense(width, activation="relu", name="hidden"), layers.Dropout(rate, name="drop"), layers.Dense(1, name="out")], name="net")


log = []
for width, rate in [(16, 0.0), (32, 0.2), (64, 0.5)]:
    model = make(width, rate)
    log.append(json.dumps({"width": width, "rate": rate, "parameters": model.count_params(), "config": model.get_config()}))

best = json.loads(log[1])
again = keras.Sequential.from_config(best["config"])
print("lines:", [json.loads(line)["parameters"] for line in log])
print("again:", again.count_params(), again.get_layer("drop").rate)
