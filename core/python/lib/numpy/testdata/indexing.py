import numpy as np
a = np.arange(24).reshape(2, 3, 4)
print(a[1, 2, 3], a[0], a[:, 1], a[..., -1], a[1:, :2, ::2], a[::-1, 0, 0], a[0, ..., 1])
print(a[[0, 1], [1, 2]], a[[1, 0]], a[:, [0, 2]], a[0, [0, 1], [2, 3]], a[[0], :, [1, 2]].shape, a[:, [0, 1], [1, 2]].shape)
print(a[a > 20], a[a % 7 == 0], a[np.array([True, False])], a[:, np.array([True, False, True])].shape)
print(a[np.newaxis].shape, a[:, None, :, None].shape, a[None, ..., None].shape, a[..., None].shape)
print(a[np.array([[0, 1], [1, 0]])].shape, a[np.ix_([0, 1], [0, 2])].shape if hasattr(np, 'ix_') else '')
b = np.zeros((3, 4), int)
b[0] = 1; b[:, 1] = 2; b[1:, 2:] = [[5, 6], [7, 8]]; print(b)
b[[0, 2], [0, 3]] = 9; b[b == 2] = -2; print(b)
b[:, 0] += 10; b[0, 0] *= 2; print(b)
b[b > 5] = np.arange((b > 5).sum()); print(b)
b[...] = 3; print(b)
c = np.arange(5.); c[1:4] = c[2:5]; print(c); c[::2] = 0; print(c); c[[1, 1, 3]] += 1; print(c)
d = np.arange(6); v = d.reshape(2, 3); v[0, 0] = 100; print(d); d[1:3][0] = 7; print(d, v)
e = d[[0, 1]]; e[0] = -1; print(d, e)
print(a[1][2][3], a[-1, -1, -1], a[0, 1:3, 1:3], a[(0, 1, 2)], a[0][1, 2])
for k in (5, (0, 0, 0, 0), 'x', 1.5, [0.5], (0, 5)):
    try:
        print(a[k])
    except IndexError as err:
        print(type(err).__name__, err)
try:
    a[0, 0, 0, 0] = 1
except IndexError as err:
    print(err)
try:
    b[0] = [1, 2]
except ValueError as err:
    print(err)
try:
    a[np.array([True, False, True])]
except IndexError as err:
    print(err)
try:
    b[b == 3] = [1, 2]
except ValueError as err:
    print(err)
f = np.array([1., 2., 3.]); f[0] = 7; f[1] = np.float32(2.5); print(f)
g = np.array([1, 2, 3]); g[0] = 3.9; print(g); g[:] = [4.5, 5.5, 6.5]; print(g)
h = np.array(['ab', 'c']); h[1] = 'xyz'; print(h, h[0], repr(h[0]), h == 'ab')
print(np.take(a, [0, 5, 11]), np.take(a, [0, 1], axis=2), a.take([1, 0], axis=1)[0], np.take_along_axis(np.array([[3, 1, 2]]), np.array([[1, 2, 0]]), axis=1))
print(np.nonzero([[0, 1], [2, 0]]), np.argwhere([[0, 1], [2, 0]]), np.flatnonzero([0, 3, 0, 4]), np.where([True, False, True])[0])
print(np.compress([True, False], [[1, 2], [3, 4]], axis=0), np.extract(np.array([1, 0, 1]) == 1, np.array([5, 6, 7])), np.choose([0, 1, 0], [[1, 2, 3], [10, 20, 30]]))
i, j = np.indices((2, 3)); print(i, j); print(np.unravel_index(5, (2, 3)), np.ravel_multi_index((1, 2), (2, 3)), np.diag_indices(3), np.tril_indices(3), np.triu_indices(3, 1))
print(list(np.ndindex(2, 2)), list(np.ndenumerate([[1, 2], [3, 4]])), np.c_[[1, 2], [3, 4]], np.r_[1, 2, [3, 4], 5:8], np.r_[0:1:3j], np.s_[1:2, ...], np.mgrid[0:2, 0:3])
m = np.eye(3); np.fill_diagonal(m, 5); print(m); np.put_along_axis(m, np.array([[0], [1], [2]]), 7, axis=1); print(m)
x = np.zeros(5); np.add.at(x, [0, 0, 3], 1); print(x); np.place(x, x == 0, [9, 8]); print(x); np.putmask(x, x > 8, 0); print(x); np.copyto(x, 3); print(x)
print(a.flat[5], list(a[0].flat)[:3], a.T.flat[1], len(a.flat)); a.flat[0] = 99; print(a[0, 0, 0])
print(a.item(3), a.item(0, 1, 2), a[0, 0].tolist(), np.array(5)[()], np.array(5).item(), repr(np.array(7)[...]))
for row in a[0]:
    print(row, end=';')
print()
print([int(x) for x in a[0, 0]], [x for x in np.array([1.5, 2.5])], dict(zip(np.array(['a', 'b']), [1, 2])))
