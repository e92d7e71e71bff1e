# case regularizers
x = ops.convert_to_tensor(data(3, 4))
for r in (keras.regularizers.L1(0.1), keras.regularizers.L2(0.1), keras.regularizers.L1L2(0.1, 0.2), keras.regularizers.L1L2(l1=0.3), keras.regularizers.L1L2(),
          keras.regularizers.OrthogonalRegularizer(0.1), keras.regularizers.OrthogonalRegularizer(0.1, mode="columns"), keras.regularizers.get("l2"), keras.regularizers.Regularizer()):
    out(r(x))
raises(keras.regularizers.OrthogonalRegularizer(), data(3))
# case constraints
x = data(3, 4, scale=3.0)
for c in (keras.constraints.MaxNorm(1.5), keras.constraints.MaxNorm(1, axis=1), keras.constraints.MaxNorm(1.0, axis=[0, 1]), keras.constraints.NonNeg(), keras.constraints.UnitNorm(), keras.constraints.UnitNorm(axis=1),
          keras.constraints.MinMaxNorm(0.5, 1.0), keras.constraints.MinMaxNorm(4.0, 5.0, rate=0.5), keras.constraints.MinMaxNorm(axis=1), keras.constraints.get("unit_norm"), keras.constraints.Constraint()):
    out(c(x))
# case layer_losses
d = layers.Dense(2, kernel_regularizer="l2", bias_regularizer=keras.regularizers.L1(0.1), activity_regularizer=keras.regularizers.L2(0.5))
out(d.losses)
x = data(4, 3)
d.build((None, 3))
fill(d)
out(d.losses, d(x), d.losses, d(x), d.losses)
# case add_loss
class Adds(layers.Layer):
    def __init__(self):
        super().__init__()
        self.d = layers.Dense(2, kernel_regularizer=keras.regularizers.L1(0.5))

    def call(self, x):
        y = self.d(x)
        self.add_loss(ops.mean(ops.square(y)))
        self.add_loss([ops.sum(y), ops.max(y)])
        return y


m = Adds()
m(data(4, 3))
fill(m)
out(m(data(4, 3)), m.losses)
out(m(data(4, 3)), m.losses)
# case model_losses
m = keras.Sequential([keras.Input((3,)), layers.Dense(2, kernel_regularizer="l2"), layers.ActivityRegularization(l1=0.1, l2=0.2), layers.Dense(1, activity_regularizer="l1")])
fill(m)
out(m(data(4, 3)), m.losses, sum(m.losses))
