# case sgd
for o in (keras.optimizers.SGD(learning_rate=0.1), keras.optimizers.SGD(learning_rate=0.1, momentum=0.9), keras.optimizers.SGD(learning_rate=0.1, momentum=0.9, nesterov=True), keras.optimizers.SGD(learning_rate=0.5), keras.optimizers.SGD(learning_rate=0.1, weight_decay=0.1)):
    w, b = keras.Variable(data(3, 2), name="kernel"), keras.Variable(data(2, start=1.0), name="bias")
    for i in range(4):
        o.apply([data(3, 2, start=i + 0.5), data(2, start=2.0 * i)], [w, b])
    out(w, b, o.variables, [v.path for v in o.variables], o.iterations)
# case rmsprop
for o in (keras.optimizers.RMSprop(learning_rate=0.1), keras.optimizers.RMSprop(learning_rate=0.1, rho=0.5), keras.optimizers.RMSprop(learning_rate=0.1, momentum=0.9), keras.optimizers.RMSprop(learning_rate=0.1, centered=True), keras.optimizers.RMSprop(learning_rate=0.1, centered=True, momentum=0.5, epsilon=1e-3)):
    w, b = keras.Variable(data(3, 2), name="kernel"), keras.Variable(data(2, start=1.0), name="bias")
    for i in range(4):
        o.apply([data(3, 2, start=i + 0.5), data(2, start=2.0 * i)], [w, b])
    out(w, b, o.variables, [v.path for v in o.variables], o.iterations)
# case adam
for o in (keras.optimizers.Adam(learning_rate=0.1), keras.optimizers.Adam(learning_rate=0.1, amsgrad=True), keras.optimizers.Adam(learning_rate=0.1, beta_1=0.5, beta_2=0.9), keras.optimizers.Adam(learning_rate=0.1, epsilon=0.1), keras.optimizers.Adam(learning_rate=0.1, weight_decay=0.1)):
    w, b = keras.Variable(data(3, 2), name="kernel"), keras.Variable(data(2, start=1.0), name="bias")
    for i in range(4):
        o.apply([data(3, 2, start=i + 0.5), data(2, start=2.0 * i)], [w, b])
    out(w, b, o.variables, [v.path for v in o.variables], o.iterations)
# case adamw
for o in (keras.optimizers.AdamW(learning_rate=0.1), keras.optimizers.AdamW(learning_rate=0.1, weight_decay=0.1), keras.optimizers.AdamW(learning_rate=0.1, amsgrad=True)):
    w, b = keras.Variable(data(3, 2), name="kernel"), keras.Variable(data(2, start=1.0), name="bias")
    for i in range(4):
        o.apply([data(3, 2, start=i + 0.5), data(2, start=2.0 * i)], [w, b])
    out(w, b, o.variables, [v.path for v in o.variables], o.iterations)
# case adadelta
for o in (keras.optimizers.Adadelta(learning_rate=0.1), keras.optimizers.Adadelta(learning_rate=0.1, rho=0.5), keras.optimizers.Adadelta(learning_rate=0.1, epsilon=0.01)):
    w, b = keras.Variable(data(3, 2), name="kernel"), keras.Variable(data(2, start=1.0), name="bias")
    for i in range(4):
        o.apply([data(3, 2, start=i + 0.5), data(2, start=2.0 * i)], [w, b])
    out(w, b, o.variables, [v.path for v in o.variables], o.iterations)
# case adafactor
for o in (keras.optimizers.Adafactor(learning_rate=0.1), keras.optimizers.Adafactor(learning_rate=0.1, relative_step=False), keras.optimizers.Adafactor(learning_rate=0.1, clip_threshold=0.1), keras.optimizers.Adafactor(learning_rate=0.1, beta_2_decay=-0.5, epsilon_1=1e-3, epsilon_2=0.1)):
    w, b = keras.Variable(data(3, 2), name="kernel"), keras.Variable(data(2, start=1.0), name="bias")
    for i in range(4):
        o.apply([data(3, 2, start=i + 0.5), data(2, start=2.0 * i)], [w, b])
    out(w, b, o.variables, [v.path for v in o.variables], o.iterations)
