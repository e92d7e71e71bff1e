import json
from keras import layers

text = json.dumps(layers.Dense(3).get_config())
d = layers.Dense.from_config(text)
# then: runs
