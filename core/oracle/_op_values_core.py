"""Cases of keras.ops.core, keras.ops.einops, of operators and methods of tensors, and of variables, for op_values.py."""

PRELUDE = '''

def changed(v, *steps):
    for name, value in steps:
        getattr(v, name)(value)
    return v.value


def cumulate(carry, x):
    return carry + x, carry * x
'''

DTYPES = "bool uint8 int8 int16 int32 int64 uint32 float16 bfloat16 float32 float64".split()


def conversions():
    values = ["2", "2.5", "True", "[1, 2]", "[1.5, 2]", "[True, False]", "[[1], [2]]", "[]", "np.arange(3)", "np.float64(2.5)", "np.int8(3)", "f(2, 2)", "i(3, dtype='int64')",
              "f(3, dtype='float64')", "b(3)", "special", "[[1, 2], [3]]", "None", "2**40", "[t(1.0), t(2.0)]", "1 + 2j", "(1, 2)", "keras.Variable([1.0, 2.0])"]
    for v in values:
        yield f"ops.convert_to_tensor({v})"
        yield f"ops.convert_to_numpy({v})" if v not in ("None", "[[1, 2], [3]]") else f"t({v})"
        yield f"ops.stop_gradient({v})" if v.startswith(("f", "i(", "t(")) else f"ops.is_tensor({v})"
    for d in DTYPES:
        yield f"ops.convert_to_tensor([0, 1, 3], dtype='{d}')"
        yield f"ops.cast(f(4, scale=1.3), '{d}')"
        yield f"ops.cast(i(4), '{d}')"
        yield f"ops.cast(b(4), '{d}')"
        yield f"ops.cast(t([0.0, 1.9, -1.9, 250.6, -300.0]), '{d}')"
        yield f"ops.saturate_cast(t([0.0, 1.9, -1.9, 250.6, -300.0, 1e12, nan]), '{d}')"
        yield f"ops.saturate_cast(t([0, 100, -100, 300, 70000]), '{d}')"
        yield f"ops.convert_to_tensor(np.array([1, 2]), dtype='{d}')"
    for d in "float8_e4m3fn float8_e5m2".split():
        yield f"ops.cast([0.0, 1.0, 2.3, 0.01, 100.7, 460.0, 1e6, -3.3, 0.002], '{d}')"
        yield f"ops.cast(ops.cast([1.1, 2.3], '{d}'), 'float32')"
    for d in "float8_e4m3fn int4 string complex64 foo".split():
        yield f"ops.cast(f(2), '{d}')"
    yield "ops.cast(t([nan, inf, -inf, 1e20]), 'int32')"
    yield "ops.convert_to_tensor([1.7, 2.2], dtype='int32')"
    yield "ops.convert_to_tensor([300, -1], dtype='uint8')"
    yield "ops.dtype(f(2))"
    yield "ops.dtype(i(2, dtype='int64'))"
    yield "ops.is_tensor(t(1))"
    yield "ops.is_tensor(np.ones(2))"
    yield "ops.shape(t(f(2, 3)))"
    yield "ops.shape(np.ones((2, 1)))"


def scattering():
    yield "ops.scatter(np.array([[0], [2]]), t([1.0, 2.0]), (4,))"
    yield "ops.scatter(np.array([[0, 1], [1, 2], [0, 1]]), t([1.0, 2.0, 3.0]), (2, 3))"
    yield "ops.scatter(np.array([[0], [2], [0]]), t(f(3, 2)), (3, 2))"
    yield "ops.scatter(np.array([[0], [9], [-1]]), t([1.0, 2.0, 3.0]), (3,))"
    yield "ops.scatter(np.array([[0], [1]]), t([3, 4], 'int8'), (3,))"
    for r in ("None", "'add'", "'max'", "'min'", "'mul'"):
        yield f"ops.scatter_update(f(4), [[0], [2]], [10.0, -20.0], reduction={r})"
        yield f"ops.scatter_update(f(2, 3), [[0, 1], [1, 2]], [10.0, -20.0], reduction={r})"
        yield f"ops.scatter_update(i(4), [[1], [1]], [3, 3], reduction={r})"
        yield f"ops.scatter_update(f(3, 2), [[1], [0]], f(2, 2, k=5), reduction={r})"
    yield "ops.scatter_update(f(3), [[7]], [1.0])"
    yield "ops.scatter_update(f(3), [[-1]], [1.0])"
    yield "ops.scatter_update(f(3), [[0]], [1.0], reduction='foo')"
    for start in ("[0, 0]", "[1, 1]", "(1, 0)", "[5, 5]", "np.array([0, 2])", "t([1, 2])", "[-1, 0]"):
        yield f"ops.slice(f(3, 4), {start}, (2, 2))"
        yield f"ops.slice_update(f(3, 4), {start}, f(2, 2, k=3))"
    yield "ops.slice(f(3, 4), [1, 1], (-1, 2))"
    yield "ops.slice(i(5), [2], [3])"
    yield "ops.slice(f(3), [0], (4,))"
    yield "ops.unstack(f(2, 3))"
    yield "ops.unstack(f(2, 3), axis=1)"


