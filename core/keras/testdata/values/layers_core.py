# case dense
x = data(4, 3)
for kw in ({}, {"activation": "relu"}, {"use_bias": False}, {"activation": lambda t: t * 2}, {"dtype": "float16"}, {"dtype": "mixed_bfloat16"}):
    d = layers.Dense(2, **kw)
    d.build((None, 3))
    fill(d)
    out(d(x), d(data(2, 5, 3)), d.get_weights())
raises(d, data(4, 5))
raises(d, data(3))
# case einsum_dense
for eq, shape, bias, x in (("ab,bc->ac", 4, "c", data(2, 3)), ("abc,cd->abd", (None, 4), "d", data(2, 3, 5)), ("...x,xy->...y", 4, "y", data(2, 3, 5)), ("abc,cde->abde", (None, 2, 3), "de", data(2, 3, 5)), ("abc,bcd->ad", 4, None, data(2, 3, 5))):
    d = layers.EinsumDense(eq, output_shape=shape, bias_axes=bias, activation="tanh")
    d(x)
    out(fill(d)(x))
# case embedding
e = layers.Embedding(5, 3)
e.build()
fill(e)
out(e(np.array([[0, 4], [2, 1]])), e(np.array(3)))
e = layers.Embedding(5, 3, mask_zero=True)
e.build()
fill(e)
y = e(np.array([[0, 4], [2, 0]]))
out(y, y._keras_mask if hasattr(y, "_keras_mask") else e.compute_mask(np.array([[0, 4], [2, 0]])), e.compute_mask(np.array([[0, 4], [2, 0]])))
# case lora
d = layers.Dense(3, lora_rank=2)
d.build((None, 4))
fill(d)
out(d(data(2, 4)), d.kernel)
e = layers.Embedding(5, 3, lora_rank=2)
e.build()
fill(e)
out(e(np.array([0, 4])), e.embeddings)
d = layers.EinsumDense("abc,cd->abd", output_shape=(None, 4), lora_rank=2, lora_alpha=4)
d.build((None, 3, 5))
fill(d)
out(d(data(2, 3, 5)), d.kernel)
# case lambda
out(layers.Lambda(lambda x: x ** 2 + 1)(data(2, 3)), layers.Lambda(lambda x, k=2: x * k, arguments={"k": 3})(data(2, 3)))
# case masking
m = layers.Masking(mask_value=0.5)
x = data(2, 3, 2)
x[0, 1] = 0.5
out(m(x), m.compute_mask(x))
# case identity_reversible
out(layers.Identity()(data(2, 3)), layers.Identity()([data(2), data(3)]))
e = layers.ReversibleEmbedding(5, 3)
e.build()
fill(e)
out(e(np.array([[0, 4]])), e(data(2, 3), reverse=True))
e = layers.ReversibleEmbedding(5, 3, tie_weights=False, logit_soft_cap=0.5)
e.build()
fill(e)
out(e(np.array([[0, 4]])), e(data(2, 3), reverse=True))
# case activations
x = data(3, 4, scale=3.0)
for a in (layers.Activation("relu"), layers.Activation("softplus"), layers.ReLU(), layers.ReLU(max_value=1.0), layers.ReLU(negative_slope=0.1, threshold=0.5), layers.LeakyReLU(), layers.LeakyReLU(negative_slope=0.1),
          layers.ELU(), layers.ELU(alpha=0.5), layers.Softmax(), layers.Softmax(axis=0), layers.Softmax(axis=(0, 1))):
    out(a(x))
p = layers.PReLU(shared_axes=[1])
p.build((None, 3, 4))
fill(p)
out(p(data(2, 3, 4)))
p = layers.PReLU()
p.build((None, 4))
fill(p)
out(p(x))
# case softmax_mask
x = data(2, 3, 4, scale=3.0)
m = data(2, 3, 4, start=2.0) > -0.4
for axis in (-1, 1, (1, 2)):
    out(layers.Softmax(axis=axis)(x, mask=m))
out(layers.Softmax(dtype="float16")(x, mask=m))
# case merging
a, b, c = data(2, 3), data(2, 3, start=1.0), data(2, 3, start=2.0)
for m in (layers.Add(), layers.Subtract(), layers.Multiply(), layers.Average(), layers.Maximum(), layers.Minimum(), layers.Concatenate(), layers.Concatenate(axis=0)):
    out(m([a, b]))
