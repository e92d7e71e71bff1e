"""Cases of keras.ops.numpy for op_values.py."""

FLOATING = "arccos arcsin arctanh".split()
UNARY = ("abs absolute angle arcsinh arctan cbrt ceil conj conjugate copy cos cosh deg2rad rad2deg exp exp2 expm1 fabs floor i0 imag "
         "isfinite isinf isnan isneginf isposinf isreal logical_not nan_to_num negative real reciprocal round sign signbit sin sinc sinh "
         "square tan tanh trunc").split()
POSITIVE = "log log10 log1p log2 sqrt arccosh".split()
DTYPES = "bool uint8 int8 int32 int64 float16 bfloat16 float32 float64".split()


def unary():
    for name in UNARY:
        yield f"ops.{name}(f(3, 4))"
        yield f"ops.{name}(special)"
        yield f"ops.{name}(2)"
        yield f"ops.{name}(1.5)"
        yield f"ops.{name}([0.5, -0.25])"
        yield f"ops.{name}(np.zeros((0, 3), 'float32'))"
        for d in DTYPES:
            yield f"ops.{name}(t([0, 1, 2, 3], '{d}'))"
    for name in FLOATING:
        yield f"ops.{name}(f(3, 3, scale=0.08))"
        for d in DTYPES:
            yield f"ops.{name}(t([0, 1, 0], '{d}'))"
        yield f"ops.{name}(t([2.0, nan]))"
    for name in POSITIVE:
        yield f"ops.{name}(f(3, 4, shift=4.0))"
        yield f"ops.{name}(special)"
        for d in DTYPES:
            yield f"ops.{name}(t([0, 1, 2, 3], '{d}'))"
    for name in "bitwise_invert bitwise_not".split():
        for d in "bool uint8 int8 int32".split():
            yield f"ops.{name}(t([0, 1, 2, 3], '{d}'))"
        yield f"ops.{name}(1.5)"
    for d in (0, 1, 2, -1, -2):
        yield f"ops.round(f(3, 4, scale=1.2345), decimals={d})"
        yield f"ops.round(i(4, dtype='int32', k=123), decimals={d})"
    yield "ops.round(t([0.5, 1.5, 2.5, -0.5]))"
    yield "ops.abs(t([-128, 3], 'int8'))"
    yield "ops.abs(t([3 + 4j, -1j]))"
    for name in "real imag conj angle exp sqrt negative isreal".split():
        yield f"ops.{name}(t([3 + 4j, -1j, 2.0]))"
    yield "ops.nan_to_num(special, nan=5.0, posinf=7.0, neginf=-9.0)"
    yield "ops.nan_to_num(special, nan=-1)"
    yield "ops.clip(f(3, 4), -1, 1)"
    yield "ops.clip(f(3, 4), -0.5, 2.25)"
    yield "ops.clip(i(6), -2, 2)"
    yield "ops.clip(i(6), -2.5, 2.5)"
    yield "ops.clip(i(6, dtype='uint8'), 3, 200)"
    yield "ops.clip(t([True, False]), 0, 1)"
    yield "ops.clip(f(2, 3), f(3, scale=0.1), 1.0)"
    yield "ops.clip(t([nan, 1.0, 5.0]), 0, 2)"
    for axis in (None, 0, 1, -1):
        yield f"ops.cumsum(f(3, 4), axis={axis})"
        yield f"ops.cumprod(f(3, 4, shift=1.0), axis={axis})"
        yield f"ops.cumsum(i(3, 4), axis={axis})"
        yield f"ops.cumprod(i(3, 4, dtype='int8'), axis={axis})"
        yield f"ops.nancumsum(np.where(b(3, 4), nan, f(3, 4)), axis={axis})"
        yield f"ops.nancumprod(np.where(b(3, 4), nan, f(3, 4)), axis={axis})"
        yield f"ops.flip(f(3, 4), axis={axis})"
        yield f"ops.roll(f(3, 4), 2, axis={axis})"
        yield f"ops.roll(i(3, 4), -1, axis={axis})"
    yield "ops.cumsum(b(5))"
    yield "ops.cumsum(f(5), dtype='float16')"
    yield "ops.cumsum(i(5), dtype='float32')"
    yield "ops.cumprod(b(5), dtype='int32')"
    yield "ops.nancumsum(f(5), dtype='float16')"
    yield "ops.cumsum(f(2, 3), axis=2)"
    yield "ops.cumsum(2.0)"
    yield "ops.flip(f(2, 3, 2), axis=(0, 2))"
    yield "ops.roll(f(3, 4), (1, 2), axis=(0, 1))"
    yield "ops.fliplr(f(2, 3))"
    yield "ops.flipud(f(2, 3))"
    yield "ops.fliplr(f(3))"
    yield "ops.corrcoef(f(3, 5))"
    yield "ops.corrcoef(i(3, 5))"
    yield "ops.corrcoef(f(5))"
    for k in (0, 1, -1, 2):
        yield f"ops.tril(f(3, 4), k={k})"
        yield f"ops.triu(f(2, 3, 3), k={k})"
        yield f"ops.tril(i(3, 3), k={k})"
        yield f"ops.triu(b(3, 3), k={k})"
    yield "ops.tril(f(3))"


