import keras
from keras import ops

a = keras.Input((8,), name="a")
b = keras.Input((8,), name="b", dtype="int32")
h = ops.relu(a) * 2 - ops.cast(b, "float32")
h = ops.concatenate([h, a], axis=-1)[:, 2:10]
m, v = ops.moments(h, axes=[1], keepdims=True)
h = (h - m) / ops.sqrt(v + 1e-3)
parts = ops.split(h, 2, axis=-1)
h = ops.stack(parts, axis=1)
h = ops.einsum("bij,bkj->bik", h, h)
out = ops.sum(ops.where(h > 0, h, 0.0), axis=(1, 2))
print(out.shape, out.dtype, out.name)
x = keras.Input((None, 5), name="x")
for f in [ops.add, ops.matmul, ops.dot]:
    y = f(x, ops.transpose(x, (0, 2, 1)) if f is not ops.add else 1)
    op = y._keras_history[0]
    print(op.name, type(op).__name__, type(op).__module__, op.get_config(), y.shape)
for y in [ops.max(x, axis=1, keepdims=True), ops.pad(x, ((0, 0), (1, 1), (0, 0))), ops.image.resize(keras.Input((8, 8, 3)), (4, 4)), ops.one_hot(b, 4),
          ops.top_k(x, 2)[0], x[:, -1], ops.average_pool(x, 2), ops.norm(x, axis=-1), x.reshape((-1, 5)), ops.expand_dims(x, (1, 2))]:
    op = y._keras_history[0]
    print(op.name, type(op).__name__, op.get_config(), y.shape)
    again = type(op).from_config(op.get_config())
    print(again.name, again.get_config() == op.get_config(), repr(again))
op = ops.mean(x, axis=-1)._keras_history[0]
print(op.axis, op.keepdims, op.input.name, op.output.shape)
