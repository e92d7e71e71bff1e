"""Writes what NumPy prints and computes, for the tests of core/python/array.

Run with the interpreter that has numpy 2.4.6 and ml_dtypes: python numpy_values.py OUTPUT_DIRECTORY
"""

import gzip
import itertools
import json
import sys
import warnings

import ml_dtypes
import numpy as np

warnings.simplefilter("ignore")
np.seterr(all="ignore")

NAMES = "bool int8 int16 int32 int64 uint8 uint16 uint32 uint64 float16 bfloat16 float32 float64 complex64 complex128".split()


def dt(name):
    return np.dtype(ml_dtypes.bfloat16) if name == "bfloat16" else np.dtype(name)


def name_of(dtype):
    return "str" if dtype.kind == "U" else dtype.name


def flat(a):
    """Elements as text that loses nothing."""
    out = []
    for v in np.asarray(a).ravel().tolist():
        if isinstance(v, complex):
            out.append(f"{v.real!r} {v.imag!r}")
        else:
            out.append(str(v) if isinstance(v, str) else repr(v))
    return out


def pack(a):
    a = np.asarray(a)
    return {"dtype": name_of(a.dtype), "shape": list(a.shape), "data": flat(a)}


def print_arrays():
    rng = np.random.RandomState(7)
    yield np.array([])
    yield np.array([], dtype="int32")
    yield np.zeros((0, 3))
    yield np.zeros((2, 0, 3), "float32")
    for t in NAMES:
        d = dt(t)
        for shape in [(), (1,), (3,), (2, 3), (2, 2, 3), (1, 4, 1)]:
            n = int(np.prod(shape))
            base = np.arange(n)
            yield base.reshape(shape).astype(d)
            if t not in ("bool",):
                yield (base * 17 % 101).reshape(shape).astype(d)
        if d.kind in "iu":
            info = np.iinfo(d)
            yield np.array([info.min, 0, info.max], d)
            yield np.array([[info.min], [info.max]], d)
        if d.kind == "i":
            yield np.array([-1, 10, -100], d)
        if d.kind in "fcV":
            for shape in [(), (4,), (3, 4), (2, 2, 2)]:
                yield rng.randn(*shape).astype(d) if shape else np.array(rng.randn()).astype(d)
                yield (rng.randn(*shape) * 100).astype(d) if shape else np.array(1e-5).astype(d)
            yield np.array([0.1, 0.25, 1.5, -3], d)
            yield np.array([np.nan, 1, np.inf, -np.inf], d)
            yield np.array([np.nan], d)
            yield np.array([np.inf, 1.5], d)
            yield np.array([-np.inf, 0.001, 5], d)
            yield np.array([1e-5, 1], d)
            yield np.array([1e-4, 0.1], d)
            yield np.array([1e-3, 1000], d)
            yield np.array([999, 0.5], d)
            yield np.array([0.0, -0.0], d)
            yield np.array([1 / 3, 2 / 3, 1], d)
            yield np.array([123.456, 7.0, 0.5], d)
            yield np.array([10000, 20000.5], d)
            yield np.linspace(0, 1, 11).astype(d)
            yield np.linspace(-5, 5, 30).astype(d)
            yield np.arange(30).astype(d).reshape(5, 6) / np.array(7, d)
        if d.kind in "fc" and t != "float16":
            yield np.array([1e6, 2e6 + 0.5], d)
            yield np.array([1e8, 1.0], d)
            yield np.array([99999999, 1.5], d)
            yield np.array([1e10, 1e-10, 1], d)
            yield np.array([1e20, 1e21, 1e30], d)
            yield np.array([1.1e-30, 123456789.123], d)
            yield np.array([16777216, 3], d)
    for t in ("float32", "float64"):
        for k in range(60):
            shape = [(3,), (2, 4), (7,), (3, 3, 2), (12,), (25,)][k % 6]
            yield (rng.randn(*shape) * 10.0 ** rng.randint(-6, 7)).astype(t)
            yield (rng.rand(*shape)).astype(t)
            yield np.round(rng.randn(*shape) * 10, rng.randint(0, 5)).astype(t)
    for t in ("float16", "bfloat16", "complex64", "complex128"):
        for k in range(10):
            shape = [(3,), (2, 4), (7,)][k % 3]
            v = rng.randn(*shape) * 10.0 ** rng.randint(-3, 3)
            if t.startswith("c"):
                v = v + 1j * rng.randn(*shape)
            yield v.astype(dt(t))
    yield np.array([1 + 2j, -1.5j, np.nan + 1j, complex(1, np.inf)])
    yield np.array([1e10 + 1e-5j, 3])
    for n in (10, 24, 25, 100, 999, 1000, 1001, 2000, 12345):
        yield np.arange(n)
        yield np.arange(n, dtype="float32")
        yield np.arange(n) / 7
    yield np.arange(1200).reshape(30, 40)
    yield np.arange(1200.0).reshape(2, 600) / 3
    yield np.arange(3000).reshape(10, 10, 30)
    yield np.zeros((1001, 2), "float32")
    yield np.zeros((2, 1001), "bool")
    yield np.ones((4, 4, 4, 4))
    yield np.ones((1, 1, 1, 1, 2))
    yield np.array("abc")
    yield np.array(["a", "bb", "ccc"])
    yield np.array([["it's", 'say "hi"'], ["tab\t", "new\nline"]])
    yield np.array(["word%d" % i for i in range(30)])
    yield np.array(["é", "日本", ""])
    yield np.array([True, False, True])
    yield np.random.RandomState(0).rand(6, 6)
    yield np.random.RandomState(0).randint(-1000, 1000, (8, 12))
    yield np.random.RandomState(0).rand(20, 3).astype("float32")
    yield np.arange(6).reshape(2, 3).T
    yield np.arange(24).reshape(2, 3, 4)[:, ::-1, ::2]


