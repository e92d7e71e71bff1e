# case regression_functions
y, p = data(3, 4), data(3, 4, start=1.0)
for f in (keras.losses.mean_squared_error, keras.losses.mean_absolute_error, keras.losses.mean_absolute_percentage_error,
          keras.losses.log_cosh, keras.losses.cosine_similarity, keras.losses.huber):
    out(f(y, p))
y, p = abs(y), abs(p)
out(keras.losses.mean_squared_logarithmic_error(y, p), keras.losses.kl_divergence(y, p), keras.losses.poisson(y, p))
# case regression_classes
y, p = data(3, 4), data(3, 4, start=1.0)
for name in ("MeanSquaredError", "MeanAbsoluteError", "MeanAbsolutePercentageError", "LogCosh", "CosineSimilarity", "Huber"):
    out(getattr(keras.losses, name)()(y, p))
y, p = abs(y), abs(p)
for name in ("MeanSquaredLogarithmicError", "KLDivergence", "Poisson"):
    out(getattr(keras.losses, name)()(y, p))
# case reductions
y, p = data(3, 4), data(3, 4, start=1.0)
for r in ("sum_over_batch_size", "sum", "mean", "mean_with_sample_weight", "none", None):
    loss = keras.losses.MeanSquaredError(reduction=r)
    out(loss(y, p), loss(y, p, sample_weight=np.array([1.0, 0.5, 0.0])), loss(y, p, sample_weight=[[2.0], [0.0], [1.0]]), loss(y, p, 0.5))
# case reductions_3d
y, p = data(2, 3, 4), data(2, 3, 4, start=1.0)
for r in ("sum_over_batch_size", "sum", "mean_with_sample_weight", "none"):
    loss = keras.losses.MeanAbsoluteError(reduction=r)
    out(loss(y, p), loss(y, p, sample_weight=data(2, 3)), loss(y, p, sample_weight=data(2, 1)))
# case masks
x = data(2, 3, 4, start=1.0)
x[0, 2:] = x[1, 1:] = 0
x = layers.Masking()(x)
for r in ("sum_over_batch_size", "sum", "none", "mean_with_sample_weight"):
    loss = keras.losses.MeanSquaredError(reduction=r)
    out(loss(data(2, 3, 4), x), loss(data(2, 3, 4), x, sample_weight=data(2, 3, start=2.0)))
# case huber_delta
for d in (0.1, 0.5, 1, 3.0):
    out(keras.losses.Huber(delta=d)(data(2, 3), data(2, 3, start=2.0)), keras.losses.huber(data(2, 3), data(2, 3, start=2.0), delta=d))
# case cosine_axis
for axis in (-1, 0, 1):
    out(keras.losses.CosineSimilarity(axis=axis, reduction="none")(data(3, 4), data(3, 4, start=1.0)), keras.losses.cosine_similarity(data(3, 4), data(3, 4, start=1.0), axis=axis))
# case ranks
y, p = data(4), data(4, 1, start=1.0)
out(keras.losses.MeanSquaredError()(y, p), keras.losses.mean_squared_error(y, p), keras.losses.MeanSquaredError()(p, y), keras.losses.mean_absolute_error(p, y))
out(keras.losses.BinaryCrossentropy()(np.array([0, 1, 1, 0]), probs(4, 2)[:, :1]))
# case integers_and_lists
out(keras.losses.MeanSquaredError()([[0, 1], [1, 0]], [[1.0, 1.0], [0.5, 0.0]]))
out(keras.losses.MeanAbsoluteError()(np.array([[0, 1], [1, 0]]), np.array([[1, 1], [3, 0]])))
out(keras.losses.mean_squared_error(np.array([[0, 1], [1, 0]]), np.array([[1.5, 1], [3, 0]])))
# case binary_crossentropy
y, p = np.array([[0, 1, 1], [1, 0, 0]]), probs(2, 3)
for kw in ({}, {"from_logits": True}, {"label_smoothing": 0.2}, {"axis": 0}, {"from_logits": True, "label_smoothing": 0.1, "axis": 0}):
    out(keras.losses.BinaryCrossentropy(**kw)(y, p), keras.losses.binary_crossentropy(y, p, **kw))
out(keras.losses.binary_crossentropy(np.array([[0.0, 1.0]]), np.array([[0.0, 1.0]])), keras.losses.binary_crossentropy(np.array([[0.0, 1.0]]), np.array([[1.0, 0.0]])))
# case binary_focal_crossentropy
y, p = np.array([[0, 1, 1], [1, 0, 0]]), probs(2, 3)
for kw in ({}, {"from_logits": True}, {"label_smoothing": 0.2}, {"axis": 0}, {"apply_class_balancing": True}, {"apply_class_balancing": True, "alpha": 0.6, "gamma": 1.0}, {"gamma": 3}):
    out(keras.losses.BinaryFocalCrossentropy(**kw)(y, p), keras.losses.binary_focal_crossentropy(y, p, **kw))
