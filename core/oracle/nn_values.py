"""Numbers that real Keras computes: functions of keras.ops.nn, math, linalg and image, keras.random, random initializers.

Each call below is a Python expression over the names of PRELUDE. Written is what it gives: for each array of the result its
dtype, shape and numbers, or the type of the exception. The Go test runs the same expressions and compares the numbers.
"""
import gzip
import itertools
import json
import os
import sys

os.environ["KERAS_BACKEND"] = "jax"

HERE = os.path.dirname(os.path.abspath(__file__))
TARGET = os.path.join(HERE, "..", "keras", "ops", "testdata")

# r makes an array of scattered numbers in a range, i one of whole numbers; k makes another array of the same shape.
PRELUDE = '''
import numpy as np
import keras
from keras import ops, random, initializers
nan, inf = np.nan, np.inf
def r(*shape, lo=-1.0, hi=1.0, k=0, dtype="float32"):
    n = int(np.prod(shape))
    a = (np.arange(n) * 7919 + k * 104729 + 137) % 1009
    return np.reshape(a / 1009.0 * (hi - lo) + lo, shape).astype(dtype)
def i(*shape, lo=0, hi=10, k=0, dtype="int32"):
    n = int(np.prod(shape))
    return np.reshape((np.arange(n) * 7919 + k * 104729 + 137) % 1009 % (hi - lo) + lo, shape).astype(dtype)
def t(*args, dtype="bfloat16", **kw):
    return ops.cast(r(*args, **kw), dtype)
def spd(n, k=0):
    a = r(n, n, k=k)
    return a @ a.T + n * np.eye(n, dtype="float32")
def text(v):
    return "nan" if v != v else "%.7g" % v
def show(v, out):
    if isinstance(v, (tuple, list)):
        for x in v:
            show(x, out)
        return out
    dtype = keras.backend.standardize_dtype(v.dtype)
    if dtype.startswith("complex"):
        show(ops.real(v), out)
        show(ops.imag(v), out)
        return out
    a = np.asarray(ops.convert_to_numpy(ops.cast(v, "float32") if "float16" in dtype else v))
    out.append(dtype + " " + str(tuple(a.shape)) + " " + " ".join([text(float(x)) for x in a.reshape(-1)]))
    return out
'''


def write(name, calls):
    import warnings

    warnings.simplefilter("ignore")
    names = {}
    exec(PRELUDE, names)
    import keras

    lines = []
    for call in calls:
        keras.utils.set_random_seed(1)
        try:
            out = names["show"](eval(call, names), [])
        except Exception as e:
            out = [type(e).__name__]
        lines.append(json.dumps([call, out]))
    path = os.path.join(TARGET, name + ".jsonl.gz")
    with gzip.GzipFile(path, "wb", mtime=0) as f:
        f.write(("\n".join([json.dumps(PRELUDE)] + lines) + "\n").encode())
    raised = [json.loads(x) for x in lines if len(json.loads(x)[1]) == 1 and " " not in json.loads(x)[1][0]]
    print(name, len(lines), "calls", os.path.getsize(path), "bytes", len(raised), "raise")
    if "-v" in sys.argv:
        for call, out in raised:
            print("   ", out[0], call)


def activations():
    edge = "np.array([-inf, -88.0, -6.0, -1.0, -0.5, -1e-4, -0.0, 0.0, 1e-4, 0.5, 1.0, 3.0, 6.0, 88.0, inf, nan], 'float32')"
    plain = ("relu relu6 sigmoid silu softplus softsign tanh_shrink hard_sigmoid hard_silu hard_tanh log_sigmoid selu sparse_plus sparse_sigmoid "
             "tanh gelu elu celu leaky_relu hard_shrink soft_shrink squareplus softmax log_softmax sparsemax glu").split()
    for f in plain:
        yield f"ops.{f}(r(3, 4, lo=-4, hi=4))"
        if f not in ("softmax", "log_softmax", "sparsemax", "glu"):
            yield f"ops.{f}({edge})"
            yield f"ops.{f}(np.float32(0.3))"
        yield f"ops.{f}(t(2, 6, lo=-3, hi=3))"
        yield f"ops.{f}(t(2, 6, lo=-3, hi=3, dtype='float16'))"
        yield f"ops.{f}(r(0, 4))"
        yield f"ops.{f}([[0.1, -0.2], [2.0, -3.0]])"
    for f in plain:
        yield f"ops.{f}(i(6, lo=-4, hi=9))"
    yield "ops.threshold(i(5, lo=-4, hi=9), 1, 7)"
    yield "ops.threshold(i(5, lo=-4, hi=9), 1.5, 7)"
    yield "ops.leaky_relu(i(5, lo=-4, hi=9), 2)"
    for a in (0.1, 0.5, 2.0, 3):
        for f in ("celu", "elu", "leaky_relu", "hard_shrink", "soft_shrink", "squareplus"):
            yield f"ops.{f}(r(3, 4, lo=-4, hi=4), {a})"
    yield "ops.gelu(r(3, 4, lo=-4, hi=4), approximate=False)"
    yield "ops.gelu(r(3, 4, lo=-4, hi=4), approximate=True)"
    yield "ops.threshold(r(3, 4, lo=-4, hi=4), 0.5, -1.0)"
    yield "ops.threshold(r(3, 4, lo=-4, hi=4), threshold=2, default_value=9)"
    for f in ("softmax", "log_softmax"):
        for axis in ("-1", "0", "1", "(0, 1)", "(2, 0)", "(-1, -2)", "None"):
            yield f"ops.{f}(r(2, 3, 4, lo=-4, hi=4), axis={axis})"
        yield f"ops.{f}(np.array([[1000.0, 1001.0, -inf], [nan, 1.0, 2.0]], 'float32'))"
        yield f"ops.{f}(r(3, 1))"
        yield f"ops.{f}(r(3, 4), axis=5)"
    for axis in (-1, 0, 1):
        yield f"ops.sparsemax(r(2, 4, 6, lo=-2, hi=2), axis={axis})"
        yield f"ops.glu(r(2, 4, 6, lo=-2, hi=2), axis={axis})"
    yield "ops.glu(r(3, 5))"