BINARY = ("add subtract multiply divide divide_no_nan true_divide maximum minimum fmax fmin arctan2 heaviside hypot nextafter logaddexp "
          "logaddexp2 mod fmod floor_divide power equal not_equal greater greater_equal less less_equal logical_and logical_or "
          "logical_xor isclose").split()
WHOLE = ("gcd lcm bitwise_and bitwise_or bitwise_xor bitwise_left_shift left_shift bitwise_right_shift right_shift").split()


def binary():
    pairs = [("f(3, 4)", "f(4, k=5)"), ("f(2, 1, 3)", "f(4, 1, k=3)"), ("f(3)", "2"), ("f(3)", "1.5"), ("3", "f(3)"), ("i(4)", "i(4, k=7)"),
             ("i(4)", "2"), ("i(4)", "0.5"), ("b(4)", "b(4, k=2)"), ("b(4)", "1"), ("f(4)", "b(4)"), ("i(4)", "f(4)"), ("f(4, dtype='float16')", "f(4)"),
             ("f(4, dtype='float16')", "1.5"), ("t(f(4), 'bfloat16')", "t(f(4), 'float16')"), ("t(f(4), 'bfloat16')", "2.5"),
             ("i(4, dtype='int8')", "i(4, dtype='uint8', shift=9)"), ("i(4, dtype='uint8', shift=9)", "3"), ("i(4, dtype='int64')", "i(4)"),
             ("f(4, dtype='float64')", "f(4)"), ("special", "f(10)"), ("f(10)", "special"), ("special", "special[::-1]"), ("2", "3"), ("2.5", "2"),
             ("[1.0, 2.0]", "[[3.0], [4.0]]"), ("i(4)", "0"), ("f(3)", "0.0"), ("f(2, 3)", "f(2)"), ("np.zeros((0, 3), 'float32')", "f(3)")]
    for name in BINARY:
        for x, y in pairs:
            yield f"ops.{name}({x}, {y})"
    for name in WHOLE:
        for x, y in [("i(6)", "i(6, k=7)"), ("i(6, dtype='uint8', shift=8)", "i(6, dtype='uint8', k=3, shift=8)"), ("i(6, shift=8)", "2"), ("b(4)", "b(4, k=2)"),
                     ("i(2, 3, dtype='int8')", "i(3, k=2, shift=9)"), ("i(4)", "i(4, dtype='int64')"), ("f(3)", "i(3)"), ("3", "i(3)"), ("6", "4")]:
            yield f"ops.{name}({x}, {y})"
    yield "ops.power(t([2, 3, 1, -1]), t([-1, -2, -3, -3]))"
    yield "ops.power(t([2, 3]), t([10, 19]))"
    yield "ops.power(f(4), t([0.5, 2.0, -1.0, 0.0]))"
    yield "ops.ldexp(f(4), i(4))"
    yield "ops.ldexp(2.0, 3)"
    yield "ops.ldexp(f(4), 1.5)"
    yield "ops.isclose([1.0, 1.001], [1.0, 1.0], rtol=1e-2)"
    yield "ops.isclose([1.0, 1.001], [1.0, 1.0], atol=1e-2)"
    yield "ops.isclose([nan, 1.0], [nan, 1.0])"
    yield "ops.isclose([nan, 1.0], [nan, 1.0], equal_nan=True)"
    yield "ops.allclose([1.0, 1.0001], [1.0, 1.0])"
    yield "ops.allclose([1.0, 1.000001], [1.0, 1.0])"
    yield "ops.allclose([nan], [nan], equal_nan=True)"
    yield "ops.isin(i(6), [1, 2, -5])"
    yield "ops.isin(i(2, 3), 3, invert=True)"
    yield "ops.isin(f(4), f(2), assume_unique=True)"
    yield "ops.where(b(4), f(4), i(4))"
    yield "ops.where(b(4), 1, 0)"
    yield "ops.where(b(4), 1.5, i(4))"
    yield "ops.where(b(2, 1), f(3), 0.0)"
    yield "ops.where(f(4) > 0, f(4), nan)"
    yield "ops.where(i(4), 1, 2)"
    yield "ops.where(b(2, 3))"
    yield "ops.where(True, 1, 2)"
    yield "ops.where(b(4), f(4))"
    yield "ops.where(b(4), f(4, dtype='float16'), 2.5)"
    yield "ops.digitize(f(5), [-1.0, 0.0, 1.0])"
    yield "ops.digitize(i(5), [-2, 0, 3])"
    yield "ops.digitize(f(2, 3), [1.0, 0.0, -1.0])"
    yield "ops.searchsorted([1.0, 2.0, 3.0, 5.0], [2.0, 4.0, 0.0, 9.0])"
    yield "ops.searchsorted([1, 2, 2, 5], [2, 4], side='right')"
    yield "ops.searchsorted([1, 2, 2, 5], [[2], [4]])"
    yield "ops.searchsorted([[1.0]], [1.0])"


