"""Splits constructor cases of real Keras by family: python split_cases.py cases.jsonl.gz catalogue.json.gz
Takes the classes that cases/classes.txt lists, and writes cases/<family>.jsonl. A family is the folder of Keras that defines the class."""
import collections
import gzip
import json
import os
import sys

KEYS = ["id", "class", "python", "raises", "raises_at", "config", "config_repr", "serialized", "from_config", "input", "output",
        "weights", "params", "built_config", "call_raises", "raises_in_weight_init"]
here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "cases")
wanted = set(open(os.path.join(here, "classes.txt")).read().split())
family = {"keras.layers.Input": "layers_core"}
for c in json.load(gzip.open(sys.argv[2], "rt"))["classes"]:
    parts = c["src_module"].split(".")[2:]
    for name in c["public_names"]:
        family[name] = "_".join(parts[:2]) if parts[0] == "layers" else parts[0]
rows = collections.defaultdict(list)
for line in gzip.open(sys.argv[1], "rt"):
    row = json.loads(line)
    if row["class"] in wanted:
        rows[family.get(row["class"], row["class"].split(".")[1])].append({k: row[k] for k in KEYS if row.get(k) is not None})
for name, list_ in sorted(rows.items()):
    with open(os.path.join(here, name + ".jsonl"), "w", encoding="utf-8") as f:
        for row in list_:
            f.write(json.dumps(row, ensure_ascii=False) + "\n")
    print(name, len(list_))
