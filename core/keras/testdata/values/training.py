# case activations
def go(parts, loss="mse", shape=(3,), y=None, opt="sgd", steps=2, metrics=None):
    keras.utils.set_random_seed(1)
    m = keras.Sequential([keras.Input(shape)] + parts)
    fill(m)
    m.compile(opt, loss, metrics=metrics)
    x = data(4, *shape)
    if y is None:
        y = np.abs(data(*m(x).shape, start=2.0))
    out([m.train_on_batch(x, y) for _ in range(steps)], m.get_weights())
for a in "relu tanh sigmoid softmax elu selu gelu silu softplus softsign mish leaky_relu exponential hard_sigmoid hard_silu hard_tanh relu6 log_softmax celu squareplus tanh_shrink soft_shrink hard_shrink sparse_plus sparse_sigmoid log_sigmoid".split():
    go([layers.Dense(4, activation=a), layers.Dense(2)])
# case losses
def go(loss, last="softmax", y=None, metrics=None):
    m = keras.Sequential([keras.Input((3,)), layers.Dense(4, activation="tanh"), layers.Dense(3, activation=last)])
    fill(m)
    m.compile("sgd", loss, metrics=metrics)
    y = np.abs(data(4, 3, start=2.0)) if y is None else y
    out([m.train_on_batch(data(4, 3), y) for _ in range(2)], m.get_weights())
for loss in "mse mae mape msle huber log_cosh kl_divergence poisson categorical_crossentropy binary_crossentropy cosine_similarity hinge squared_hinge categorical_hinge binary_focal_crossentropy categorical_focal_crossentropy dice tversky".split():
    go(loss)
for loss in (keras.losses.CategoricalCrossentropy(from_logits=True), keras.losses.BinaryCrossentropy(from_logits=True, label_smoothing=0.1), keras.losses.Huber(0.2), keras.losses.MeanSquaredError(reduction="sum"), lambda a, b: ops.mean(ops.abs(a - b) ** 1.5)):
    go(loss, None)
go("sparse_categorical_crossentropy", y=np.array([0, 2, 1, 1]), metrics=["accuracy"])
go(keras.losses.SparseCategoricalCrossentropy(from_logits=True), None, np.array([0, 2, 1, 1]))
# case layers
def go(parts, shape=(3,), steps=2, **kw):
    m = keras.Sequential([keras.Input(shape)] + parts)
    fill(m)
    m.compile("sgd", "mse")
    x = data(4, *shape)
    y = np.abs(data(*m(x).shape, start=2.0))
    out([m.train_on_batch(x, y) for _ in range(steps)], m.get_weights())
L = layers
go([L.Dense(3, kernel_regularizer="l2", bias_regularizer="l1", activity_regularizer="l2", kernel_constraint="max_norm"), L.Dense(2)])
go([L.Dropout(0.5, seed=1), L.Dense(2), L.GaussianNoise(0.1, seed=2), L.GaussianDropout(0.2, seed=3), L.AlphaDropout(0.3, seed=4)], steps=3)
for norm in (L.BatchNormalization(), L.LayerNormalization(), L.GroupNormalization(2), L.RMSNormalization(), L.UnitNormalization()):
    go([L.Dense(4), norm, L.Dense(2)])