# case adagrad
for o in (keras.optimizers.Adagrad(learning_rate=0.1), keras.optimizers.Adagrad(learning_rate=0.1, initial_accumulator_value=0.5), keras.optimizers.Adagrad(learning_rate=0.1, epsilon=0.1)):
    w, b = keras.Variable(data(3, 2), name="kernel"), keras.Variable(data(2, start=1.0), name="bias")
    for i in range(4):
        o.apply([data(3, 2, start=i + 0.5), data(2, start=2.0 * i)], [w, b])
    out(w, b, o.variables, [v.path for v in o.variables], o.iterations)
# case adamax
for o in (keras.optimizers.Adamax(learning_rate=0.1), keras.optimizers.Adamax(learning_rate=0.1, beta_1=0.5, beta_2=0.9), keras.optimizers.Adamax(learning_rate=0.1, epsilon=0.1)):
    w, b = keras.Variable(data(3, 2), name="kernel"), keras.Variable(data(2, start=1.0), name="bias")
    for i in range(4):
        o.apply([data(3, 2, start=i + 0.5), data(2, start=2.0 * i)], [w, b])
    out(w, b, o.variables, [v.path for v in o.variables], o.iterations)
# case nadam
for o in (keras.optimizers.Nadam(learning_rate=0.1), keras.optimizers.Nadam(learning_rate=0.1, beta_1=0.5, beta_2=0.9), keras.optimizers.Nadam(learning_rate=0.1, epsilon=0.1)):
    w, b = keras.Variable(data(3, 2), name="kernel"), keras.Variable(data(2, start=1.0), name="bias")
    for i in range(4):
        o.apply([data(3, 2, start=i + 0.5), data(2, start=2.0 * i)], [w, b])
    out(w, b, o.variables, [v.path for v in o.variables], o.iterations)
# case lamb
for o in (keras.optimizers.Lamb(learning_rate=0.1), keras.optimizers.Lamb(learning_rate=0.1, beta_1=0.5, beta_2=0.9), keras.optimizers.Lamb(learning_rate=0.1, epsilon=0.1)):
    w, b = keras.Variable(data(3, 2), name="kernel"), keras.Variable(data(2, start=1.0), name="bias")
    for i in range(4):
        o.apply([data(3, 2, start=i + 0.5), data(2, start=2.0 * i)], [w, b])
    out(w, b, o.variables, [v.path for v in o.variables], o.iterations)
# case lion
for o in (keras.optimizers.Lion(learning_rate=0.1), keras.optimizers.Lion(learning_rate=0.1, beta_1=0.5, beta_2=0.9), keras.optimizers.Lion(learning_rate=0.1, weight_decay=0.1)):
    w, b = keras.Variable(data(3, 2), name="kernel"), keras.Variable(data(2, start=1.0), name="bias")
    for i in range(4):
        o.apply([data(3, 2, start=i + 0.5), data(2, start=2.0 * i)], [w, b])
    out(w, b, o.variables, [v.path for v in o.variables], o.iterations)
# case schedulefreeadamw
for o in (keras.optimizers.ScheduleFreeAdamW(learning_rate=0.1), keras.optimizers.ScheduleFreeAdamW(learning_rate=0.1, warmup_steps=2), keras.optimizers.ScheduleFreeAdamW(learning_rate=0.1, beta_1=0.5, beta_2=0.9)):
    w, b = keras.Variable(data(3, 2), name="kernel"), keras.Variable(data(2, start=1.0), name="bias")
    for i in range(4):
        o.apply([data(3, 2, start=i + 0.5), data(2, start=2.0 * i)], [w, b])
    out(w, b, o.variables, [v.path for v in o.variables], o.iterations)
