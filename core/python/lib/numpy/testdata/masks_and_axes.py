import numpy as np
x = np.arange(2*3*4*4).reshape(2,3,4,4)
m = np.triu(np.ones((4,4),bool),1)
print(x[..., m].shape, x[..., m].sum(), x[:, :, m].shape, x[0, ..., m].shape, x[:, m[:3], 0].shape if 0 else "")
print(x[..., m, ].sum(), x[..., None, m].shape, x[None, ..., m].shape)
m3 = np.zeros((2,3),bool); m3[0,1]=True
print(x[m3].shape, x[m3, 0].shape, x[m3, ..., 1].shape, x[m3, :, 1].shape, x[m3, None].shape)
y = x.copy(); y[..., m] = 0; print(y.sum()); y[:, 1, m] = -1; print(y.sum())
for f in [lambda: x[..., np.ones((3,3),bool)], lambda: x[m], lambda: x[:, m]]:
    try: f()
    except IndexError as e: print(e)
print(np.apply_over_axes(np.max, x, [1,2]).shape, np.apply_over_axes(np.sum, x, 0).shape, np.apply_over_axes(np.sum, x, (-1,0)).ravel())
for f in [lambda: np.max(x, axis=[1,2]), lambda: np.sum(x, axis=[1]), lambda: x.mean(axis=[0]), lambda: np.squeeze(x[:1], axis=[0]), lambda: np.any(x, axis=[0]), lambda: np.argmax(x, axis=[0]), lambda: np.median(x, axis=[0,1]), lambda: np.std(x, axis=[0,1]), lambda: np.expand_dims(x, [0,1]).shape, lambda: np.flip(x, [0,1]).shape, lambda: np.moveaxis(x, [0,1],[1,0]).shape, lambda: np.linalg.norm(x, axis=[0,1]), lambda: np.count_nonzero(x, axis=[0,1]), lambda: np.transpose(x, [0,1,3,2]).shape, lambda: np.roll(x, [1,2], [0,1]).shape, lambda: np.tensordot(x,x,[[0,1,2,3],[0,1,2,3]]), lambda: np.concatenate([x],[0]), lambda: np.prod(x, axis=[0]), lambda: np.all(x, axis=[0]), lambda: np.ptp(x, axis=[0]), lambda: np.var(x,axis=[1]), lambda: np.nanmean(x,axis=[1]), lambda: np.quantile(x,.5,axis=[0,1]), lambda: np.average(x,axis=[0,1]), lambda: np.cumsum(x,axis=[0]), lambda: np.sort(x,axis=[0]), lambda: np.repeat(x,2,axis=[0]), lambda: np.stack([x],axis=[0])]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(np.linalg.cholesky(np.eye(2)*4, upper=True), np.linalg.pinv(np.ones((2,2,3))).shape)
print(np.lib.stride_tricks.sliding_window_view(np.arange(5), 3))