def losses():
    for logits in (False, True):
        p = "r(3, 4, lo=-3, hi=3, k=2)" if logits else "r(3, 4, lo=0, hi=1, k=2)"
        yield f"ops.binary_crossentropy(i(3, 4, hi=2).astype('float32'), {p}, from_logits={logits})"
        yield f"ops.binary_crossentropy(r(3, 4, lo=0, hi=1), {p}, from_logits={logits})"
        yield f"ops.binary_crossentropy(i(3, 4, hi=2), {p}, from_logits={logits})"
        yield f"ops.binary_crossentropy(np.array([0.0, 1.0, 0.0, 1.0], 'float32'), np.array([0.0, 0.0, 1.0, 1.0], 'float32'), from_logits={logits})"
        yield f"ops.binary_crossentropy(np.array([0.0, 1.0], 'float32'), t(2, lo=0, hi=1), from_logits={logits})"
        for axis in (-1, 0, 1):
            yield f"ops.categorical_crossentropy(ops.one_hot(i(3, hi=4), 4), {p}, from_logits={logits}, axis={axis})"
            yield f"ops.categorical_crossentropy(r(3, 4, lo=0, hi=1), {p}, from_logits={logits}, axis={axis})"
        yield f"ops.categorical_crossentropy(np.eye(3, dtype='float32'), np.eye(3, dtype='float32'), from_logits={logits})"
        yield f"ops.categorical_crossentropy(np.eye(3, dtype='int32'), t(3, 3, lo=0.1, hi=1), from_logits={logits})"
        yield f"ops.sparse_categorical_crossentropy(i(3, hi=4), {p}, from_logits={logits})"
        yield f"ops.sparse_categorical_crossentropy(i(3, 1, hi=4), {p}, from_logits={logits})"
        yield f"ops.sparse_categorical_crossentropy(np.array([0, 5, -1]), {p}, from_logits={logits})"
        yield f"ops.sparse_categorical_crossentropy(i(3, hi=4).astype('float32'), {p}, from_logits={logits})"
        yield f"ops.sparse_categorical_crossentropy(i(2, 3, hi=4), r(2, 3, 4, lo=0.1, hi=1), from_logits={logits})"
    for target in ("t(2, 3, lo=0, hi=1)", "i(2, 3, hi=2)", "i(2, 3, hi=2).astype(bool)", "r(2, 3, lo=0, hi=1)"):
        for output in ("t(2, 3, lo=0, hi=1)", "r(2, 3, lo=0, hi=1)", "i(2, 3, hi=2)"):
            yield f"ops.binary_crossentropy({target}, {output})"
            yield f"ops.categorical_crossentropy({target}, {output})"
    yield "ops.sparse_categorical_crossentropy(i(2, hi=3), t(2, 3, lo=0, hi=1))"
    yield "ops.sparse_categorical_crossentropy(i(2, hi=3), t(2, 3, lo=0, hi=1, dtype='float16'), from_logits=True)"
    yield "ops.binary_crossentropy(r(3), r(4))"
    yield "ops.categorical_crossentropy(r(3, 4), r(4, 3))"
    yield "ops.sparse_categorical_crossentropy(i(4), r(3, 4))"


def hots():
    for axis in (-1, 0, 1):
        for dtype in ("None", "'int32'", "'bool'", "'float16'"):
            yield f"ops.one_hot(i(2, 3, hi=5), 4, axis={axis}, dtype={dtype})"
            yield f"ops.multi_hot(i(2, 3, hi=5), 4, axis={axis}, dtype={dtype})"
    yield "ops.one_hot(3, 5)"
    yield "ops.one_hot([-1, 0, 7], 3)"
    yield "ops.one_hot(np.array([0.0, 1.0, 1.5], 'float32'), 3)"
    yield "ops.multi_hot(i(4, hi=5), 6)"
    yield "ops.multi_hot(i(2, 3, 2, hi=5), 6)"
    yield "ops.multi_hot([[0, 1], [1, -1]], num_classes=3)"


