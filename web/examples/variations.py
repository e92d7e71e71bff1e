# One config, several layers: a config is a plain dict, so a variation is a changed copy.
from keras import layers

base = layers.Dense(32, activation="relu", name="dense").get_config()

variations = {}
for units in (16, 32, 64):
    for activation in ("relu", "tanh"):
        name = f"dense_{units}_{activation}"
        variations[name] = layers.Dense.from_config({**base, "name": name, "units": units, "activation": activation})

for name, layer in variations.items():
    changed = {key: value for key, value in layer.get_config().items() if value != base[key] and key != "name"}
    print(name, changed)