OPTIONS = [{}, {"precision": 3}, {"suppress": True}, {"precision": 2, "suppress": True}, {"linewidth": 40},
           {"threshold": 5}, {"threshold": 5, "edgeitems": 1}, {"floatmode": "fixed", "precision": 4}, {"floatmode": "unique"},
           {"floatmode": "maxprec_equal"}, {"sign": "+"}, {"sign": " "}, {"nanstr": "NA", "infstr": "oo"}]


def printing():
    arrays = list(print_arrays())
    for a in arrays:
        yield dict(pack(a), options={}, repr=repr(a), str=str(a))
    small = [a for a in arrays if 0 < a.size <= 30]
    for i, a in enumerate(small):
        for k in range(2):
            o = OPTIONS[1 + (i * 2 + k) % (len(OPTIONS) - 1)]
            with np.printoptions(**o):
                yield dict(pack(a), options=o, repr=repr(a), str=str(a))


def scalars():
    rng = np.random.RandomState(3)
    values = [0.0, -0.0, 1, 0.1, 1 / 3, 1e-4, 9.9e-5, 1e15, 1e16, 123456.789, 1e-10, 1e5, 65504, 1e6, float("nan"), float("inf"), float("-inf"), 3.4e38]
    values += list(rng.randn(40)) + list(rng.randn(40) * 10.0 ** rng.randint(-20, 20, 40))
    for t in "float16 bfloat16 float32 float64 complex64 complex128".split():
        for v in values:
            x = np.array(v).astype(dt(t))
            yield dict(pack(x), str=str(x[()]))
            if t.startswith("c"):
                x = np.array(complex(1.5, v)).astype(t)
                yield dict(pack(x), str=str(x[()]))


def promotion():
    for a, b in itertools.product(NAMES, NAMES):
        try:
            r = name_of(np.promote_types(dt(a), dt(b)))
        except TypeError:
            r = ""
        u = name_of(np.add(np.ones(1, dt(a)), np.ones(1, dt(b))).dtype)
        yield {"a": a, "b": b, "promote": r, "add": u}
    for a in NAMES:
        for weak in (1, 1.5, 1j):
            try:
                r = name_of(np.add(np.ones(1, dt(a)), weak).dtype)
            except TypeError:
                r = ""
            yield {"a": a, "b": type(weak).__name__, "promote": "", "add": r}


def samples(t):
    d = dt(t)
    if d.kind == "b":
        return np.array([True, False, True, True, False, False])
    if d.kind == "u":
        return np.array([0, 1, 2, 7, 100, 255, 3, 13], d)
    if d.kind == "i":
        return np.array([0, 1, -1, 7, -7, 100, -128, 127, 3, -13], d)
    v = [0.0, -0.0, 1, -1, 0.5, -2.5, 3, 7.25, -13, 100.125, np.nan, np.inf, -np.inf]
    if d.kind == "c":
        return np.array([complex(x, y) for x, y in zip([0, 1, -1.5, 3, 0.25, -2], [1, 0, 2, -0.5, 4, -3])], d)
    return np.array(v).astype(d)