go([L.PReLU(), L.LeakyReLU(), L.ELU(), L.ReLU(), L.Dense(2), L.Softmax()])
go([L.Lambda(lambda t: ops.sin(t) * 2 + t**2), L.Dense(2)])
go([L.Reshape((2, 6)), L.Permute((2, 1)), L.Flatten(), L.RepeatVector(3), L.Dense(2)], shape=(12,))
go([L.Conv1D(2, 3, strides=2, padding="same"), L.MaxPooling1D(2), L.Flatten(), L.Dense(2)], shape=(8, 2))
go([L.Conv1D(4, 3, groups=2), L.GlobalMaxPooling1D()], shape=(6, 2))
go([L.Conv2D(3, (2, 3), strides=(2, 1), padding="same", activation="relu"), L.AveragePooling2D(2, padding="same"), L.Flatten(), L.Dense(2)], shape=(5, 6, 2))
go([L.DepthwiseConv2D(3, depth_multiplier=2), L.GlobalAveragePooling2D()], shape=(5, 5, 2))
go([L.SeparableConv2D(3, 3), L.Conv2DTranspose(2, 2, strides=2), L.GlobalMaxPooling2D()], shape=(5, 5, 2))
go([L.ZeroPadding2D(1), L.Cropping2D(((1, 0), (0, 1))), L.UpSampling2D(2), L.Conv2D(1, 3), L.Flatten()], shape=(3, 3, 1))
go([L.EinsumDense("abc,cd->abd", output_shape=(None, 3), bias_axes="d"), L.TimeDistributed(L.Dense(2)), L.Flatten()], shape=(4, 2))
# case recurrent
def go(parts, shape=(4, 2)):
    m = keras.Sequential([keras.Input(shape)] + parts)
    fill(m)
    m.compile("sgd", "mse")
    x = data(4, *shape)
    y = np.abs(data(*m(x).shape, start=2.0))
    out([m.train_on_batch(x, y) for _ in range(2)], m.get_weights())
L = layers
for c in (L.LSTM, L.GRU, L.SimpleRNN):
    go([c(3, return_sequences=True), c(2)])
    go([L.Masking(), L.Bidirectional(c(2)), L.Dense(1)])
    go([c(2, dropout=0.3, recurrent_dropout=0.2, seed=1)])
go([L.GRU(3, reset_after=False)])
# case attention
def go(f):
    i = keras.Input((3, 2))
    m = keras.Model(i, layers.Dense(1)(layers.Flatten()(f(i))))
    fill(m)
    m.compile("sgd", "mse")
    out([m.train_on_batch(data(4, 3, 2), data(4, 1)) for _ in range(2)], m.get_weights())
go(lambda i: layers.LayerNormalization()(layers.Add()([i, layers.MultiHeadAttention(2, 3)(i, i)])))
go(lambda i: layers.AdditiveAttention()([layers.Attention(use_scale=True)([i, i]), i]))
go(lambda i: layers.GroupedQueryAttention(2, 2, 1)(i, i))
go(lambda i: layers.Concatenate()([layers.Multiply()([i, i]), layers.Maximum()([i, i * 0.5]), layers.Average()([i, i]), layers.Subtract()([i, i * 2]), layers.Dot(axes=2)([i, i])]))
# case optimizers
def go(opt):
    m = keras.Sequential([keras.Input((3,)), layers.Dense(4, activation="tanh"), layers.Dense(2)])
    fill(m)
    m.compile(opt, "mse")
    out([m.train_on_batch(data(4, 3), data(4, 2, start=2.0)) for _ in range(3)], m.get_weights(), m.optimizer.iterations)
o = keras.optimizers
for opt in ("adam", "rmsprop", "adagrad", "adadelta", "adamax", "nadam", "ftrl", "lion", "adafactor", o.Lamb(0.1), o.SGD(0.1, momentum=0.9, nesterov=True), o.AdamW(0.1, weight_decay=0.1), o.Adam(o.schedules.ExponentialDecay(0.1, 1, 0.5)), o.SGD(0.1, global_clipnorm=0.1), o.SGD(0.1, use_ema=True), o.Adam(0.1, gradient_accumulation_steps=2), o.LossScaleOptimizer(o.SGD(0.1), initial_scale=4.0)):
    go(opt)
