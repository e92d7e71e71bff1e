"""Writes what real Keras prints for the summaries and clones of models: core/keras/models/testdata/programs.jsonl.

    KERAS_BACKEND=jax python core/oracle/summaries.py

A line is {"id", "python", "stdout", "raises"}. The programs stand below, each under its id; they run in one process, with a
cleared session in between.
"""

import contextlib
import io
import json
import os
import warnings

warnings.filterwarnings("ignore")
os.environ.setdefault("KERAS_BACKEND", "jax")
os.environ.setdefault("JAX_PLATFORMS", "cpu")
os.environ["COLUMNS"] = "80"

import keras

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "keras", "models", "testdata", "programs.jsonl")

PROGRAMS = r'''
# unbuilt
m = keras.Sequential([L.Dense(8), L.Dropout(0.5), L.Dense(3)], name="later")
m.summary()
m.summary(show_trainable=True)
m.build((None, 4))
m.summary()
# empty
keras.Sequential(name="nothing").summary()
# one_input_only
m = keras.Sequential([keras.Input((3,))])
m.summary()
# convolutional
m = keras.Sequential([keras.Input((28, 28, 1)), L.Conv2D(32, 3, activation="relu"), L.MaxPooling2D(), L.BatchNormalization(), L.Flatten(),
                      L.Dense(1000), L.Dense(10, activation="softmax")])
m.summary()
m.layers[0].trainable = False
m.summary(show_trainable=True)
# functional_straight
x = keras.Input((16,), name="features")
h = L.Dense(8, name="hidden")(x)
m = keras.Model(x, L.Activation("relu")(h), name="straight")
m.summary()
# many_inputs
a, b = keras.Input((4,), name="left_hand_side"), keras.Input((None, 5), name="right")
c = L.Concatenate()([L.Dense(7)(a), L.LSTM(3)(b), a])
m = keras.Model({"a": a, "b": b}, [L.Dense(1, name="one")(c), L.Dense(2, name="two")(c)])
m.summary()
m.summary(line_length=100)
m.summary(line_length=70, show_trainable=True)
# shared
x = keras.Input((4,))
d = L.Dense(4, name="again")
m = keras.Model(x, d(d(d(x))))
m.summary()
# shared_between_branches
e = L.Embedding(1000, 16, name="words")
p, q = keras.Input((12,)), keras.Input((12,))
m = keras.Model([p, q], L.Dot(axes=1)([L.GlobalAveragePooling1D()(e(p)), L.GlobalAveragePooling1D()(e(q))]))
m.summary()
# nested
inner = keras.Sequential([keras.Input((6,)), L.Dense(5), L.Dense(4)], name="inner")
x = keras.Input((6,))
middle = keras.Model(x, L.Add()([inner(x), L.Dense(4)(x)]), name="middle")
outer = keras.Sequential([keras.Input((6,)), middle, L.Dense(2)], name="outer")
outer.summary()
outer.summary(expand_nested=True)
outer.summary(expand_nested=True, show_trainable=True, line_length=110)
middle.summary(expand_nested=True)
# nested_unbuilt
m = keras.Sequential([keras.Sequential([L.Dense(3)], name="unknown"), L.Dense(2)])
m.summary(expand_nested=True)
m.build((2, 4))
m.summary(expand_nested=True)
# operations
x = keras.Input((4, 4))
y = keras.ops.transpose(x, (0, 2, 1)) + x * 2.0
m = keras.Model(x, keras.ops.mean(y, axis=-1))
m.summary()
m.summary(show_trainable=True)
# several_outputs
x = keras.Input((5, 3))
out, h, c = L.LSTM(4, return_state=True, return_sequences=True, name="states")(x)
m = keras.Model(x, [out, h, c])
m.summary()
# split
x = keras.Input((8,))
m = keras.Model(x, keras.ops.split(x, 4, axis=1))
m.summary()
# widths
m = keras.Sequential([keras.Input((3,)), L.Dense(2, name="a_rather_long_name_for_a_layer_which_must_be_cut")])
for n in (24, 30, 33, 41, 52, 66, 80, 81, 96, 150, 64.0, 76.5, 61.7):
    m.summary(line_length=n)
# too_narrow
m = keras.Sequential([keras.Input((3,)), L.Dense(2)])
for kw in ({"line_length": 10}, {"line_length": 20, "show_trainable": True}, {"positions": [0.5, 0.51, 1.0]}, {"positions": [0.5, 1.0]}):
    try:
        m.summary(**kw)
    except Exception as e:
        print(type(e).__name__)
# positions
m = keras.Sequential([keras.Input((3,)), L.Dense(2)])
m.summary(positions=[0.3, 0.6, 0.9])
m.summary(positions=[0.3, 0.6, 0.8, 1.0])
m.summary(positions=(0.5, 0.8, 1), show_trainable=True, line_length=60)
m.summary(positions=[0.3, 0.6, 0.8, 1.0], line_length=71.3)
m.summary(positions=[0.1, 0.2, 0.3, 0.4], line_length=100, show_trainable=True)
# print_fn
lines = []
m = keras.Sequential([keras.Input((3,)), L.Dense(2)])
print(m.summary(print_fn=lines.append))
print(len(lines), lines[0])
# print_fn_lambda
m = keras.Sequential([keras.Input((3,)), L.Dense(2)])
m.summary(print_fn=lambda text: print(text.upper(), end="|"))
# redirected
out = io.StringIO()
with contextlib.redirect_stdout(out):
    keras.Sequential([L.Dense(2)]).summary()
print(repr(out.getvalue()))
# layer_range
m = keras.Sequential([keras.Input((3,))] + [L.Dense(2, name=n) for n in ("first", "second", "third", "fourth")])
m.summary(layer_range=("second", "third"))
m.summary(layer_range=["third", "second"])
m.summary(layer_range=("f", "s.*"))
m.summary(layer_range=(".*h", "t"))
for bad in (("first",), ("first", "second", "third"), (1, 2), ("no", "third"), ("first", "no"), 3):
    try:
        m.summary(layer_range=bad)
    except Exception as e:
        print(type(e).__name__)
# layer_range_functional
x = keras.Input((3,), name="in")
y = L.Dense(3, name="one")(x)
m = keras.Model(x, L.Add(name="sum")([y, x]))
m.summary(layer_range=("one", "sum"))
m.summary(layer_range=("in", "one"))
# memory
m = keras.Sequential([keras.Input((1024,)), L.Dense(1023), L.Dense(4096, dtype="float16"), L.Dense(100000, dtype="bfloat16")])
m.summary()
# mixed_policy
m = keras.Sequential([keras.Input((8,)), L.Dense(3, dtype="mixed_float16"), L.BatchNormalization(dtype="float64"), L.Dropout(0.1, seed=3)])
m.summary()
# frozen
m = keras.Sequential([keras.Input((8,)), L.Dense(3), L.Dense(2)])
m.trainable = False
m.summary(show_trainable=True)
# compiled
m = keras.Sequential([keras.Input((8,)), L.Dense(3)])
m.compile("adam", "mse")
m.summary()
# subclassed
class Mine(keras.Model):
    def __init__(self, n, **kwargs):
        super().__init__(**kwargs)
        self.first = L.Dense(n)
        self.second = L.Dense(1)
    def call(self, x):
        return self.second(self.first(x))
m = Mine(3)
m.summary()
m.build((None, 4))
m.summary()
m(keras.Input((4,)))
m.summary()
# subclass_inside
class Mine(keras.Model):
    def __init__(self):
        super().__init__()
        self.inner = keras.Sequential([L.Dense(3), L.Dense(2)])
    def call(self, x):
        return self.inner(x)
x = keras.Input((4,))
m = keras.Model(x, Mine()(x))
m.summary(expand_nested=True)
# own_layer
class Scale(L.Layer):
    def build(self, shape):
        self.factor = self.add_weight(shape=(shape[-1],), name="factor", trainable=False, dtype="int32", initializer="ones")
    def call(self, x):
        return {"scaled": x, "same": x}
x = keras.Input((4,))
m = keras.Model(x, Scale()(x))
m.summary(show_trainable=True)
m = keras.Sequential([Scale(), Scale(name="b" * 50)])
m.summary()
# built_alone
m = keras.Sequential([L.Dense(3), L.Dense(2), L.Flatten()])
m.layers[0].build((None, 4))
m.layers[1].build((None, 3))
m.layers[2].build((None, 3, 2))
m.summary()
# wide_characters
m = keras.Sequential([keras.Input((3,)), L.Dense(2, name="層の名前がとても長いので切らなければならない"), L.Dense(2, name="schön")], name="モデル")
m.summary()
m.summary(line_length=100)
# long_names
x = keras.Input((3,), name="input_" * 9)
y = L.Dense(3, name="word " * 12 + "end")(x)
m = keras.Model(x, L.Add()([x, y]), name="long_" * 25)
m.summary()
# markup_in_names
m = keras.Sequential([keras.Input((3,)), L.Dense(2, name="a[bold]b"), L.Dense(2, name="[1]")], name="[red]x")
m.summary()
x = keras.Input((3,), name="[x]")
m = keras.Model(x, L.Add(name="sum")([x, L.Dense(3, name="b[c] [d]")(x)]))
m.summary()
# from_the_middle
x = keras.Input((3,))
h = L.Dense(4)(x)
m = keras.Model(h, L.Dense(2)(h))
m.summary()
# called_several_times
base = keras.Sequential([keras.Input((3,)), L.Dense(4)], name="base")
a, b = keras.Input((3,)), keras.Input((3,))
m = keras.Model([a, b], L.Subtract()([base(a), base(b)]))
m.summary(expand_nested=True)
# popped
m = keras.Sequential([keras.Input((3,)), L.Dense(4), L.Dense(5)])
m.pop()
m.summary()
m.add(L.Dense(7))
m.summary()
# wrappers
m = keras.Sequential([keras.Input((5, 3)), L.Bidirectional(L.LSTM(4, return_sequences=True)), L.TimeDistributed(L.Dense(2)), L.MultiHeadAttention(2, 2) if 0 else L.GRU(3)])
m.summary(expand_nested=True)
# regularized
m = keras.Sequential([keras.Input((3,)), L.Embedding(10, 4, mask_zero=True), L.Masking(), L.Reshape((12,)), L.LayerNormalization(), L.UnitNormalization()])
m.summary()
# clone_sequential
m = keras.Sequential([keras.Input((4,), name="x"), L.Dense(3), L.BatchNormalization()], name="mine")
c = keras.models.clone_model(m)
print(c.to_json() == m.to_json(), c is m, c.layers[0] is m.layers[0])
c.summary()
# clone_unbuilt
m = keras.Sequential([L.Dense(3), L.Dropout(0.2)])
c = keras.models.clone_model(m)
print(c.get_config())
print(c.built)
# clone_functional
a, b = keras.Input((4,), name="a"), keras.Input((4,), name="b")
d = L.Dense(3)
m = keras.Model([a, b], {"o": L.Add()([d(a), d(b)]), "p": keras.ops.mean(a, axis=1)}, name="two")
c = keras.models.clone_model(m)
print(c.to_json() == m.to_json(), type(c).__name__, c.name, c.output_names)
print(c.to_json())
c.summary()
# clone_compiled
m = keras.Sequential([keras.Input((4,)), L.Dense(3)])
m.compile(optimizer=keras.optimizers.SGD(0.5), loss="mse")
c = keras.models.clone_model(m)
print(c.compiled, c.get_compile_config() == m.get_compile_config(), c.optimizer is m.optimizer)
# clone_untrainable
m = keras.Sequential([keras.Input((4,)), L.Dense(3)], trainable=False)
c = keras.models.clone_model(m)
print(c.trainable, c.layers[0].trainable)
# clone_function
def to_tanh(layer):
    print("clone", layer.name)
    config = layer.get_config()
    if "activation" in config:
        config["activation"] = "tanh"
    return layer.__class__.from_config(config)
x = keras.Input((4,))
m = keras.Model(x, L.Dense(2)(L.Dropout(0.1)(L.Dense(3, activation="relu")(x))))
print(keras.models.clone_model(m, clone_function=to_tanh).to_json())
s = keras.Sequential([keras.Input((4,)), L.Dense(2), L.Flatten()])
print(keras.models.clone_model(s, clone_function=to_tanh).to_json())
# clone_same_layers
x = keras.Input((4,))
m = keras.Model(x, L.Dense(2)(L.Dense(3)(x)))
c = keras.models.clone_model(m, clone_function=lambda layer: layer)
print(c.layers[1] is m.layers[1], c.layers[0] is m.layers[0])
c.summary()
print(c.to_json())
# clone_call_function
def call(layer, *args, **kwargs):
    out = layer(*args, **kwargs)
    if isinstance(layer, L.Dense):
        out = L.Dropout(0.5)(out)
    return out
x = keras.Input((4,))
m = keras.Model(x, L.Dense(2)(L.Dense(3)(x)))
c = keras.models.clone_model(m, clone_function=lambda x: x, call_function=call)
c.summary()
c = keras.models.clone_model(m, call_function=call)
c.summary()
# clone_input_tensors
x = keras.Input((4,))
m = keras.Model(x, L.Dense(2)(x))
new = keras.Input((4,), name="new")
c = keras.models.clone_model(m, input_tensors=new)
print(c.to_json())
s = keras.Sequential([keras.Input((4,), name="given"), L.Dense(2)])
c = keras.models.clone_model(s, input_tensors=[keras.Input((4,), name="other")])
print(c.to_json())
# clone_recursive
def show(layer):
    print("clone", layer.name)
    return layer.__class__.from_config(layer.get_config())
inner = keras.Sequential([keras.Input((6,)), L.Dense(5), L.Dense(4)], name="inner")
x = keras.Input((6,))
middle = keras.Model(x, L.Add()([inner(x), L.Dense(4)(x)]), name="middle")
outer = keras.Sequential([keras.Input((6,)), middle, L.Dense(2)], name="outer")
for recursive in (False, True):
    c = keras.models.clone_model(outer, clone_function=show, recursive=recursive)
    print(c.to_json() == outer.to_json())
    c.summary(expand_nested=True)
# clone_recursive_call
def call(layer, *args, **kwargs):
    print("call", layer.name)
    return layer(*args, **kwargs)
inner_in = keras.Input((6,))
inner = keras.Model(inner_in, L.Dense(3)(inner_in), name="inner")
row = keras.Sequential([keras.Input((3,)), L.Dense(5), keras.Model(inner_in, L.Dense(3)(inner_in), name="deep") if 0 else L.Dense(4)], name="row")
x = keras.Input((6,))
m = keras.Model(x, row(inner(x)))
c = keras.models.clone_model(m, call_function=call, recursive=True)
c.summary(expand_nested=True)
# clone_subclassed
@keras.saving.register_keras_serializable()
class Mine(keras.Model):
    def __init__(self, n=3, **kwargs):
        super().__init__(**kwargs)
        self.n = n
        self.d = L.Dense(n)
    def call(self, x):
        return self.d(x)
    def get_config(self):
        return {"n": self.n, **super().get_config()}
c = keras.models.clone_model(Mine(5))
print(type(c).__name__, c.n)
for kw in ({"clone_function": lambda layer: layer}, {"input_tensors": [keras.Input((2,))]}, {"call_function": print}, {"other": 1}, {"cache": {}}):
    try:
        print(keras.models.clone_model(Mine(), **kw).n)
    except Exception as e:
        print(type(e).__name__)
# clone_functional_subclass
class Mine(keras.Model):
    def __init__(self, *args, note="x", **kwargs):
        super().__init__(*args, **kwargs)
class Small(keras.Model):
    def __init__(self):
        x = keras.Input((2,))
        super().__init__(x, L.Dense(3)(x))
x = keras.Input((2,))
for m in (Mine(x, L.Dense(3)(x)), Small()):
    c = keras.models.clone_model(m)
    print(type(c).__name__, c.name)
    c.summary()
# clone_errors
x = keras.Input((4,))
m = keras.Model([x], L.Dense(2)(x))
s = keras.Sequential([keras.Input((4,)), L.Dense(2)])
tries = [(m, {"input_tensors": 3}), (m, {"input_tensors": [x, x]}), (m, {"input_tensors": {"a": x}}), (m, {"input_tensors": (x,)}), (m, {"clone_function": 3}),
         (s, {"call_function": print}), (s, {"input_tensors": [x, x]}), (s, {"input_tensors": 3}), (s, {"clone_function": 3}), (s, {"more": 3}),
         (keras.Sequential(), {}), (3, {}), (L.Dense(2), {}), (m, {"clone_function": lambda layer: 3}), (s, {"clone_function": lambda layer: 3})]
for model, kw in tries:
    try:
        print(type(keras.models.clone_model(model, **kw)).__name__)
    except Exception as e:
        print(type(e).__name__)
# layers_in_a_subclass
class Plain(L.Layer):
    def build(self, shape):
        self.w = self.add_weight(shape=(shape[-1], 2), name="w")
    def call(self, x):
        return keras.ops.matmul(x, self.w)
class Mine(keras.Model):
    def __init__(self):
        super().__init__()
        self.rows = [L.Dense(3), Plain(), L.BatchNormalization()]
        self.attend = L.MultiHeadAttention(2, 3)
        self.recur = L.LSTM(4, return_state=True)
        self.both = L.Concatenate()
    def call(self, x):
        h = self.attend(x, x)
        for layer in self.rows:
            h = layer(h)
        out, a, b = self.recur(h)
        return self.both([out, a, b])
m = Mine()
m(keras.Input((5, 4)))
m.summary()
m.summary(expand_nested=True, show_trainable=True)
# own_count
class Counted(L.Dense):
    def count_params(self):
        return 1234567
    @property
    def output_shape(self):
        return ("any", 3)
m = keras.Sequential([keras.Input((8,)), Counted(3)])
m.summary()
s = keras.Sequential([Counted(3)])
s.layers[0].build((None, 2))
s.summary()
# functional_in_lazy_sequential
x = keras.Input((3,))
f = keras.Model(x, [L.Dense(2)(x), L.Dense(3)(x)], name="inner")
class Mine(keras.Model):
    def __init__(self):
        super().__init__()
        self.f = f
        self.one = keras.Model(x, L.Dense(4)(x), name="single")
m = Mine()
m.summary(expand_nested=True)
# same_weight_twice
x = keras.Input((3,))
d = L.Dense(3)
inner = keras.Sequential([keras.Input((3,)), d], name="holder")
m = keras.Model(x, d(inner(x)))
m.summary(expand_nested=True)
# vectors_of_scalars
x = keras.Input(batch_shape=())
y = keras.Input(batch_shape=(7,), dtype="int32")
m = keras.Model([x, y], [x * 2.0, y + 1])
m.summary()
# clone_dict_inputs
a, b = keras.Input((4,), name="a", dtype="int32"), keras.Input((4,), name="b", sparse=True)
m = keras.Model({"x": a, "y": b}, L.Concatenate()([L.Embedding(5, 4)(a), L.Reshape((1, 4))(b)]) if 0 else L.Dense(2)(b) + L.Dense(2)(keras.ops.cast(a, "float32")))
c = keras.models.clone_model(m)
print(c.to_json())
c = keras.models.clone_model(m, input_tensors={"x": keras.Input((4,), dtype="int32", name="p"), "y": keras.Input((4,), name="q")})
print(c.to_json())
# clone_shared_nested
inner = keras.Sequential([keras.Input((4,)), L.Dense(4)], name="inner")
x = keras.Input((4,))
m = keras.Model(x, inner(inner(x)))
for recursive in (False, True):
    c = keras.models.clone_model(m, recursive=recursive)
    c.summary(expand_nested=True)
    print(c.to_json() == m.to_json(), len(c.weights))
# clone_several_outputs
x = keras.Input((5, 3))
out, h, c = L.LSTM(4, return_state=True, return_sequences=True)(x)
m = keras.Model(x, (L.Attention()([out, out]), [h, c]))
k = keras.models.clone_model(m)
k.summary()
print(k.to_json() == m.to_json(), k.output_shape)
# clone_mixed
m = keras.Sequential([keras.Input((4,), batch_size=2, dtype="float16"), L.Dense(3, dtype="mixed_float16"), L.Dropout(0.5, seed=3)], name="mixed")
c = keras.models.clone_model(m)
print(c.to_json() == m.to_json(), c.inputs[0].dtype, c.input_shape)
# clone_names
m = keras.Sequential([keras.Input((4,)), L.Dense(2)])
keras.models.clone_model(m)
print(L.Dense(1).name, keras.Sequential().name, keras.Input((1,)).name)
x = keras.Input((4,))
keras.models.clone_model(keras.Model(x, L.Dense(2)(x + 1)))
print(L.Dense(1).name, keras.Model(x, x).name, (x + 1)._keras_history.operation.name)
'''
HEAD = "import contextlib\nimport io\nimport keras\nfrom keras import layers as L\n"


def programs():
    for part in ("\n" + PROGRAMS.strip()).split("\n# ")[1:]:
        name, text = part.split("\n", 1)
        yield name, HEAD + text.rstrip() + "\n"


def run(python):
    keras.backend.clear_session()
    keras.saving.get_custom_objects().clear()
    out, raises = io.StringIO(), None
    try:
        with contextlib.redirect_stdout(out):
            exec(compile(python, "program.py", "exec"), {"__name__": "__main__"})
    except Exception as error:
        raises = type(error).__name__
    return {"stdout": out.getvalue(), "raises": raises}


def main():
    os.makedirs(os.path.dirname(OUT), exist_ok=True)
    with open(OUT, "w", encoding="utf-8") as file:
        for name, python in programs():
            file.write(json.dumps({"id": name, "python": python, **run(python)}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
