# case batch_normalization
x = data(4, 3, scale=2.0)
for kw in ({}, {"momentum": 0.5}, {"epsilon": 0.1, "center": False}, {"scale": False}):
    b = layers.BatchNormalization(**kw)
    b.build((None, 3))
    fill(b)
    b.moving_variance.assign(ops.abs(b.moving_variance) + 0.5)
    out(b(x), b(x, training=True), b.moving_mean, b.moving_variance, b(x, training=False))
b.trainable = False
out(b(x, training=True), b.moving_mean)
# case batch_normalization_axis
b = layers.BatchNormalization(axis=1, momentum=0.8)
b.build((None, 3, 4))
out(b(data(2, 3, 4), training=True), b.moving_mean, b.moving_variance)
b = layers.BatchNormalization(momentum=0.8)
b.build((None, 3, 4, 2))
out(b(data(2, 3, 4, 2), training=True), b.moving_mean, b.moving_variance)
# case batch_normalization_mask
b = layers.BatchNormalization(momentum=0.8)
b.build((None, 3, 4))
m = np.array([[True, True, False], [True, False, False]])
out(b(data(2, 3, 4), training=True, mask=m), b.moving_mean, b.moving_variance)
# case batch_normalization_renorm
b = layers.BatchNormalization(momentum=0.8, renorm=True)
b.build((None, 3))
for i in range(2):
    out(b(data(4, 3, start=i, scale=2.0), training=True), b.weights)
out(b(data(4, 3)))
b = layers.BatchNormalization(momentum=0.8, renorm=True, renorm_clipping={"rmin": 0.5, "rmax": 2.0, "dmax": 1.0}, renorm_momentum=0.5)
b.build((None, 3))
for i in range(2):
    out(b(data(4, 3, start=i, scale=2.0), training=True), b.weights)
# case batch_normalization_half
b = layers.BatchNormalization(dtype="mixed_float16")
b.build((None, 3))
out(b(data(4, 3), training=True), b.moving_mean)
# case layer_normalization
for kw, shape in (({}, (2, 3)), ({"axis": 1}, (2, 3, 4)), ({"axis": [1, 2]}, (2, 3, 4)), ({"epsilon": 0.1, "center": False}, (2, 3)), ({"scale": False}, (2, 3)), ({"rms_scaling": True}, (2, 3)), ({"dtype": "float16"}, (2, 3))):
    n = layers.LayerNormalization(**kw)
    n.build((None,) + shape[1:])
    out(fill(n)(data(*shape)))
# case group_normalization
for kw, shape in (({"groups": 2}, (2, 3, 4)), ({"groups": -1}, (2, 3, 4)), ({"groups": 1}, (2, 3, 4)), ({"groups": 2, "axis": 1}, (2, 4, 3)), ({"groups": 2, "center": False, "epsilon": 0.1}, (2, 4)), ({"groups": 2, "scale": False}, (2, 3, 3, 4))):
    n = layers.GroupNormalization(**kw)
    n.build((None,) + shape[1:])
    out(fill(n)(data(*shape)))
# case unit_rms
out(layers.UnitNormalization()(data(2, 3)), layers.UnitNormalization(axis=1)(data(2, 3, 4)), layers.UnitNormalization(axis=(1, 2))(data(2, 3, 4)))
for kw in ({}, {"epsilon": 0.1}):
    n = layers.RMSNormalization(**kw)
    n.build((None, 3, 4))
    out(fill(n)(data(2, 3, 4)))
# case spectral
s = layers.SpectralNormalization(layers.Dense(2))
s.build((None, 3))
fill(s)
out(s(data(4, 3)), s(data(4, 3), training=True), s.weights, s(data(4, 3), training=True), s.weights)
s = layers.SpectralNormalization(layers.Conv2D(2, 2), power_iterations=2)
s.build((None, 3, 3, 2))
fill(s)
out(s(data(1, 3, 3, 2), training=True), s.weights)
