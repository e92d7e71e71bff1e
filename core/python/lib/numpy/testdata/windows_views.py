import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
x = np.arange(12).reshape(3,4)
print(sliding_window_view(x, (2,2)).shape, sliding_window_view(x, 3, axis=1)[0], sliding_window_view(x[0], 2).sum(axis=-1))
v = np.lib.stride_tricks.sliding_window_view(np.arange(6), window_shape=3)[::2]; print(v, v.flags.writeable)
for f in [lambda: sliding_window_view(x, 2), lambda: sliding_window_view(x, (2,2), axis=0), lambda: sliding_window_view(x, 5, axis=0), lambda: sliding_window_view(x, -1, axis=0), lambda: v.__setitem__(0, 1), lambda: sliding_window_view(x, 2, axis=7)]:
    try: f()
    except Exception as e: print(type(e).__name__, e)
w = sliding_window_view(x, (1,2), axis=(0,1), writeable=True); w[0,0] = 9; print(x)