# case fit
keras.utils.set_random_seed(3)
m = keras.Sequential([keras.Input((4,), dtype="int32"), layers.Embedding(6, 3), layers.Flatten(), layers.Dropout(0.2), layers.Dense(1)])
m.compile("adam", "mse", metrics=["mae"])
h = m.fit((np.arange(40) * 7 % 6).reshape(10, 4), data(10, 1), epochs=3, batch_size=4, verbose=0, validation_split=0.2)
out(h.history, h.epoch, m.get_weights())
h = m.fit((np.arange(40) * 7 % 6).reshape(10, 4), data(10, 1), epochs=5, initial_epoch=3, verbose=0)
out(h.history, h.epoch, m.optimizer.iterations)
# case fit_weighted
keras.utils.set_random_seed(3)
m = keras.Sequential([layers.Dense(3, activation="softmax")])
m.compile("sgd", "sparse_categorical_crossentropy", metrics=["accuracy"], weighted_metrics=["accuracy"])
h = m.fit(data(11, 3), np.arange(11) % 3, epochs=2, batch_size=4, verbose=0, class_weight={0: 1.0, 1: 2.0, 2: 0.5}, validation_data=(data(4, 3), np.arange(4) % 3))
out(h.history, m.get_weights())
h = m.fit(data(11, 3), np.arange(11) % 3, epochs=2, batch_size=4, verbose=0, sample_weight=np.arange(11) / 5, steps_per_epoch=2, shuffle=False)
out(h.history, m.get_weights(), m.train_on_batch(data(4, 3), np.arange(4) % 3, sample_weight=np.array([1, 0, 2, 1.0]), return_dict=True))
# case several_outputs
i = keras.Input((3,))
m = keras.Model(i, [layers.Dense(2, name="a")(i), layers.Dense(1, name="b")(layers.Dense(4, activation="tanh")(i))])
fill(m)
m.compile("sgd", ["mse", "mae"], loss_weights=[1.0, 0.5], metrics=[["mae"], ["mse"]])
out(m.train_on_batch(data(5, 3), [data(5, 2), data(5, 1)], return_dict=True), m.get_weights())
out(m.fit(data(5, 3), [data(5, 2), data(5, 1)], verbose=0, epochs=2).history)
# case subclass
class M(keras.Model):
    def __init__(self):
        super().__init__()
        self.a, self.b = layers.Dense(3, activation="relu"), layers.Dense(1)

    def call(self, x, training=False):
        x = self.a(x)
        if training:
            x = x * 2
        self.add_loss(ops.mean(x**2) * 0.1)
        return self.b(x)
keras.utils.set_random_seed(2)
m = M()
m.compile("adam", "mse")
out(m.fit(data(6, 3), data(6, 1), verbose=0, epochs=2).history, m.get_weights(), m.evaluate(data(6, 3), data(6, 1), verbose=0))
m.a.trainable = False
m.compile("sgd", "mse")
out(m.train_on_batch(data(6, 3), data(6, 1)), m.get_weights())
# case callbacks
def go(callback, **kw):
    keras.utils.set_random_seed(3)
    m = keras.Sequential([layers.Dense(2, activation="tanh"), layers.Dense(1)])
    m.compile("sgd", "mse", metrics=["mae"])
    h = m.fit(data(8, 3), data(8, 1), verbose=0, epochs=5, callbacks=[callback], **kw)
    out(h.history, h.epoch, m.get_weights())
c = keras.callbacks
go(c.EarlyStopping(monitor="loss", patience=1, min_delta=100.0, restore_best_weights=True))
go(c.EarlyStopping(monitor="val_mae", patience=2), validation_split=0.25)
go(c.LearningRateScheduler(lambda epoch, rate: rate * 0.5 if epoch else rate))
go(c.ReduceLROnPlateau(monitor="loss", patience=1, min_delta=10.0))
seen = []
go(c.LambdaCallback(on_epoch_end=lambda epoch, logs: seen.append([epoch, sorted(logs)]), on_train_begin=lambda logs: seen.append("begin")))
out(seen)
# case without_gradient
m = keras.Sequential([layers.Dense(1)])
raises(m.fit, data(3, 3), data(3, 1))
m.compile("sgd", "mse")
raises(m.train_on_batch, data(3, 3), data(2, 1))
