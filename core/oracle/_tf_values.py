"""Writes what TensorFlow gives for calls of its functions on numbers, to core/keras/tf/testdata/values.json.

TensorFlow is large and changes what Keras does when it is there, so it is not among the requirements of `make oracle`. Run this with a
Python that has tensorflow 2.x: python core/oracle/_tf_values.py
"""
import json
import os
from pathlib import Path

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = ""

SETUP = """
import numpy as np
import tensorflow as tf

x = tf.constant([[3.0, 1.0, 2.0], [-1.0, 0.5, 4.0]])
y = tf.constant([[1.0, 2.0, 0.0], [2.0, -3.0, 1.0]])
v = tf.constant([1.0, -2.0, 3.0])
p = tf.constant([0.1, 0.5, 0.9])
i = tf.constant([[1, 2, 3], [4, 5, 6]])
j = tf.constant([7, -7, 2])
b = tf.constant([True, False, True])
sq = tf.constant([[4.0, 1.0], [1.0, 3.0]])
cube = tf.reshape(tf.range(24, dtype=tf.float32), (2, 3, 4))
img = tf.reshape(tf.range(96, dtype=tf.float32), (2, 4, 4, 3)) / 96.0
ker = tf.reshape(tf.range(54, dtype=tf.float32), (3, 3, 3, 2)) / 54.0
seq = tf.reshape(tf.range(20, dtype=tf.float32), (1, 10, 2)) / 10.0


def program(code):
    names = {"np": np, "tf": tf}
    exec(code, names)
    return names["out"]


def describe(a):
    if isinstance(a, dict):
        return {"dict": {k: describe(a[k]) for k in a}}
    if hasattr(a, "_fields"):
        return {"named": list(a._fields), "items": [describe(e) for e in a]}
    if isinstance(a, (list, tuple)):
        return {"list": [describe(e) for e in a], "tuple": isinstance(a, tuple)}
    if isinstance(a, tf.Tensor):
        n = a.numpy()
        return {"dtype": a.dtype.name, "shape": list(a.shape), "values": [str(e) if isinstance(e, bytes) else repr(float(e)) for e in np.reshape(n, (-1,)).tolist()]}
    if isinstance(a, np.ndarray):
        return {"numpy": str(a.dtype), "shape": list(a.shape), "values": [repr(float(e)) for e in a.reshape((-1,)).tolist()]}
    return {"repr": repr(a)}
"""