# case ftrl
for o in (keras.optimizers.Ftrl(learning_rate=0.1), keras.optimizers.Ftrl(learning_rate=0.1, l1_regularization_strength=0.1), keras.optimizers.Ftrl(learning_rate=0.1, l2_regularization_strength=0.1), keras.optimizers.Ftrl(learning_rate=0.1, l2_shrinkage_regularization_strength=0.1), keras.optimizers.Ftrl(learning_rate=0.1, beta=0.5, learning_rate_power=-0.3), keras.optimizers.Ftrl(learning_rate=0.1, initial_accumulator_value=0.5)):
    w, b = keras.Variable(data(3, 2), name="kernel"), keras.Variable(data(2, start=1.0), name="bias")
    for i in range(4):
        o.apply([data(3, 2, start=i + 0.5), data(2, start=2.0 * i)], [w, b])
    out(w, b, o.variables, [v.path for v in o.variables], o.iterations)
# case muon
for o in (keras.optimizers.Muon(learning_rate=0.1), keras.optimizers.Muon(learning_rate=0.1, nesterov=False), keras.optimizers.Muon(learning_rate=0.1, ns_steps=2), keras.optimizers.Muon(learning_rate=0.1, rms_rate=None), keras.optimizers.Muon(learning_rate=0.1, adam_lr_ratio=2, momentum=0.5), keras.optimizers.Muon(learning_rate=0.1, exclude_layers=['kernel'])):
    w, b = keras.Variable(data(3, 2), name="kernel"), keras.Variable(data(2, start=1.0), name="bias")
    for i in range(4):
        o.apply([data(3, 2, start=i + 0.5), data(2, start=2.0 * i)], [w, b])
    out(w, b, o.variables, [v.path for v in o.variables], o.iterations)
# case common_sgd
for kw in (dict(clipnorm=0.5), dict(clipvalue=0.3), dict(global_clipnorm=0.5), dict(use_ema=True, ema_momentum=0.5), dict(use_ema=True, ema_momentum=0.5, ema_overwrite_frequency=2), dict(loss_scale_factor=2.0), dict(gradient_accumulation_steps=2), dict(use_ema=True, ema_momentum=0.5, ema_overwrite_frequency=1, gradient_accumulation_steps=2)):
    o = keras.optimizers.SGD(learning_rate=0.1, **kw)
    w, b = keras.Variable(data(3, 2), name="kernel"), keras.Variable(data(2, start=1.0), name="bias")
    for i in range(5):
        o.apply([data(3, 2, start=i + 0.5), data(2, start=2.0 * i)], [w, b])
        out(w, b)
    out(o.variables, [v.path for v in o.variables], o.iterations)
    o.finalize_variable_values([w, b])
    out(w, b)
# case common_adam
for kw in (dict(clipnorm=0.5), dict(clipvalue=0.3), dict(global_clipnorm=0.5), dict(use_ema=True, ema_momentum=0.5), dict(use_ema=True, ema_momentum=0.5, ema_overwrite_frequency=2), dict(loss_scale_factor=2.0), dict(gradient_accumulation_steps=2), dict(use_ema=True, ema_momentum=0.5, ema_overwrite_frequency=1, gradient_accumulation_steps=2)):
    o = keras.optimizers.Adam(learning_rate=0.1, **kw)
    w, b = keras.Variable(data(3, 2), name="kernel"), keras.Variable(data(2, start=1.0), name="bias")
    for i in range(5):
        o.apply([data(3, 2, start=i + 0.5), data(2, start=2.0 * i)], [w, b])
        out(w, b)
    out(o.variables, [v.path for v in o.variables], o.iterations)
    o.finalize_variable_values([w, b])
    out(w, b)