BINARY = """add subtract multiply divide floor_divide remainder fmod power maximum minimum fmax fmin arctan2 hypot copysign
nextafter logaddexp logaddexp2 heaviside bitwise_and bitwise_or bitwise_xor left_shift right_shift gcd lcm equal not_equal less
less_equal greater greater_equal logical_and logical_or logical_xor""".split()

UNARY = """negative positive absolute fabs sign square reciprocal conjugate floor ceil trunc rint invert sqrt cbrt exp exp2 expm1 log
log2 log10 log1p sin cos tan arcsin arccos arctan sinh cosh tanh arcsinh arccosh arctanh degrees radians spacing isnan isinf
isfinite signbit logical_not""".split()


def result(f):
    try:
        return pack(f())
    except (TypeError, ValueError) as e:
        return {"error": type(e).__mro__[-4].__name__ if isinstance(e, np._core._exceptions.UFuncTypeError) else type(e).__name__}


def binary():
    pairs = [(t, t) for t in NAMES]
    pairs += [("int8", "uint8"), ("int64", "uint64"), ("int32", "float32"), ("bool", "int16"), ("float16", "int8"), ("float32", "float64"),
              ("float32", "complex64"), ("uint8", "float16"), ("bfloat16", "float32")]
    for op in BINARY:
        for ta, tb in pairs:
            if "bfloat16" in (ta, tb) and op in ("logaddexp", "logaddexp2", "heaviside", "nextafter"):
                continue
            a, b = samples(ta), samples(tb)
            if op.endswith("shift") and dt(tb).kind in "iu":
                b = b % 8
            if op == "power" and dt(tb).kind == "i":
                b = np.abs(b) % 6
            yield {"op": op, "a": pack(a[:, None]), "b": pack(b), "out": result(lambda: getattr(np, op)(a[:, None], b))}


def unary():
    for op in UNARY:
        for t in NAMES:
            if t == "bfloat16" and op in ("cbrt", "spacing", "fabs", "invert"):
                continue
            a = samples(t)
            yield {"op": op, "a": pack(a), "out": result(lambda: getattr(np, op)(a))}


def functions():
    """Functions whose last bit is expected to agree."""
    rng = np.random.RandomState(17)
    for t in ("float32", "float64"):
        for name in "exp log sin cos sqrt".split() + (["tan", "log2", "log10"] if t == "float64" else []):
            a = np.concatenate([rng.uniform(-10, 10, 300), rng.randn(300), rng.uniform(-80, 80, 100)]).astype(t)
            if name.startswith("log") or name == "sqrt":
                a = np.abs(a)
            yield {"op": name, "a": pack(a), "out": pack(getattr(np, name)(a))}


def reductions():
    rng = np.random.RandomState(11)
    for t in NAMES:
        d = dt(t)
        for shape in [(5,), (3, 4), (2, 3, 5), (200,), (17, 33), (1000,), (300, 3)]:
            if np.prod(shape) > 100 and t not in ("float16", "float32", "float64", "complex64", "int8"):
                continue
            a = rng.randn(*shape) * 3
            a = (a > 0) if t == "bool" else np.abs(a).astype(d) if d.kind == "u" else a.astype(d)
            yield {"a": pack(a), "results": list(reduced(a, t))}


def reduced(a, t):
    shape = a.shape
    axes = [None] + list(range(len(shape))) + ([(0, 2), (1, 2)] if len(shape) == 3 else [])
    for op in "sum mean std var min max prod any all argmin argmax cumsum".split():
        for axis in axes:
            if isinstance(axis, tuple) and op in ("argmin", "argmax", "cumsum"):
                continue
            if t == "bfloat16" and op in ("mean", "std", "var"):
                continue
            if op == "prod" and a.size > 50:
                continue
            if a.size > 100 and op not in ("sum", "mean", "std"):
                continue
            yield {"op": op, "axis": [axis] if isinstance(axis, int) else axis and list(axis),
                   "out": result(lambda: getattr(np, op)(a, axis=axis))}