EXPRESSIONS = """
tf.math.count_nonzero(x, axis=-1, keepdims=True)
tf.math.count_nonzero(i - 1)
tf.math.count_nonzero(x, dtype=tf.int32)
tf.sort(x, direction='DESCENDING')
tf.sort(x, axis=0)
tf.argsort(x)
tf.argsort(x, axis=0, direction='DESCENDING')
tf.tensor_scatter_nd_add(tf.zeros(3), [[0], [2]], [1.0, 2.0])
tf.tensor_scatter_nd_add(tf.ones(3), [[0], [0]], [1.0, 2.0])
tf.tensor_scatter_nd_update(tf.ones((2, 3)), [[0, 1], [1, 2]], [5.0, 6.0])
tf.tensor_scatter_nd_sub(tf.ones(3), [[1]], [4.0])
tf.tensor_scatter_nd_max(tf.ones(3), [[1], [2]], [4.0, 0.0])
tf.tensor_scatter_nd_min(tf.ones(3), [[1], [2]], [4.0, 0.0])
tf.math.squared_difference(x, 1.0)
tf.pad(x, [[0, 0], [1, 1]], constant_values=7.0)
tf.pad(x, [[1, 0], [1, 1]])
tf.pad(x, [[0, 0], [1, 1]], mode='REFLECT')
tf.pad(x, [[1, 1], [2, 1]], mode='SYMMETRIC')
tf.pad(i, tf.constant([[1, 1], [0, 0]]))
tf.math.top_k(x, k=2)
tf.math.top_k(x, k=2).values
tf.nn.top_k(i, k=1).indices
tf.transpose(cube)
tf.transpose(cube, perm=[0, 2, 1])
tf.math.multiply_no_nan(x, 0.0)
tf.reverse(x, [1])
tf.reverse(cube, axis=[0, 2])
tf.scatter_nd([[0], [2]], [1.0, 2.0], [4])
tf.scatter_nd([[1], [1]], [1.0, 2.0], [3])
tf.linalg.inv(sq)
tf.linalg.det(sq)
tf.linalg.cholesky(sq)
tf.linalg.trace(sq)
tf.linalg.trace(cube)
tf.linalg.matvec(sq, [1.0, 2.0])
tf.linalg.matvec(sq, [1.0, 2.0], transpose_a=True)
tf.linalg.solve(sq, [[1.0], [2.0]])
tf.linalg.diag([1.0, 2.0])
tf.linalg.diag_part(sq)
tf.linalg.set_diag(sq, [9.0, 8.0])
tf.linalg.band_part(tf.ones((3, 3)), -1, 0)
tf.linalg.band_part(tf.ones((3, 4)), 0, -1)
tf.linalg.band_part(tf.ones((4, 4)), 1, 1)
tf.linalg.band_part(cube, 1, 0)
tf.linalg.matrix_transpose(cube)
tf.linalg.adjoint(sq)
tf.linalg.eye(2, 3)
tf.linalg.norm(x)
tf.linalg.norm(x, axis=1)
tf.linalg.norm(x, ord=1, axis=1)
tf.linalg.norm(x, ord=np.inf, axis=0)
tf.linalg.norm(x, ord=3, axis=-1, keepdims=True)
tf.norm(x, ord='euclidean')
tf.norm(x, ord=2, axis=1)
tf.norm(v, ord=1)
tf.linalg.normalize(x, axis=1)
tf.clip_by_norm(x, 1.0)
tf.clip_by_norm(x, 2.0, axes=[1])
tf.clip_by_norm(v, 100.0)
tf.clip_by_value(x, 0.0, 2.0)
tf.clip_by_value(i, 2, 4)
tf.clip_by_global_norm([v, x], 1.0)
tf.linalg.global_norm([v, x])
tf.math.unsorted_segment_sum(v, [0, 0, 1], 2)
tf.math.unsorted_segment_mean(v, [0, 0, 1], 3)
tf.math.unsorted_segment_max(v, [0, 0, 1], 2)
tf.math.unsorted_segment_min(v, [0, 0, 1], 2)
tf.math.unsorted_segment_prod(v, [0, 0, 1], 3)
tf.math.segment_sum(x, [0, 1])
tf.math.segment_mean(cube[0], [0, 0, 1])
tf.math.segment_max(v, [0, 0, 1])
tf.math.segment_min(v, [0, 0, 1])
tf.one_hot([0, 1], 3)
tf.one_hot([0, 1], 3, on_value=5.0, off_value=1.0)
tf.one_hot([0, 2, -1, 5], 3)
tf.one_hot([[0, 2], [1, 1]], 3, dtype=tf.int32)
tf.one_hot([0, 1], 3, axis=0)
tf.cumsum(x, axis=1, exclusive=True, reverse=True)
tf.cumsum(v)
tf.math.cumprod(x, axis=1)
tf.math.cumulative_logsumexp(v)
tf.gather(x, [0, 2], axis=1)
tf.gather(x, [[1, 0]])
tf.gather(cube, [[0, 1], [2, 0]], batch_dims=1)
tf.gather(cube, [[0], [2]], axis=2, batch_dims=1)
tf.gather(v, 1)
tf.gather_nd(x, [[0, 1]])
tf.gather_nd(cube, [[0, 1], [1, 2]])
tf.math.divide_no_nan(x, 0.0)
tf.reduce_sum(x)
tf.reduce_sum(x, axis=[0, 1])
tf.reduce_sum(x, axis=0, keepdims=True)
tf.reduce_sum(i)
tf.reduce_mean(x, 1)
tf.reduce_mean(i)
tf.reduce_max(x, axis=1)
tf.reduce_min(i, axis=0)
tf.reduce_prod(x, axis=1)
tf.reduce_all(b)
tf.reduce_any(b)
tf.reduce_logsumexp(x, axis=1)
tf.math.reduce_std(x)
tf.math.reduce_variance(x, axis=0)
tf.math.reduce_euclidean_norm(x, axis=1)
tf.range(3)
tf.range(1, 10, 3)
tf.range(3.0)
tf.range(0, 1, 0.25)
tf.range(5, dtype=tf.float32)
tf.linspace(0.0, 1.0, 3)
tf.where(x > 1)
tf.where(b)
tf.where(b, v, 0.0)
tf.where([True, False], [1, 2], [3, 4])
tf.boolean_mask(x, x > 1)
tf.boolean_mask(x, [True, False])
tf.boolean_mask(x, [True, False, True], axis=1)
tf.unique(tf.constant([1, 2, 1]))
tf.unique(tf.constant([3.0, 3.0, 1.0])).y
tf.unique_with_counts(tf.constant([1, 2, 1]))
tf.einsum('ij,kj->ik', x, y)
tf.einsum('bij->bji', cube)
tf.split(x, 3, axis=1)
tf.split(v, [1, 2])
tf.split(x, [2, -1], axis=1)
tf.unstack(x)
tf.unstack(x, axis=1)
tf.stack([v, v])
tf.stack([v, v], axis=1)
tf.concat([x, y], 0)
tf.concat([x, y], axis=-1)
tf.meshgrid(tf.range(2), tf.range(3))
tf.meshgrid(tf.range(2), tf.range(3), indexing='ij')
tf.sequence_mask([1, 3], 4)
tf.sequence_mask([1, 3])
tf.sequence_mask([[1], [2]], 3, dtype=tf.float32)
tf.expand_dims(v, 0)
tf.squeeze(tf.ones((1, 2, 1)))
tf.squeeze(tf.ones((1, 2, 1)), axis=-1)
tf.squeeze(tf.ones((1, 2, 1)), [0])
tf.reshape(x, [-1])
tf.reshape(x, (3, -1))
tf.tile(x, [1, 2])
tf.repeat(v, 2)
tf.repeat(x, repeats=[1, 2], axis=0)
tf.repeat(x, 2, axis=1)
tf.roll(v, 1, 0)
tf.roll(x, shift=[1, 1], axis=[0, 1])
tf.broadcast_to(v, [2, 3])
tf.slice(x, [0, 1], [2, 2])
tf.slice(x, [0, 1], [1, -1])
tf.strided_slice(v, [0], [3], [2])
tf.fill([2, 2], 7)
tf.fill([2], 1.5)
tf.eye(2)
tf.eye(2, batch_shape=[2])
tf.zeros((2, 2), tf.int32)
tf.ones([3])
tf.zeros_like(i)
tf.ones_like(x)
tf.shape(cube)
tf.shape(cube)[1]
tf.size(cube)
tf.rank(cube)
tf.constant([1, 2])
tf.constant(5)
tf.constant(2.0, shape=(2, 2))
tf.constant([1, 2], dtype=tf.float64)
tf.constant([True])
tf.constant(b'hello')
tf.constant(['a', 'bc'])
tf.convert_to_tensor([[1.5]])
tf.convert_to_tensor(np.array([1.0]))
tf.convert_to_tensor(np.array([1, 2]))
tf.cast(x, tf.int32)
tf.cast(b, 'float32')
tf.cast([1.7, -1.7], tf.int64)
tf.identity(x)
tf.abs(j)
tf.math.abs(-2.5)
tf.sign(v)
tf.negative(v)
tf.square(j)
tf.sqrt(p)
tf.math.rsqrt(p)
tf.exp(v)
tf.math.expm1(p)
tf.math.log(p)
tf.math.log1p(p)
tf.math.reciprocal(v)
tf.math.sigmoid(v)
tf.sin(v)
tf.cos(v)
tf.tan(p)
tf.tanh(v)
tf.math.asin(p)
tf.math.acos(p)
tf.math.atan(v)
tf.atan2(v, p)
tf.sinh(p)
tf.cosh(p)
tf.math.atanh(p * 0.5)
tf.math.erf(p)
tf.math.erfinv(p)
tf.math.floor(tf.constant([1.5, -1.5]))
tf.math.ceil([1.5, -1.5])
tf.round([0.5, 1.5, 2.5, -0.5])
tf.math.rint([0.5, 1.5])
tf.math.is_nan([1.0, float('nan')])
tf.math.is_inf([1.0, float('inf')])
tf.math.is_finite([1.0, float('inf')])
tf.math.zero_fraction([0.0, 1.0, 0.0, 2.0])
tf.math.softplus(v)
tf.math.softsign(v)
tf.math.log_sigmoid(v)
tf.math.log_softmax(x)
tf.math.l2_normalize(x, axis=1)
tf.math.l2_normalize(v)
tf.math.xlogy([0.0, 2.0], [0.0, 3.0])
tf.math.xdivy([0.0, 2.0], [0.0, 3.0])
tf.math.polyval([1.0, 2.0, 3.0], 2.0)
tf.math.cumsum([1, 2, 3], reverse=True)
tf.math.bincount([1, 1, 2, 5])
tf.math.bincount([1, 1, 2], minlength=5)
tf.math.bincount([1, 1, 2], weights=[0.5, 0.5, 2.0])
tf.math.confusion_matrix([0, 1, 1], [0, 1, 0])
tf.math.in_top_k([0, 2], x, 1)
tf.math.argmax(x, axis=1)
tf.argmax(x)
tf.argmin(x, axis=1, output_type=tf.int32)
tf.argmax(v)
tf.add(x, y)
tf.subtract(x, y)
tf.multiply(x, 2.0)
tf.divide(x, 2.0)
tf.divide(6, 4)
i / 2
j // 2
j % 3
tf.math.floordiv(j, 2)
tf.math.floormod(j, 3)
tf.math.mod(v, 2.0)
tf.truncatediv(j, 2)
tf.truncatemod(j, 3)
tf.pow(v, 2.0)
tf.pow(2, 3)
tf.maximum(x, y)
tf.minimum(i, 3)
tf.equal(x, y)
tf.not_equal(i, 2)
tf.greater(x, y)
tf.less_equal(i, 3)
tf.logical_and(b, [True, True, False])
tf.logical_not(b)
tf.math.logical_xor(b, True)
tf.add_n([v, v, v])
tf.tensordot(x, tf.transpose(y), axes=1)
tf.tensordot(x, y, axes=[[0], [0]])
tf.matmul(x, y, transpose_b=True)
tf.matmul(x, y, transpose_a=True)
tf.matmul(cube, cube, transpose_b=True)
x @ tf.transpose(y)
tf.searchsorted([1.0, 2.0, 4.0], [0.0, 2.0, 5.0])
tf.searchsorted([1, 2, 2, 4], [2], side='right')
tf.bitwise.bitwise_and(6, 3)
tf.bitwise.bitwise_or(tf.constant([6]), tf.constant([3]))
tf.bitwise.left_shift(tf.constant([1]), tf.constant([3]))
tf.scan(lambda a, e: a + e, v)
tf.foldl(lambda a, e: a + e, v)
tf.map_fn(lambda e: e * 2, v)
tf.map_fn(lambda e: tf.reduce_sum(e), x)
tf.vectorized_map(lambda e: e * 2, x)
tf.while_loop(lambda n, s: n < 3, lambda n, s: (n + 1, s + 2.0), (tf.constant(0), tf.constant(1.0)))
tf.cond(tf.constant(True), lambda: v, lambda: -v)
tf.switch_case(tf.constant(1), [lambda: v, lambda: -v])
tf.case([(tf.constant(False), lambda: v)], default=lambda: -v)
tf.dynamic_partition(v, [0, 1, 0], 2)
tf.unravel_index([5], (2, 3))
tf.scalar_mul(2.0, v)
tf.saturate_cast([300.0, -5.0], tf.uint8)
tf.stop_gradient(v)
tf.ensure_shape(v, [None])
tf.nn.relu(x)
tf.nn.relu6(x * 3)
tf.nn.leaky_relu(x)
tf.nn.leaky_relu(x, alpha=0.1)
tf.nn.elu(x)
tf.nn.selu(x)
tf.nn.gelu(x)
tf.nn.gelu(x, approximate=True)
tf.nn.swish(x)
tf.nn.silu(x)
tf.nn.silu(x, beta=2.0)
tf.nn.crelu(x)
tf.nn.sigmoid(x)
tf.nn.tanh(x)
tf.nn.softmax(x)
tf.nn.softmax(x, axis=0)
tf.nn.log_softmax(x)
tf.nn.softplus(x)
tf.nn.softsign(x)
tf.nn.l2_loss(v)
tf.nn.moments(x, axes=[0])
tf.nn.moments(x, [0, 1], keepdims=True)
tf.nn.weighted_moments(x, [0], [[1.0], [3.0]])
tf.nn.batch_normalization(x, 1.0, 4.0, 0.5, 2.0, 0.001)
tf.nn.local_response_normalization(img)
tf.nn.bias_add(x, v)
tf.nn.embedding_lookup(x, [1, 0, 1])
tf.nn.dropout(x, 0.0)
tf.nn.softmax_cross_entropy_with_logits(labels=[[1.0, 0.0, 0.0], [0.0, 0.5, 0.5]], logits=x)
tf.nn.sparse_softmax_cross_entropy_with_logits(labels=[0, 2], logits=x)
tf.nn.sigmoid_cross_entropy_with_logits(labels=tf.nn.sigmoid(y), logits=x)
tf.nn.weighted_cross_entropy_with_logits(labels=tf.nn.sigmoid(y), logits=x, pos_weight=2.0)
tf.nn.log_poisson_loss([1.0, 2.0], [0.5, 0.1])
tf.nn.zero_fraction(tf.nn.relu(x))
tf.nn.conv2d(img, ker, 1, 'SAME')
tf.nn.conv2d(img, ker, strides=[1, 2, 2, 1], padding='VALID')
tf.nn.conv2d(img, ker, 1, 'SAME', dilations=2)
tf.nn.conv1d(seq, tf.ones((3, 2, 1)), 1, 'SAME')
tf.nn.depthwise_conv2d(img, ker, [1, 1, 1, 1], 'SAME')
tf.nn.conv2d_transpose(img[..., :2], ker, (2, 8, 8, 3), 2)
tf.nn.max_pool2d(img, 2, 2, 'VALID')
tf.nn.max_pool(img, 2, 1, 'SAME')
tf.nn.avg_pool2d(img, ksize=2, strides=2, padding='SAME')
tf.nn.avg_pool(img, 3, 2, 'SAME')
tf.nn.max_pool1d(seq, 2, 2, 'VALID')
tf.nn.avg_pool1d(seq, 3, 2, 'SAME')
tf.nn.depth_to_space(tf.reshape(tf.range(16.0), (1, 2, 2, 4)), 2)
tf.nn.space_to_depth(img, 2)
tf.image.flip_left_right(img)
tf.image.flip_up_down(img)
tf.image.rot90(img)
tf.image.rot90(img, k=3)
tf.image.transpose(img)
tf.image.rgb_to_grayscale(img)
tf.image.grayscale_to_rgb(img[..., :1])
tf.image.resize(img, (2, 2))
tf.image.resize(img, (8, 8))
tf.image.resize(img, (3, 5), method='nearest')
tf.image.resize(img[0], [2, 3])
tf.image.central_crop(img, 0.5)
tf.image.crop_to_bounding_box(img, 1, 1, 2, 2)
tf.image.pad_to_bounding_box(img, 1, 1, 6, 6)
tf.image.resize_with_crop_or_pad(img, 2, 6)
tf.image.adjust_brightness(img, 0.1)
tf.image.adjust_contrast(img, 2.0)
tf.image.adjust_gamma(img, 2.0)
tf.image.adjust_saturation(img, 0.5)
tf.image.rgb_to_hsv(img)
tf.image.hsv_to_rgb(img)
tf.image.per_image_standardization(img)
tf.image.convert_image_dtype(tf.constant([[[255], [0]]], tf.uint8), tf.float32)
tf.image.total_variation(img)
tf.image.psnr(img, img * 0.5, max_val=1.0)
tf.image.image_gradients(img)
x + 1
1 - x
x * y
x ** 2
-x
x > 1
x == y
x != y
i + 1
i * 2
2 ** i
abs(v)
x[0]
x[:, 1]
x[..., None]
x[-1, ::-1]
cube[1, :, 2:]
cube[tf.newaxis]
x[x > 1]
len(x)
float(v[0])
int(i[0, 0])
x.shape
x.shape[0]
x.shape.as_list()
cube.shape.rank
x.shape.num_elements()
x.dtype
x.dtype.name
i.dtype == tf.int32
x.numpy()
i.numpy().tolist()
x.get_shape()
x.ndim
tf.rank(x).numpy()
tf.is_tensor(x)
tf.executing_eagerly()
tf.TensorShape([None, 3])
tf.as_dtype('float32')
tf.float32.as_numpy_dtype
tf.float32.is_floating
tf.float16.size
tf.nest.flatten([1, [2, 3]])
tf.nest.map_structure(lambda e: e + 1, {'a': 1, 'b': [2]})
tf.debugging.assert_equal(1, 1)
tf.random.uniform((2, 3)).shape
tf.random.normal([4]).dtype
tf.keras.activations.relu(x)
tf.keras.backend.mean(x) if hasattr(tf.keras.backend, 'mean') else None
tf.constant([['a'], ['b']])[0]
tf.constant('h\\u00e9')
tf.constant('x').numpy()
tf.constant(['a', 'bc']).numpy().tolist()
repr(tf.constant(['a', 'bc']))
str(tf.constant('a'))
tf.convert_to_tensor(np.array(['a', 'b']))
tf.constant(['a']).dtype
tf.Variable([1.0, 2.0]) + 1.0
tf.Variable(3.0).numpy()
tf.Variable([1, 2]).assign_add([1, 1]).numpy()
repr(tf.Variable([[1.0, 2.0], [3.0, 4.0]]))
repr(tf.Variable(2, dtype=tf.float32))
tf.Variable([1]).dtype
tf.Variable([1], name='v').name
tf.reduce_sum(tf.Variable([1, 2]))
tf.Variable(lambda: tf.zeros(2)).numpy()
tf.Variable()
""".strip().split("\n")


