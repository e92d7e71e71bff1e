"""dict-heavy loop."""
def run():
    d = {}
    for i in range(20000):
        k = i % 500
        d[k] = d.get(k, 0) + i
        if k in d:
            d[k] -= 1
    return sum(d.values())


print(run())