def control():
    yield "ops.cond(True, lambda: t(1.0), lambda: t(2.0))"
    yield "ops.cond(t(0) > 1, lambda: t(1.0), lambda: t(2.0))"
    yield "ops.cond(True, lambda: 1, lambda: 2)"
    yield "ops.cond(t(f(3)).sum() > 0, lambda: (t(1.0), t(3)), lambda: (t(2.0), t(4)))"
    yield "ops.switch(1, [lambda x: x + 1, lambda x: x * 2], t(f(3)))"
    yield "ops.switch(t(7), [lambda x: x + 1, lambda x: x * 2], t(f(3)))"
    yield "ops.switch(-3, [lambda x, y: x + y, lambda x, y: x * y], t(2.0), t(5.0))"
    yield "ops.while_loop(lambda i: i < 5, lambda i: i + 1, 0)"
    yield "ops.while_loop(lambda i, x: i < 3, lambda i, x: (i + 1, x * 2.0), (0, t([1.0, 2.0])))"
    yield "ops.while_loop(lambda i, x: i < 30, lambda i, x: [i + 1, x * 2.0], [0, t([1.0, 2.0])], maximum_iterations=4)"
    yield "ops.fori_loop(0, 4, lambda i, x: x + i, t(1.5))"
    yield "ops.fori_loop(2, 5, lambda i, x: x * i, t([1, 2]))"
    yield "ops.fori_loop(0, 0, lambda i, x: x * i, t(3))"
    yield "ops.map(lambda x: x * 2, t(f(3, 2)))"
    yield "ops.map(lambda x: (x.sum(), x + 1), t(f(3, 2)))"
    yield "ops.map(lambda x: x[0] + x[1], (t(f(3)), t(f(3, k=5))))"
    yield "ops.vectorized_map(lambda x: ops.sum(x), f(3, 2))"
    yield "ops.vectorized_map(lambda xs: xs[0] * xs[1], [t(f(3)), t(f(3, k=5))])"
    yield "ops.scan(cumulate, t(1.0), t(f(4)))"
    yield "ops.scan(cumulate, t(0), t(i(4)), reverse=True)"
    yield "ops.scan(lambda c, _: (c + 1, c), t(0), length=3)"
    yield "ops.scan(lambda c, x: (c + x['a'], c * x['b']), t(1.0), {'a': t(f(3)), 'b': t(f(3, k=5))})"
    for n in (1, 2, 5, 8):
        yield f"ops.associative_scan(lambda a, b: a + b, t(f({n})))"
        yield f"ops.associative_scan(lambda a, b: a + b, t(i({n})), reverse=True)"
        yield f"ops.associative_scan(lambda a, b: ops.maximum(a, b), t(f(2, {n})), axis=1)"
    yield "ops.associative_scan(lambda a, b: [a[0] + b[0], a[1] * b[1]], [t(f(4)), t(f(4, k=3))])"
    yield "ops.custom_gradient(lambda x: (x * 2, lambda g: g))(t(3.0))"


def einops():
    for a in ("f(2, 3, 4), 'b h w -> b (h w)'", "f(2, 12), 'b (h w) -> b h w', h=3", "f(2, 12), 'b (h w) -> b w h', w=3", "f(2, 3, 4), 'a b c -> c a b'", "f(2, 4, 6, 3), 'b (h p) (w q) c -> b (h w) (p q c)', p=2, q=3",
              "i(2, 3), 'a b -> b a'", "f(2, 3), 'a b -> a c'", "f(2, 3), 'a b -> (a b)'"):
        yield f"ops.rearrange({a})"


