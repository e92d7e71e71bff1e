# case conv1d
x = data(2, 7, 3)
for kw in ({}, {"strides": 2}, {"padding": "same"}, {"padding": "same", "strides": 2}, {"padding": "causal"}, {"dilation_rate": 2}, {"padding": "causal", "dilation_rate": 2}, {"use_bias": False, "activation": "relu"}):
    c = layers.Conv1D(2, 3, **kw)
    c.build((None, 7, 3))
    out(fill(c)(x))
c = layers.Conv1D(2, 3, data_format="channels_first")
c.build((None, 3, 7))
out(fill(c)(data(2, 3, 7)))
c = layers.Conv1D(4, 3, groups=2)
c.build((None, 7, 6))
out(fill(c)(data(2, 7, 6)))
# case conv2d
x = data(1, 5, 6, 2)
for kw in ({}, {"strides": 2}, {"padding": "same"}, {"padding": "same", "strides": (2, 1)}, {"dilation_rate": 2}, {"activation": "relu", "kernel_size": (1, 2)}):
    c = layers.Conv2D(3, **{"kernel_size": 3, **kw})
    c.build((None, 5, 6, 2))
    out(fill(c)(x))
c = layers.Conv2D(4, 2, groups=2, padding="same")
c.build((None, 5, 6, 2))
out(fill(c)(x))
c = layers.Conv2D(2, 2, data_format="channels_first")
c.build((None, 2, 5, 6))
out(fill(c)(data(1, 2, 5, 6)))
# case conv3d
x = data(1, 3, 4, 3, 2)
for kw in ({}, {"padding": "same"}, {"strides": (1, 2, 1)}):
    c = layers.Conv3D(2, 2, **kw)
    c.build((None, 3, 4, 3, 2))
    out(fill(c)(x))
# case transpose
for kw in ({}, {"strides": 2}, {"padding": "same", "strides": 2}, {"output_padding": 1, "strides": 2, "padding": "same"}, {"dilation_rate": 2}):
    c = layers.Conv1DTranspose(2, 3, **kw)
    c.build((None, 4, 3))
    out(fill(c)(data(2, 4, 3)))
    c = layers.Conv2DTranspose(2, 3, **kw)
    c.build((None, 3, 4, 2))
    out(fill(c)(data(1, 3, 4, 2)))
c = layers.Conv3DTranspose(2, 2, strides=2)
c.build((None, 2, 2, 2, 2))
out(fill(c)(data(1, 2, 2, 2, 2)))
# case depthwise_separable
for kw in ({}, {"padding": "same", "strides": 2}, {"depth_multiplier": 2, "activation": "relu"}, {"dilation_rate": 2}):
    c = layers.DepthwiseConv1D(3, **kw)
    c.build((None, 7, 2))
    out(fill(c)(data(2, 7, 2)))
    c = layers.DepthwiseConv2D(3, **kw)
    c.build((None, 5, 6, 2))
    out(fill(c)(data(1, 5, 6, 2)))
    c = layers.SeparableConv1D(3, 3, **kw)
    c.build((None, 7, 2))
    out(fill(c)(data(2, 7, 2)))
    c = layers.SeparableConv2D(3, 3, **kw)
    c.build((None, 5, 6, 2))
    out(fill(c)(data(1, 5, 6, 2)))
# case lora
c = layers.Conv2D(3, 2, lora_rank=2)
c.build((None, 4, 4, 2))
out(fill(c)(data(1, 4, 4, 2)))
# case pooling1d
x = data(2, 6, 3)
for n in ("MaxPooling1D", "AveragePooling1D"):
    for kw in ({"pool_size": 2}, {"pool_size": 3}, {"pool_size": 2, "strides": 1}, {"pool_size": 3, "padding": "same", "strides": 2}):
        out(getattr(layers, n)(**kw)(x))
    out(getattr(layers, n)(2, data_format="channels_first")(data(2, 3, 6)))
# case pooling2d
x = data(1, 4, 5, 2)
for n in ("MaxPooling2D", "AveragePooling2D"):
    for kw in ({"pool_size": 2}, {"pool_size": (2, 3)}, {"pool_size": 2, "strides": 1}, {"pool_size": 3, "padding": "same", "strides": 2}):
        out(getattr(layers, n)(**kw)(x))
    out(getattr(layers, n)(2, data_format="channels_first")(data(1, 2, 4, 4)))
# case pooling3d
for n in ("MaxPooling3D", "AveragePooling3D"):
    out(getattr(layers, n)(2)(data(1, 4, 2, 4, 2)), getattr(layers, n)(pool_size=2, padding="same")(data(1, 3, 3, 3, 2)))
# case global_pooling
for n, x in (("1D", data(2, 3, 4)), ("2D", data(2, 3, 2, 4)), ("3D", data(2, 2, 3, 2, 2))):
    for k in ("GlobalMaxPooling", "GlobalAveragePooling"):
        out(getattr(layers, k + n)()(x), getattr(layers, k + n)(keepdims=True)(x), getattr(layers, k + n)(data_format="channels_first")(x))
x = data(2, 3, 4)
x[0, 2] = 0
out(layers.GlobalAveragePooling1D()(layers.Masking()(x)), layers.GlobalAveragePooling1D()(x, mask=np.array([[True, False, True], [True, True, True]])))
# case adaptive_pooling
out(layers.AdaptiveAveragePooling1D(2)(data(1, 5, 2)), layers.AdaptiveMaxPooling1D(3)(data(1, 7, 2)), layers.AdaptiveAveragePooling2D((2, 3))(data(1, 5, 4, 2)), layers.AdaptiveMaxPooling2D(2)(data(1, 5, 4, 2)))
out(layers.AdaptiveAveragePooling3D(2)(data(1, 3, 4, 3, 2)), layers.AdaptiveMaxPooling3D(2)(data(1, 3, 4, 3, 2)))