def normalizations():
    for axes in ("[0]", "[1]", "[0, 1]", "[-1]", "[0, 2]", "1"):
        for keep in (False, True):
            yield f"ops.moments(r(2, 3, 4, lo=-2, hi=5), axes={axes}, keepdims={keep})"
    yield "ops.moments(t(4, 5, lo=-2, hi=5), axes=[0])"
    yield "ops.moments(t(4, 5, lo=-2, hi=5, dtype='float16'), axes=[0, 1])"
    yield "ops.moments(i(4, 5), axes=[0])"
    yield "ops.moments(r(2, 3), axes=[0], synchronized=True)"
    for axis in (-1, 1, 0):
        n = (2, 3, 4)[axis]
        base = f"r(2, 3, 4, lo=-2, hi=5), r({n}, k=1), r({n}, lo=0.1, hi=2, k=2), axis={axis}"
        yield f"ops.batch_normalization({base})"
        yield f"ops.batch_normalization({base}, offset=r({n}, k=3))"
        yield f"ops.batch_normalization({base}, scale=r({n}, k=3))"
        yield f"ops.batch_normalization({base}, offset=r({n}, k=3), scale=r({n}, k=4), epsilon=0.1)"
    yield "ops.batch_normalization(t(2, 3), t(3, k=1), t(3, lo=0.1, hi=2, k=2), axis=-1)"
    yield "ops.batch_normalization(r(2, 3), r(4), r(4), axis=-1)"
    for f, second in (("layer_normalization", "gamma"), ("rms_normalization", "scale")):
        yield f"ops.{f}(r(2, 3, 4, lo=-2, hi=5))"
        yield f"ops.{f}(r(2, 3, 4, lo=-2, hi=5), {second}=r(4, k=1))"
        yield f"ops.{f}(r(2, 3, 4, lo=-2, hi=5), axis=1)"
        yield f"ops.{f}(r(2, 3, 4, lo=-2, hi=5), axis=(1, 2))"
        yield f"ops.{f}(r(2, 3, 4, lo=-2, hi=5), {second}=r(3, 4, k=1), axis=(1, 2), epsilon=0.01)"
        yield f"ops.{f}(t(2, 3, 4, lo=-2, hi=5))"
        yield f"ops.{f}(t(2, 3, 4, lo=-2, hi=5, dtype='float16'), epsilon=1e-3)"
    yield "ops.layer_normalization(r(2, 3, 4, lo=-2, hi=5), gamma=r(3, k=1), beta=r(3, k=2), axis=1)"
    yield "ops.layer_normalization(r(2, 3, 4, lo=-2, hi=5), beta=r(4, k=2))"
    yield "ops.layer_normalization(r(2, 3, 4, lo=-2, hi=5), gamma=r(4, k=1), rms_scaling=True)"
    for order in (1, 2, 3):
        for axis in ("-1", "0", "None", "(0, 1)"):
            yield f"ops.normalize(r(3, 4), axis={axis}, order={order})"
    yield "ops.normalize(np.zeros((2, 3), 'float32'))"
    yield "ops.normalize(np.zeros((2, 3), 'float32'), order=1, epsilon=0.5)"
    yield "ops.normalize(i(2, 3))"
    yield "ops.normalize(i(2, 3), order=1)"
    yield "ops.normalize(t(2, 3), order=2)"
    yield "ops.normalize(t(2, 3), order=1)"
    yield "ops.moments(i(4, 5, hi=2).astype(bool), axes=[0])"
    yield "ops.batch_normalization(i(2, 3), r(3), r(3, lo=1, hi=2), axis=-1)"
    yield "ops.layer_normalization(i(2, 3))"
    yield "ops.rms_normalization(i(2, 3))"
    yield "ops.normalize(2.0)"
    yield "ops.normalize(r(2, 3), order=0)"
    yield "ops.psnr(r(3, 4), r(3, 4, k=1), 2.0)"
    yield "ops.psnr(r(3, 4), r(3, 4), 2)"
    yield "ops.polar(r(3, lo=0, hi=2), r(3, k=1))"
    yield "ops.polar([1.0, 2.0], [0.5, 0.2])"


def convolutions():
    for fmt, pad, stride, dil in itertools.product(("channels_last", "channels_first"), ("valid", "same"), (1, 2, 3), (1, 2)):
        if stride > 1 and dil > 1:
            continue
        kw = f"strides={stride}, padding='{pad}', data_format='{fmt}', dilation_rate={dil}"
        last = fmt == "channels_last"
        x1, x2, x3 = ("r(2, 9, 3)", "r(2, 8, 7, 3)", "r(1, 5, 6, 5, 2)") if last else ("r(2, 3, 9)", "r(2, 3, 8, 7)", "r(1, 2, 5, 6, 5)")
        yield f"ops.conv({x1}, r(3, 3, 4, k=1), {kw})"
        yield f"ops.conv({x2}, r(3, 2, 3, 5, k=1), {kw})"
        yield f"ops.conv({x3}, r(2, 3, 2, 2, 3, k=1), {kw})"
        yield f"ops.depthwise_conv({x1}, r(3, 3, 2, k=1), {kw})"
        yield f"ops.depthwise_conv({x2}, r(3, 2, 3, 1, k=1), {kw})"
        yield f"ops.separable_conv({x1}, r(3, 3, 2, k=1), r(1, 6, 4, k=2), {kw})"
        yield f"ops.separable_conv({x2}, r(3, 2, 3, 2, k=1), r(1, 1, 6, 4, k=2), {kw})"
        yield f"ops.conv_transpose({x1}, r(3, 4, 3, k=1), {kw})"
        yield f"ops.conv_transpose({x2}, r(3, 2, 5, 3, k=1), {kw})"
        yield f"ops.conv_transpose({x3}, r(2, 3, 2, 3, 2, k=1), {kw})"
    yield "ops.conv(r(2, 8, 7, 6), r(3, 3, 2, 9, k=1))"
    yield "ops.conv(r(2, 8, 7, 6), r(3, 3, 3, 4, k=1), padding='SAME')"
    yield "ops.conv(r(2, 8, 7, 6), r(3, 3, 4, 4, k=1))"
    yield "ops.conv(r(2, 8, 7, 3), r(3, 3, 3, 4, k=1), strides=(1, 2), padding='same')"
    yield "ops.conv(r(2, 8, 7, 3), r(3, 3, 3, 4, k=1), dilation_rate=(1, 2))"
    yield "ops.conv(t(2, 5, 5, 2), t(3, 3, 2, 2, k=1))"
    yield "ops.conv(t(2, 5, 5, 2, dtype='float16'), t(3, 3, 2, 2, k=1, dtype='float16'))"
    yield "ops.conv(i(1, 5, 5, 2), i(3, 3, 2, 2, k=1))"
    yield "ops.conv(t(1, 5, 5, 2), r(3, 3, 2, 2, k=1))"
    yield "ops.conv(r(1, 5, 5, 2), t(3, 3, 2, 2, k=1))"
    yield "ops.conv(r(1, 5, 5, 2), i(3, 3, 2, 2, k=1))"
    yield "ops.depthwise_conv(r(1, 5, 5, 2), t(3, 3, 2, 2, k=1))"
    yield "ops.conv(r(1, 5, 5, 2), r(3, 3, 2, 2, k=1), padding='causal')"
    yield "ops.conv(r(1, 5, 5, 2), r(3, 3, 2, 2, k=1), padding='full')"
    yield "ops.conv(r(1, 5, 2), r(3, 3, 2, 2, k=1))"
    yield "ops.conv(r(1, 2, 2, 1), r(3, 3, 1, 1))"
    yield "ops.conv(r(1, 40, 40, 8), r(5, 5, 8, 16, k=1))[:, ::7, ::9, ::5]"
    yield "ops.conv(r(0, 5, 5, 2), r(3, 3, 2, 2))"
    yield "ops.depthwise_conv(r(2, 5, 5, 4), r(3, 3, 4, 3, k=1))"
    for op in (0, 1, 2):
        for s in (1, 2, 3):
            for pad in ("valid", "same"):
                yield f"ops.conv_transpose(r(1, 5, 2), r(3, 3, 2, k=1), strides={s}, padding='{pad}', output_padding={op})"
                yield f"ops.conv_transpose(r(1, 4, 3, 2), r(4, 2, 3, 2, k=1), strides={s}, padding='{pad}', output_padding={op})"
    yield "ops.conv_transpose(r(1, 4, 3, 2), r(2, 2, 3, 2, k=1), strides=(2, 3), output_padding=(1, 2))"
    yield "ops.conv_transpose(r(1, 4, 3, 2), r(2, 2, 3, 2, k=1), strides=4)"
    yield "ops.conv_transpose(r(1, 4, 3, 2), r(2, 2, 3, 4, k=1))"