# case categorical_crossentropy
y, p = np.array([[0, 1, 0], [1, 0, 0]]), probs(2, 3)
for kw in ({}, {"from_logits": True}, {"label_smoothing": 0.2}, {"axis": 0}, {"axis": 1}):
    out(keras.losses.CategoricalCrossentropy(reduction="none", **kw)(y, p), keras.losses.categorical_crossentropy(y, p, **kw))
raises(keras.losses.categorical_crossentropy, y, p, axis=True)
# case categorical_focal_crossentropy
y, p = np.array([[0, 1, 0], [1, 0, 0]]), probs(2, 3)
for kw in ({}, {"from_logits": True}, {"label_smoothing": 0.2}, {"axis": 0}, {"alpha": 0.5}, {"gamma": 1.0}):
    out(keras.losses.CategoricalFocalCrossentropy(**kw)(y, p), keras.losses.categorical_focal_crossentropy(y, p, **kw))
# case sparse_categorical_crossentropy
y, p = np.array([1, 0, 2]), probs(3, 3)
for kw in ({}, {"from_logits": True}, {"ignore_class": 0}, {"ignore_class": 2, "from_logits": True}):
    out(keras.losses.SparseCategoricalCrossentropy(**kw)(y, p), keras.losses.sparse_categorical_crossentropy(y, p, **kw))
    out(keras.losses.SparseCategoricalCrossentropy(reduction="sum", **kw)(y, p, sample_weight=[1.0, 2.0, 0.5]))
out(keras.losses.sparse_categorical_crossentropy(y.reshape(3, 1), p), keras.losses.sparse_categorical_crossentropy(np.array([[0, 1], [2, 1]]), probs(2, 2, 3)))
out(keras.losses.sparse_categorical_crossentropy(np.array([[0, 1], [1, 1]]), probs(2, 3, 2), axis=1) if False else 0)
# case generalized_cross_entropy
for q in (0.5, 0.1, 0.9):
    out(keras.losses.CategoricalGeneralizedCrossEntropy(q=q)(np.array([1, 0, 2]), probs(3, 3)), keras.losses.categorical_generalized_cross_entropy(np.array([1, 0, 2]), ops.convert_to_tensor(probs(3, 3)), q))
# case hinges
for y in (np.array([[0.0, 1.0], [1.0, 1.0]]), np.array([[-1.0, 1.0], [1.0, -1.0]])):
    p = data(2, 2)
    for f in (keras.losses.hinge, keras.losses.squared_hinge, keras.losses.categorical_hinge):
        out(f(y, p))
    for f in (keras.losses.Hinge, keras.losses.SquaredHinge, keras.losses.CategoricalHinge):
        out(f()(y, p))
# case dice_tversky
y, p = np.round(abs(data(2, 3, 3, 1))), abs(data(2, 3, 3, 1, start=1.0))
for axis in (None, (1, 2, 3), (1, 2)):
    out(keras.losses.Dice(axis=axis, reduction="none")(y, p), keras.losses.dice(y, p, axis=axis))
    out(keras.losses.Tversky(alpha=0.3, beta=0.7, axis=axis, reduction="none")(y, p), keras.losses.tversky(y, p, alpha=0.2, axis=axis))
# case circle
y, p = np.array([0, 1, 0, 1, 2]), data(5, 3)
p = p / np.sqrt((p * p).sum(axis=1, keepdims=True))
for kw in ({}, {"gamma": 10.0}, {"margin": 0.2}, {"remove_diagonal": False}):
    out(keras.losses.Circle(**kw)(y, p), keras.losses.circle(y, p, **kw))
out(keras.losses.circle(y, p, ref_labels=np.array([0, 1]), ref_embeddings=data(2, 3), remove_diagonal=False))
# case ctc
y = np.array([[1, 2, 0], [2, 2, 1]])
out(keras.losses.ctc(y, data(2, 6, 4)), keras.losses.CTC()(y, data(2, 6, 4)))
raises(keras.losses.ctc, data(3), data(2, 6, 4))
# case dtypes
out(keras.losses.MeanSquaredError(dtype="float16")(data(2, 3), data(2, 3, start=1.0)), keras.losses.MeanSquaredError(dtype="bfloat16")(data(2, 3), data(2, 3, start=1.0)))
out(keras.losses.mean_squared_error(data(2, 3).astype("float16"), data(2, 3, start=1.0).astype("float16")))
# case custom
class Mine(keras.losses.Loss):
    def __init__(self, factor, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, y_true, y_pred):
        return self.factor * ops.mean(ops.square(y_true - y_pred), axis=-1)


out(Mine(2.0)(data(2, 3), data(2, 3, start=1.0)), Mine(2.0, reduction="none")(data(2, 3), data(2, 3, start=1.0), sample_weight=[1.0, 0.0]))
# case gets
for name in ("mse", "mae", "bce", "kld", "huber", "MSE", "log_cosh"):
    out(keras.losses.get(name)(probs(2, 3), probs(2, 3, start=1.0)))
# case structures
class Both(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return ops.mean(ops.abs(y_true["a"] - y_pred["a"]), axis=-1) + ops.mean(y_pred["b"], axis=-1)


out(Both()({"a": data(2, 3), "b": data(2, 1)}, {"a": data(2, 3, start=1.0), "b": data(2, 2)}))
