import keras
x = keras.Input((4,))
def case(f, *shape):
    class R(keras.layers.Layer):
        def __init__(self):
            super().__init__(); self.g = keras.random.SeedGenerator(1)
        def call(self, x):
            return f(self, x)
    try: y = R()(keras.Input(shape or (4,))); print(y.shape, y.dtype)
    except Exception as e: print(type(e).__name__)
ops=keras.ops; rnd=keras.random
case(lambda s, x: rnd.normal(ops.shape(x)))
case(lambda s, x: rnd.normal(ops.shape(x), seed=s.g))
case(lambda s, x: rnd.normal((2,4), seed=1))
case(lambda s, x: rnd.normal((2,4)))
case(lambda s, x: rnd.uniform(ops.shape(x), seed=s.g))
case(lambda s, x: rnd.dropout(x, 0.5, seed=s.g))
case(lambda s, x: rnd.dropout(x, 0.5))
case(lambda s, x: rnd.categorical(x, 3, seed=s.g))
case(lambda s, x: rnd.randint(ops.shape(x), 0, 3, seed=s.g))
case(lambda s, x: rnd.truncated_normal(ops.shape(x), seed=s.g))
case(lambda s, x: rnd.gamma(ops.shape(x), 0.5, seed=s.g))