for m in (layers.Add(), layers.Multiply(), layers.Average(), layers.Maximum(), layers.Minimum(), layers.Concatenate()):
    out(m([a, b, c]))
out(layers.Add()([data(2, 1, 3), data(2, 4, 3)]), layers.add([a, b]), layers.concatenate([a, b], axis=1), layers.dot([a, b], axes=1))
out(layers.Dot(axes=1)([a, b]), layers.Dot(axes=1, normalize=True)([a, b]), layers.Dot(axes=(2, 1))([data(2, 3, 4), data(2, 4, 5)]), layers.Dot(axes=2)([data(2, 3, 4), data(2, 5, 4)]))
out(layers.Add()([data(2, 4, 3), data(2, 3)]) if False else 0)
raises(layers.Subtract(), [a, b, c])
raises(layers.Concatenate(), [data(2, 3), data(3, 3)])
# case reshaping
x = data(2, 3, 4)
for r in (layers.Flatten(), layers.Reshape((4, 3)), layers.Reshape((-1,)), layers.Permute((2, 1)), layers.Cropping1D((1, 1)), layers.Cropping1D(1), layers.ZeroPadding1D(2), layers.ZeroPadding1D((1, 0)), layers.UpSampling1D(2)):
    out(r(x))
out(layers.RepeatVector(3)(data(2, 4)), layers.Flatten(data_format="channels_first")(x))
x = data(1, 3, 4, 2)
for r in (layers.Cropping2D(1), layers.Cropping2D(((1, 0), (0, 2))), layers.Cropping2D(1, data_format="channels_first"), layers.ZeroPadding2D(1), layers.ZeroPadding2D(((1, 0), (0, 2))), layers.UpSampling2D(2), layers.UpSampling2D((1, 2)), layers.UpSampling2D(2, interpolation="bilinear"), layers.UpSampling2D(2, data_format="channels_first")):
    out(r(x)) if "Cropping2D" not in type(r).__name__ or r.data_format == "channels_last" else out(r(data(1, 2, 3, 4)))
x = data(1, 3, 3, 3, 2)
for r in (layers.Cropping3D(1), layers.ZeroPadding3D(1), layers.UpSampling3D(2)):
    out(r(x))
# case conv_masks
x = data(2, 3, 4)
x[0, 2] = 0
out(layers.Flatten()(layers.Masking()(x)), layers.Dense(2, kernel_initializer="ones")(layers.Masking()(x)))
# case get_set_weights
d = layers.Dense(2)
d.build((None, 3))
d.set_weights([data(3, 2), data(2)])
out(d.get_weights(), d.kernel, d.bias.numpy(), d.weights, d.count_params())
d.kernel.assign(d.kernel * 2)
out(d.kernel, d(data(1, 3)))
raises(d.set_weights, [data(3, 2)])
raises(d.set_weights, [data(2, 2), data(2)])
# case custom_layer
class Scale(layers.Layer):
    def __init__(self, factor=2.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def build(self, shape):
        self.w = self.add_weight(shape=(shape[-1],), initializer="ones", name="w")
        self.count = self.add_weight(shape=(), initializer="zeros", trainable=False, name="count", dtype="int32")

    def call(self, x, training=False):
        self.count.assign_add(1)
        if training:
            return x
        return x * self.w * self.factor


s = Scale()
out(s(data(2, 3)), s(data(2, 3), training=True), s.count, s.trainable_weights, s.non_trainable_weights)
again = Scale.from_config({"factor": 3.0})
out(again(data(2, 3)))
again.set_weights(s.get_weights())
out(again.weights)
# case mixed_precision
keras.config.set_dtype_policy("mixed_float16")
d = layers.Dense(2)
d.build((None, 3))
fill(d)
y = d(data(2, 3))
out(y, d.kernel, str(y.dtype), str(d.kernel.dtype))
keras.config.set_dtype_policy("float32")
# case initial_values
d = layers.Dense(2, kernel_initializer="ones", bias_initializer=keras.initializers.Constant(0.5))
out(d(data(2, 3)))
d = layers.Dense(2, kernel_initializer=keras.initializers.Constant([[1.0, 2.0], [3.0, 4.0]]), bias_initializer="zeros")
out(d(data(2, 2)))
d = layers.Dense(3, kernel_initializer="identity")
out(d(data(2, 3)))