def pools():
    for f in ("max_pool", "average_pool"):
        for fmt, pad in itertools.product(("channels_last", "channels_first"), ("valid", "same")):
            last = fmt == "channels_last"
            x1, x2, x3 = ("r(2, 9, 3)", "r(2, 8, 7, 3)", "r(1, 5, 6, 5, 2)") if last else ("r(2, 3, 9)", "r(2, 3, 8, 7)", "r(1, 2, 5, 6, 5)")
            for s in (None, 1, 3):
                yield f"ops.{f}({x1}, 2, strides={s}, padding='{pad}', data_format='{fmt}')"
                yield f"ops.{f}({x2}, (3, 2), strides={s}, padding='{pad}', data_format='{fmt}')"
                yield f"ops.{f}({x3}, 2, strides={s}, padding='{pad}', data_format='{fmt}')"
        yield f"ops.{f}(r(2, 8, 7, 3), (3, 2), strides=(1, 2), padding='same')"
        yield f"ops.{f}(t(2, 6, 3), 2)"
        yield f"ops.{f}(r(2, 2, 3), 5)"
        yield f"ops.{f}(r(2, 2, 3), 5, strides=1)"
        yield f"ops.{f}(t(2, 6, 3), 2, strides=2)"
        yield f"ops.{f}(i(2, 6, 3), 2, strides=2)"
        yield f"ops.{f}(r(2, 6, 3), 2, strides=2, padding='causal')"
        yield f"ops.{f}(np.array([[[nan], [1.0], [-inf], [-2.0]]], 'float32'), 2, strides=2)"
        yield f"ops.{f}(np.array([[[nan], [1.0], [-inf], [-2.0]]], 'float32'), 2)"
    for f in ("adaptive_max_pool", "adaptive_average_pool"):
        for fmt in ("channels_last", "channels_first"):
            for n in (1, 2, 3, 5):
                yield f"ops.{f}(r(2, 7, 5), {n}, data_format='{fmt}')"
                yield f"ops.{f}(r(2, 7, 6, 5), ({n}, 3), data_format='{fmt}')"
                yield f"ops.{f}(r(1, 7, 6, 5, 4), ({n}, 3, 2), data_format='{fmt}')"
        yield f"ops.{f}(r(2, 7, 6, 3), 2)"
        yield f"ops.{f}(r(2, 3, 3, 3), 5)"


