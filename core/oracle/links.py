"""Writes links of every version with zlib and base64 alone, as another program would make them, for core/share/testdata/links.

A link that was once made opens for ever: lines are added here, never changed.
"""

import base64
import json
import pathlib
import zlib

HERE = pathlib.Path(__file__).resolve().parent
SHARE = HERE.parent / "share"
DICTIONARY = (SHARE / "dictionary2.txt").read_bytes()
LAYER = '''import keras
from keras import layers


class Scale(layers.Layer):
    def __init__(self, factor=2.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, inputs):
        return inputs * self.factor

    def get_config(self):
        return {**super().get_config(), "factor": self.factor}


layer = Scale(3.0, name="scale")
print(Scale.from_config(layer.get_config()).factor)
'''
TAGS = {"Object": 1, "Config": 2, "Key": 3, "Form": 4, "Pane": 5, "Dock": 6}


def text(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def deflated(data, level=9, dictionary=None):
    more = {} if dictionary is None else {"zdict": dictionary}
    packer = zlib.compressobj(level, zlib.DEFLATED, -15, **more)
    return packer.compress(data) + packer.flush()


def version1(program, packed):
    data = program.encode()
    return "v1=" + text(b"\1" + deflated(data) if packed else b"\0" + data)


def number(n):
    out = bytearray()
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    out.append(n)
    return bytes(out)


def version2(state, extra=b"", level=9):
    body = extra
    for name, tag in TAGS.items():
        if name in state:
            field = state[name].encode()
            body += number(tag) + number(len(field)) + field
    body += b"\0" + state["Program"].encode()
    h = 0x811C9DC5
    for byte in body:
        h = (h ^ byte) * 0x01000193 & 0xFFFFFFFF
    h ^= h >> 16
    return text(b"\2" + (h & 0xFFFF).to_bytes(2, "big") + deflated(body, level, DICTIONARY))


def links():
    for program in ["print('as it stands')\n", "", "é😀 = 1  # not English\n", LAYER]:
        for packed in (False, True):
            yield 1, {"Program": program}, version1(program, packed)
    full = {
        "Program": LAYER, "Object": "layer", "Config": json.dumps({"name": "é", "units": 8, "note": "x" * 200}), "Key": "units",
        "Form": "json", "Pane": "configuration",
    }
    for state in [{"Program": "print(1)\n"}, {"Program": ""}, {"Program": "é😀 = 1\n"}, {"Program": LAYER}, full]:
        yield 2, state, version2(state)
    yield 2, {"Program": "stored = True\n"}, version2({"Program": "stored = True\n"}, level=0)
    yield 2, {"Program": "later = True\n"}, version2({"Program": "later = True\n"}, extra=number(99) + number(3) + b"new")
    long = {"Program": "".join(f"line_{i} = {i * i}\n" for i in range(300))}
    yield 2, long, version2(long)
    weights = {"Program": LAYER, "Dock": "weights"}
    yield 2, weights, version2(weights)


def main():
    with open(SHARE / "testdata" / "links" / "links.jsonl", "w", encoding="utf-8") as out:
        for version, state, payload in links():
            out.write(json.dumps({"version": version, "payload": payload, "state": state}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
