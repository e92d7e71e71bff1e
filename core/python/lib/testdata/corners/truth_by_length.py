# A subclass of a built-in type is as true as its own __bool__ or __len__ says.
for base in (str, list, tuple, dict, set, frozenset, bytes, bytearray, int, float):
    for name, value in (("__len__", 2), ("__len__", 0), ("__bool__", True), ("__bool__", False), ("__len__", -1), ("__len__", "x"), ("__bool__", 1)):
        o = type("C", (base,), {name: lambda self, value=value: value})()
        for ask in (bool, lambda o: not o, lambda o: "yes" if o else "no", lambda o: [1 for _ in "a" if o], lambda o: any([o])):
            try:
                print(base.__name__, name, value, ask(o))
            except Exception as e:
                print(base.__name__, name, value, type(e).__name__, e)
print(hasattr(str, "__bool__"), hasattr(list, "__bool__"), hasattr(int, "__bool__"))