def patches():
    for p, s, d in itertools.product((0, 1), (1, 2), (1, 2)):
        yield f"ops.unfold(r(2, 3, 6, 7), (3, 2), dilation={d}, padding={p}, stride={s})"
        n = ((6 + 2 * p - d * 2 - 1) // s + 1) * ((7 + 2 * p - d - 1) // s + 1)
        yield f"ops.fold(r(2, 18, {n}), (6, 7), (3, 2), dilation={d}, padding={p}, stride={s})"
    yield "ops.unfold(i(1, 2, 4, 4), 2)"
    yield "ops.unfold(r(1, 2, 4, 4), 2, padding=(1, 0))"
    yield "ops.fold(r(2, 18, 3), (6, 7), (3, 2))"
    for fmt in ("channels_last", "channels_first"):
        yield f"ops.depth_to_space(r(2, 8, 8, 8), 2, data_format='{fmt}')"
        yield f"ops.space_to_depth(r(2, 4, 6, 4), 2, data_format='{fmt}')"
    yield "ops.depth_to_space(i(1, 2, 2, 9), 3)"
    yield "ops.space_to_depth(r(2, 3, 4, 3), 2)"


def attention():
    q = "r(2, 3, 4, 5), r(2, 6, 4, 5, k=1), r(2, 6, 4, 5, k=2)"
    yield f"ops.dot_product_attention({q})"
    yield f"ops.dot_product_attention({q}, scale=0.7)"
    yield f"ops.dot_product_attention({q}, is_causal=True)"
    yield f"ops.dot_product_attention({q}, bias=r(2, 4, 3, 6, k=3))"
    yield f"ops.dot_product_attention({q}, bias=r(1, 1, 3, 6, k=3))"
    yield f"ops.dot_product_attention({q}, mask=i(2, 4, 3, 6, hi=2).astype(bool))"
    yield f"ops.dot_product_attention({q}, mask=i(1, 1, 3, 6, hi=2).astype(bool), is_causal=True)"
    yield f"ops.dot_product_attention({q}, mask=np.zeros((1, 1, 3, 6), bool))"
    yield "ops.dot_product_attention(r(2, 3, 4, 5), r(2, 6, 2, 5, k=1), r(2, 6, 2, 5, k=2))"
    yield "ops.dot_product_attention(r(2, 3, 4, 5), r(2, 6, 1, 5, k=1), r(2, 6, 1, 5, k=2), bias=r(2, 4, 3, 6, k=3))"
    yield "ops.dot_product_attention(t(2, 3, 4, 5), t(2, 6, 4, 5, k=1), t(2, 6, 4, 5, k=2))"
    yield "ops.dot_product_attention(r(2, 3, 5), r(2, 6, 5), r(2, 6, 5))"
    yield "ops.dot_product_attention(r(2, 3, 4, 5), r(2, 6, 3, 5), r(2, 6, 3, 5))"


def ctc():
    for blank in (0, 2, 4):
        lab = f"np.where(i(3, 4, hi=5, k=1) == {blank}, 1, i(3, 4, hi=5, k=1))"
        yield f"ops.ctc_loss({lab}, r(3, 9, 5, lo=-2, hi=2), np.array([4, 2, 0]), np.array([9, 7, 3]), mask_index={blank})"
        for f in ("True", "False"):
            yield f"ops.ctc_decode(r(3, 9, 5, lo=-2, hi=2), np.array([9, 4, 1]), merge_repeated={f}, mask_index={blank})"
        for w, top in ((1, 1), (3, 2), (10, 3), (100, 4)):
            yield f"ops.ctc_decode(np.sin(37 * r(3, 6, 5)) * 2, np.array([6, 4, 1]), strategy='beam_search', beam_width={w}, top_paths={top}, mask_index={blank})"
    yield "ops.ctc_loss(np.array([[1, 1, 2]]), r(1, 7, 4), np.array([3]), np.array([7]))"
    yield "ops.ctc_loss(np.array([[1, 1, 1]]), r(1, 4, 4), np.array([3]), np.array([4]))"
    yield "ops.ctc_loss(np.array([[1, 2]]), t(1, 5, 4), np.array([2]), np.array([5]))"
    yield "ops.ctc_decode(r(2, 5, 4), np.array([5, 5]), strategy='best')"
    yield "ops.ctc_decode(r(2, 5, 4), [5, 2], mask_index=None)"


def linalg():
    for m in ("spd(3)", "np.stack([spd(3), spd(3, 1)])"):
        for f in ("cholesky", "det", "inv", "logdet"):
            yield f"ops.{f}({m})"
        yield f"ops.cholesky({m}, upper=True)"
        yield f"ops.eigh({m})[0]"
        yield f"ops.abs(ops.eigh({m})[1])"
        yield f"ops.lu_factor({m})"
        yield f"ops.solve({m}, r(3, 2, k=5))"
        yield f"ops.svd({m}, compute_uv=False)"
        yield f"ops.matrix_rank({m})"
        yield f"ops.pinv({m})"
    yield "ops.cholesky_inverse(ops.cholesky(spd(4)))"
    yield "ops.cholesky_inverse(ops.cholesky(spd(4), upper=True), upper=True)"
    yield "ops.cholesky(-spd(3))"
    yield "ops.det(r(3, 4))"
    yield "ops.inv(np.zeros((2, 2), 'float32'))"
    yield "ops.inv(i(3, 3))"
    yield "ops.det(np.array([[1.0, 2.0], [2.0, 4.0]], 'float32'))"
    yield "ops.solve(spd(3), r(3, k=2))"
    yield "ops.solve(np.stack([spd(3), spd(3, 1)]), r(2, 3, 2))"
    yield "ops.lu_factor(r(3, 5))"
    yield "ops.lu_factor(r(5, 3))"
    yield "ops.sort(ops.real(ops.eig(r(4, 4) + 3 * np.eye(4, dtype='float32'))[0]))"
    yield "ops.eig(np.diag([1.0, 2.0, 3.0]).astype('float32'))[0]"
    yield "ops.abs(ops.eig(np.array([[0.0, 1.0], [-1.0, 0.0]], 'float32'))[1])"
    for shape in ("3, 3", "5, 3", "3, 5", "2, 4, 3"):
        for mode in ("reduced", "complete"):
            yield f"ops.abs(ops.qr(r({shape}), mode='{mode}')[1])"
        yield f"ops.matmul(*ops.qr(r({shape})))"
        yield f"ops.svd(r({shape}))[1]"
        yield f"[x.shape for x in ops.svd(r({shape}))] and ops.zeros([len(x.shape) for x in ops.svd(r({shape}))])"
        yield f"ops.abs(ops.svd(r({shape}), full_matrices=False)[0])"
        yield f"ops.abs(ops.svd(r({shape}), full_matrices=False)[2])"
        yield f"ops.pinv(r({shape}))"
        yield f"ops.matrix_rank(r({shape}))"
    yield "ops.pinv(r(4, 4), rcond=0.3)"
    yield "ops.matrix_rank(r(4, 4), tol=0.3)"
    yield "ops.matrix_rank(np.ones((3, 3), 'float32'))"
    yield "ops.lstsq(r(5, 3), r(5))"
    yield "ops.lstsq(r(5, 3), r(5, 2))"
    yield "ops.lstsq(r(3, 5), r(3))"
    yield "ops.lstsq(r(5, 3), r(5), rcond=0.5)"
    for lower in (False, True):
        yield f"ops.solve_triangular(spd(3), r(3, 2), lower={lower})"
        yield f"ops.solve_triangular(spd(3), r(3, 1), lower={lower})"
    for o in ("None", "1", "2", "3", "0", "0.5", "-1", "-2", "np.inf", "-np.inf"):
        yield f"ops.norm(r(5), ord={o})"
        yield f"ops.norm(r(3, 4), ord={o}, axis=1)"
        yield f"ops.norm(r(3, 4), ord={o}, axis=0, keepdims=True)"
    for o in ("None", "1", "2", "-1", "-2", "np.inf", "-np.inf", "'fro'", "'nuc'", "3"):
        yield f"ops.norm(r(3, 4), ord={o})"
        yield f"ops.norm(r(2, 3, 4), ord={o}, axis=(1, 2))"
        yield f"ops.norm(r(2, 3, 4), ord={o}, axis=(-1, 0), keepdims=True)"
    yield "ops.norm(r(2, 3, 4))"
    yield "ops.norm(r(2, 3, 4), keepdims=True)"
    yield "ops.norm(i(3, 4))"
    yield "ops.norm(t(3, 4))"
    yield "ops.norm(r(2, 3, 4), ord=2)"


def maths():
    for op in ("sum", "max", "min", "prod"):
        yield f"ops.segment_{op}(r(6), np.array([0, 0, 1, 2, 2, 4]), num_segments=6)"
        yield f"ops.segment_{op}(r(6, 2), np.array([2, 0, 1, 2, 0, 1]), num_segments=3)"
        yield f"ops.segment_{op}(i(6), np.array([0, 0, 1, 2, 2, 4]), num_segments=6, sorted=True)"
        yield f"ops.segment_{op}(r(4), np.array([0, -1, 5, 1]), num_segments=2)"
        yield f"ops.segment_{op}(r(4), np.array([0, 1, 1, 1]))"
        yield f"ops.segment_{op}(t(4), np.array([0, 1, 1, 1]), num_segments=3)"
    yield "ops.top_k(r(3, 6), 2)"
    yield "ops.top_k(i(2, 8, hi=4), 5)"
    yield "ops.top_k(np.array([1.0, nan, 3.0, -inf], 'float32'), 3)"
    yield "ops.top_k(r(3, 6), 7)"
    yield "ops.top_k(r(3, 6), 2, sorted=False)"
    for k in (1, 2, 3):
        yield f"ops.in_top_k(i(3, hi=4), r(3, 4), k={k})"
    yield "ops.in_top_k(np.array([0, 1]), np.array([[nan, 1.0], [1.0, 1.0]], 'float32'), k=1)"
    for axis in ("None", "0", "1", "(0, 1)", "-1"):
        for keep in (False, True):
            yield f"ops.logsumexp(r(3, 4, lo=-9, hi=9), axis={axis}, keepdims={keep})"
    yield "ops.logsumexp(np.array([-inf, -inf], 'float32'))"
    yield "ops.logsumexp(np.array([1000.0, 1000.0], 'float32'))"
    yield "ops.cdist(r(3, 4), r(5, 4, k=1))"
    yield "ops.cdist(r(2, 3, 4), r(2, 5, 4, k=1))"
    yield "ops.cdist(r(3, 4), r(5, 3))"
    for a in ("8", "2, 10", "2, 3, 9"):
        yield f"ops.extract_sequences(r({a}), 4, 2)"
        yield f"ops.extract_sequences(r({a}), 3, 3)"
    yield "ops.extract_sequences(r(3), 4, 2)"
    for n in (4, 5, 6, 8):
        yield f"ops.fft((r(2, {n}), r(2, {n}, k=1)))"
        yield f"ops.fft2((r({n}, 3), r({n}, 3, k=1)))"
        yield f"ops.ifft2((r({n}, 3), r({n}, 3, k=1)))"
        yield f"ops.rfft(r(2, {n}))"
        yield f"ops.rfft(r(2, {n}), fft_length=7)"
        yield f"ops.irfft((r(2, {n}), r(2, {n}, k=1)))"
        yield f"ops.irfft((r(2, {n}), r(2, {n}, k=1)), fft_length=5)"
    yield "ops.fft((i(4), i(4)))"
    for center in (True, False):
        for window in ("'hann'", "'hamming'", "None", "r(6, lo=0.1, hi=1)"):
            yield f"ops.stft(r(30), 6, 2, 8, window={window}, center={center})"
            yield f"ops.istft(ops.stft(r(30), 6, 2, 8, window={window}, center={center}), 6, 2, 8, window={window}, center={center})"
        yield f"ops.stft(r(2, 30), 8, 4, 8, center={center})"
        yield f"ops.istft(ops.stft(r(2, 30), 8, 4, 8, center={center}), 8, 4, 8, center={center}, length=20)"
        yield f"ops.istft(ops.stft(r(2, 30), 8, 8, 8, center={center}), 8, 8, 8, center={center})"
    yield "ops.stft(r(30), 9, 2, 8)"
    yield "ops.stft(r(30), 6, 2, 8, window='bell')"
    yield "ops.stft(i(30), 6, 2, 8)"
    for f in ("rsqrt", "erf", "erfc", "erfinv"):
        lo = "0.01" if f == "rsqrt" else "-0.99"
        yield f"ops.{f}(r(3, 4, lo={lo}, hi=0.99))"
        yield f"ops.{f}(np.array([0.0, 1.0, -1.0, inf, nan, 2.0], 'float32'))"
        yield f"ops.{f}(t(5, lo={lo}, hi=0.99))"
        yield f"ops.{f}(i(3, lo=1))"
    yield "ops.view_as_complex(r(3, 2))"
    yield "ops.view_as_real(ops.view_as_complex(r(3, 2)))"
    yield "ops.view_as_complex(r(3, 3))"


def images():
    I = "ops.image."
    for fmt in ("channels_last", "channels_first"):
        shape, batch = ("5, 6, 3", "2, 5, 6, 3") if fmt == "channels_last" else ("3, 5, 6", "2, 3, 5, 6")
        for s in (shape, batch):
            x, kw = f"r({s}, lo=0, hi=1)", f"data_format='{fmt}'"
            for f in ("rgb_to_grayscale", "rgb_to_hsv", "hsv_to_rgb"):
                yield f"{I}{f}({x}, {kw})"
            yield f"{I}gaussian_blur({x}, {kw})"
            yield f"{I}gaussian_blur({x}, (5, 3), (0.7, 2.0), {kw})"
            yield f"{I}resize({x}, (3, 4), {kw})"
            yield f"{I}affine_transform({x}, np.array([1.1, 0.1, -0.5, -0.2, 0.9, 0.7, 0, 0], 'float32'), {kw})" if s == shape else f"{I}affine_transform({x}, r(2, 8, lo=-0.5, hi=1), {kw})"
            yield f"{I}pad_images({x}, 1, 2, 3, 4, {kw})"
            yield f"{I}crop_images({x}, 1, 2, 1, 0, {kw})"
            yield f"{I}extract_patches({x}, 2, {kw})"
            yield f"{I}ssim({x}, {x.replace('hi=1', 'hi=1, k=3')}, filter_size=3, {kw})"
    yield I + "rgb_to_grayscale(i(2, 3, 3, hi=255, dtype='uint8'))"
    yield I + "rgb_to_grayscale(r(2, 3, 1))"
    yield I + "rgb_to_hsv(i(2, 3, 3))"
    yield I + "rgb_to_hsv(np.array([[[0, 0, 0], [1, 1, 1], [0.5, 0.5, 0.2]]], 'float32'))"
    yield I + "gaussian_blur(r(2, 5, 6, 3))"
    for m in ("bilinear", "nearest", "bicubic", "lanczos3", "lanczos5"):
        for size in ("(3, 4)", "(8, 11)", "(5, 6)", "(1, 1)"):
            for aa in (False, True):
                yield f"{I}resize(r(5, 6, 2), {size}, interpolation='{m}', antialias={aa})"
        yield f"{I}resize(i(5, 6, 2, hi=255, dtype='uint8'), (3, 9), interpolation='{m}')"
    yield I + "resize(r(5, 6, 2), (3, 4), crop_to_aspect_ratio=True)"
    yield I + "resize(r(5, 6, 2), (6, 3), crop_to_aspect_ratio=True)"
    yield I + "resize(r(5, 6, 2), (4, 3), pad_to_aspect_ratio=True)"
    yield I + "resize(r(4, 9, 2), (4, 4), pad_to_aspect_ratio=True, fill_value=0.5)"
    yield I + "resize(r(9, 4, 2), (4, 4), pad_to_aspect_ratio=True, fill_value=0.5)"
    yield I + "resize(t(5, 6, 2), (3, 4))"
    yield I + "resize(r(5, 6, 2), (3, 4), interpolation='box')"
    yield I + "resize(r(5, 6, 2), (3, 4), fill_mode='wrap')"
    for mode in ("constant", "nearest", "wrap", "mirror", "reflect"):
        for order in (0, 1):
            yield f"{I}map_coordinates(r(4, 5), r(2, 7, lo=-6, hi=9), order={order}, fill_mode='{mode}', fill_value=2)"
        for interp in ("nearest", "bilinear"):
            yield f"{I}affine_transform(r(5, 6, 2), np.array([1.2, 0.3, -2.0, -0.4, 0.8, 1.5, 0, 0], 'float32'), interpolation='{interp}', fill_mode='{mode}', fill_value=0.5)"
            yield f"{I}elastic_transform(r(6, 7, 2), alpha=3.0, sigma=1.0, interpolation='{interp}', fill_mode='{mode}', seed=3)" if mode != "mirror" else f"{I}elastic_transform(r(2, 6, 7, 2), seed=5, alpha=5.0, sigma=0.7, interpolation='{interp}')"
    yield I + "map_coordinates(i(4, 5), r(2, 7, lo=0, hi=4), order=1)"
    yield I + "map_coordinates(r(4, 5), r(2, 7), order=2)"
    yield I + "affine_transform(i(5, 6, 2), np.array([1.2, 0.3, -2.0, -0.4, 0.8, 1.5, 0, 0], 'float32'))"
    yield I + "affine_transform(r(5, 6, 2), np.array([1, 0, 0, 0, 1, 0, 0.01, 0.02], 'float32'))"
    for interp in ("nearest", "bilinear"):
        yield (I + "perspective_transform(r(5, 6, 2), np.array([[0.0, 0], [5, 0], [0, 4], [5, 4]], 'float32'), "
               f"np.array([[0.6, 0.3], [4.4, 0.2], [0.1, 3.7], [5.2, 4.4]], 'float32'), interpolation='{interp}', fill_value=0.3)")
    yield I + "perspective_transform(r(1, 5, 6, 2), r(1, 4, 2, lo=0, hi=5), r(1, 4, 2, lo=0, hi=5, k=2))"
    for m in ("linear", "cubic", "lanczos3", "lanczos5"):
        for aa in (True, False):
            yield f"{I}scale_and_translate(r(5, 6, 2), (7, 4, 2), np.array([1.4, 0.6], 'float32'), np.array([-0.5, 0.3], 'float32'), (0, 1), '{m}', antialias={aa})"
    yield I + "scale_and_translate(r(5, 6, 2), (7, 4, 2), r(2), r(2), (0, 1), 'nearest')"
    yield I + "sobel_edges(r(2, 4, 5, 2))"
    yield I + "sobel_edges(r(2, 2, 4, 5), data_format='channels_first')"
    yield I + "ssim(r(2, 12, 13, 3, lo=0, hi=1), r(2, 12, 13, 3, lo=0, hi=1, k=3))"
    yield I + "ssim(r(12, 13, 1, lo=0, hi=255), r(12, 13, 1, lo=0, hi=255, k=3), max_val=255)"
    for pad in ("valid", "same"):
        for st in (None, 1, 3):
            yield f"{I}extract_patches(r(1, 5, 6, 2), (2, 3), strides={st}, padding='{pad}')"
    yield I + "extract_patches(r(1, 6, 7, 2), 2, strides=1, dilation_rate=2)"
    yield I + "extract_patches(r(1, 4, 4, 4, 2), (2, 2, 2))"
    yield I + "extract_patches_3d(r(1, 4, 4, 5, 1), 2, strides=1)"
    yield I + "pad_images(r(3, 4, 1), top_padding=1, left_padding=2, target_height=6, target_width=9)"
    yield I + "crop_images(r(5, 6, 1), bottom_cropping=1, right_cropping=2, target_height=2, target_width=3)"
    yield I + "pad_images(r(3, 4, 1), top_padding=1, left_padding=2, target_height=2, target_width=9)"


def randoms():
    for seed in (0, 42, 4294967295, "keras.random.SeedGenerator(7)"):
        for f in ("uniform", "normal", "truncated_normal"):
            yield f"random.{f}((2, 5), seed={seed})"
            yield f"random.{f}((3,), dtype='bfloat16', seed={seed})"
            yield f"random.{f}((3,), dtype='float16', seed={seed})"
        yield f"random.uniform((6,), minval=-0.3, maxval=1.7, seed={seed})"
        yield f"random.normal((6,), mean=1.5, stddev=0.3, seed={seed})"
        yield f"random.truncated_normal((6,), 0.3, 0.05, seed={seed})"
        for d in ("int32", "uint8", "int8", "uint32", "int64", "uint16"):
            yield f"random.randint((8,), 0, 100, dtype='{d}', seed={seed})"
        yield f"random.randint((8,), -70000, 200000, seed={seed})"
        yield f"random.gamma((6,), 2.5, seed={seed})"
        yield f"random.gamma((2, 3), np.array([0.3, 1.0, 7.0], 'float32'), seed={seed})"
        yield f"random.beta((6,), 2.5, 0.5, seed={seed})"
        yield f"random.binomial((6,), 8, 0.3, seed={seed})"
        yield f"random.binomial((6,), 90, 0.8, seed={seed})"
        yield f"random.binomial((4,), np.array([3, 40, 500, 2]), np.array([0.5, 0.1, 0.9, 0.0]), seed={seed})"
        yield f"random.categorical(r(3, 5, lo=-2, hi=2), 6, seed={seed})"
        yield f"random.dropout(r(3, 5), 0.4, seed={seed})"
        yield f"random.dropout(r(3, 5), 0.4, noise_shape=(3, 1), seed={seed})"
        yield f"random.dropout(r(3, 5), 0.4, noise_shape=(None, 1), seed={seed})"
        yield f"random.shuffle(np.arange(12), seed={seed})"
        yield f"random.shuffle(r(4, 3), seed={seed})"
        yield f"random.shuffle(r(4, 3), axis=1, seed={seed})"
    yield "random.uniform((2, 3))"
    yield "[random.normal((2,)) for _ in range(3)]"
    yield "random.uniform((2,), seed=-1)"
    yield "random.uniform((2,), seed='a')"
    yield "random.randint((2,), 0, 5, dtype='float32', seed=1)"
    yield "random.uniform((2,), dtype='int32', seed=1)"
    yield "random.randint((4,), 5, 5, seed=1)"
    yield "random.dropout(r(3, 5), 0.0, seed=1)"
    yield "random.dropout(r(3, 5), 1.0, seed=1)"
    yield "random.normal((0, 3), seed=1)"
    yield "random.normal((), seed=1)"
    yield "(lambda g: [g.next(), g.next(ordered=False), g.next(), g.state.value])(random.SeedGenerator(3))"
    yield "(lambda g: [random.normal((2,), seed=g), random.normal((2,), seed=g), g.state.value])(random.SeedGenerator(3))"
    yield "random.SeedGenerator().state.value"


def made():
    shapes = ("(4,)", "(3, 4)", "(2, 3, 4)", "(2, 2, 3, 4)")
    for shape in shapes:
        for n in ("RandomNormal", "RandomUniform", "TruncatedNormal", "GlorotUniform", "GlorotNormal", "HeNormal", "HeUniform", "LecunNormal", "LecunUniform"):
            yield f"initializers.{n}(seed=7)({shape})"
        for mode in ("fan_in", "fan_out", "fan_avg"):
            for d in ("uniform", "truncated_normal", "untruncated_normal"):
                yield f"initializers.VarianceScaling(1.5, '{mode}', '{d}', seed=3)({shape})"
        if shape != "(4,)":
            yield f"initializers.Orthogonal(seed=2)({shape})"
            yield f"initializers.Orthogonal(gain=0.5, seed=9)({shape})"
    yield "initializers.VarianceScaling(1.0, seed=3, input_axes=[0], output_axes=[1, 2])((2, 3, 4))"
    yield "initializers.GlorotUniform(seed=3)((3, 4), dtype='bfloat16')"
    yield "initializers.RandomNormal(1.0, 2.0, seed=3)((3, 4), dtype='float16')"
    yield "initializers.RandomUniform(-3, 1, seed=3)(())"
    yield "initializers.RandomNormal()((3,))"
    yield "initializers.get('glorot_uniform')((3, 2))"
    yield "(lambda g: [initializers.RandomNormal(seed=g)((3,)), initializers.RandomNormal(seed=g)((3,))])(random.SeedGenerator(3))"
    for layer, shape in (("Dense(3)", "(None, 4)"), ("Conv2D(2, 2)", "(None, 5, 5, 3)"), ("LSTM(2)", "(None, 3, 4)"), ("GRU(2)", "(None, 3, 4)"), ("EinsumDense('abc,cd->abd', output_shape=(None, 5))", "(None, 3, 4)"),
                         ("DepthwiseConv2D(2)", "(None, 5, 5, 3)"), ("Bidirectional(keras.layers.SimpleRNN(2))", "(None, 3, 2)"), ("SeparableConv1D(2, 2)", "(None, 5, 3)"), ("BatchNormalization()", "(None, 3)")):
        yield f"(lambda l: l.build({shape}) or [w.value for w in l.weights])(keras.layers.{layer})"
    yield "(lambda l: l.build() or l.embeddings.value)(keras.layers.Embedding(3, 2))"
    yield "(lambda l: l.build((2, 3, 4), (2, 3, 4)) or [w.value for w in l.weights])(keras.layers.MultiHeadAttention(2, 3))"
    x = "np.ones((2, 3, 4), 'float32')"
    for layer in ("Dropout(0.5)", "Dropout(0.5, noise_shape=(None, 1, None))", "AlphaDropout(0.3)", "GaussianDropout(0.3)", "GaussianNoise(0.2)", "SpatialDropout1D(0.5)", "Dropout(0.3, seed=4)", "AlphaDropout(0.3, seed=4, noise_shape=(2, 1, 4))"):
        yield f"(lambda l: [l({x}, training=True), l({x}, training=True), l({x})])(keras.layers.{layer})"
    yield "keras.layers.SpatialDropout2D(0.5, seed=1)(np.ones((2, 2, 2, 4), 'float32'), training=True)"
    yield "keras.layers.SpatialDropout2D(0.5, seed=1, data_format='channels_first')(np.ones((2, 4, 2, 2), 'float32'), training=True)"
    yield "keras.Sequential([keras.Input((3,)), keras.layers.Dropout(0.5), keras.layers.Dense(2)])(r(2, 3), training=True)"


if __name__ == "__main__":
    write("linalg_values", list(linalg()))
    write("math_values", list(maths()))
    write("image_values", list(images()))
    write("random_values", [*randoms(), *made()])
    write("nn_values", [*activations(), *losses(), *hots(), *normalizations(), *convolutions(), *pools(), *patches(), *attention(), *ctc()])
