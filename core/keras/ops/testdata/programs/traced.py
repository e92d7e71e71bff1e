import keras
from keras import layers, ops


def tryit(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__)


x = keras.Input((4, 6))


class L(layers.Layer):
    def call(self, x):
        print("in call", x.shape, x.dtype, keras.utils.is_keras_tensor(x), isinstance(x, keras.KerasTensor))
        B, T, C = x.shape
        print(B, T * 2, B * 2, B * T)
        h = ops.reshape(x, (B, -1))
        print(h.shape)
        h = ops.reshape(x, (-1, T * C))
        print(h.shape)
        h = ops.reshape(x, (B * T, C))
        print(h.shape)
        h = ops.reshape(h, (B, T, C))
        print(h.shape)
        z = ops.zeros((B, 3))
        print(z.shape, ops.shape(z))
        s = ops.softmax(x @ ops.transpose(x, (0, 2, 1)) / 2.0)
        print(s.shape)
        print((x + x).shape, (x > 0).dtype)
        w = ops.concatenate([x, x], axis=0)
        print(w.shape)
        for i in range(T):
            pass
        print(x[:, 0].shape, x[:, -1, :].shape, x[:, 1:, :2].shape, x[..., None].shape)
        if B == 1:
            print("one")
        print(B > 1)
        return h
out = L()(x)
print(out)
a = ops.add(x, x)
print(a._keras_history[0].name)
class M(layers.Layer):
    def call(self, x):
        if ops.max(x) > 0:
            return x
        return -x
tryit(lambda: M()(x))
class M3(layers.Layer):
    def call(self, x):
        return float(ops.max(x))
tryit(lambda: M3()(x))
tryit(lambda: ops.cond(ops.max(x) > 0, lambda: x + 1, lambda: x - 1))
tryit(lambda: ops.vectorized_map(lambda t: t * 2, x))