def reductions():
    data = ["f(3, 4)", "f(2, 3, 4)", "i(3, 4)", "i(3, 4, dtype='uint8', shift=8)", "i(3, 4, dtype='int8')", "b(3, 4)", "f(3, 4, dtype='float16')", "t(f(3, 4), 'bfloat16')", "f(3, 4, dtype='float64')", "i(3, 4, dtype='int64')", "special"]
    for name in "all any amax amin max min mean median prod sum std var ptp nanmax nanmin nanmean nanmedian nanstd nanvar nanprod nansum".split():
        for x in data:
            yield f"ops.{name}({x})"
        for axis in ("0", "1", "-1", "(0, 1)", "[0]", "()"):
            yield f"ops.{name}(f(3, 4), axis={axis})"
            yield f"ops.{name}(i(3, 4), axis={axis}, keepdims=True)"
        yield f"ops.{name}(f(2, 3, 4), axis=(0, 2), keepdims=True)"
        yield f"ops.{name}(f(2, 3, 4), axis=-2)"
        yield f"ops.{name}(f(2, 3), axis=2)"
        yield f"ops.{name}(f(2, 3), keepdims=True)"
        yield f"ops.{name}(2.5)"
        yield f"ops.{name}([1, 2, 3])"
        yield f"ops.{name}(np.zeros((0,), 'float32'))"
        yield f"ops.{name}(np.zeros((0, 2), 'float32'), axis=1)"
        yield f"ops.{name}(np.where(b(3, 4), nan, f(3, 4)).astype('float32'), axis=1)"
    for name in "argmax argmin nanargmax nanargmin".split():
        for x in ("f(3, 4)", "i(3, 4)", "b(3, 4)", "np.where(b(3, 4), nan, f(3, 4))", "i(3, 4, dtype='uint8')"):
            for axis in ("None", "0", "1", "-1"):
                yield f"ops.{name}({x}, axis={axis})"
            yield f"ops.{name}({x}, axis=1, keepdims=True)"
            yield f"ops.{name}({x}, keepdims=True)"
        yield f"ops.{name}(f(2, 3), axis=3)"
    for name in "max min".split():
        yield f"ops.{name}(f(3, 4), axis=1, initial=1.5)"
        yield f"ops.{name}(i(3, 4), initial=3)"
        yield f"ops.{name}(np.zeros((0, 2), 'float32'), axis=0, initial=1.0)"
    yield "ops.sum(i(3, 4, dtype='uint8', shift=120))"
    yield "ops.prod(i(4), dtype='float32')"
    yield "ops.prod(f(4), dtype='int32')"
    yield "ops.mean(i(5))"
    yield "ops.mean(f(100, dtype='float16', scale=10))"
    for axis in ("None", "0", "1"):
        yield f"ops.count_nonzero(i(3, 4, shift=2), axis={axis})"
        yield f"ops.average(f(3, 4), axis={axis})"
        yield f"ops.average(f(3, 4), axis={axis}, weights=f(3, 4, k=5))"
    yield "ops.average(f(3, 4), axis=1, weights=f(4, k=5))"
    yield "ops.average(i(3, 4), axis=0, weights=[1, 2, 3])"
    yield "ops.bincount([1, 2, 2, 5])"
    yield "ops.bincount([1, 2, 2, 5], minlength=8)"
    yield "ops.bincount([1, 2, 2, 5], weights=[0.5, 1.0, 1.5, 2.0])"
    yield "ops.bincount([[1, 2, 2], [0, 0, 3]])"
    yield "ops.bincount(np.array([[1, 2, 2], [0, 0, 3]]), minlength=5)"
    yield "ops.bincount(np.array([1, 2, 2, 5]), weights=np.array([1, 2, 3, 4]))"
    yield "ops.bincount(np.array([], 'int32'))"
    yield "ops.histogram(f(20))"
    yield "ops.histogram(f(20), bins=4)"
    yield "ops.histogram(f(20), bins=4, range=(-1, 1))"
    yield "ops.histogram(i(20), bins=3)"
    for name, qs in (("quantile", ("0.5", "0.3", "[0.1, 0.9]", "[[0.0, 1.0]]")), ("percentile", ("50", "30", "[10, 90]")), ("nanquantile", ("0.5", "[0.1, 0.9]")), ("nanpercentile", ("50", "[10, 90]"))):
        for q in qs:
            yield f"ops.{name}(f(3, 4), {q})"
            yield f"ops.{name}(f(3, 4), {q}, axis=1)"
            yield f"ops.{name}(f(3, 4), {q}, axis=0, keepdims=True)"
            yield f"ops.{name}(f(3, 4), {q}, keepdims=True)"
            yield f"ops.{name}(i(3, 4), {q})"
            yield f"ops.{name}(np.where(b(3, 4), nan, f(3, 4)).astype('float32'), {q}, axis=1)"
            for m in "linear lower higher midpoint nearest".split():
                yield f"ops.{name}(f(3, 4), {q}, axis=1, method='{m}')"
        yield f"ops.{name}(f(2, 3, 2), {qs[0]}, axis=(0, 2))"
        yield f"ops.{name}(f(3, 4, dtype='float16'), {qs[0]})"
    yield "ops.trapezoid(f(5))"
    yield "ops.trapezoid(f(3, 4), dx=0.5)"
    yield "ops.trapezoid(f(3, 4), x=[0.0, 1.0, 3.0, 4.0])"
    yield "ops.trapezoid(f(3, 4), axis=0)"
    yield "ops.trapezoid(i(5))"


