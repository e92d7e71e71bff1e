"""string-building loop."""
def run():
    out = []
    for i in range(8000):
        s = "layer_" + str(i)
        if s.endswith("7") and "1" in s:
            out.append(s.upper().replace("LAYER", "l"))
        else:
            out.append(f"{s}:{i}")
    return len(",".join(out))


print(run())
