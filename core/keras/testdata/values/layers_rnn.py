# case simple_rnn
x = data(2, 4, 3)
for kw in ({}, {"return_sequences": True}, {"return_state": True}, {"return_sequences": True, "return_state": True}, {"go_backwards": True, "return_sequences": True}, {"use_bias": False, "activation": "relu"}, {"unroll": True}):
    r = layers.SimpleRNN(2, **kw)
    r.build((2, 4, 3))
    out(fill(r)(x))
# case lstm
x = data(2, 4, 3)
for kw in ({}, {"return_sequences": True}, {"return_sequences": True, "return_state": True}, {"go_backwards": True, "return_state": True}, {"use_bias": False}, {"recurrent_activation": "hard_sigmoid", "activation": "relu"}, {"unroll": True, "return_sequences": True}, {"implementation": 1}):
    r = layers.LSTM(2, **kw)
    r.build((2, 4, 3))
    out(fill(r)(x))
r = layers.LSTM(2)
r.build((2, 4, 3))
out(r.cell.bias)
# case gru
x = data(2, 4, 3)
for kw in ({}, {"return_sequences": True}, {"return_sequences": True, "return_state": True}, {"go_backwards": True}, {"use_bias": False}, {"reset_after": False}, {"reset_after": False, "use_bias": False}, {"recurrent_activation": "tanh", "activation": "relu"}, {"unroll": True}):
    r = layers.GRU(2, **kw)
    r.build((2, 4, 3))
    out(fill(r)(x))
# case masks
x = data(3, 4, 2)
x[0, 2:] = x[1, :2] = x[2, :] = 0
for n in ("SimpleRNN", "LSTM", "GRU"):
    for kw in ({}, {"return_sequences": True}, {"return_sequences": True, "return_state": True}, {"go_backwards": True}, {"zero_output_for_mask": True, "return_sequences": True}, {"unroll": True, "return_sequences": True}):
        r = getattr(layers, n)(2, **kw)
        r.build((3, 4, 2))
        out(fill(r)(layers.Masking()(x)))
r = layers.LSTM(2)
r.build((3, 4, 2))
out(fill(r)(x, mask=np.array([[True, False, True, True], [True] * 4, [False] * 4])))
# case initial_state
x = data(2, 4, 3)
r = layers.LSTM(2, return_state=True)
r.build((2, 4, 3))
fill(r)
out(r(x, initial_state=[data(2, 2, start=1.0), data(2, 2, start=2.0)]))
r = layers.GRU(2, return_state=True, return_sequences=True)
r.build((2, 4, 3))
fill(r)
y, s = r(x)
out(r(x, initial_state=s), r(x, initial_state=[data(2, 2)]))
# case stateful
x = data(2, 4, 3)
for n in ("SimpleRNN", "LSTM", "GRU"):
    r = getattr(layers, n)(2, stateful=True)
    r.build((2, 4, 3))
    fill(r)
    out(r(x), r(x), r.states)
    r.reset_state()
    out(r(x))