def shapes():
    for x in ("f(2, 3)", "i(2, 3)", "b(2, 3)"):
        yield f"ops.broadcast_to({x}, (4, 2, 3))"
        yield f"ops.reshape({x}, (3, 2))"
        yield f"ops.reshape({x}, (-1,))"
        yield f"ops.ravel({x})"
        yield f"ops.transpose({x})"
        yield f"ops.expand_dims({x}, 1)"
        yield f"ops.expand_dims({x}, (0, -1))"
        yield f"ops.tile({x}, 2)"
        yield f"ops.tile({x}, (2, 1, 2))"
        yield f"ops.repeat({x}, 2)"
        yield f"ops.repeat({x}, 3, axis=1)"
        yield f"ops.repeat({x}, [1, 2], axis=0)"
        yield f"ops.swapaxes({x}, 0, 1)"
        yield f"ops.moveaxis({x}, 0, -1)"
        yield f"ops.pad({x}, 1)"
        yield f"ops.pad({x}, ((1, 0), (0, 2)))"
    yield "ops.broadcast_to(2.0, (2, 2))"
    yield "ops.broadcast_to(f(2, 3), (2, 4))"
    yield "ops.reshape(f(2, 3), 6)"
    yield "ops.reshape(f(2, 3), (4, 2))"
    yield "ops.reshape(f(2, 3), (-1, 2, 3))"
    yield "ops.reshape(f(2, 3), (-1, 4))"
    yield "ops.reshape([1, 2], (2, 1))"
    yield "ops.transpose(f(2, 3, 4), (1, 0, 2))"
    yield "ops.transpose(f(2, 3, 4), (2, -3, 1))"
    yield "ops.transpose(f(2, 3, 4), (0, 0, 1))"
    yield "ops.moveaxis(f(2, 3, 4), (0, 1), (2, 0))"
    yield "ops.squeeze(f(1, 3, 1))"
    yield "ops.squeeze(f(1, 3, 1), axis=0)"
    yield "ops.squeeze(f(1, 3, 1), axis=(0, 2))"
    yield "ops.squeeze(f(1, 3, 1), axis=1)"
    for k in (0, 1, -2):
        yield f"ops.diag(f(3), k={k})"
        yield f"ops.diag(f(3, 4), k={k})"
        yield f"ops.diagflat(f(2, 2), k={k})"
        yield f"ops.diagonal(f(3, 4), offset={k})"
        yield f"ops.diagonal(f(2, 3, 4), offset={k}, axis1=1, axis2=2)"
        yield f"ops.trace(f(3, 4), offset={k})"
        yield f"ops.trace(i(2, 3, 4), offset={k}, axis1=0, axis2=2)"
    yield "ops.trace(b(3, 3))"
    for n in (0, 1, 2, 5):
        yield f"ops.diff(f(3, 4), n={n})"
        yield f"ops.diff(i(3, 4), n={n}, axis=0)"
    yield "ops.diff(b(5))"
    for mode in "constant reflect symmetric edge wrap maximum minimum mean linear_ramp empty".split():
        yield f"ops.pad(f(3, 4), ((1, 2), (2, 1)), mode='{mode}')"
    yield "ops.pad(f(3, 4), ((1, 2), (2, 1)), constant_values=7)"
    yield "ops.pad(i(3), (2, 1), constant_values=2.7)"
    yield "ops.pad(f(3), ((2, 2),), mode='reflect', constant_values=1)"
    yield "ops.pad(f(2, 2), (1, 2))"
    yield "ops.pad(f(2, 2), ((1, 0),))"
    for k in (0, 1, 2, 3, -1):
        yield f"ops.rot90(f(2, 3), k={k})"
        yield f"ops.rot90(f(2, 3, 2), k={k}, axes=(1, 2))"
    for d in "int32 uint8 float16 int8 uint32 float32".split():
        yield f"ops.view(f(2, 4), dtype='{d}')"
        yield f"ops.view(i(4, dtype='uint8', shift=9), dtype='{d}')"
    yield "ops.ndim(f(2, 3))"
    yield "ops.ndim(3)"
    yield "ops.size(f(2, 3))"
    yield "ops.size([[1, 2, 3]])"
    yield "ops.shape(f(2, 3))"
    yield "ops.shape([[1, 2, 3]])"


