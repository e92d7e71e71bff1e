"""What difflib finds between sequences and texts."""
import difflib
import random

random.seed(3)
s = difflib.SequenceMatcher(lambda x: x == " ", "private Thread currentThread;", "private volatile Thread currentThread;")
print(round(s.ratio(), 3), s.quick_ratio(), s.real_quick_ratio())
print(s.get_matching_blocks())
print(s.get_opcodes())
print(s.find_longest_match(), s.find_longest_match(3, 12, 2, 9))
print(difflib.SequenceMatcher(None, " abcd", "abcd abcd").find_longest_match(0, 5, 0, 9))
print(difflib.SequenceMatcher(lambda x: x == " ", " abcd", "abcd abcd").find_longest_match(0, 5, 0, 9))
print(difflib.SequenceMatcher().ratio(), difflib.SequenceMatcher(None, "", "a").get_opcodes(), list(difflib.SequenceMatcher().get_grouped_opcodes()))
big = difflib.SequenceMatcher(None, "x" * 3 + "abc" * 40, "abcz" * 60)
print(big.bpopular == {"a", "b", "c", "z"}, big.ratio(), difflib.SequenceMatcher(None, "x" * 3 + "abc" * 40, "abcz" * 60, False).ratio())
for _ in range(60):
    a, b = ("".join(random.choices("abc d", k=random.randrange(14))) for _ in range(2))
    m = difflib.SequenceMatcher(random.choice([None, str.isspace]), a, b)
    print(repr(a), repr(b), m.ratio(), m.quick_ratio(), [tuple(x) for x in m.get_matching_blocks()], m.get_opcodes())

print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]))
words = "relu gelu elu selu leaky_relu sigmoid softmax softplus softsign tanh Dense Conv2D Conv1D BatchNormalization Dropout Flatten".split()
for w in ["rleu", "softmx", "Dnse", "conv2d", "Conv3D", "tan", "zzz", "Batchnormalisation"]:
    print(w, difflib.get_close_matches(w, words), difflib.get_close_matches(w, words, 1), difflib.get_close_matches(w, words, n=5, cutoff=0.3))
for bad in (dict(n=0), dict(cutoff=2)):
    try:
        difflib.get_close_matches("a", [], **bad)
    except ValueError as e:
        print(e)

one = "one\ntwo\nthree\n".splitlines(keepends=True)
two = "ore\ntree\nemu\n".splitlines(keepends=True)
print("".join(difflib.ndiff(one, two)), end="")
print("".join(difflib.Differ().compare(["\tI am the buggy\n", "a\n"], ["\t\tI am the bug\n", "b\n"])), end="")
delta = list(difflib.ndiff(one, two))
print("".join(difflib.restore(delta, 1)), "".join(difflib.restore(delta, 2)), sep="|")
try:
    list(difflib.restore(delta, 3))
except ValueError as e:
    print(e)

CODE = """import keras
from keras import layers

model = keras.Sequential([
    layers.Dense(64, activation="relu"),
    layers.Dense(10),
])
model.compile(loss="mse")
model.summary()
print(model.count_params())
for w in model.weights:
    print(w.shape)

x = 3
y = 4
print(x + y)
# the end
""".splitlines(True)
NEW = [line.replace("64", "128") for line in CODE if "loss" not in line] + ["z = 5\n"]
for n in (3, 1, 0):
    print("".join(difflib.unified_diff(CODE, NEW, "before.py", "after.py", "yesterday", "today", n=n)), end="")
    print("".join(difflib.context_diff(CODE, NEW, "before.py", "after.py", n=n)), end="")
print("".join(difflib.ndiff(CODE, NEW)), end="")
print(list(difflib.unified_diff(["a"], ["a"])), list(difflib.unified_diff([], ["a"], lineterm="")), list(difflib.context_diff(["a"], [], lineterm="")))
print(list(difflib.diff_bytes(difflib.unified_diff, [b"a\xff"], [b"b"], b"x", b"y")))
for a, b in (([1], [2]), ([b"a"], ["b"]), (["a"], [b"b"])):
    try:
        list(difflib.unified_diff(a, b))
    except TypeError as e:
        print(e)
try:
    list(difflib.context_diff(["a"], ["b"], fromfile=b"x"))
except TypeError as e:
    print(e)
for _ in range(25):
    lines = ["alpha beta\n", "alpha gamma\n", "\n", "#\n", "delta = 1\n", "delta = 2\n", "for x in y:\n", "    return x\n", "\treturn x\n"]
    a, b = (random.choices(lines, k=random.randrange(7)) for _ in range(2))
    print("".join(difflib.ndiff(a, b, linejunk=random.choice([None, difflib.IS_LINE_JUNK]))), end="==\n")
    print("".join(difflib.unified_diff(a, b, n=1)), "".join(difflib.context_diff(a, b, n=2)), sep="", end="==\n")
print(difflib.IS_LINE_JUNK("\n"), difflib.IS_LINE_JUNK("  # \n"), difflib.IS_LINE_JUNK("hello\n"), difflib.IS_CHARACTER_JUNK(" "), difflib.IS_CHARACTER_JUNK("x"))
