import importlib, importlib.util, sys
m = importlib.import_module("math"); print(m.pi, m is sys.modules["math"])
print(importlib.import_module("collections.abc").__name__, importlib.import_module(".abc", package="collections").__name__)
print(importlib.util.find_spec("math").name, importlib.util.find_spec("no_such_module_x"), importlib.util.find_spec("collections.abc").name)
for f in [lambda: importlib.import_module("no_such_module_x"), lambda: importlib.import_module(".x"), lambda: importlib.import_module("..x", "a"), lambda: importlib.reload(5), lambda: importlib.util.find_spec("no_such_module_x.y"), lambda: importlib.import_module("json.nope")]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
import json
print(importlib.reload(json) is json, importlib.util.resolve_name(".a", "p"), importlib.invalidate_caches())
from importlib import metadata
try: metadata.version("no-such-dist")
except metadata.PackageNotFoundError as e: print("not found")
print(__import__("math").sqrt(4), importlib.__import__("math") is m)