def joins():
    yield "ops.append(f(2, 3), f(1, 3))"
    yield "ops.append(f(2, 3), f(1, 3), axis=0)"
    yield "ops.append(i(2), f(2))"
    for axis in (0, 1, -1):
        yield f"ops.concatenate([f(2, 3), f(2, 3, k=5)], axis={axis})"
        yield f"ops.concatenate([i(2, 3), f(2, 3, dtype='float16'), b(2, 3)], axis={axis})"
        yield f"ops.stack([f(2, 3), f(2, 3, k=5)], axis={axis})"
        yield f"ops.stack([f(2, 3), i(2, 3)], axis={axis})"
        yield f"ops.unstack(f(2, 3), axis={axis})"
    yield "ops.concatenate([f(2, 3), f(3, 3)], axis=1)"
    yield "ops.concatenate([f(2), f(3)])"
    yield "ops.concatenate([[1, 2], [3.5]])"
    yield "ops.stack([1, 2.5, True])"
    yield "ops.stack([])"
    yield "ops.unstack(f(2, 3), num=2)"
    for name in "hstack vstack dstack".split():
        for a in ("[f(3), f(3, k=5)]", "[f(2, 3), f(2, 3, k=5)]", "[f(2, 3, 2), f(2, 3, 2, k=5)]", "[i(2), f(2)]", "[1.0, 2]"):
            yield f"ops.{name}({a})"
    for what in ("2", "3", "[1, 3]", "[2]", "(1, 2, 3)", "[-1]", "[0, 9]"):
        yield f"ops.split(f(6, 2), {what})"
        yield f"ops.array_split(f(7, 2), {what})"
        yield f"ops.hsplit(f(2, 6), {what})"
        yield f"ops.vsplit(f(6, 2), {what})"
        yield f"ops.dsplit(f(2, 2, 6), {what})"
    yield "ops.split(f(2, 6), 3, axis=1)"
    yield "ops.split(f(2, 6), 4, axis=1)"
    yield "ops.split(f(2, 6), [1, 4], axis=-1)"
    yield "ops.array_split(f(2, 7), 3, axis=1)"
    yield "ops.hsplit(f(6), 2)"