def operators():
    left = ["t(f(4))", "t(i(4))", "t(b(4))", "t(f(4), 'float16')", "t(f(4), 'bfloat16')", "t(i(4), 'uint8')", "t(2.5)"]
    right = ["t(f(4, k=5))", "t(i(4, k=7))", "t(b(4, k=2))", "2", "1.5", "True", "np.ones(4)", "np.float32(3)", "np.arange(4)", "keras.Variable(f(4, k=5))"]
    for op in "+ - * / // % ** @ & | ^ < <= > >= == !=".split():
        for x in left:
            for y in right:
                yield f"{x} {op} {y}"
        yield f"2.5 {op} t(f(4))"
        yield f"np.ones(4) {op} t(f(4))"
        yield f"keras.Variable(f(4)) {op} 2.0"
        yield f"2.0 {op} keras.Variable(f(4))"
    for op in "<< >>".split():
        yield f"t(i(4)) {op} 1"
        yield f"t(i(4, shift=8)) {op} t([0, 1, 2, 3])"
    for x in left:
        for u in "- + abs ~".split():
            yield f"{u}({x})"
        yield f"round({x} * 1.0, 1)"
    yield "divmod(t(i(4)), 3)"
    yield "divmod(t(f(4)), 0.7)"
    yield "t(f(4)) + [1, 2, 3, 4]"
    yield "t(f(4)) + 'a'"
    yield "t(f(4)) == None"
    yield "t(f(4)) == 'a'"
    yield "t(f(4)) == [1, 2, 3, 4]"
    yield "t(i(4)) + 2**40"
    yield "t(f(2, 3)) @ t(f(3, 2))"
    yield "t(f(2, 3)) @ t(f(2, 3))"
    yield "(t(i(3)) * 2.5) + t(f(3), 'float16')"
    yield "(t(b(3)) + 1) + t(i(3), 'int8')"
    yield "-(t(i(3)) * 2.5) + t(f(3), 'bfloat16')"
    yield "2 ** t(i(3))"
    yield "t(i(3)) // 0"
    yield "t(i(3)) % 0"
    yield "t(f(3)) // 0.0"
    yield "t(i(3)) ** -1"


def methods():
    for m in ("all()", "any()", "argmax()", "argmin()", "argsort()", "astype('int32')", "astype('float64')", "clip(-1, 1)", "conj()", "copy()", "cumprod()", "cumsum()", "cumsum(axis=1)", "diagonal()", "flatten()", "max()",
              "max(axis=0)", "mean()", "mean(axis=1, keepdims=True)", "min()", "prod()", "ptp()", "ravel()", "repeat(2)", "reshape(3, 2)", "reshape((3, 2))", "reshape(-1)", "sort()", "squeeze()", "std()", "sum()", "sum(0)", "sum(axis=-1)",
              "swapaxes(0, 1)", "take([0, 2])", "trace()", "transpose()", "transpose(1, 0)", "transpose((1, 0))", "var()", "T", "mT", "real", "imag", "ndim", "size", "shape", "nbytes", "itemsize", "round(1)", "nonzero()", "dot(t(f(3, 2)))",
              "tolist()", "item(2)", "item()", "dtype", "foo", "weak_type", "at[0].set(9.0)", "at[0, 1].add(5.0)", "at[:, 1].multiply(2.0)", "at[[0, 0]].add(1.0)", "at[np.array([0, 0])].add(1.0)", "at[1].min(0.0)", "at[1].max(0.0)",
              "at[0].divide(2.0)", "at[0].power(2.0)", "at[b(2, 3)].set(0.0)", "at[0].subtract(1.0)", "at[5].set(1.0)", "at[np.array([0, 7])].set(1.0)", "at[0].get()", "at[...].set(t([1.0, 2.0, 3.0]))", "at[0].set(t([1, 2, 3]))",
              "at[::2, 1:].set(7)", "__len__()", "__contains__(1.0)", "__hash__()", "__setitem__(0, 1)", "block_until_ready()", "searchsorted(1.0)", "__index__()", "__int__()", "view('int32')", "compress([True, False], axis=0)"):
        yield f"t(f(2, 3)).{m}"
    for m in ("sum()", "mean()", "std()", "prod()", "max()", "cumsum()", "astype('float16')", "round()", "item()", "tolist()"):
        yield f"t(i(4)).{m}"
        yield f"t(b(4)).{m}"
    yield "[float(v) for v in t(f(3))]"
    yield "[v.shape for v in t(f(2, 3))]"
    yield "float(t(2.5)), int(t(2.7)), bool(t(0.0)), complex(t(1.5)), len(t([1, 2]))"
    yield "[10, 20, 30][t(1)], list(range(t(3)))"
    for bad in ("float(t(f(2)))", "bool(t(f(2)))", "bool(t([]))", "len(t(1.0))", "list(t(1.0))", "hash(t(1))", "int(t([1]))", "float(t([1.0]))", "range(t(1.5))", "t(1.0).item()", "t([1]).item()", "iter(t(1))"):
        yield f"repr({bad})" if bad.startswith("t(") else bad
    for text in ("t(f(2, 3))", "t(f(3))", "t(2.5)", "t(3)", "t(True)", "t(i(3))", "t(b(2, 2))", "t(i(3)) * 2.5", "t(f(3), 'bfloat16')", "t(f(3), 'float16')", "t(np.zeros((0, 3), 'float32'))", "t(f(40, scale=0.013))", "t(f(30, 40))", "t(special)",
                 "t(f(2, 2, 2, 2))", "t([1e-10, 1.0])", "t([123456.789, 0.001])", "t(i(3), 'uint8')", "ops.cast([1.0, 0.1], 'float8_e4m3fn')"):
        yield f"repr({text})"
        yield f"str({text})"
        yield f'f"{{{text}}}"' if '"' not in text else f"f'{{{text}}}'"
    yield "f'{t(2.5):.3f} {t(3):5d}'"
    yield "f'{t(f(2)):.3f}'"
    yield "'%.2f' % t(2.5), '%d' % t(3), '%s' % t(f(2))"
    for fn in ("np.asarray", "np.array", "np.mean", "np.sum", "np.exp", "np.sqrt", "np.abs", "np.argmax", "np.round", "np.max", "np.sort", "np.cumsum"):
        yield f"{fn}(t(f(2, 3, shift=3.0)))"
    yield "np.allclose(t(f(3)), f(3)), np.array_equal(t(i(3)), i(3))"
    yield "np.add(t(f(3)), 1)"
    yield "np.concatenate([t(f(2)), f(2)])"
    yield "np.stack([t(f(2)), t(f(2))])"
    yield "np.dot(t(f(3)), f(3))"
    yield "np.testing.assert_allclose(t(f(3)), f(3))"
    yield "np.ones(3)[t(1)], np.arange(3)[t([0, 2])]"
    yield "[1, 2] * t(2)"


