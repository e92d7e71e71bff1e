# case attention
q, v, k = data(2, 3, 4), data(2, 5, 4, start=1.0), data(2, 5, 4, start=2.0)
for kw in ({}, {"use_scale": True}, {"score_mode": "concat"}, {"score_mode": "concat", "use_scale": True}):
    a = layers.Attention(**kw)
    a.build([q.shape, v.shape, k.shape])
    fill(a)
    out(a([q, v]), a([q, v, k]), a([q, v, k], return_attention_scores=True), a([q, v, k], use_causal_mask=True))
    a = layers.AdditiveAttention(use_scale=kw.get("use_scale", False))
    a.build([q.shape, v.shape, k.shape])
    fill(a)
    out(a([q, v]), a([q, v, k], return_attention_scores=True))
# case attention_masks
q, v = data(2, 3, 4), data(2, 5, 4, start=1.0)
m = [np.array([[True, True, False], [True, False, False]]), np.array([[True, True, False, True, False], [False, False, True, True, True]])]
a = layers.Attention()
out(a([q, v], mask=m), a([q, v], mask=m, use_causal_mask=True, return_attention_scores=True), a([q, v], mask=[None, m[1]]))
raises(a, q)
raises(a, [q, v], mask=m[0])
# case multi_head
q, v, k = data(2, 3, 4), data(2, 5, 4, start=1.0), data(2, 5, 4, start=2.0)
for kw in ({}, {"value_dim": 3}, {"use_bias": False}, {"output_shape": 5}, {"use_gate": True}, {"sliding_window": 2}, {"dtype": "float16"}):
    a = layers.MultiHeadAttention(2, 3, **kw)
    a.build(q.shape, v.shape)
    fill(a)
    out(a(q, v), a(q, v, k), a(q, v, return_attention_scores=True), a(q, v, use_causal_mask=True), a(q, q))
# case multi_head_masks
q, v = data(2, 3, 4), data(2, 5, 4, start=1.0)
a = layers.MultiHeadAttention(2, 3)
a.build(q.shape, v.shape)
fill(a)
m = np.array([[True, True, False, True, False], [False, False, True, True, True]])
out(a(q, v, attention_mask=np.broadcast_to(m[:, None, :], (2, 3, 5))), a(q, v, value_mask=m), a(q, v, key_mask=m, use_causal_mask=True, return_attention_scores=True))
x = data(2, 3, 4)
x[0, 2] = x[1, 1:] = 0
y = a(layers.Masking()(x), v)
out(y, a(q, layers.Masking()(v)))
# case multi_head_axes
q = data(2, 3, 2, 4)
a = layers.MultiHeadAttention(2, 3, attention_axes=(1, 2))
a.build(q.shape, q.shape)
fill(a)
out(a(q, q), a(q, q, return_attention_scores=True))
a = layers.MultiHeadAttention(2, 3, attention_axes=1)
a.build(q.shape, q.shape)
fill(a)
out(a(q, q, return_attention_scores=True))
# case grouped_query
q, v = data(2, 3, 4), data(2, 5, 4, start=1.0)
for kw in ({}, {"use_bias": False}, {"use_gate": True}, {"sliding_window": 2}):
    a = layers.GroupQueryAttention(3, 4, 2, **kw)
    a.build(q.shape, v.shape)
    fill(a)
    out(a(q, v), a(q, v, return_attention_scores=True), a(q, v, use_causal_mask=True), a(q, v, attention_mask=np.array([[[True, True, False, True, False]] * 3] * 2)))
# case dropout
q, v = data(2, 3, 4), data(2, 5, 4, start=1.0)
out(layers.Attention(dropout=0.5, seed=1)([q, v], training=True), layers.AdditiveAttention(use_scale=False, dropout=0.3, seed=1)([q, v], training=True))
out(layers.Attention(dropout=0.5, seed=2)([q, v], training=True, return_attention_scores=True))
for a in (layers.MultiHeadAttention(2, 3, dropout=0.4, seed=5), layers.GroupedQueryAttention(3, 4, 2, dropout=0.4, seed=5)):
    a.build(q.shape, q.shape)
    out(fill(a)(q, q, training=True), a(q, q), a(q, q, training=True, return_attention_scores=True))