def indexing():
    for key in ("0", "-1", "(0, 1)", "slice(None, 2)", "slice(None, None, -1)", "(slice(None), 1)", "None", "Ellipsis", "(Ellipsis, 0)", "(None, 1)", "(slice(1, None), None, slice(0, 2))",
                "np.array([0, 2])", "np.array([[0, 1], [2, 0]])", "(np.array([0, 1]), np.array([1, 2]))", "(slice(None), np.array([1, 1]))", "b(3)", "b(3, 4)", "f(3, 4) > 0", "t([2, 0])", "t(1)", "5", "-7",
                "np.array([0, 9])", "(0, 1, 2)", "'a'", "1.0", "[0, 1]", "np.int64(1)", "(np.array([0, 1]), slice(None, 2))", "(1, np.array([0, 1]))", "True", "np.array([-1, -2])", "slice(5, 1)", "slice(1, 3, 2)"):
        yield f"t(f(3, 4))[{key}]"
    yield "ops.get_item(f(3, 4), 1)"
    yield "ops.nonzero(i(2, 3, shift=2))"
    yield "ops.nonzero(b(5))"
    yield "ops.select([b(4), b(4, k=2)], [f(4), i(4)], default=9)"
    yield "ops.select([f(4) > 0, f(4) < -1], [f(4), -f(4)])"
    yield "ops.select([b(2, 3)], [f(2, 3)], default=1.5)"
    for idx in ("[0, 2]", "1", "[[0, 1], [1, 0]]", "[-1]", "np.array([0, 5])", "np.array([-9, 1])", "t([1, 1, 0])"):
        yield f"ops.take(f(3, 4), {idx})"
        yield f"ops.take(f(3, 4), {idx}, axis=0)"
        yield f"ops.take(f(3, 4), {idx}, axis=-1)"
        yield f"ops.take(i(3, 4), {idx}, axis=0)"
    yield "ops.take(i(3, dtype='uint8'), [7], axis=0)"
    yield "ops.take(b(3), [7], axis=0)"
    yield "ops.take(f(3), [0.5])"
    yield "ops.take_along_axis(f(3, 4), i(3, 2, dtype='int32', shift=8) % 4, axis=1)"
    yield "ops.take_along_axis(f(3, 4), np.argsort(f(3, 4), axis=0), axis=0)"
    yield "ops.take_along_axis(f(6), [1, 0, 5], axis=None)"
    yield "ops.take_along_axis(f(3), [1, 9, -1], axis=0)"
    yield "ops.take_along_axis(f(2, 3), [[0, 1]], axis=1)"
    yield "ops.unravel_index([5, 2], (2, 3))"
    yield "ops.unravel_index(i(2, 2, shift=9) % 6, (3, 2))"
    yield "ops.unravel_index([50], (2, 3))"


