import keras
from keras import layers

import json
d = layers.Dense.from_config(json.dumps({"units": 3}))
# then: runs
