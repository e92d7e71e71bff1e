import json

import numpy as np

json.dumps({"kernel": np.ones(3)})