# case apply_gradients
d = layers.Dense(2)
d.build((None, 3))
fill(d)
o = keras.optimizers.SGD(0.1, momentum=0.5)
out(o.apply_gradients(zip([data(3, 2), data(2)], d.trainable_variables)))
out(d.kernel, d.bias, [v.path for v in o.variables])
o.build(d.trainable_variables)
o.apply([data(3, 2), data(2)])
out(d.get_weights())
raises(o.apply, [data(3, 2), data(2)], [keras.Variable(data(3, 2)), d.bias])
raises(o.apply, [None, None], d.trainable_variables)
o.apply([None, data(2)], d.trainable_variables)
out(d.get_weights())
# case learning_rate
o = keras.optimizers.Adam(0.05)
out(o.learning_rate, float(o.learning_rate), o.get_config()["learning_rate"])
o.learning_rate = 0.25
out(o.learning_rate, o.get_config()["learning_rate"])
o.learning_rate.assign(0.5)
out(o.learning_rate)
o.learning_rate = keras.optimizers.schedules.ExponentialDecay(0.1, 1, 0.5)
out(o.learning_rate, [v.path for v in o.variables])
o = keras.optimizers.SGD(keras.optimizers.schedules.ExponentialDecay(0.1, 1, 0.5))
raises(setattr, o, "learning_rate", 0.5)
o = keras.optimizers.SGD(lambda: 0.125)
out(o.learning_rate)
# case decay_exclusions
o = keras.optimizers.AdamW(0.1, weight_decay=0.5)
w, b = keras.Variable(data(3, 2), name="kernel"), keras.Variable(data(2, start=1.0), name="bias")
o.exclude_from_weight_decay(var_names=["bias"])
o.apply([data(3, 2), data(2)], [w, b])
out(w, b)
o = keras.optimizers.SGD(0.1, weight_decay=0.5)
w, b = keras.Variable(data(3, 2), name="kernel"), keras.Variable(data(2, start=1.0), name="bias")
o.exclude_from_weight_decay(var_list=[w])
o.apply([data(3, 2), data(2)], [w, b])
out(w, b)
# case constraints
w = keras.Variable(data(3, 2))
w.constraint = keras.constraints.NonNeg()
o = keras.optimizers.SGD(0.5)
o.apply([data(3, 2, start=1.0)], [w])
out(w)
# case loss_scale
o = keras.optimizers.LossScaleOptimizer(keras.optimizers.SGD(0.1), initial_scale=4.0, dynamic_growth_steps=2)
w = keras.Variable(data(3))
out(o.scale_loss(2.0))
o.build([w])
out([v.path for v in o.variables], o.variables, o.scale_loss(2.0), o.learning_rate, o.iterations)
# case multi
m = keras.optimizers.OptimizerMap(keras.optimizers.SGD(0.1), {"bias": keras.optimizers.Adam(0.2)})
o = keras.optimizers.MultiOptimizer(m)
w, b = keras.Variable(data(3, 2), name="kernel"), keras.Variable(data(2, start=1.0), name="bias")
for i in range(2):
    o.apply([data(3, 2, start=i + 0.5), data(2, start=2.0 * i)], [w, b])
out(w, b, [v.path for v in o.variables], o.iterations)
# case stateless
o = keras.optimizers.Adam(0.1)
w = keras.Variable(data(3))
o.build([w])
t, s = o.stateless_apply([v.value for v in o.variables], [data(3, start=1.0)], [w.value])
out(t, s, w, o.iterations)
# case custom
class Plain(keras.optimizers.Optimizer):
    def __init__(self, learning_rate=0.1, **kwargs):
        super().__init__(learning_rate=learning_rate, **kwargs)

    def build(self, variables):
        super().build(variables)
        self.last = [self.add_variable_from_reference(v, name="last") for v in variables]

    def update_step(self, gradient, variable, learning_rate):
        last = self.last[self._get_variable_index(variable)]
        variable.assign_sub(learning_rate * (gradient + last))
        last.assign(gradient)


o = Plain(0.5, name="plain")
w = keras.Variable(data(3), name="w")
for i in range(3):
    o.apply([data(3, start=i)], [w])
out(w, [v.path for v in o.variables], o.variables)
# case half_precision
w = keras.Variable(data(3), dtype="float16")
o = keras.optimizers.Adam(0.1)
o.apply([data(3, start=1.0)], [w])
out(w, o.variables)
# case set_weights
o = keras.optimizers.SGD(0.1, momentum=0.9)
w = keras.Variable(data(3))
o.build([w])
o.set_weights([np.array(3), np.array(0.5, dtype="float32"), data(3)])
o.apply([data(3, start=1.0)], [w])
out(w, o.variables)
