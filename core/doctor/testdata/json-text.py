import json, keras
c = json.loads("{'units': 3}")
