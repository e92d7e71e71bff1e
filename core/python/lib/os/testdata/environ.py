import os
os.environ["KERAS_BACKEND"] = "jax"
print(os.environ["KERAS_BACKEND"], os.environ.get("KERAS_BACKEND"), os.getenv("KERAS_BACKEND"))
print(os.environ.get("NOT_SET_X"), os.environ.get("NOT_SET_X", "d"), os.getenv("NOT_SET_X"), os.getenv("NOT_SET_X", 5))
print("KERAS_BACKEND" in os.environ, "NOT_SET_X" in os.environ)
for f in [lambda: os.environ["NOT_SET_X"], lambda: os.environ.__setitem__("A", 1), lambda: os.environ.__setitem__(1, "x"), lambda: os.environ[5],
          lambda: os.environ.pop("NOT_SET_X"), lambda: os.environ.__delitem__("NOT_SET_X")]:
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
print(os.environ.setdefault("NEW_X", "1"), os.environ.setdefault("NEW_X", "2"))
os.environ.update({"UP_X": "u"}, OTHER_X="o")
print(os.environ["UP_X"], os.environ["OTHER_X"], os.environ.pop("UP_X"), os.environ.pop("UP_X", "gone"))
del os.environ["NEW_X"]
print("NEW_X" in os.environ)
os.environ.update([("TF_CPP_MIN_LOG_LEVEL", "3")])
print(os.path.expandvars("$OTHER_X/${KERAS_BACKEND}/$NOT_SET_X/$$"))
print(isinstance(os.environ, dict), type(os.environ).__name__, repr(os.environ)[:9])
print(sorted(k for k in os.environ if k.endswith("_X")), [v for k, v in os.environ.items() if k == "OTHER_X"])
print(len(os.environ) > 1, dict(os.environ)["OTHER_X"], os.environ.copy()["OTHER_X"])
