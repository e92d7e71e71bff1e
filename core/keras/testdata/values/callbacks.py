# case callbacks_hear
x = data(6, 3)
y = x[:, :1]
m = keras.Sequential([layers.Input((3,)), layers.Dense(1)])
fill(m)
m.compile("sgd", "mse", metrics=["mae"])
heard = []
class Hears(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        heard.append(["epoch", epoch, logs])
    def on_test_begin(self, logs=None):
        heard.append(["test", logs, self.params])
    def on_test_batch_end(self, batch, logs=None):
        heard.append(["test batch", batch, logs])
    def on_test_end(self, logs=None):
        heard.append(["test end", logs])
    def on_predict_begin(self, logs=None):
        heard.append(["predict", logs, self.params])
    def on_predict_batch_end(self, batch, logs=None):
        heard.append(["predict batch", batch, logs])
    def on_predict_end(self, logs=None):
        heard.append(["predict end", logs])
m.fit(x, y, epochs=2, batch_size=3, verbose=0, shuffle=False, callbacks=[Hears()], validation_data=(x, 2 * y), validation_freq=2)
m.evaluate(x, y, batch_size=4, verbose=0, callbacks=Hears())
m.predict(x, batch_size=4, verbose=0, callbacks=[Hears()])
out(*heard)
out(m.train_on_batch(x, y), m.test_on_batch(x, y), m.test_on_batch(x[:2], 3 * y[:2]))
# case files_of_callbacks
x = data(20, 3)
y = x[:, :1]
m = keras.Sequential([layers.Input((3,)), layers.Dense(1)])
fill(m)
m.compile(keras.optimizers.SGD(0.1), "mse", metrics=["mae"])
C = keras.callbacks
folder = "checkpoints_of_a_test"
m.fit(x, y, epochs=3, verbose=0, batch_size=5, shuffle=False, validation_split=0.2, callbacks=[C.CSVLogger(folder + ".csv", separator=";"), C.ModelCheckpoint(folder + ".keras", monitor="val_mae", mode="min", save_best_only=True, initial_value_threshold=9.0),
    C.ModelCheckpoint(folder + "{epoch:02d}.weights.h5", save_weights_only=True, save_freq=3), C.ReduceLROnPlateau(monitor="loss", factor=0.5, patience=1, min_delta=1.0)])
best = keras.models.load_model(folder + ".keras")
text = open(folder + ".csv").read()
out(text.split("\n")[0], [float(v) for v in text.split("\n")[2].split(";")], best.get_weights(), m.get_weights(), float(m.optimizer.learning_rate))
best.load_weights(folder + "02.weights.h5")
out(best.get_weights())
import os
for name in (".csv", ".keras", "01.weights.h5", "02.weights.h5", "03.weights.h5", "04.weights.h5"):
    if os.path.exists(folder + name):
        out(name)
        os.remove(folder + name)
# case losses_of_ones_own
class Own(keras.Model):
    def __init__(self):
        super().__init__()
        self.d = layers.Dense(1, kernel_initializer="ones")
    def call(self, x):
        return self.d(x)
    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None):
        return 2 * ops.mean(ops.abs(y - y_pred))
m = Own()
x = data(4, 3)
m.compile(keras.optimizers.SGD(0.1))
out(m.fit(x, x[:, :1], epochs=2, verbose=0).history, m.evaluate(x, x[:, :1], verbose=0))