def variables():
    yield "keras.Variable(f(2, 3)).value"
    yield "keras.Variable([1, 2]).value"
    yield "keras.Variable([1, 2], dtype='float16').numpy()"
    yield "keras.Variable(2.0).value"
    yield "keras.Variable('zeros', shape=(2, 2)).value"
    yield "keras.Variable('ones', shape=(2,), dtype='int32').numpy()"
    yield "keras.Variable(lambda shape, dtype: ops.ones(shape, dtype) * 3, shape=(2,)).value"
    yield "keras.Variable(keras.initializers.Constant(2.5), shape=(3,)).value"
    yield "keras.Variable(keras.initializers.Identity(gain=2), shape=(2, 3)).value"
    yield "changed(keras.Variable(f(2)), ('assign', [5.0, 6.0]))"
    yield "changed(keras.Variable(f(2)), ('assign_add', 1.0), ('assign_sub', [0.5, 2.0]))"
    yield "changed(keras.Variable(f(2)), ('assign', f(3)))"
    yield "changed(keras.Variable(i(2)), ('assign', [1.7, 2.2]))"
    for e in ("shape", "dtype", "ndim", "trainable", "name", "path"):
        yield f"keras.Variable(f(2, 3), name='v').{e}"
    yield "repr(keras.Variable(f(2, 3), name='v'))"
    yield "str(keras.Variable(2.0, name='v'))"
    yield "keras.Variable(f(2, 3))[0]"
    yield "keras.Variable(f(2, 3))[:, 1]"
    yield "-keras.Variable(f(3)), abs(keras.Variable(f(3)))"
    yield "np.array(keras.Variable(f(3)))"
    yield "float(keras.Variable(2.5)), int(keras.Variable(3))"
    yield "bool(keras.Variable(1.0))"
    yield "ops.exp(keras.Variable(f(3)))"
    yield "ops.add(keras.Variable(f(3)), keras.Variable(f(3)))"
    yield "keras.Variable(f(2, 3)) @ keras.Variable(f(3, 2))"
    yield "keras.Variable(f(3)).value + keras.Variable(f(3))"
    for name in "Zeros Ones".split():
        yield f"keras.initializers.{name}()((2, 3))"
        yield f"keras.initializers.{name}()((2,), dtype='int32')"
    yield "keras.initializers.Constant(3)((2, 2))"
    yield "keras.initializers.Constant([1.0, 2.0])((2,))"
    yield "keras.initializers.Identity()((3, 3))"
    yield "keras.initializers.Identity(0.5)((2, 3), dtype='float16')"
    yield "keras.initializers.Identity()((2, 2, 2))"
    yield "keras.layers.Dense(2, kernel_initializer='ones', bias_initializer=keras.initializers.Constant(0.5))(f(3, 4))"
    yield "keras.layers.Dense(2, kernel_initializer=keras.initializers.Identity(2.0))(f(3, 4))"


def cases():
    for group in (conversions, scattering, control, einops, operators, methods, variables):
        yield from group()
