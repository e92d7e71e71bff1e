import numpy as np
np.random.seed(0)
X = np.random.randn(100, 3).astype('float32')
w = np.array([1.5, -2.0, 0.5], dtype='float32')
y = X @ w + 0.1 * np.random.randn(100).astype('float32')
print(X.shape, y.shape, X.dtype, y.dtype, X[:2], y[:3])
theta = np.zeros(3)
for i in range(50):
    grad = 2 / len(X) * X.T @ (X @ theta - y)
    theta -= 0.1 * grad
print(np.round(theta, 3))
def sigmoid(z):
    return 1 / (1 + np.exp(-z))
print(sigmoid(np.array([-1., 0., 1.])), sigmoid(0), np.round(sigmoid(np.float32([-2, 2])), 4))
x_train = np.random.randint(0, 256, size=(4, 2, 2)).astype('float32') / 255.0
labels = np.random.randint(0, 10, 4)
print(x_train, labels, np.eye(10)[labels].argmax(axis=1) == labels)
idx = np.random.permutation(4); print(idx, labels[idx], x_train[idx].shape)
data = np.arange(20).reshape(10, 2); split = int(0.8 * len(data)); train, test = data[:split], data[split:]; print(train.shape, test)
for batch in np.array_split(data, 3):
    print(batch.shape, batch.mean(axis=0))
mean, std = X.mean(axis=0), X.std(axis=0); Z = (X - mean) / std; print(np.round(Z.mean(axis=0), 5), np.round(Z.std(axis=0), 5))
conf = np.zeros((3, 3), dtype=int)
for t, p in zip([0, 1, 2, 1], [0, 2, 2, 1]):
    conf[t, p] += 1
print(conf, conf.trace() / conf.sum(), np.diag(conf) / conf.sum(axis=1))
img = np.zeros((5, 5)); img[1:4, 1:4] = 1; kernel = np.ones((3, 3)) / 9
out = np.zeros((3, 3))
for i in range(3):
    for j in range(3):
        out[i, j] = np.sum(img[i:i + 3, j:j + 3] * kernel)
print(out, out.max(), np.unravel_index(out.argmax(), out.shape))
seq = np.array([[1, 2, 3, 0, 0], [4, 5, 0, 0, 0]]); mask = seq != 0; print(mask, mask.sum(axis=1), np.where(mask, seq, -1), np.not_equal(seq, 0).astype('float32'))
emb = np.random.default_rng(0).normal(size=(6, 2)); print(emb[seq].shape, emb[seq][0, 0])
pos = np.arange(4)[:, np.newaxis] / np.power(10000, 2 * np.arange(3)[np.newaxis, :] / 6); print(pos, np.sin(pos).shape)
attn = np.tril(np.ones((3, 3))); print(attn, np.where(attn == 0, -1e9, 0.0), np.triu(np.ones((3, 3)), k=1).astype(bool))
a = np.array([[1, 2], [3, 4]]); print(a.sum(), a.sum(0), a.sum(1), a.prod(), a.cumsum(), a.max(1), a.T.tolist(), a.ravel().tolist(), (a ** 2).tolist(), a.dot(a).tolist(), (a / a.sum(axis=1, keepdims=True)).tolist())
print('shape:', a.shape, 'mean: %.3f' % a.mean(), 'max: {}'.format(a.max()), f'std={a.std():.4f}', 'list', [round(float(v), 2) for v in a.flatten() / 3])
config = {'units': np.int64(3), 'rate': np.float32(0.5), 'mean': np.array([1.0, 2.0])}; print(config, {k: v.tolist() for k, v in config.items()})
print(int(np.prod((2, 3, 4))), np.prod([2, 3]), tuple(np.array([1, 2])), np.array((3, 4)).tolist(), list(np.shape(np.zeros((2, 3)))), np.zeros((2, 3)).shape[0], np.ceil(7 / 2), int(np.ceil(7 / 2)), np.floor(2.7), np.log2(8), np.sqrt(16), np.exp(-np.inf))
t = np.linspace(0, 1, 5); s = np.sin(2 * np.pi * t); print(np.round(s, 6), np.abs(np.fft.fft([1, 0, 0, 0])), np.round(np.fft.fft([1., 2., 3.]), 4), np.fft.fftfreq(4), np.round(np.fft.ifft(np.fft.fft([1., 2., 3., 4.])).real, 6), np.fft.rfft([1, 2, 3, 4]).shape, np.round(np.fft.irfft(np.fft.rfft([1., 2., 3., 4.])), 6))
print(np.hanning(5), np.vander([1, 2, 3]), np.resize([1, 2], (2, 3)), np.block([[np.eye(2), np.zeros((2, 1))], [np.ones((1, 3))]]), np.binary_repr(5, 8), np.trim_zeros([0, 0, 1, 2, 0]))
try:
    np.int
except AttributeError:
    print('np.int is gone')
try:
    np.array([1, 2, 3]).reshape(2, 2)
except ValueError as e:
    print('ValueError:', e)
try:
    X @ np.ones(4)
except ValueError as e:
    print('ValueError:', str(e)[:60])
print(np.array([1, 2]) == np.array([1, 2, 3]) if False else np.array([1, 2]) == [1, 3], np.array([1, 2]) == 'a', np.array(['a', 'b']) == 'a', np.array([1, None]) == None, (np.array([1, 2]) == None).any(), np.array([1.0]) is None)
x = np.arange(3.0); y = x; y += 1; print(x); z = x.copy(); z *= 0; print(x, z); x = x[:2]; print(x, x.base is None if False else '')
print(np.zeros(3, dtype=[('a', int)]) if False else '', np.char.upper(['a']) if False else '', np.array(['apple', 'fig'])[0].upper(), [s.upper() for s in np.array(['a', 'b'])], np.array(['x', 'yy']).tolist(), len(np.array(['abc'])[0]), np.array(['b', 'a', 'c']).argsort(), np.concatenate([['a'], ['bcd']]), np.array(['a', 'b']).astype(object), np.array([1, 2]).astype('U'), np.array(['a']) + np.array(['b']) )
def f(v: np.ndarray) -> np.ndarray:
    assert isinstance(v, np.ndarray) and v.ndim == 2, 'shape'
    return v.mean(-1)
print(f(np.ones((2, 2))), f.__annotations__['v'] is np.ndarray, np.float32 == np.dtype('float32'), np.dtype('float32') in [np.float32, np.float64], str(np.float32), np.array([1.]).dtype.name)
m = np.array([[1, 2, 3], [4, 5, 6]]); m2 = m.copy(); m2[m2 > 3] = 0; print(m2, m[:, ::-1], m[::-1], m[:, [0, 2]], m[np.array([1, 0])], np.delete(m, 1, 1), np.insert(m, 0, 9, axis=0), m[m.sum(axis=1) > 6], m.flatten()[::2], np.argwhere(m > 4).tolist(), np.count_nonzero(m > 2), m.min(axis=0).tolist(), m.mean(), round(m.mean(), 1), m.std().round(3), np.median(m), np.percentile(m, 90), m.nonzero()[0])