def creation():
    for a in ("5", "2, 8", "0, 10, 3", "5, 0, -2", "0.0, 1.0, 0.25", "1.5", "0, 1, 0.1", "5, dtype='float16'", "3, dtype='int8'", "0"):
        yield f"ops.arange({a})"
    yield "ops.array([1, 2.5])"
    yield "ops.array([1, 2], dtype='float16')"
    yield "ops.array([[True], [False]])"
    yield "ops.array(3)"
    for w in "bartlett blackman hamming hanning".split():
        for n in (1, 2, 7):
            yield f"ops.{w}({n})"
    yield "ops.kaiser(7, 5.0)"
    yield "ops.kaiser(4, 14)"
    for shape in ("3", "(2, 3)", "()", "[2]", "(0, 2)"):
        yield f"ops.zeros({shape})"
        yield f"ops.ones({shape})"
        yield f"ops.full({shape}, 2.5)"
        yield f"ops.full({shape}, 7)"
    yield "ops.zeros((2,), dtype='int32')"
    yield "ops.ones((2,), dtype='bool')"
    yield "ops.full((2,), 3, dtype='float16')"
    yield "ops.full((2, 2), [1.0, 2.0])"
    for name in "zeros_like ones_like empty_like".split():
        if name != "empty_like":
            yield f"ops.{name}(f(2, 3))"
            yield f"ops.{name}(i(2, 3))"
            yield f"ops.{name}(b(2), dtype='float32')"
            yield f"ops.{name}(2.5)"
    yield "ops.full_like(f(2, 3), 7)"
    yield "ops.full_like(i(2, 3), 2.7)"
    yield "ops.full_like(f(2, 3), 7, dtype='int32')"
    for a in ("3", "3, 4", "3, k=1", "2, 3, k=-1", "3, dtype='int32'", "0"):
        yield f"ops.eye({a})"
        yield f"ops.tri({a})"
    yield "ops.identity(3)"
    yield "ops.identity(2, dtype='int32')"
    for a in ("0, 1, 5", "0, 10", "2.0, 3.0, 4, endpoint=False", "0, 1, 5, retstep=True", "0, 1, 3, dtype='int32'", "f(2), f(2, k=5), 3", "f(2), 5.0, 3, axis=1", "f(2), 5.0, 3, axis=-1", "1, 1, 1", "0, 1, 0"):
        yield f"ops.linspace({a})"
    for a in ("0, 2, 3", "0.0, 1.0, 4, endpoint=False", "0, 3, 4, base=2", "0, 2, 3, dtype='int32'", "[0.0, 1.0], 2.0, 3", "[0.0, 1.0], 2.0, 3, axis=1"):
        yield f"ops.logspace({a})"
    for a in ("1, 100, 3", "1.0, 256.0, 9", "1, 100, 4, endpoint=False", "-1.0, -1000.0, 4", "[1.0, 2.0], [100.0, 8.0], 3"):
        yield f"ops.geomspace({a})"
    yield "ops.meshgrid([1, 2, 3], [4.0, 5.0])"
    yield "ops.meshgrid([1, 2, 3], [4, 5], indexing='ij')"
    yield "ops.meshgrid([1, 2], [3, 4], [5, 6])"
    yield "ops.meshgrid([1, 2])"
    yield "ops.vander([1, 2, 3])"
    yield "ops.vander([1.0, 2.0, 3.0], N=4, increasing=True)"
    yield "ops.vander([1, 2, 3], N=0)"


