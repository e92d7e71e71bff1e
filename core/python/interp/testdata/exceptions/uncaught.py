def f(x):
    return x["missing"]
print("before")
f({"a": 1})
