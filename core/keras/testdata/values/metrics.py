# case mean_sum
m = keras.metrics.Mean()
for v, w in ((data(3), None), (2.0, None), (data(2, 3), None), (data(2, 3), [1.0, 0.5]), (data(2, 3), data(2, 3, start=1.0)), (3.0, 0.5)):
    out(m(v, sample_weight=w), m.variables)
m.reset_state()
out(m.result(), m.variables)
m = keras.metrics.Sum()
for v, w in ((data(3), None), (2.0, None), (data(2, 3), None), (data(2, 3), [1.0, 0.5])):
    out(m(v, sample_weight=w))
# case mean_variables
m = keras.metrics.Mean(name="loss")
out([v.path for v in m.variables], m.update_state([1, 2, 3]), m.total, m.count)
m = keras.metrics.Mean(dtype="float16")
out(m([1.5, 2.5]))
# case stateless
m = keras.metrics.Mean()
s = m.stateless_reset_state()
s = m.stateless_update_state(s, [1.0, 3.0])
out(s, m.stateless_result(s), m.result())
raises(m.stateless_result, [1.0])
# case accuracy
out(keras.metrics.Accuracy()([1, 2, 3, 4], [0, 2, 3, 4]), keras.metrics.Accuracy()([[1], [2]], [[1], [3]], sample_weight=[1.0, 3.0]))
# case binary_accuracy
y, p = np.array([[1], [1], [0], [0]]), np.array([[0.98], [1], [0], [0.6]])
out(keras.metrics.BinaryAccuracy()(y, p), keras.metrics.BinaryAccuracy(threshold=0.7)(y, p), keras.metrics.BinaryAccuracy()(y, p, sample_weight=[1, 0, 0, 1]))
out(keras.metrics.binary_accuracy(y, p), keras.metrics.binary_accuracy(y[:, 0], p))
# case categorical_accuracy
y, p = np.array([[0, 0, 1], [0, 1, 0]]), np.array([[0.1, 0.9, 0.8], [0.05, 0.95, 0]])
out(keras.metrics.CategoricalAccuracy()(y, p), keras.metrics.CategoricalAccuracy()(y, p, sample_weight=[0.7, 0.3]), keras.metrics.categorical_accuracy(y, p))
out(keras.metrics.CategoricalAccuracy()(probs(2, 3, 4), probs(2, 3, 4, start=1.0)))
# case sparse_categorical_accuracy
y, p = np.array([[2], [1]]), np.array([[0.1, 0.6, 0.3], [0.05, 0.95, 0]])
out(keras.metrics.SparseCategoricalAccuracy()(y, p), keras.metrics.SparseCategoricalAccuracy()(y[:, 0], p, sample_weight=[0.7, 0.3]), keras.metrics.sparse_categorical_accuracy(y, p))
out(keras.metrics.sparse_categorical_accuracy(np.array([[0, 1], [2, 1]]), probs(2, 2, 3)))
# case top_k
y, p = np.array([[0, 0, 1], [0, 1, 0]]), np.array([[0.1, 0.9, 0.8], [0.05, 0.95, 0]])
for k in (1, 2, 3):
    out(keras.metrics.TopKCategoricalAccuracy(k=k)(y, p), keras.metrics.SparseTopKCategoricalAccuracy(k=k)(np.array([2, 1]), p), keras.metrics.top_k_categorical_accuracy(y, p, k=k), keras.metrics.sparse_top_k_categorical_accuracy([2, 1], p, k=k))
out(keras.metrics.top_k_categorical_accuracy(probs(2, 3, 4), probs(2, 3, 4, start=1.0), k=2), keras.metrics.SparseTopKCategoricalAccuracy(k=2)(np.array([[2, 1], [0, 0]]), probs(2, 2, 3)))
out(keras.metrics.SparseTopKCategoricalAccuracy(k=2, from_sorted_ids=True)(np.array([2, 1]), np.array([[2, 0, 1], [0, 2, 1]])))
# case wrappers
y, p = abs(data(3, 4)), abs(data(3, 4, start=1.0))
for name in ("MeanSquaredError", "RootMeanSquaredError", "MeanAbsoluteError", "MeanAbsolutePercentageError", "MeanSquaredLogarithmicError", "CosineSimilarity", "LogCoshError",
             "KLDivergence", "Poisson", "Hinge", "SquaredHinge", "CategoricalHinge", "PearsonCorrelation", "ConcordanceCorrelation"):
    m = getattr(keras.metrics, name)()
    out(m(y, p), m(y, p + 0.5, sample_weight=[1.0, 2.0, 0.5]))
# case crossentropies
y, p = np.array([[0, 1, 0], [1, 0, 0]]), probs(2, 3)
for kw in ({}, {"from_logits": True}, {"label_smoothing": 0.1}):
    out(keras.metrics.BinaryCrossentropy(**kw)(y, p), keras.metrics.CategoricalCrossentropy(**kw)(y, p))
