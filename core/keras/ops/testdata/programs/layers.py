import keras
from keras import ops, layers
class Patch(layers.Layer):
    def call(self, x):
        b, h, w, c = ops.shape(x)
        p = 4
        print(h // p, (h // p) * (w // p), h % p, b * h)
        y = ops.reshape(x, (b, h // p, p, w // p, p, c))
        y = ops.transpose(y, (0, 1, 3, 2, 4, 5))
        y = ops.reshape(y, (b, (h // p) * (w // p), p * p * c))
        return y
print(Patch()(keras.Input((None, None, 3))))
print(Patch()(keras.Input((8, 8, 3))))
class Attn(layers.Layer):
    def __init__(self, n, **k):
        super().__init__(**k); self.n = n
        self.q = layers.Dense(8); self.kd = layers.Dense(8); self.v = layers.Dense(8)
    def split(self, x, b):
        return ops.transpose(ops.reshape(x, (b, -1, self.n, 8 // self.n)), (0, 2, 1, 3))
    def call(self, x):
        b = ops.shape(x)[0]
        q, k, v = self.split(self.q(x), b), self.split(self.kd(x), b), self.split(self.v(x), b)
        s = ops.matmul(q, ops.transpose(k, (0, 1, 3, 2))) / ops.sqrt(ops.cast(ops.shape(k)[-1], "float32"))
        a = ops.softmax(s, axis=-1)
        o = ops.transpose(ops.matmul(a, v), (0, 2, 1, 3))
        return ops.reshape(o, (b, -1, 8))
print(Attn(2)(keras.Input((5, 6))))
print(Attn(2)(keras.Input((None, 6))))
class Pos(layers.Layer):
    def __init__(self):
        super().__init__(); self.e = layers.Embedding(10, 4)
    def call(self, x):
        n = ops.shape(x)[-1]
        p = self.e(ops.arange(0, n, 1))
        print(p.shape)
        return self.e(x) + p
print(Pos()(keras.Input((7,), dtype="int32")))
class VAE(layers.Layer):
    def __init__(self):
        super().__init__(); self.g = keras.random.SeedGenerator(1337)
    def call(self, inputs):
        m, v = inputs
        eps = keras.random.normal(shape=(ops.shape(m)[0], ops.shape(m)[1]), seed=self.g)
        return m + ops.exp(0.5 * v) * eps
print(VAE()([keras.Input((2,)), keras.Input((2,))]))
