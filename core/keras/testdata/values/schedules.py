# case exponential
for kw in ({}, {"staircase": True}):
    s = keras.optimizers.schedules.ExponentialDecay(0.1, 10, 0.9, **kw)
    out([s(i) for i in (0, 1, 5, 10, 25, 100)])
# case inverse_time
for kw in ({}, {"staircase": True}):
    s = keras.optimizers.schedules.InverseTimeDecay(0.1, 10, 0.9, **kw)
    out([s(i) for i in (0, 1, 5, 10, 25, 100)])
# case polynomial
for kw in ({}, {"power": 2.0}, {"cycle": True}, {"end_learning_rate": 0.05, "power": 0.5}):
    s = keras.optimizers.schedules.PolynomialDecay(0.1, 10, **kw)
    out([s(i) for i in (0, 1, 5, 10, 25, 100)])
# case cosine
for kw in ({}, {"alpha": 0.1}, {"warmup_target": 0.2, "warmup_steps": 5}, {"alpha": 0.2, "warmup_target": 0.2, "warmup_steps": 5}):
    s = keras.optimizers.schedules.CosineDecay(0.1, 20, **kw)
    out([s(i) for i in (0, 1, 4, 5, 6, 10, 20, 25, 100)])
# case restarts
for kw in ({}, {"t_mul": 1.0}, {"m_mul": 0.5}, {"alpha": 0.1, "t_mul": 3.0, "m_mul": 0.8}):
    s = keras.optimizers.schedules.CosineDecayRestarts(0.1, 10, **kw)
    out([s(i) for i in (0, 1, 5, 9, 11, 25, 31, 100)])
# case piecewise
s = keras.optimizers.schedules.PiecewiseConstantDecay([5, 10, 20], [1.0, 0.5, 0.25, 0.1])
out([s(i) for i in (0, 4, 5, 6, 10, 11, 20, 21, 100)])
s = keras.optimizers.schedules.PiecewiseConstantDecay([5.5], [1.0, 0.5])
out([s(i) for i in (0, 5, 6.0, 10)])
# case in_optimizer
o = keras.optimizers.SGD(keras.optimizers.schedules.ExponentialDecay(0.1, 1, 0.5))
v = keras.Variable(data(3))
for i in range(3):
    out(o.learning_rate)
    o.apply([data(3, start=1.0)], [v])
out(v, o.iterations, [x.path for x in o.variables])
# case custom
class Half(keras.optimizers.schedules.LearningRateSchedule):
    def __call__(self, step):
        return 1.0 / (ops.cast(step, "float32") + 2.0)


o = keras.optimizers.SGD(learning_rate=Half())
v = keras.Variable(data(3))
for i in range(3):
    out(o.learning_rate)
    o.apply([data(3, start=1.0)], [v])
out(v)