def linear():
    vectors = ("f(4)", "f(4, k=5)"), ("i(4)", "i(4, k=7)"), ("f(4)", "i(4)"), ("[1.0, 2.0]", "[3, 4]"), ("b(4)", "b(4, k=2)"), ("f(3)", "f(4)"), ("f(4, dtype='float16')", "f(4, dtype='float16', k=5)"), ("t(f(4), 'bfloat16')", "f(4, k=5)")
    matrices = ("f(3, 4)", "f(4, 2, k=5)"), ("f(2, 3, 4)", "f(2, 4, 2)"), ("f(2, 3, 4)", "f(4, 2)"), ("f(4)", "f(4, 2)"), ("f(3, 4)", "f(4)"), ("i(3, 4)", "i(4, 2)"), ("i(3, 4, dtype='int8')", "i(4, 2, dtype='int8')"), ("b(3, 4)", "b(4, 2)"), ("f(3, 4)", "f(3, 4)"), ("f(1, 2, 3, 4)", "f(5, 1, 4, 2)"), ("2.0", "f(3)")
    for x, y in vectors:
        for name in "correlate dot inner outer kron vdot".split():
            yield f"ops.{name}({x}, {y})"
    for x, y in matrices:
        for name in "dot matmul inner outer kron tensordot vdot".split():
            extra = ", axes=1" if name == "tensordot" else ""
            yield f"ops.{name}({x}, {y}{extra})"
    for mode in "valid same full".split():
        yield f"ops.correlate(f(5), f(3, k=5), mode='{mode}')"
        yield f"ops.correlate(f(2), f(4), mode='{mode}')"
    yield "ops.tensordot(f(2, 3, 4), f(4, 3, 2), axes=[[1, 2], [1, 0]])"
    yield "ops.tensordot(f(2, 3, 4), f(4, 3, 2), axes=[2, 0])"
    yield "ops.tensordot(f(2, 3), f(2, 3), axes=2)"
    yield "ops.tensordot(f(2, 3), f(2, 3), axes=0)"
    yield "ops.cross(f(3), f(3, k=5))"
    yield "ops.cross(f(2, 3), f(2, 3, k=5))"
    yield "ops.cross(f(3, 2), f(3, 2, k=5), axis=0)"
    yield "ops.cross(f(3, 2), f(2, 3, k=5), axisa=0, axisb=1)"
    yield "ops.cross(f(2), f(2, k=5))"
    yield "ops.cross(i(3), f(3))"
    for a in ("'ij,jk->ik', f(2, 3), f(3, 2)", "'ij->ji', f(2, 3)", "'ii', f(3, 3)", "'ii->i', f(3, 3)", "'ij,j', f(2, 3), f(3)", "'bij,bjk->bik', f(2, 2, 3), f(2, 3, 2)", "'...ij,...jk->...ik', f(2, 2, 3), f(2, 3, 2)",
              "'i,j->ij', i(2), i(3)", "'ij,jk,kl->il', f(2, 3), f(3, 4), f(4, 2)", "'ijk->', f(2, 2, 2)", "'i,i->', i(3), f(3)", "'btnh,bsnh->bnts', f(1, 2, 2, 3), f(1, 3, 2, 3)", "'ij,jk->ik', f(2, 3), f(2, 2)", "'ij,jk->ik', i(2, 2, dtype='int8'), i(2, 2, dtype='int8')",
              "'ij,jk->ik', f(2, 2, dtype='float16'), f(2, 2, dtype='float16')"):
        yield f"ops.einsum({a})"
    yield "ops.slogdet(f(3, 3))"
    yield "ops.slogdet(f(2, 3, 3))"


def sorting():
    for axis in ("-1", "0", "None"):
        for x in ("f(3, 4)", "i(3, 4)", "b(3, 4)", "i(3, 4, dtype='uint8')", "f(3, 4, dtype='float16')"):
            yield f"ops.sort({x}, axis={axis})"
            yield f"ops.argsort({x}, axis={axis})"
    yield "ops.sort([nan, 1.0, -inf, inf, 0.0])"
    yield "ops.argsort([nan, 1.0, -inf, inf, 0.0])"
    yield "ops.take_along_axis(f(6), ops.argpartition(f(6), 2), axis=0)[2]"
    yield "ops.sort(ops.argpartition(f(2, 6), 2, axis=1)[:, :3], axis=1)"
    yield "ops.unique([3, 1, 2, 1])"
    yield "ops.unique([3.0, 1.0, nan, nan])"
    yield "ops.unique([[3, 1], [2, 1]], return_inverse=True)"
    yield "ops.unique([3, 1, 2, 1], return_index=True, return_counts=True)"
    yield "ops.unique([[1, 2], [1, 2], [0, 1]], axis=0)"
    yield "ops.unique([[1, 2], [1, 2], [0, 1]], axis=0, return_counts=True, return_inverse=True)"
    yield "ops.unique([3, 1, 2, 1], size=2)"
    yield "ops.unique([3, 1, 2, 1], size=5)"
    yield "ops.unique([3, 1, 2, 1], size=5, fill_value=-1, return_counts=True, return_index=True)"


def cases():
    for group in (unary, binary, reductions, shapes, joins, indexing, creation, linear, sorting):
        yield from group()
