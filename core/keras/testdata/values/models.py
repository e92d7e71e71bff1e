# case sequential
m = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="relu"), layers.Dense(2, activation="softmax")])
fill(m)
x = data(5, 4)
out(m(x), m.predict(x, verbose=0), m.predict(x, batch_size=2, verbose=0), m.predict_on_batch(x), m.get_weights(), m.count_params())
# case functional
a, b = keras.Input((3,), name="a"), keras.Input((2,), name="b")
h = layers.Dense(4, activation="tanh")(layers.Concatenate()([a, b]))
m = keras.Model([a, b], [layers.Dense(1, name="one")(h), h * 2 + ops.sum(a, axis=-1, keepdims=True)])
fill(m)
out(m([data(2, 3), data(2, 2)]), m({"a": data(2, 3), "b": data(2, 2)}), m.predict([data(5, 3), data(5, 2)], batch_size=2, verbose=0))
# case subclassed
class Net(keras.Model):
    def __init__(self, units=3, **kwargs):
        super().__init__(**kwargs)
        self.d = layers.Dense(units)
        self.drop = layers.Dropout(0.5)
        self.o = layers.Dense(1)

    def call(self, x, training=False):
        return self.o(self.drop(ops.relu(self.d(x)), training=training))


m = Net()
m(data(2, 4))
fill(m)
out(m(data(2, 4)), m.predict(data(3, 4), verbose=0), m.weights)
# case cnn
m = keras.Sequential([keras.Input((8, 8, 1)), layers.Conv2D(3, 3, activation="relu"), layers.MaxPooling2D(), layers.BatchNormalization(), layers.Flatten(), layers.Dropout(0.5), layers.Dense(2)])
fill(m)
out(m(data(2, 8, 8, 1)), m.predict(data(2, 8, 8, 1), verbose=0))
# case lstm
m = keras.Sequential([keras.Input((5,), dtype="int32"), layers.Embedding(10, 4, mask_zero=True), layers.LSTM(3), layers.Dense(1, activation="sigmoid")])
fill(m)
out(m(np.array([[1, 2, 3, 0, 0], [4, 5, 0, 0, 0]])), m.predict(np.array([[1, 2, 3, 0, 0], [4, 5, 0, 0, 0]]), verbose=0))
# case evaluate
m = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="softmax", kernel_regularizer="l2")])
fill(m)
m.compile(optimizer="sgd", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
x, y = data(5, 4), np.array([0, 2, 1, 1, 0])
out(m.evaluate(x, y, verbose=0), m.evaluate(x, y, batch_size=2, verbose=0), m.evaluate(x, y, verbose=0, return_dict=True), m.test_on_batch(x, y), m.evaluate(x, y, sample_weight=np.array([1.0, 0.5, 0.0, 2.0, 1.0]), verbose=0))
out(m.metrics_names)
# case evaluate_regression
m = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
fill(m)
m.compile(optimizer="adam", loss=keras.losses.Huber(), metrics=["mae", keras.metrics.RootMeanSquaredError(), keras.metrics.MeanSquaredError(name="m2")])
x, y = data(5, 4), data(5, 1, start=3.0)
out(m.evaluate(x, y, verbose=0), m.evaluate(x, y, batch_size=2, verbose=0, return_dict=True))
m.compile(loss="mse")
out(m.evaluate(x, y, verbose=0), m.compute_loss(x, y, m(x)))
# case evaluate_binary
m = keras.Sequential([keras.Input((4,)), layers.Dense(1, activation="sigmoid")])
fill(m)
m.compile(loss="binary_crossentropy", metrics=["accuracy", keras.metrics.AUC(num_thresholds=10), "precision"] if False else ["accuracy", keras.metrics.AUC(num_thresholds=10)])
x, y = data(6, 4), np.array([0, 1, 1, 0, 1, 0])
out(m.evaluate(x, y, verbose=0, return_dict=True))
m.compile(loss="binary_crossentropy", weighted_metrics=["accuracy"], metrics=[keras.metrics.BinaryAccuracy()])
out(m.evaluate(x, y, sample_weight=data(6), verbose=0, return_dict=True))
# case evaluate_categorical
m = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="softmax")])
fill(m)
m.compile(loss="categorical_crossentropy", metrics=["accuracy", "crossentropy"] if False else ["accuracy"])
out(m.evaluate(data(5, 4), np.eye(3)[[0, 2, 1, 1, 0]], verbose=0, return_dict=True))
# case evaluate_outputs
i = keras.Input((3,))
m = keras.Model(i, [layers.Dense(1, name="one")(i), layers.Dense(2, name="two")(i)])
fill(m)
m.compile(loss=["mse", "mae"], loss_weights=[1.0, 0.5], metrics=[["mae"], ["mse"]])
x = data(5, 3)
out(m.evaluate(x, [data(5, 1), data(5, 2)], verbose=0, return_dict=True), m.evaluate(x, [data(5, 1), data(5, 2)], verbose=0))
m = keras.Model(i, {"one": layers.Dense(1, name="one")(i), "two": layers.Dense(2, name="two")(i)})
fill(m)
m.compile(loss={"one": "mse", "two": "mae"}, metrics={"one": ["mae"]})
out(m.evaluate(x, {"one": data(5, 1), "two": data(5, 2)}, verbose=0, return_dict=True))
# case recreate
m = keras.Sequential([keras.Input((4,)), layers.Dense(3), layers.Dense(2)])
fill(m)
again = keras.Sequential.from_config(m.get_config())
out(bool(np.allclose(again(data(2, 4)), m(data(2, 4)))))
again.set_weights(m.get_weights())
out(bool(np.allclose(again(data(2, 4)), m(data(2, 4)))), again(data(2, 4)))
c = keras.models.clone_model(m)
c.set_weights(m.get_weights())
out(c(data(2, 4)))
j = keras.models.model_from_json(m.to_json())
j.set_weights(m.get_weights())
out(j(data(2, 4)))
# case shared_layers
i, k = keras.Input((3,)), keras.Input((3,))
d = layers.Dense(2)
m = keras.Model([i, k], layers.Subtract()([d(i), d(k)]))
fill(m)
out(m([data(2, 3), data(2, 3, start=1.0)]), len(m.weights))
# case training_flag
m = keras.Sequential([keras.Input((3,)), layers.BatchNormalization(momentum=0.5), layers.Dense(1)])
fill(m)
out(m(data(4, 3), training=True), m.weights, m(data(4, 3)))
# case intermediate
m = keras.Sequential([keras.Input((4,)), layers.Dense(3, name="first"), layers.Dense(2)])
fill(m)
part = keras.Model(m.inputs, m.get_layer("first").output)
out(part(data(2, 4)), part.predict(data(2, 4), verbose=0))
# case predict_dicts_and_ints
i = keras.Input((3,), name="x")
m = keras.Model(i, {"y": layers.Dense(1)(i), "z": i + 1})
fill(m)
out(m.predict(data(4, 3), verbose=0), m.predict(np.arange(6).reshape(2, 3), verbose=0), m.predict({"x": data(2, 3)}, verbose=0))