out(keras.metrics.CategoricalCrossentropy(axis=0)(y, p))
for kw in ({}, {"from_logits": True}, {"ignore_class": 1}, {"axis": -1}):
    out(keras.metrics.SparseCategoricalCrossentropy(**kw)(np.array([1, 2]), p), keras.metrics.SparseCategoricalCrossentropy(**kw)(np.array([1, 2]), p, sample_weight=[0.5, 2.0]))
# case correlations
y, p = data(3, 4), data(3, 4, start=1.3)
for axis in (-1, 0):
    out(keras.metrics.pearson_correlation(y, p, axis=axis), keras.metrics.concordance_correlation(y, p, axis=axis))
    out(keras.metrics.PearsonCorrelation(axis=axis)(y, p), keras.metrics.ConcordanceCorrelation(axis=axis)(y, p, sample_weight=None), keras.metrics.CosineSimilarity(axis=axis)(y, p))
# case counts
y, p = [0, 1, 1, 0, 1, 0], [0.1, 0.9, 0.4, 0.6, 0.5, 1.0]
for name in ("TruePositives", "TrueNegatives", "FalsePositives", "FalseNegatives"):
    m = getattr(keras.metrics, name)
    out(m()(y, p), m(thresholds=0.3)(y, p), m(thresholds=[0.2, 0.7])(y, p), m(thresholds=[0.0, 0.5, 1.0])(y, p), m()(y, p, sample_weight=[1, 0.5, 2, 0, 1, 3]))
    out(m(thresholds=[0.0, 0.25, 0.5, 0.75, 1.0])(np.reshape(y, (3, 2)), np.reshape(p, (3, 2)), sample_weight=[1.0, 2.0, 0.5]))
# case precision_recall
y, p = [0, 1, 1, 0, 1, 0], [0.1, 0.9, 0.4, 0.6, 0.5, 1.0]
for m in (keras.metrics.Precision, keras.metrics.Recall):
    out(m()(y, p), m(thresholds=0.3)(y, p), m(thresholds=[0.2, 0.7])(y, p), m(thresholds=[0.0, 0.5, 1.0])(y, p), m()(y, p, sample_weight=[1, 0.5, 2, 0, 1, 3]))
    out(m(top_k=2)(np.array([[0, 1, 0], [1, 0, 1]]), probs(2, 3)), m(class_id=1)(np.array([[0, 1, 0], [1, 0, 1]]), probs(2, 3)), m(top_k=1, class_id=0)(np.array([[0, 1, 0], [1, 0, 1]]), probs(2, 3)))
    one = m()
    one.update_state(y, p)
    out(one.variables, one.reset_state(), one.result())
# case auc
y, p = [0, 0, 1, 1, 1, 0], [0, 0.5, 0.3, 0.9, 0.6, 0.4]
for curve in ("ROC", "PR", "PRGAIN"):
    for method in ("interpolation", "minoring", "majoring"):
        out(keras.metrics.AUC(num_thresholds=5, curve=curve, summation_method=method)(y, p))
out(keras.metrics.AUC()(y, p), keras.metrics.AUC()(y, p, sample_weight=[1, 2, 0.5, 1, 0, 1]), keras.metrics.AUC(thresholds=[0.1, 0.35, 0.8])(y, p), keras.metrics.AUC(from_logits=True, num_thresholds=10)(y, p))
m = keras.metrics.AUC(num_thresholds=3)
m.update_state(y, p)
out(m.variables, m.thresholds)
# case auc_labels
y, p = np.array([[0, 1], [1, 1], [1, 0]]), probs(3, 2)
out(keras.metrics.AUC(multi_label=True, num_thresholds=4)(y, p), keras.metrics.AUC(multi_label=True, num_labels=2, num_thresholds=4)(y, p))
out(keras.metrics.AUC(num_thresholds=4, label_weights=[0.3, 0.7])(y, p), keras.metrics.AUC(multi_label=True, thresholds=[0.3, 0.4])(y, p), keras.metrics.AUC(multi_label=True, curve="PR", num_thresholds=4)(y, p))
# case fixed_ratios
y, p = [0, 0, 0, 1, 1, 1, 0, 1], [0, 0.3, 0.8, 0.3, 0.8, 0.9, 0.55, 0.6]
out(keras.metrics.SensitivityAtSpecificity(0.5)(y, p), keras.metrics.SpecificityAtSensitivity(0.5)(y, p), keras.metrics.PrecisionAtRecall(0.5)(y, p), keras.metrics.RecallAtPrecision(0.8)(y, p))
out(keras.metrics.SensitivityAtSpecificity(0.5, num_thresholds=3)(y, p), keras.metrics.SensitivityAtSpecificity(0.5, num_thresholds=1)(y, p), keras.metrics.SpecificityAtSensitivity(0.9)(y, p, sample_weight=[1, 1, 2, 2, 1, 0, 1, 1]))
out(keras.metrics.RecallAtPrecision(0.5, class_id=1)(np.array([[0, 1], [1, 0], [0, 1]]), probs(3, 2)))
# case f_scores
y, p = np.array([[1, 1, 1], [1, 0, 0], [1, 1, 0]]), np.array([[0.2, 0.6, 0.7], [0.2, 0.6, 0.6], [0.6, 0.8, 0.0]])
for average in (None, "micro", "macro", "weighted"):
    out(keras.metrics.F1Score(average=average, threshold=0.5)(y, p), keras.metrics.F1Score(average=average)(y, p), keras.metrics.FBetaScore(average=average, beta=2.0, threshold=0.5)(y, p, sample_weight=[1.0, 0.5, 2.0]))