# case cells
x = data(2, 3)
c = layers.LSTMCell(2)
c.build((2, 3))
out(fill(c)(x, [data(2, 2), data(2, 2, start=1.0)]))
c = layers.GRUCell(2)
c.build((2, 3))
out(fill(c)(x, data(2, 2)), c(x, [data(2, 2)]))
c = layers.SimpleRNNCell(2)
c.build((2, 3))
out(fill(c)(x, data(2, 2)), c.get_initial_state(batch_size=2))
# case rnn_of_cells
x = data(2, 4, 3)
r = layers.RNN(layers.LSTMCell(2), return_sequences=True, return_state=True)
r.build((2, 4, 3))
out(fill(r)(x))
r = layers.RNN([layers.LSTMCell(2), layers.GRUCell(3)], return_state=True)
r.build((2, 4, 3))
out(fill(r)(x))
# case custom_cell
class Sum(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.state_size = units

    def build(self, shape):
        self.k = self.add_weight(shape=(shape[-1], self.units), name="k", initializer="ones")

    def call(self, x, states):
        h = ops.matmul(x, self.k) + 0.5 * states[0]
        return h, [h]


r = layers.RNN(Sum(2), return_sequences=True)
out(r(data(2, 4, 3)))
# case bidirectional
x = data(2, 4, 3)
for kw in ({}, {"merge_mode": "sum"}, {"merge_mode": "mul"}, {"merge_mode": "ave"}, {"merge_mode": None}):
    b = layers.Bidirectional(layers.LSTM(2, return_sequences=True), **kw)
    b.build((2, 4, 3))
    out(fill(b)(x))
b = layers.Bidirectional(layers.GRU(2, return_state=True))
b.build((2, 4, 3))
out(fill(b)(x))
b = layers.Bidirectional(layers.SimpleRNN(2), backward_layer=layers.SimpleRNN(2, go_backwards=True, activation="relu"))
b.build((2, 4, 3))
out(fill(b)(x))
x[0, 2:] = 0
b = layers.Bidirectional(layers.LSTM(2, return_sequences=True))
b.build((2, 4, 3))
out(fill(b)(layers.Masking()(x)))
# case time_distributed
t = layers.TimeDistributed(layers.Dense(2))
t.build((2, 4, 3))
out(fill(t)(data(2, 4, 3)))
t = layers.TimeDistributed(layers.Conv2D(2, 2))
t.build((2, 3, 4, 4, 1))
out(fill(t)(data(2, 3, 4, 4, 1)))
x = data(2, 4, 3)
x[0, 2:] = 0
t = layers.TimeDistributed(layers.Dense(2))
t.build((2, 4, 3))
out(fill(t)(layers.Masking()(x)))
# case conv_lstm
for kw in ({}, {"return_sequences": True}, {"padding": "same", "return_state": True}, {"strides": 2}, {"go_backwards": True, "dilation_rate": 2}, {"use_bias": False}):
    c = layers.ConvLSTM2D(2, 2, **kw)
    c.build((1, 3, 4, 4, 2))
    out(fill(c)(data(1, 3, 4, 4, 2)))
c = layers.ConvLSTM1D(2, 2, return_sequences=True)
c.build((1, 3, 5, 2))
out(fill(c)(data(1, 3, 5, 2)))
c = layers.ConvLSTM3D(2, 2)
c.build((1, 2, 3, 3, 3, 1))
out(fill(c)(data(1, 2, 3, 3, 3, 1)))
# case half
r = layers.LSTM(2, dtype="mixed_float16")
r.build((2, 4, 3))
out(fill(r)(data(2, 4, 3)))
# case dropout
x = data(2, 4, 3)
for n in ("SimpleRNN", "LSTM", "GRU"):
    for kw in ({"dropout": 0.5}, {"recurrent_dropout": 0.5}, {"dropout": 0.3, "recurrent_dropout": 0.2, "return_sequences": True}, {"dropout": 0.4, "go_backwards": True, "unroll": True}):
        r = getattr(layers, n)(2, seed=3, **kw)
        r.build((2, 4, 3))
        out(fill(r)(x, training=True), r(x), r(x, training=True))
# case dropout_of_cells
x = data(2, 4, 3)
r = layers.RNN([layers.LSTMCell(2, dropout=0.3, seed=1), layers.GRUCell(2, recurrent_dropout=0.3, seed=2)])
r.build((2, 4, 3))
out(fill(r)(x, training=True))
c = layers.GRUCell(2, dropout=0.5, reset_after=False, implementation=1, seed=4)
c.build((2, 3))
out(fill(c)(x[:, 0], data(2, 2), training=True), c(x[:, 1], data(2, 2), training=True))
b = layers.Bidirectional(layers.GRU(2, dropout=0.5, seed=1))
b.build((2, 4, 3))
out(fill(b)(x, training=True))
y = data(1, 3, 4, 4, 2)
v = layers.ConvLSTM2D(2, 2, dropout=0.3, recurrent_dropout=0.2, seed=3)
v.build(y.shape)
out(fill(v)(y, training=True))
# case masked_from_a_state
x = data(2, 4, 3)
m = np.array([[False, True, True, False], [False, False, True, True]])
for n in ("SimpleRNN", "LSTM", "GRU"):
    for kw in ({}, {"unroll": True}, {"zero_output_for_mask": True}, {"unroll": True, "zero_output_for_mask": True}):
        r = getattr(layers, n)(2, return_sequences=True, **kw)
        r.build((2, 4, 3))
        out(fill(r)(x, mask=m, initial_state=[data(2, 2, start=float(i)) for i in range(1 + (n == "LSTM"))]))
# case sequences_as_a_whole
x = data(2, 5, 3)
m = ops.convert_to_tensor(np.array([[True, False, True, True, False], [False, False, True, True, True]]))
for n in ("SimpleRNN", "LSTM", "GRU"):
    for kw in ({"go_backwards": True, "return_sequences": True}, {"use_bias": False, "return_state": True}, {"activation": "relu", "zero_output_for_mask": True, "return_sequences": True},
               {"activation": None, "return_state": True}, {"activation": "softsign"}, {"stateful": True}):
        r = getattr(layers, n)(4, **kw)
        r.build((2, 5, 3))
        out(fill(r)(x), r(x, mask=m), r(x, mask=m, initial_state=[data(2, 4, start=float(i)) for i in range(1 + (n == "LSTM"))]))
e = layers.Embedding(7, 3, mask_zero=True)
r = layers.GRU(4, recurrent_activation="tanh", return_sequences=True)
out(fill(r)(fill(e)(np.array([[1, 2, 0, 4], [5, 0, 0, 0]])))) if r.build((2, 4, 3)) is None and e.build((2, 4)) is None else None
# case a_cell_that_was_changed
x = data(2, 5, 3)
r = layers.LSTM(4, return_sequences=True)
r.build((2, 5, 3))
fill(r)
call = r.cell.call
r.cell.call = lambda inputs, states, training=False: call(2 * inputs, states, training=training)
out(r(x))
layers.SimpleRNNCell.call = lambda self, inputs, states, training=False: (states[0] + 1, [states[0] + 1])
r = layers.SimpleRNN(4)
out(r(x))