def strided_sums():
    """Sums of views, whose order follows the memory. The elements are a formula, so that they need not be written down."""
    for t in ("float32", "float64"):
        for shape in [(7, 50), (4, 5, 60), (30, 500), (3, 5000), (2, 20000)]:
            i = np.arange(np.prod(shape), dtype="int64")
            a = ((i * 7919 % 10007 - 5000) / 997).reshape(shape).astype(t)
            views = {"rows": a[::2], "back": a[::-1], "columns": a[..., ::2], "cut": a[..., : shape[-1] * 4 // 5], "T": a.T}
            for name, v in views.items():
                yield {"view": name, "dtype": t, "shape": list(shape), "sum": pack(v.sum()), "mean": pack(v.mean(axis=0)[..., :50]), "std": pack(v.std(axis=-1)[..., :50])}


def casts():
    for a, b in itertools.product(NAMES, NAMES):
        x = samples(a)
        if dt(a).kind in "fV" and dt(b).kind in "iub":
            x = x[:10]
        if dt(a).kind in "fVi" and dt(b).kind == "u":
            x = np.abs(x)
        yield {"a": pack(x), "to": b, "out": pack(x.astype(dt(b)))}


def products():
    rng = np.random.RandomState(5)
    shapes = [((3,), (3,)), ((2, 3), (3, 2)), ((2, 3), (3,)), ((3,), (3, 4)), ((5, 7), (7, 6)), ((2, 3, 4), (4, 5)), ((2, 3, 4), (2, 4, 2)),
              ((1, 2, 3), (4, 3, 2)), ((9, 9), (9, 9))]
    for t in ("int8", "int64", "uint8", "bool", "float16", "float32", "float64", "complex64", "complex128"):
        for sa, sb in shapes:
            a = (rng.randn(*sa) * 3).astype(t)
            b = (rng.randn(*sb) * 3).astype(t)
            yield {"op": "matmul", "a": pack(a), "b": pack(b), "out": pack(np.matmul(a, b))}
            if len(sa) < 3:
                yield {"op": "dot", "a": pack(a), "b": pack(b), "out": pack(np.dot(a, b))}
    for sub, sa, sb in [("ij,jk->ik", (2, 3), (3, 4)), ("ij,jk", (2, 3), (3, 4)), ("bij,bjk->bik", (2, 3, 4), (2, 4, 5)), ("ij,ij->i", (3, 4), (3, 4)),
                        ("i,j->ij", (3,), (4,)), ("...ij,jk->...ik", (2, 3, 4), (4, 5)), ("ij,kl->", (2, 3), (2, 2)), ("ii,j->ij", (3, 3), (2,)),
                        ("abc,cde->abde", (2, 3, 4), (4, 2, 3)), ("bhqd,bhkd->bhqk", (1, 2, 3, 4), (1, 2, 5, 4)), ("ij,ij", (2, 2), (2, 2))]:
        a, b = rng.randn(*sa), rng.randn(*sb)
        yield {"op": sub, "a": pack(a), "b": pack(b), "out": pack(np.einsum(sub, a, b))}


def streams():
    """The first numbers of random streams."""
    for seed in (0, 1, 42, 123456789, 2**32 - 1):
        r = np.random.RandomState(seed)
        g = np.random.default_rng(seed)
        yield {"seed": seed, "uniform": flat(r.random_sample(5)), "normal": flat(r.standard_normal(5)), "below": flat(r.randint(0, 1000, 5)),
               "permutation": flat(r.permutation(10)), "generator_uniform": flat(g.random(5)), "generator_normal": flat(g.standard_normal(300)),
               "generator_exponential": flat(g.standard_exponential(300)), "generator_below": flat(g.integers(0, 1000, 5)),
               "generator_bytes": flat(g.integers(0, 200, 9, dtype="uint8"))}


def write(directory, name, rows):
    rows = list(rows)
    with open(f"{directory}/{name}.jsonl.gz", "wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as f:
        for r in rows:
            f.write((json.dumps(r) + "\n").encode())
    print(name, len(rows))


if __name__ == "__main__":
    out = sys.argv[1]
    for make in (printing, scalars, promotion, binary, unary, functions, reductions, strided_sums, casts, products, streams):
        write(out, make.__name__, make())