m = keras.metrics.FBetaScore(beta=0.5)
m.update_state(y, p)
out([v.path for v in m.variables], m.variables)
raises(keras.metrics.F1Score(), [1, 0], [0.5, 0.5])
# case r2
y, p = data(4, 2), data(4, 2, start=0.3)
for a in ("uniform_average", "variance_weighted_average", None):
    out(keras.metrics.R2Score(class_aggregation=a)(y, p), keras.metrics.R2Score(class_aggregation=a)(y, p, sample_weight=[1.0, 2.0, 0.5, 0.0]))
out(keras.metrics.R2Score(num_regressors=2)(y, p), keras.metrics.R2Score(num_regressors=20)(y, p))
# case iou
y, p = np.array([0, 0, 1, 1, 2]), np.array([0, 1, 0, 1, 2])
out(keras.metrics.IoU(3, [0])(y, p), keras.metrics.IoU(3, [0, 2])(y, p), keras.metrics.MeanIoU(3)(y, p), keras.metrics.MeanIoU(3, ignore_class=1)(y, p), keras.metrics.MeanIoU(3)(y, p, sample_weight=np.array([1, 2, 3, 1, 1])))
out(keras.metrics.BinaryIoU()([0, 1, 0, 1], [0.1, 0.2, 0.4, 0.7]), keras.metrics.BinaryIoU(target_class_ids=[0], threshold=0.3)([0, 1, 0, 1], [0.1, 0.2, 0.4, 0.7], sample_weight=[1, 2, 3, 4]))
h = np.array([[0, 0, 1], [1, 0, 0], [0, 1, 0], [1, 0, 0]])
q = np.array([[0.2, 0.3, 0.5], [0.1, 0.2, 0.7], [0.5, 0.3, 0.1], [0.1, 0.4, 0.5]])
out(keras.metrics.OneHotIoU(3, [0, 2])(h, q), keras.metrics.OneHotMeanIoU(3)(h, q), keras.metrics.OneHotIoU(3, [0, 2])(h, q, sample_weight=[1, 2, 3, 1]))
m = keras.metrics.MeanIoU(2)
m.update_state([[0, 1], [1, 1]], [[0, 1], [0, 1]])
out(m.total_cm, m.result(), m.variables)
# case wrapper_of_functions
m = keras.metrics.MeanMetricWrapper(fn=lambda y, p, k: k * ops.abs(y - p), name="mine", k=2.0)
out(m(data(3), data(3, start=1.0)), m(data(2, 3), data(2, 3, start=1.0)))
# case masks
x = data(2, 3, 4, start=1.0)
x[0, 2:] = x[1, 1:] = 0
x = layers.Masking()(x)
out(keras.metrics.MeanSquaredError()(data(2, 3, 4), x), keras.metrics.MeanAbsoluteError()(data(2, 3, 4), x, sample_weight=data(2, 3, start=2.0)))
# case custom
class Last(keras.metrics.Metric):
    def __init__(self, name="last", **kwargs):
        super().__init__(name=name, **kwargs)
        self.kept = self.add_weight(name="kept", initializer="zeros")
        self.inner = keras.metrics.Mean()

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.kept.assign(ops.sum(y_pred))
        self.inner.update_state(y_true)

    def result(self):
        return self.kept + self.inner.result()


m = Last()
out(m(data(3), data(3, start=1.0)), m(data(3), data(3, start=2.0)), [v.path for v in m.variables], m.variables)
m.reset_state()
out(m.result())
# case subclass_of_mean
class Doubled(keras.metrics.Mean):
    def update_state(self, values, sample_weight=None):
        super().update_state(2 * values, sample_weight=sample_weight)


m = Doubled()
out(m(data(3)), m(data(4)), m.result())
# case functions_by_name
for name in ("mse", "mae", "mape", "msle", "kl_divergence", "poisson"):
    out(keras.metrics.get(name)(abs(data(2, 3)), abs(data(2, 3, start=1.0))))