# Programs that leave what is compared in out.
PROGRAMS = [
    """import tensorflow as tf, keras, numpy as np
from keras import layers
class CustomModel(keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(y=y, y_pred=y_pred)
        trainable_vars = self.trainable_variables
        gradients = tape.gradient(loss, trainable_vars)
        self.optimizer.apply(gradients, trainable_vars)
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss)
            else:
                metric.update_state(y, y_pred)
        return {m.name: m.result() for m in self.metrics}
inputs = keras.Input(shape=(4,)); outputs = keras.layers.Dense(1, kernel_initializer="ones")(inputs)
model = CustomModel(inputs, outputs); model.compile(optimizer="adam", loss="mse", metrics=["mae"])
x = np.arange(40.).reshape(10, 4) / 40; y = x.sum(1, keepdims=True) ** 2
h = model.fit(x, y, epochs=3, verbose=0, shuffle=False, batch_size=4)
out = [list(h.history), np.array(list(h.history.values()), "float32"), model.get_weights(), np.array(model.evaluate(x, y, verbose=0), "float32")]
""",
    """import tensorflow as tf, keras, numpy as np
class CustomModel(keras.Model):
    def train_step(self, data):
        if len(data) == 3: x, y, sample_weight = data
        else: sample_weight = None; x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(y=y, y_pred=y_pred, sample_weight=sample_weight)
        self.optimizer.apply(tape.gradient(loss, self.trainable_variables), self.trainable_variables)
        for metric in self.metrics:
            if metric.name == "loss": metric.update_state(loss)
            else: metric.update_state(y, y_pred, sample_weight=sample_weight)
        return {m.name: m.result() for m in self.metrics}
    def test_step(self, data):
        x, y = data
        y_pred = self(x, training=False)
        loss = self.compute_loss(y=y, y_pred=y_pred)
        for metric in self.metrics:
            if metric.name == "loss": metric.update_state(loss)
            else: metric.update_state(y, y_pred)
        return {m.name: m.result() for m in self.metrics}
inputs = keras.Input(shape=(4,)); outputs = keras.layers.Dense(1, kernel_initializer="ones")(inputs)
model = CustomModel(inputs, outputs); model.compile(optimizer=keras.optimizers.SGD(.1), loss="mse", metrics=["mae"])
x = np.arange(40.).reshape(10, 4) / 40; y = x.sum(1, keepdims=True) ** 2
h = model.fit(x, y, sample_weight=np.linspace(0, 1, 10), epochs=2, verbose=0, shuffle=False, validation_data=(x, y)); out = [list(h.history), np.array(list(h.history.values()), "float32"), np.array(model.evaluate(x, y, verbose=0), "float32")]
""",
    """import tensorflow as tf, keras, numpy as np
from keras import layers, ops
keras.utils.set_random_seed(0)
class GAN(keras.Model):
    def __init__(self, discriminator, generator, latent_dim):
        super().__init__()
        self.discriminator = discriminator; self.generator = generator; self.latent_dim = latent_dim
        self.d_loss_tracker = keras.metrics.Mean(name="d_loss"); self.g_loss_tracker = keras.metrics.Mean(name="g_loss")
        self.built = True
    def compile(self, d_optimizer, g_optimizer, loss_fn):
        super().compile()
        self.d_optimizer = d_optimizer; self.g_optimizer = g_optimizer; self.loss_fn = loss_fn
    def train_step(self, real_images):
        batch_size = tf.shape(real_images)[0]
        z = tf.ones((batch_size, self.latent_dim))
        generated = self.generator(z)
        combined = tf.concat([generated, real_images], axis=0)
        labels = tf.concat([tf.ones((batch_size, 1)), tf.zeros((batch_size, 1))], axis=0)
        with tf.GradientTape() as tape:
            d_loss = self.loss_fn(labels, self.discriminator(combined))
        grads = tape.gradient(d_loss, self.discriminator.trainable_weights)
        self.d_optimizer.apply_gradients(zip(grads, self.discriminator.trainable_weights))
        with tf.GradientTape() as tape:
            g_loss = self.loss_fn(tf.zeros((batch_size, 1)), self.discriminator(self.generator(z)))
        grads = tape.gradient(g_loss, self.generator.trainable_weights)
        self.g_optimizer.apply_gradients(zip(grads, self.generator.trainable_weights))
        self.d_loss_tracker.update_state(d_loss); self.g_loss_tracker.update_state(g_loss)
        return {"d_loss": self.d_loss_tracker.result(), "g_loss": self.g_loss_tracker.result()}
d = keras.Sequential([keras.Input((3,)), layers.Dense(4, activation="tanh", kernel_initializer="ones"), layers.Dense(1, kernel_initializer="ones")]); g = keras.Sequential([keras.Input((2,)), layers.Dense(3, kernel_initializer="ones")])
gan = GAN(d, g, 2)
gan.compile(keras.optimizers.Adam(3e-2), keras.optimizers.Adam(3e-2), keras.losses.BinaryCrossentropy(from_logits=True))
h = gan.fit(np.linspace(0, 1, 18).reshape(6, 3).astype("float32"), epochs=2, batch_size=3, verbose=0, shuffle=False); out = {k: np.array(v, "float32") for k, v in h.history.items()}
""",
    """import tensorflow as tf, keras, numpy as np
from keras import layers, ops
class S(layers.Layer):
    def call(self, inputs): m, lv = inputs; return m + ops.exp(0.5 * lv) * 0.1
class VAE(keras.Model):
    def __init__(self, enc, dec, **kw):
        super().__init__(**kw); self.encoder, self.decoder = enc, dec
        self.total = keras.metrics.Mean(name="total_loss"); self.kl = keras.metrics.Mean(name="kl_loss")
    @property
    def metrics(self): return [self.total, self.kl]
    def train_step(self, data):
        with tf.GradientTape() as tape:
            m, lv, z = self.encoder(data)
            rec = ops.mean(ops.sum(ops.square(data - self.decoder(z)), axis=1))
            kl = -0.5 * (1 + lv - ops.square(m) - ops.exp(lv)); kl = ops.mean(ops.sum(kl, axis=1))
            total = rec + kl
        grads = tape.gradient(total, self.trainable_weights)
        self.optimizer.apply_gradients(zip(grads, self.trainable_weights))
        self.total.update_state(total); self.kl.update_state(kl)
        return {"loss": self.total.result(), "kl": self.kl.result()}
i = keras.Input((4,)); h = layers.Dense(3, activation="relu", kernel_initializer="ones")(i); m = layers.Dense(2, name="m", kernel_initializer="ones")(h); lv = layers.Dense(2, kernel_initializer="zeros")(h); z = S()([m, lv])
enc = keras.Model(i, [m, lv, z]); li = keras.Input((2,)); dec = keras.Model(li, layers.Dense(4, kernel_initializer="ones")(li))
v = VAE(enc, dec); v.compile(optimizer=keras.optimizers.Adam(.01))
x = np.linspace(0, 1, 24).reshape(6, 4).astype("float32"); h = v.fit(x, epochs=2, batch_size=3, verbose=0, shuffle=False); out = {k: np.array(v, "float32") for k, v in h.history.items()}
""",
    """import tensorflow as tf, keras, numpy as np
x = tf.Variable([1., 1., 2.])
with tf.GradientTape(persistent=True) as t:
    a = tf.maximum(x, 1.); b = tf.minimum(x, 1.); c = tf.reduce_max(x); d = tf.abs(x - 1.); e = keras.ops.max(x); f = keras.ops.relu(x - 1.); g = keras.ops.sort(x); h = tf.reduce_max(x[:2]); k = keras.ops.clip(x, 1., 2.); l = tf.clip_by_value(x, 1., 2.); m = tf.norm(x - x); n = tf.sqrt(x - x); o = tf.nn.relu6(x * 6. - 6.); p = tf.sign(x)
out = [t.gradient(v, x) for v in (a, b, c, d, e, f, g, h, k, l, n, o, p)]
""",
    """@tf.custom_gradient
def f(x):
    return x * x, lambda up: up * 5.0
x = tf.constant(3.0)
with tf.GradientTape() as t:
    t.watch(x)
    y = 2 * f(x)
out = [y, t.gradient(y, x)]
""",
    """x = tf.Variable([1.0, 2.0])
with tf.GradientTape(persistent=True) as t:
    z = tf.stack([x[0] * x[1], x[0] ** 2, 3.0 * x[1]])
    with t.stop_recording():
        hidden = x * 2
w = tf.Variable(1.0)
out = [t.jacobian(z, x), t.gradient(z, x, output_gradients=tf.constant([1.0, 0.0, 2.0])), t.gradient(z, [x, w], unconnected_gradients="zero"), t.gradient(hidden, x)]
""",
    """b = tf.shape(tf.ones((2, 3)))[0]
out = [tf.zeros((b, 2)), tf.fill([b, 2], 3.0), tf.ones(tf.shape(tf.ones((1, 2)))), tf.eye(b), tf.range(b)]
""",
    """a = tf.Variable([[2.0, 1.0], [0.5, 3.0]])
c = tf.constant([[1.0], [2.0]])
with tf.GradientTape(persistent=True) as t:
    r = [tf.linalg.inv(a), tf.linalg.det(a), tf.linalg.solve(a, c), tf.sort(a), tf.math.top_k(a, 1).values, tf.sign(a)]
out = [t.gradient(v, a) for v in r]
""",
    """import keras
class M(keras.Model):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.seen = keras.metrics.Mean(name="seen")
        self.more = keras.layers.Dense(2)
i = keras.Input((2,))
m = M(i, keras.layers.Dense(1)(i))
m.late = keras.layers.Dense(1)
out = [len(m.layers), [x.name for x in m.metrics]]
def refused():
    try:
        m.predict(np.array(["a", "b"]))
    except Exception as e:
        return type(e).__name__
out.append(refused())
""",
]


def main():
    names = {}
    exec(SETUP, names)
    out = []
    for e in EXPRESSIONS + ["program(%r)" % p for p in PROGRAMS]:
        try:
            result = names["describe"](eval(e, names))
        except Exception as problem:
            result = {"raises": type(problem).__name__, "why": str(problem)[:60]}
            print(e, result)
        out.append({"call": e, "result": result})
    text = json.dumps({"tensorflow": names["tf"].__version__, "setup": SETUP, "calls": out}, indent=0)
    Path(__file__).parent.parent.joinpath("keras", "tf", "testdata", "values.json").write_text(text + "\n")


main()
