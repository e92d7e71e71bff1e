"""Writes what real Keras infers for each function of keras.ops: core/keras/ops/testdata/*.jsonl.

    KERAS_BACKEND=jax python core/oracle/ops.py [family ...]

A line is [function, arguments, keyword arguments, result], and for the first calls of a function also what was recorded in
the graph: [class, module, config, arguments, keyword arguments]. Tensors are written "float32[?,3]" ("~" in front: sparse),
tuples {"tuple": []}, slices {"slice": []}, functions {"fn": name}; a result "!ValueError" is an exception.
The lines of traced.jsonl are calls inside a layer's call; there the unknown size shows in the result as "?" too.
"""

import functools
import inspect
import itertools
import json
import os
import subprocess
import sys
import warnings

warnings.filterwarnings("ignore")
os.environ.setdefault("KERAS_BACKEND", "jax")
os.environ.setdefault("JAX_PLATFORMS", "cpu")

import keras
from keras import KerasTensor, ops
from keras.src import backend

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "keras", "ops", "testdata")

DTYPES = ["bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "float16", "bfloat16", "float32", "float64"]
N = None


class T:
    """A tensor to be: its shape and dtype."""

    def __init__(self, *shape, dtype="float32", sparse=False):
        self.shape, self.dtype, self.sparse = shape, dtype, sparse

    def make(self):
        return KerasTensor(self.shape, dtype=self.dtype, sparse=self.sparse)


def I(*shape, dtype="int32"):
    return T(*shape, dtype=dtype)


def as_(t, dtype):
    return T(*t.shape, dtype=dtype, sparse=t.sparse)


FUNCTIONS = {
    "same": lambda x: x,
    "double": lambda x: x * 2.0,
    "sum": lambda x: ops.sum(x),
    "add": lambda a, b: a + b,
    "step": lambda carry, x: (carry + x, carry * x),
    "zeros": lambda: ops.zeros((2, 3)),
    "ones": lambda: ops.ones((2, 3)),
    "ones4": lambda: ops.ones((4,)),
    "true": lambda *a: True,
    "pair": lambda x: (x, x * 2.0),
}


def make(v):
    if isinstance(v, T):
        return v.make()
    if isinstance(v, (list, tuple)):
        return type(v)(make(i) for i in v)
    if isinstance(v, str) and v.startswith("fn:"):
        return FUNCTIONS[v[3:]]
    return v


def text(x):
    shape = ",".join("?" if d is None else str(d) for d in x.shape)
    return ("~" if getattr(x, "sparse", False) else "") + f"{backend.standardize_dtype(x.dtype)}[{shape}]"


def encode(v):
    if isinstance(v, (T, KerasTensor)):
        return text(v)
    if isinstance(v, str) and v.startswith("fn:"):
        return {"fn": v[3:]}
    if callable(v) and v in FUNCTIONS.values():
        return {"fn": next(k for k, f in FUNCTIONS.items() if f is v)}
    if isinstance(v, tuple):
        return {"tuple": [encode(i) for i in v]}
    if isinstance(v, list):
        return [encode(i) for i in v]
    if isinstance(v, dict):
        return {"dict": {k: encode(i) for k, i in v.items()}}
    if isinstance(v, slice):
        return {"slice": [v.start, v.stop, v.step]}
    if v is Ellipsis:
        return {"ellipsis": 1}
    if isinstance(v, str):
        return "'" + v
    return v


def find(name):
    f = ops
    for part in name.split("."):
        f = getattr(f, part)
    return f


def record(result):
    """What the graph holds of the call that made the result."""
    flat = keras.tree.flatten(result)
    if not flat or not isinstance(flat[0], KerasTensor) or not hasattr(flat[0], "_keras_history"):
        return None
    h = flat[0]._keras_history
    op = h.operation
    if op is None:
        return None
    node = op._inbound_nodes[h.node_index]
    try:
        config = encode(op.get_config())
    except Exception as e:
        config = "!" + type(e).__name__
    return [type(op).__name__, type(op).__module__, config, [encode(a) for a in node.arguments.args],
            {k: encode(a) for k, a in node.arguments.kwargs.items()}]


def run(name, args, kwargs, graph):
    line = [name, [encode(a) for a in args], {k: encode(v) for k, v in kwargs.items()}]
    try:
        result = find(name)(*[make(a) for a in args], **{k: make(v) for k, v in kwargs.items()})
        line.append(encode(result))
        if graph:
            entry = record(result)
            if entry:
                line.append(entry)
    except Exception as e:
        line.append("!" + type(e).__name__)
    return line


def trace(name, args, kwargs):
    line = [name, [encode(a) for a in args], {k: encode(v) for k, v in kwargs.items()}]
    flat = [v for v in keras.tree.flatten((list(args), kwargs)) if isinstance(v, T)]

    def call(*tensors):
        it = iter(tensors)

        def fill(v):
            if isinstance(v, T):
                return next(it)
            if isinstance(v, (list, tuple)):
                return type(v)(fill(i) for i in v)
            return make(v)

        return find(name)(*[fill(a) for a in args], **{k: fill(v) for k, v in kwargs.items()})

    try:
        line.append(encode(backend.compute_output_spec(call, *[t.make() for t in flat])))
    except Exception as e:
        line.append("!" + type(e).__name__)
    return line


# Values that a parameter is varied over, one at a time.
VARIED = {
    "axis": [0, -1, 1, 2, None, (0, 1), [1], (-1,), 7, -9],
    "keepdims": [True],
    "k": [1, -1, 5],
    "dtype": ["float16", "int8", "float64", "bogus", None],
    "axis1": [1, -1, 0], "axis2": [0, -1, 2, 9],
    "offset": [1, -1],
    "decimals": [2],
    "n": [2, 5],
    "upper": [True], "lower": [True],
    "approximate": [False], "alpha": [0.5], "negative_slope": [0.1], "threshold": [1.0], "b": [2],
    "full_matrices": [False], "compute_uv": [False], "mode": ["complete", "reduced", "same", "full", "nope"],
    "ord": [1, 2, "fro", "nuc", 3, "bogus", float("inf")],
    "dx": [2.0], "initial": [0.0], "equal_nan": [True], "data_format": ["channels_first", "channels_last", "bogus"],
    "return_index": [True], "return_inverse": [True], "return_counts": [True], "size": [4],
    "sorted": [False], "fft_length": [8, 7], "rcond": [1e-3], "tol": [1e-3], "nan": [1.0], "sparse": [True], "minlength": [3],
}

UNARY_SHAPES = [(), (3,), (N,), (2, 3), (N, 3), (4, 4), (N, N, 4), (2, 3, 3), (2, 3, 4, 5)]
BINARY_SHAPES = [((N, 3), (3,)), ((2, 1, 3), (4, 3)), ((N, 1), (1, N)), ((2, 3), (2, 4)), ((N, 3), (2, 3)), ((), (3,)), ((N, N), (N, 4)),
                 ((3,), (3,)), ((N, 3), (3, 4)), ((2, 3, 4), (2, 4, 5)), ((N, 4), (4,)), ((4, 4), (4, 4)), ((N, 2), (3, 5))]
ALL_PAIRS = {"add", "divide", "power", "matmul", "logaddexp"}


def generic(name):
    """The grid for a function of one or two tensors, made from its signature."""
    params = list(inspect.signature(find(name)).parameters.values())
    required = [p.name for p in params if p.default is p.empty and p.kind == p.POSITIONAL_OR_KEYWORD]
    options = [p.name for p in params if p.default is not p.empty]
    if required in (["x"], ["images"], ["array"], ["a"], ["y"], ["variable"]):
        yield from unary(options)
    elif required in (["x1", "x2"], ["x", "y"], ["a", "b"], ["target", "output"]) or name == "where":
        yield from pairs(name, options)
    else:
        raise KeyError(name)


def unary(options):
    for s in UNARY_SHAPES:
        yield (T(*s),), {}
    for d in DTYPES:
        yield (T(N, 3, dtype=d),), {}
        yield (T(4, 4, dtype=d),), {}
    yield (T(N, 3, sparse=True),), {}
    for o in options:
        for v in VARIED.get(o, []):
            for s in [(N, 3), (2, 3, 4), (N, N, 4)] + ([(4, 4), (2, 5, 5)] if o not in ("axis", "keepdims") else [(3,)]):
                yield (T(*s),), {o: v}
    if "axis" in options and "keepdims" in options:
        for a in [0, -1, (0, 2), None, [1, 2]]:
            yield (T(N, 3, 4),), {"axis": a, "keepdims": True}


def pairs(name, options):
    for a, b in BINARY_SHAPES:
        yield (T(*a), T(*b)), {}
    dtypes = list(itertools.product(DTYPES, DTYPES)) if name in ALL_PAIRS else list(zip(DTYPES, DTYPES)) + list(
        zip(DTYPES, DTYPES[5:] + DTYPES[:5])) + list(zip(DTYPES[3:] + DTYPES[:3], DTYPES))
    for c, d in dtypes:
        yield (T(4, 4, dtype=c), T(4, 4, dtype=d)), {}
    for v in [2, 2.5, True]:
        for d in ["bool", "int8", "int32", "uint8", "float16", "bfloat16", "float32", "float64"]:
            yield (T(N, 3, dtype=d), v), {}
            yield (v, T(N, 3, dtype=d)), {}
    yield (T(N, 3, sparse=True), T(N, 3)), {}
    yield (T(N, 3, sparse=True), T(N, 3, sparse=True)), {}
    yield (T(N, 3), [1.0, 2.0]), {}
    for o in options:
        for v in VARIED.get(o, []):
            yield (T(N, 3), T(N, 3)), {o: v}
            yield (T(2, 3, 4), T(2, 3, 4)), {o: v}
            yield (T(5), T(3)), {o: v}


def grid(args_list, **options):
    """All combinations of argument tuples with the values of each option, one option at a time."""
    for args in args_list:
        yield args, {}
        for o, values in options.items():
            for v in values:
                yield args, {o: v}


def poolings():
    for s in [(N, 8, 3), (N, 8, 8, 3), (2, 7, 9, 3), (N, N, N, 3), (N, 4, 6, 8, 2), (N, 3)]:
        n = len(s) - 2
        for size in [2, (3,) * n, 9]:
            for kw in [{}, {"strides": 1}, {"strides": (2,) * n}, {"padding": "same"}, {"padding": "SAME", "strides": 3}, {"padding": "causal"},
                       {"data_format": "channels_first"}, {"data_format": "bogus"}]:
                yield (T(*s), size), kw


def convolutions(kernels):
    for s, ks in kernels:
        for kw in [{}, {"strides": 2}, {"padding": "same"}, {"padding": "same", "strides": 2}, {"dilation_rate": 2}, {"data_format": "channels_first"},
                   {"padding": "bogus"}, {"strides": (2,) * (len(s) - 2), "dilation_rate": 1}]:
            yield (T(*s),) + tuple(T(*k) for k in ks), kw


CONV = [((N, 8, 3), [(3, 3, 5)]), ((N, 8, 8, 3), [(3, 3, 3, 5)]), ((2, 7, 9, 3), [(2, 4, 3, 5)]), ((N, N, N, 3), [(3, 3, 3, 5)]), ((N, 8, 8, 4), [(3, 3, 3, 5)]),
        ((N, 5, 6, 7, 2), [(2, 2, 2, 2, 4)]), ((N, 3, 8, 8), [(3, 3, 3, 5)]), ((N, 8, 8, 3), [(3, 3, 5)]), ((N, 2, 2, 3), [(3, 3, 3, 5)])]
CONV_T = [((N, 8, 3), [(3, 5, 3)]), ((N, 8, 8, 3), [(3, 3, 5, 3)]), ((2, 7, 9, 3), [(2, 4, 5, 3)]), ((N, N, N, 3), [(3, 3, 5, 3)]), ((N, 8, 8, 4), [(3, 3, 5, 3)])]
SEPARABLE = [((N, 8, 3), [(3, 3, 2), (1, 6, 7)]), ((N, 8, 8, 3), [(3, 3, 3, 2), (1, 1, 6, 7)]), ((N, N, N, 3), [(3, 3, 3, 1), (1, 1, 3, 4)])]

S = slice
KEYS = [0, -1, 5, S(None), S(1, None), S(None, -1), S(None, None, 2), S(None, None, -1), S(3, 1), (0, 1), (S(None), 0), (Ellipsis, 0), (None, 0),
        (Ellipsis, None), (S(None), None, S(1, 3)), (0, 0, 0, 0, 0), (Ellipsis, Ellipsis), None, Ellipsis, [0, 1], [0], "a", 1.5, (S(0, 2), 1.5),
        (S(None, None, 0),), True, (S(-2, None), S(5, 50, 3)), (S(10, 2, -2),), T(3, dtype="int32"), (T(3, dtype="int32"), 0)]

CUSTOM = {
    "arange": grid([(5,), (T(),)], dtype=["int32"]),
    "argpartition": grid([(T(N, 3), 1), (T(2, 3), 0), (T(N), 1.5)], axis=[0, None]),
    "array_split": grid([(T(N, 3), 2), (T(7, 3), 3), (T(7, 3), 0), (T(7, 3), [1]), (T(6, 3), 3)], axis=[1, -1, 0.5]),
    "average": itertools.chain(grid([(T(N, 3),), (T(2, 3),), (T(2, 3, dtype="int32"),), (T(2, 3, dtype="float16"),)], axis=[None, 0, 1, -1, 5]),
                               [((T(2, 3),), {"weights": T(2, 3)}), ((T(2, 3),), {"weights": T(3), "axis": 1}), ((T(2, 3),), {"weights": T(2), "axis": 1}),
                                ((T(2, 3),), {"weights": T(3)}), ((T(N, 3),), {"weights": T(N, 3, dtype="float16"), "axis": 0})]),
    "bartlett": [((T(3),), {})], "blackman": [((T(3),), {})], "hamming": [((T(3),), {})], "hanning": [((T(3),), {})], "kaiser": [((T(3), 2.0), {})],
    "bincount": grid([(I(N, 3),), (I(5),), (I(N),), (I(3, dtype="int64"),)], minlength=[3], sparse=[True]),
    "broadcast_to": [((T(N, 3), (2, 3)), {}), ((T(3), (2, 3)), {}), ((T(2, 1), (2, 5)), {}), ((T(2, 3), (3, 3)), {}), ((T(3, dtype="int8"), [4, 3]), {}),
                     ((T(N, 1), (N, 4)), {}), ((T(3), 3), {}), ((T(3), (2, -1)), {})],
    "clip": itertools.chain(grid([(T(N, 3), 0, 1)]), (((T(2, 3, dtype=d), 0, 1), {}) for d in DTYPES), [((T(N, 3), T(), T()), {}), ((T(N, 3), None, 1.0), {})]),
    "concatenate": itertools.chain(
        grid([([T(N, 3), T(N, 4)],), ([T(2, 3), T(4, 3)],), ([T(N, 3), T(2, 3), T(3, 3)],), ([T(2, 3, dtype="int32"), T(2, 3, dtype="float16")],), ((T(2, 3),),),
              ([T(2, 3, sparse=True), T(2, 3, sparse=True)],), ([T(2, 3, sparse=True), T(2, 3)],), ([T(N, N, 3), T(N, 4, 3)],), ([],), ([T(3)],)],
             axis=[-1, 1, 0, 2, None])),
    "append": grid([(T(N, 3), T(N, 3)), (T(2, 3), T(4, 3)), (T(2, 3, dtype="int8"), T(2, 4)), (T(2, 3), T(3))], axis=[0, 1, -1, 3]),
    "correlate": grid([(T(5), T(3)), (T(N), T(3)), (T(2, 3), T(3)), (I(5), I(3)), (T(5, dtype="float16"), T(3, dtype="float16")), (I(5, dtype="int64"), I(3, dtype="int64"))],
                      mode=["same", "full", "nope"]),
    "cross": grid([(T(N, 3), T(N, 3)), (T(2, 3), T(2, 2)), (T(2, 2), T(2, 2)), (T(N, 4), T(N, 3)), (T(N, N), T(3)), (T(3, 5), T(3, 5)), (I(2, 3), T(2, 3))],
                  axis=[0, 1, -1], axisa=[0], axisc=[0, 5]),
    "diag": grid([(T(3),), (T(N),), (T(3, 4),), (T(N, 4),), (T(2, 3, 4),), (I(3),), (T(),)], k=[1, -1, 5]),
    "diagflat": grid([(T(3),), (T(N),), (T(3, 4),), (T(N, 4),), (T(),), (I(3),)], k=[1, -1]),
    "digitize": [((T(N, 3), T(4)), {}), ((T(N, 3), T(4, 5)), {}), ((T(2), T(N)), {}), ((I(2), T(3)), {})],
    "dsplit": [((T(2, 3, 4), 2), {}), ((T(2, 3, N), 2), {}), ((T(2, 3), 2), {}), ((T(2, 3, 4), [1, 3]), {})],
    "hsplit": [((T(2, 4), 2), {}), ((T(4), 2), {}), ((T(2, N), 2), {}), ((T(), 2), {}), ((T(2, 4), [1, 3]), {}), ((T(2, 5), 2), {})],
    "vsplit": [((T(4, 4), 2), {}), ((T(4), 2), {}), ((T(N, 3), 2), {}), ((T(4, 4), (1,)), {})],
    "split": grid([(T(N, 4), 2), (T(6, 4), 2), (T(6, 4), [1, 4]), (T(6, 4), 4), (T(6, 4), 0), (T(6, N, dtype="int8"), (2, 3)), (T(6, 4), [4, 1])], axis=[1, -1, 2]),
    "dstack": [(([T(2, 3), T(2, 3)],), {}), (([T(3), T(3)],), {}), (([T(2, 3, 4), T(2, 3, 5)],), {}), (([T(), T()],), {}), (([T(N, 3), T(N, 3)],), {}), (([T(2, 3), T(2, 4)],), {})],
    "hstack": [(([T(2, 3), T(2, 4)],), {}), (([T(3), T(3)],), {}), (([T(N, 3), I(N, 4)],), {}), (([T(2, 3), T(3, 4)],), {}), (([T(2, N), T(2, 4)],), {})],
    "vstack": [(([T(2, 3), T(4, 3)],), {}), (([T(3), T(3)],), {}), (([T(N, 3), I(4, 3)],), {}), (([T(2, 3), T(3, 4)],), {})],
    "stack": grid([([T(2, 3), T(2, 3)],), ([T(N, 3), I(2, 3)],), ([T(2, 3), T(2, 4)],), ((T(3),),), ([],)], axis=[1, -1, 2, 3]),
    "einsum": [(("ij,jk->ik", T(N, 3), T(3, 4)), {}), (("bij,bjk->bik", T(N, 2, 3), T(N, 3, 4)), {}), (("ij,jk", T(2, 3), T(3, 4)), {}), (("ii->i", T(3, 3)), {}),
               (("ii", T(3, 3)), {}), (("...ij,jk->...ik", T(N, 5, 2, 3), T(3, 4)), {}), (("abc,cd->abd", T(N, N, 3), T(3, 4)), {}), (("ij->ji", T(N, 3)), {}),
               (("i,i->", T(3), T(3)), {}), (("ij,kj->ik", T(2, 3), T(4, 5)), {}), (("ij,jk->ik->", T(2, 3), T(3, 4)), {}), (("ij,jk->ik", T(2, 3)), {}),
               (("ijk,jk->ik", T(2, 3), T(3, 4)), {}), (("BTNH,BSNH->BNTS", T(N, 5, 2, 8), T(N, 6, 2, 8)), {}), (("btnh,bsnh->bnts", T(N, 5, 2, 8), T(N, 6, 2, 8)), {}),
               (("ij,jk->ik", I(2, 3, dtype="int8"), I(3, 4, dtype="int8")), {}), (("ij,jk->ik", I(2, 3), T(3, 4, dtype="float16")), {}), (("i...,i...->...", T(3, 4), T(3, 4)), {}),
               (("...,...", T(3, 4), T(3, 4)), {}), (("ij", T(2, 3)), {}), (("ba", T(2, 3)), {}), (("ij->", T(2, 3)), {}), (("i j, j k -> i k", T(2, 3), T(3, 4)), {})],
    "expand_dims": [((T(N, 3), a), {}) for a in [0, 1, -1, -3, 2, 3, (0, 1), (0, -1), [1, 3], (0, 0), None, 1.5, "a"]] + [((T(3, sparse=True), 0), {}), ((I(3), 0), {}), ((T(), 0), {})],
    "full": [((T(),), {}), (((2, 3), T()), {}), (((2, 3), T(dtype="int32")), {}), (((2, 3), T()), {"dtype": "int8"}), ((4, T()), {})],
    "full_like": [((T(N, 3), 1), {}), ((T(N, 3), T()), {}), ((I(3), 2.0), {}), ((I(3), 2.0), {"dtype": "float16"})],
    "get_item": [((t, k), {}) for t in [T(N, 6, 4), T(5, 6), I(3), T()] for k in KEYS],
    "histogram": [((T(N),), {}), ((T(5),), {"bins": 4}), ((T(5),), {"bins": 1.5}), ((T(5),), {"bins": -1}), ((I(5),), {"range": (0, 1)}), ((T(5),), {"range": (1, 0)}),
                  ((T(5),), {"range": [0, 1]}), ((T(2, 3),), {})],
    "isclose": itertools.chain(grid([(T(N, 3), T(3)), (T(2, 3), 1.0)], rtol=[0.1], equal_nan=[True])),
    "allclose": grid([(T(N, 3), T(3)), (T(2, 3), 1.0)], rtol=[0.1], equal_nan=[True]),
    "isin": grid([(T(N, 3), T(4)), (I(2), I(3))], invert=[True]),
    "linspace": grid([(T(), T()), (T(2), T(2)), (T(N, 1), T(3)), (T(), 5), (0, T()), (I(), I()), (T(dtype="float16"), T(dtype="float16")), (T(2), T(3))],
                     num=[5, -1], axis=[-1, 1, 3], dtype=["float16", "int32", "float64"], retstep=[True]),
    "logspace": grid([(T(), T()), (T(2), T(2)), (T(), 5), (I(), I())], num=[5], axis=[-1], dtype=["float16", "int32"], base=[2]),
    "geomspace": grid([(T(), T()), (T(2), T(2)), (T(), 5), (I(), I())], num=[5], axis=[-1], dtype=["float16", "int32"]),
    "meshgrid": [((T(3), T(4)), {}), ((T(3), T(N)), {}), ((T(3), I(4)), {"indexing": "ij"}), ((T(2, 3), T(), T(4)), {}), ((T(3),), {}), ((T(3), T(4)), {"indexing": "a"}), ((T(3),), {"indexing": "ij"})],
    "moveaxis": [((T(N, 3, 4), a, b), {}) for a, b in [(0, 1), (0, -1), (-1, 0), ((0, 1), (1, 2)), ([0, 2], [2, 0]), (0, (1, 2)), (5, 0), ((0, 0), (1, 2))]],
    "nan_to_num": generic, "nonzero": [((T(N, 3),), {}), ((T(3),), {}), ((T(),), {})],
    "nanpercentile": None, "percentile": None, "nanquantile": None, "quantile": None,
    "outer": generic, "pad": [((T(N, 3), p), {}) for p in [1, (1, 2), ((1, 1), (2, 2)), [[1, 1], [0, 0]], ((1,), (2,)), ((1, 1), (1, 1), (1, 1)), (1,), ((1, 2),), ((0, 0), (1,))]] + [
        ((T(2, 3), ((1, 1), (-2, 0))), {}), ((I(2, 3), 1), {"mode": "reflect"}), ((T(2, 3), 1), {"constant_values": 2.0})],
    "repeat": grid([(T(N, 3), 2), (T(2, 3), 2), (T(2, 3), [1, 2]), (T(2, 3), [1, 2, 3]), (T(2, 3), [2]), (T(2, 3), [1, 2, 3, 4, 5, 6])], axis=[0, 1, -1, 3]),
    "reshape": [((T(*s), n), {}) for s in [(N, 3, 4), (2, 3, 4), (N, N), (), (0, 3)] for n in [(-1,), (2, 12), (-1, 12), (N, 12), (3, -1), (-1, -1), (2, -2), (5, -1), -1, 24, [4, 6], (), (0, -1), (1,), (N, -1), (2.5, 3)]] + [
        ((T(2, 3), I(2)), {}), ((T(2, 3), I(N)), {}), ((T(2, 3, sparse=True), (3, 2)), {}), ((I(6), (2, 3)), {}), ((T(2, 3), (I(), 3)), {})],
    "roll": grid([(T(N, 3), 1), (T(2, 3), (1, 2))], axis=[0, -1, (0, 1), 4]),
    "rot90": grid([(T(2, 3),), (T(N, 3, 4),), (T(3),), (I(2, 3),)], k=[2], axes=[(1, 0), (0, 2), (0, 0), (0,), (0, 5)]),
    "searchsorted": grid([(T(5), T(N, 3)), (T(2, 3), T(3)), (T(N), T(3)), (I(5), I(2))], side=["right"]),
    "select": [(([T(2, 3, dtype="bool")], [T(2, 3)]), {}), (([T(2, 3, dtype="bool")] * 2, [I(2, 3), T(2, 3)], 0.5), {}), (((T(3),), T(3)), {}), (([], [T(3)]), {})],
    "size": [((T(N, 3),), {})], "ndim": [((T(N, 3),), {})],
    "squeeze": grid([(T(1, 3),), (T(N, 1, 3),), (T(1, 1),), (T(3, 1, sparse=True),), (I(1),)], axis=[0, 1, -1, (0, 1), 5, [1], (1, 2)]),
    "swapaxes": [((T(N, 3, 4), a, b), {}) for a, b in [(0, 1), (-1, 0), (1, 1), (3, 0), (0, -4)]],
    "take": grid([(T(N, 3), I(2)), (T(N, 3), 1), (T(N, 3), [0, 1]), (T(5, 3), I(N, 4)), (T(5, 3), [[0, 1], [1, 2]]), (I(5), I()), (T(2, 3, 4), I(N)), ([1, 2], I(3))], axis=[0, 1, -1, 3]),
    "take_along_axis": grid([(T(N, 3), I(N, 2)), (T(2, 3), I(2, 1)), (T(2, 3), I(6)), (T(2, 3), I(3)), (T(2, 3, 4), I(2, 1, 4)), (T(N, N), I(5))], axis=[0, 1, -1, 3]),
    "tensordot": grid([(T(N, 3), T(3, 4)), (T(2, 3, 4), T(3, 4, 5)), (I(2, 3), T(2, 3)), (T(3), T(3)), (T(2, 3), T(4, 5))],
                      axes=[0, 1, 2, ([1], [0]), [[1, 2], [0, 1]], ([0], [0]), ([5], [0])]),
    "tile": [((T(N, 3), r), {}) for r in [2, (2, 1), [2, 3], (1, 2, 3), (2,), "a"]] + [((I(3), (2, 2)), {}), ((T(), 2), {}), ((T(2, 3), ()), {})],
    "trace": generic, "transpose": [((T(N, 3, 4), a), {}) for a in [None, (0, 2, 1), [2, 1, 0], (-1, 0, 1), (0, 1), (0, 1, 1), (0, 1, 3), (0, 1.0, 2)]] + [
        ((T(2, 3, sparse=True),), {}), ((T(),), {}), ((I(3, N),), {}), ((T(2, 3),), {"axes": ()})],
    "unique": itertools.chain(grid([(T(N, 3),), (I(5),), (T(2, 3, 4),)], axis=[0, -1, 5], return_index=[True], return_inverse=[True], return_counts=[True], size=[4]),
                              [((T(2, 3),), {"axis": 1, "return_inverse": True, "return_counts": True, "size": 2})]),
    "unravel_index": [((I(3), (2, 3)), {}), ((I(N, 2), (2, N)), {}), ((I(), (4,)), {}), ((I(3), [2, 3, 4]), {})],
    "vander": [((T(3),), {}), ((T(N),), {}), ((T(3),), {"N": 5}), ((T(3),), {"N": -1}), ((T(3),), {"N": 1.5}), ((T(2, 3),), {}), ((I(3),), {"increasing": True}), ((T(3),), {"increasing": 1})],
    "view": [((T(2, 4, dtype=a),), {"dtype": b}) for a in ["float32", "int8", "int16", "float64", "bool"] for b in ["int32", "uint8", "float16", "float64", None, "bogus"]] + [
        ((T(N, N),), {"dtype": "int8"}), ((T(),), {"dtype": "int8"}), ((T(2, 3, dtype="int8"),), {"dtype": "int32"})],
    "where": itertools.chain([((T(N, 3, dtype="bool"), T(3), 0.0), {}), ((T(N, 3, dtype="bool"), 1, 0), {}), ((T(N, 3, dtype="bool"), 1.0, T(3, dtype="float16")), {}),
                              ((T(2, 3, dtype="bool"),), {}), ((T(2, 3, dtype="bool"), T(2, 3)), {}), ((T(2, 3, dtype="bool"), T(4, 3), T(3)), {}), ((T(2, 1, dtype="bool"), I(1, 5), True), {})],
                             (((T(2, dtype="bool"), T(2, dtype=a), T(2, dtype=b)), {}) for a, b in zip(DTYPES, DTYPES[4:] + DTYPES[:4]))),
    # nn
    "adaptive_average_pool": [((T(*s), o), kw) for s in [(N, 8, 3), (N, 8, 8, 3), (2, N, N, 3)] for o in [2, (2,), (2, 2), [4, 4]] for kw in [{}, {"data_format": "channels_first"}]],
    "adaptive_max_pool": [((T(*s), o), kw) for s in [(N, 8, 3), (N, 8, 8, 3)] for o in [2, (2,), (2, 2)] for kw in [{}, {"data_format": "channels_first"}]],
    "average_pool": poolings, "max_pool": poolings,
    "batch_normalization": [((T(N, 3), T(3), T(3), 1), {}), ((T(N, 3), T(3), T(3), -1), {"offset": T(3), "scale": T(3)}), ((T(N, 3), T(2), T(3), 1), {}), ((T(N, 3), T(3), T(3), 1), {"offset": T(2)}),
                            ((T(2, 4, 4, 3, dtype="float16"), T(3), T(3), -1), {}), ((T(N, 3), T(3), T(3), 5), {}), ((T(N, 3), T(3), T(3), 1), {"offset": T(3)})],
    "binary_crossentropy": grid([(T(N, 3), T(N, 3)), (T(2, 3), T(2, 4)), (I(2, 3), T(2, 3, dtype="float16"))], from_logits=[True]),
    "categorical_crossentropy": grid([(T(N, 3), T(N, 3)), (T(2, 3), T(2, 4)), (T(), T()), (T(2, 3, 4), T(2, 3, 4))], from_logits=[True], axis=[1]),
    "sparse_categorical_crossentropy": grid([(I(N), T(N, 3)), (I(N, 1), T(N, 3)), (I(2, 3), T(2, 3, 4)), (I(2), T(3, 4)), (I(), T()), (I(2, 4), T(2, 3, 4))], axis=[1, 5], from_logits=[True]),
    "celu": generic, "elu": generic, "gelu": generic, "glu": grid([(T(N, 4),), (T(N, 3),), (T(4, N),)], axis=[0, -1, 4]),
    "conv": lambda: convolutions(CONV), "depthwise_conv": lambda: convolutions(CONV), "conv_transpose": lambda: itertools.chain(
        convolutions(CONV_T), [((T(N, 8, 8, 3), T(3, 3, 5, 3)), {"output_padding": o, "strides": 2, "padding": p}) for o in [0, 1, (1, 0)] for p in ["same", "valid"]]),
    "separable_conv": lambda: convolutions(SEPARABLE),
    "ctc_decode": grid([(T(N, 5, 4), I(N)), (T(2, 5, 4, dtype="float16"), I(2))], strategy=["beam_search"], top_paths=[3]),
    "ctc_loss": [((I(N, 5), T(N, 7, 4), I(N), I(N)), {}), ((I(2, 5), T(2, 7, 4), I(2), I(2)), {}), ((I(2, 5), T(3, 7, 4), I(2), I(2)), {}), ((I(2, 5), T(2, 7, 4, dtype="bfloat16"), I(2), I(2)), {"mask_index": 1})],
    "depth_to_space": [((T(*s), b), kw) for s in [(N, 4, 4, 8), (N, N, N, 8), (N, 8, 4, 4), (2, 4, 4), (2, 4, 4, 6)] for b in [2, 1, 4] for kw in [{}, {"data_format": "channels_first"}]],
    "space_to_depth": [((T(*s), b), kw) for s in [(N, 4, 4, 8), (N, N, N, 8), (N, 8, 4, 4), (2, 4, 4), (2, 5, 4, 6)] for b in [2, 1, 4] for kw in [{}, {"data_format": "channels_first"}]],
    "dot_product_attention": [((T(N, 5, 2, 8), T(N, 6, 2, 8), T(N, 6, 2, 8)), {}), ((T(2, 5, 2, 8, dtype="float16"), T(2, 6, 2, 8), T(2, 6, 2, 8)), {"is_causal": True}),
                              ((T(N, 5, 2, 8), T(N, 6, 2, 8), T(N, 6, 2, 8)), {"mask": T(N, 2, 5, 6, dtype="bool")}), ((T(N, 5, 2, 8), T(N, 6, 2, 8), T(N, 6, 2, 8)), {"attn_logits_soft_cap": 1.0})],
    "fold": [((T(*s), (6, 6), k), {}) for s in [(N, 12, 16), (2, 12, 9), (N, N, N), (2, 3)] for k in [2, (2, 3), 5]],
    "unfold": [((T(*s), k), kw) for s in [(N, 3, 8, 8), (2, 3, N, 8), (3, 8, 8)] for k in [2, (2, 3)] for kw in [{}, {"stride": 2}, {"padding": 1}, {"dilation": 2}]],
    "layer_normalization": [((T(N, 3),), {}), ((T(N, 3), T(3), T(3)), {}), ((T(N, 3),), {"axis": 0, "gamma": T(3)}), ((I(2, 3),), {}), ((T(N, 3),), {"bogus": 1})],
    "rms_normalization": [((T(N, 3),), {}), ((T(N, 3), T(3)), {}), ((T(N, 3),), {"axis": 0})],
    "moments": [((T(N, 3, 4), a), kw) for a in [0, (0, 1), [1], None, 5] for kw in [{}, {"keepdims": True}, {"synchronized": True}]],
    "multi_hot": [((I(N, 4), 5), {}), ((I(N), 5), {}), ((I(), 5), {}), ((I(N, 4, 3), 5), {}), ((I(2, 4),), {"num_tokens": 3}), ((I(2, 4),), {}), ((I(2, 4), 5), {"axis": 0, "dtype": "int8"}), ((I(2, 4), 5), {"axis": 7}),
                  ((I(2, 4), 5), {"sparse": True})],
    "one_hot": [((I(N, 4), 5), {}), ((I(N), 5), {"axis": 0}), ((I(), 5), {}), ((I(2, 4), 5), {"axis": 1, "dtype": "int8"}), ((I(2, 4), 5), {"axis": 2}), ((I(2, 4), 5), {"axis": -2}), ((I(2, 4), 5), {"sparse": True}),
                ((I(2), 5), {"dtype": "bogus"})],
    "normalize": grid([(T(N, 3),), (T(N, 3, dtype="float16"),), (I(3),)], axis=[0, None, (0, 1), 5], order=[1]),
    "psnr": [((T(N, 3), T(N, 3), 1.0), {}), ((T(2, 3), T(3), 1.0), {})],
    "polar": [((T(N, 3), T(N, 3)), {})],
    "soft_shrink": generic, "threshold": [((T(N, 3), 0.5, 0.0), {}), ((I(3), 1, 2), {})],
    # math, linalg
    "segment_sum": lambda: segments(), "segment_max": lambda: segments(), "segment_min": lambda: segments(), "segment_prod": lambda: segments(),
    "top_k": [((T(N, 5), 2), {}), ((I(2, 5), 3), {"sorted": False}), ((T(), 2), {}), ((T(2, N), 1), {})],
    "in_top_k": [((I(N), T(N, 5), 2), {}), ((I(2), T(2, 5), 1), {})],
    "extract_sequences": [((T(N, 16), 4, 2), {}), ((T(N, N), 4, 2), {}), ((T(), 4, 2), {}), ((T(3), 5, 2), {}), ((T(2, 16, dtype="float16"), 4, 0), {})],
    "fft": lambda: complexes(), "fft2": lambda: complexes(), "ifft2": lambda: complexes(),
    "irfft": lambda: itertools.chain(complexes(), [(((T(N, 5), T(N, 5)),), {"fft_length": 8})]),
    "stft": [((T(*s), 4, 2, 8), kw) for s in [(N, 16), (2, N), (16,)] for kw in [{}, {"center": False}]] + [((T(2, 16), 4, 0, 8), {}), ((T(2, 16), 4, 1.5, 8), {})],
    "istft": [(((T(*s), T(*s)), 4, 2, 8), kw) for s in [(N, 6, 5), (2, N, 5), (5,)] for kw in [{}, {"center": False}, {"length": 10}]] + [((T(2, 6, 5), 4, 2, 8), {}), (((T(2, 6, 5), T(2, 6, 4)), 4, 2, 8), {})],
    "jvp": [(("fn:double", (T(2, 3),), (T(2, 3),)), {}), (("fn:pair", (T(2, 3),), (T(2, 3),)), {"has_aux": True})],
    "solve": lambda: systems(), "solve_triangular": lambda: systems(),
    "lstsq": [((T(5, 3), T(5)), {}), ((T(5, 3), T(5, 2)), {}), ((T(5, 3), T(4)), {}), ((T(2, 5, 3), T(5)), {}), ((T(N, 3), T(N)), {}), ((T(5, 3), T(2, 5, 3)), {"rcond": 0.1})],
    # core
    "cast": [((T(N, 3), d), {}) for d in DTYPES + ["bogus", "int", "float"]] + [((T(2, sparse=True), "int32"), {})],
    "saturate_cast": [((T(N, 3), d), {}) for d in ["int8", "bool", "bogus"]],
    "convert_to_tensor": grid([(T(N, 3),), (T(2, sparse=True),), (I(2),)], dtype=["int8", "bogus"], sparse=[True, False]),
    "convert_to_numpy": [((T(2),), {})], "dtype": [((T(2),), {}), ((I(N),), {})], "is_tensor": [((T(2),), {}), ((1,), {})],
    "shape": [((T(N, 3),), {}), ((T(),), {})],
    "scatter": [((I(N, 1), T(N), (4,)), {}), ((I(2, 1), I(2, 3), (5, 3)), {}), ((I(2, 1), T(2), [N, 3]), {})],
    "scatter_update": grid([(T(N, 3), I(2, 1), T(2, 3)), (I(4), I(2, 1), I(2))], reduction=["add", "MAX", "bogus"]),
    "slice": [((T(N, 4, 5), s, n), {}) for s in [(0, 0, 0), [0, 1, 2], (0, 0)] for n in [(1, 2, 3), (-1, -1, -1), [2, 2], (1, -1, 2)]] + [((T(4, 5), I(2), (2, -1)), {}), ((T(4, 5), (I(), 0), (2, -1)), {})],
    "slice_update": [((T(N, 4), (0, 0), T(2, 2)), {}), ((I(4), [1], I(2)), {})],
    "stop_gradient": generic,
    "unstack": grid([(T(N, 3),), (T(2, 3),), (I(2, 3),)], axis=[0, 1, -1, 4], num=[2, 5]),
    "map": [(("fn:double", T(N, 3)), {}), (("fn:sum", T(4, 3)), {}), (("fn:pair", I(4, 3)), {})],
    "vectorized_map": [(("fn:double", T(N, 3)), {}), (("fn:sum", T(4, 3)), {})],
    "scan": [(("fn:step", T(3), T(5, 3)), {}), (("fn:step", T(3), T(5, 3)), {"length": 5}), (("fn:step", T(3), T(N, 3)), {})],
    "associative_scan": grid([("fn:add", T(5, 3)), ("fn:add", T(N, 3)), ("fn:add", I(4))], axis=[0, 1], reverse=[True]),
    "switch": [((0, ["fn:same", "fn:double"], T(N, 3)), {}), ((I(), ["fn:sum"], T(N, 3)), {}), ((0, ["fn:add", "fn:add"], T(2), T(2)), {})],
    "cond": [((T(dtype="bool"), "fn:zeros", "fn:ones"), {}), ((T(dtype="bool"), "fn:zeros", "fn:ones4"), {})],
    "while_loop": [(("fn:true", "fn:same", T(N, 3)), {}), (("fn:true", "fn:same", (T(N, 3), I())), {}), (("fn:true", "fn:same", [T(2)]), {"maximum_iterations": 3})],
    "fori_loop": [((0, 5, "fn:add", T(N, 3)), {}), ((0, I(), "fn:add", T(N, 3)), {})],
    "custom_gradient": [], "vectorize": [(("fn:same",), {})] and [], "empty": [], "eye": [((2.5,), {}), ((T(),), {})], "identity": [], "tri": [], "zeros": [], "ones": [],
    "rearrange": [((T(N, 4, 6), "b h w -> b (h w)"), {}), ((T(2, 4, 6), "b h w -> b (h w)"), {}), ((T(2, 8, 6), "b (h p) w -> b h p w"), {"p": 2}), ((T(2, 4), "b c -> c b"), {}),
                  ((T(2, 4), "b c -> c d"), {}), ((T(2, 12), "b (a c) -> a b c"), {"a": 3, "c": 4})],
    # image
    "image.affine_transform": [((T(N, 8, 8, 3), T(N, 8)), {}), ((T(8, 8, 3), T(8)), {}), ((T(8, 8), T(8)), {}), ((T(8, 8, 3), T(2, 2, 8)), {}), ((I(N, 8, 8, 3), T(8)), {"data_format": "channels_first"})],
    "image.crop_images": lambda: borders("cropping"), "image.pad_images": lambda: borders("padding"),
    "image.elastic_transform": lambda: images(), "image.gaussian_blur": lambda: images(), "image.hsv_to_rgb": lambda: images(), "image.rgb_to_hsv": lambda: images(),
    "image.rgb_to_grayscale": lambda: images(), "image.sobel_edges": lambda: images(),
    "image.extract_patches": [((T(*s), z), kw) for s in [(N, 8, 8, 3), (8, 8, 3), (N, N, N, 3), (N, 3, 8, 8), (N, 4, 8, 8, 3)] for z in [2, (3, 3), (2, 2, 2), "a", (1,)]
                              for kw in [{}, {"strides": 1}, {"padding": "same"}, {"data_format": "channels_first"}]],
    "image.extract_patches_3d": [((T(*s), z), kw) for s in [(N, 4, 8, 8, 3), (4, 8, 8, 3)] for z in [2, (2, 2, 2)] for kw in [{}, {"strides": (1, 1, 1)}, {"padding": "same"}]],
    "image.map_coordinates": [((T(8, 8), T(2, 5), 1), {}), ((T(8, 8, 3), T(2, 5), 1), {}), ((T(8), T(1), 0), {}), ((I(8, 8), T(2, 5, 6), 1), {"fill_mode": "nearest"})],
    "image.perspective_transform": [((T(N, 8, 8, 3), T(N, 4, 2), T(N, 4, 2)), {}), ((T(8, 8, 3), T(4, 2), T(4, 2)), {}), ((T(8, 8), T(4, 2), T(4, 2)), {}), ((T(8, 8, 3), T(4, 3), T(4, 3)), {}), ((T(8, 8, 3), T(4, 2), T(2, 4, 2)), {})],
    "image.resize": [((T(*s), z), kw) for s in [(N, 8, 8, 3), (8, 8, 3), (8, 8), (N, N, N, 3)] for z in [(4, 5), [4, 4], (4,), (0, 4), 4]
                     for kw in [{}, {"interpolation": "nearest"}, {"data_format": "channels_first"}, {"crop_to_aspect_ratio": True, "pad_to_aspect_ratio": True}]],
    "image.scale_and_translate": [((T(8, 8, 3), (4, 4, 3), T(2), T(2), (0, 1), "linear"), {})],
    "image.ssim": [((T(N, 16, 16, 3), T(N, 16, 16, 3)), {}), ((T(16, 16, 3), T(16, 16, 3)), {}), ((T(16, 16), T(16, 16)), {})],
}
for q in ["nanpercentile", "percentile", "nanquantile", "quantile"]:
    CUSTOM[q] = [((T(N, 3, 4, dtype=d), q_), kw) for d in ["float32", "int32", "int64", "float16", "bool"]
                 for q_ in [0.5, T(), T(3), [0.1, 0.5], [0.1], (0.1, 0.2, 0.3)] for kw in [{}, {"axis": 1}, {"axis": (0, 1), "keepdims": True}]]


def segments():
    return grid([(T(N, 3), I(N)), (T(5, 3), I(5)), (T(5, 3), I(4)), (T(5), I(5, 1)), (I(5, 2, 3), I(N))], num_segments=[4], sorted=[True])


def complexes():
    return [(((T(*s), T(*s)),), {}) for s in [(N, 8), (N, 8, 8), (8,), (N, N), ()]] + [(((T(2, 8), T(2, 7)),), {}), ((T(2, 8),), {}), (([T(2, 8), T(2, 8)],), {})]


def systems():
    return [((T(*a), T(*b)), {}) for a, b in [((3, 3), (3,)), ((3, 3), (3, 2)), ((N, 3, 3), (N, 3, 2)), ((N, 3, 3), (N, 3)), ((3, 4), (3,)), ((3, 3), (4,)), ((3,), (3,)), ((2, 3, 3), ())]]


def images():
    for s in [(N, 8, 8, 3), (8, 8, 3), (N, N, N, 3), (N, 3, 8, 8), (8, 8), (N, 8, 8, 1), (N, 8, 8, 4)]:
        for kw in [{}, {"data_format": "channels_first"}]:
            yield (T(*s),), kw
    yield (I(N, 8, 8, 3),), {}
    yield (T(N, 8, 8, 3, dtype="float16"),), {}
    yield (T(N, 8, 8, 3),), {"data_format": "bogus"}


def borders(what):
    top, left, bottom, right = (f"{s}_{what}" for s in ["top", "left", "bottom", "right"])
    for s in [(N, 8, 9, 3), (8, 9, 3), (N, N, N, 3), (N, 3, 8, 9), (8, 9)]:
        for kw in [{top: 1, bottom: 2, left: 1, right: 0}, {top: 1, "target_height": 6, left: 1, "target_width": 6}, {bottom: 1, "target_height": 12, right: 1, "target_width": 12},
                   {top: 1}, {top: 1, bottom: 1, "target_height": 4, left: 1, right: 1}, {top: -1, bottom: 2, left: 1, right: 0}, {top: 6, bottom: 6, left: 1, right: 1},
                   {top: 1, bottom: 2, left: 1, right: 0, "data_format": "channels_first"}]:
            yield (T(*s),), kw


@functools.cache
def cases(name):
    spec = CUSTOM.get(name, generic)
    if spec is generic:
        return list(generic(name))
    return list(spec() if callable(spec) else spec)


def families():
    from keras.src.ops import core, einops, image, linalg, math, nn, numpy

    seen = {}
    for module in [numpy, nn, math, linalg, core, einops]:
        for name in dir(ops):
            f = getattr(ops, name)
            if inspect.isfunction(f) and f.__module__ == module.__name__ and f.__name__ == name:
                seen.setdefault(module.__name__.rsplit(".", 1)[1], []).append(name)
    seen["image"] = ["image." + n for n in dir(ops.image) if inspect.isfunction(getattr(ops.image, n))]
    return seen


TRACED = [
    ("reshape", (T(N, 4, 6), (-1, 24)), {}), ("reshape", (T(N, 4, 6), (-1,)), {}), ("reshape", (T(N, 4, 6), (-1, 5)), {}),
    ("add", (T(N, 3), [1.0, 2.0, 3.0]), {}), ("add", (T(N, 3), T(N, 3)), {}), ("add", (T(N, 3), T(4, 3)), {}),
    ("concatenate", ([T(N, 3), T(N, 3)],), {"axis": 0}), ("concatenate", ([T(N, 3), T(2, 3)],), {"axis": 0}), ("matmul", (T(N, 3), T(3, 4)), {}),
]


def traced():
    for name, args, kwargs in TRACED:
        yield trace(name, args, kwargs)
    for names in families().values():
        for name in names:
            if name in ("dtype", "is_tensor", "ndim", "shape"):
                continue  # no tensors come out
            done = 0
            for args, kwargs in cases(name):
                flat = keras.tree.flatten((list(args), kwargs))
                if not any(isinstance(v, T) for v in flat) or any(isinstance(v, str) and v.startswith("fn:") for v in flat) or any(isinstance(v, T) and v.sparse for v in flat):
                    continue
                line = run(name, args, kwargs, False)
                if isinstance(line[3], str) and line[3].startswith("!"):
                    continue
                yield trace(name, args, kwargs)
                done += 1
                if done == 60:
                    break


def write(name, lines):
    os.makedirs(OUT, exist_ok=True)
    with open(os.path.join(OUT, name + ".jsonl"), "w") as f:
        for line in lines:
            row = json.dumps(line, separators=(",", ":"), ensure_ascii=False, default=lambda v: "a value")
            if '"a value"' not in row:  # computed, not inferred
                f.write(row + "\n")


def signatures():
    for names in families().values():
        for name in names:
            f = find(name)
            yield [name, str(inspect.signature(f))]


def classes():
    from keras.src.ops import core, einops, image, linalg, math, nn, numpy
    from keras.src.ops.operation import Operation

    for module in [numpy, nn, math, linalg, core, einops, image]:
        for name, cls in vars(module).items():
            if inspect.isclass(cls) and issubclass(cls, Operation) and cls.__module__ == module.__name__ and "call" in {k for c in cls.__mro__[:-1] for k in vars(c)}:
                init = [p for p in inspect.signature(cls.__init__).parameters.values() if p.name not in ("self", "name", "args", "kwargs")]
                call = [p for p in inspect.signature(cls.compute_output_spec).parameters.values() if p.name != "self"]
                yield [cls.__module__, cls.__name__, ", ".join(str(p) for p in init), ", ".join(str(p) for p in call)]


def promotions():
    """result_type of pairs, as on jax and as on tensorflow, whose tables differ in 64-bit types and need no tensorflow."""
    from keras.src.backend.common import dtypes

    names = ["bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float16", "bfloat16", "float32", "float64", "complex64",
             "complex128", "float8_e4m3fn", "string", int, float]
    python, narrow = dict(dtypes.PYTHON_DTYPES_MAP), dict(dtypes.BIT64_TO_BIT32_DTYPE)
    for library in ["jax", "tensorflow"]:
        if library == "tensorflow":
            dtypes.PYTHON_DTYPES_MAP.update({int: "int64", "int": "int64", complex: "complex128"})
            dtypes.BIT64_TO_BIT32_DTYPE.update({"int64": "int64", "float64": "float64"})
        for floatx in ["float32", "float16", "float64"]:
            keras.config.set_floatx(floatx)
            for a, b in itertools.combinations_with_replacement(names, 2):
                try:
                    result = backend.result_type(a, b)
                except Exception as e:
                    result = "!" + type(e).__name__
                yield [library, floatx, getattr(a, "__name__", a), getattr(b, "__name__", b), result]
    keras.config.set_floatx("float32")
    dtypes.PYTHON_DTYPES_MAP.update(python)
    dtypes.BIT64_TO_BIT32_DTYPE.update(narrow)


def programs():
    """Runs testdata/programs/*.py and keeps what they print."""
    folder = os.path.join(OUT, "programs")
    for name in sorted(os.listdir(folder)):
        if name.endswith(".py"):
            done = subprocess.run([sys.executable, name], cwd=folder, capture_output=True, text=True, env=os.environ)
            if done.returncode:
                sys.exit(f"{name}: {done.stderr}")
            with open(os.path.join(folder, name[:-3] + ".out"), "w") as f:
                f.write(done.stdout)


def main():
    wanted = set(sys.argv[1:])
    for family, names in families().items():
        if wanted and family not in wanted:
            continue
        lines = []
        for name in names:
            graphs = {}
            for args, kwargs in cases(name):
                key = tuple(sorted(kwargs))
                if not any(isinstance(v, T) for v in keras.tree.flatten((list(args), kwargs))):
                    continue  # values alone
                line = run(name, args, kwargs, graphs.get(key, 0) < 1)
                if len(line) == 5:
                    graphs[key] = 1
                lines.append(line)
        write(family, lines)
        print(family, len(names), "functions", len(lines), "cases")
    if not wanted or "signatures" in wanted:
        write("signatures", signatures())
        write("classes", classes())
    if not wanted or "promotions" in wanted:
        write("promotions", promotions())
    if not wanted or "programs" in wanted:
        programs()
    if not wanted or "traced" in wanted:
        write("traced", traced())


if __name__ == "__main__":
    main()
