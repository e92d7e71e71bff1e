import numpy as np
a = np.array([[4., 2.], [1., 3.]])
print(np.linalg.inv(a), np.linalg.det(a), np.linalg.solve(a, [1, 2]), np.linalg.norm(a), np.linalg.norm([3, 4]), np.linalg.norm(a, axis=0), np.linalg.norm(a, 1), np.linalg.norm(a, np.inf), np.linalg.norm(a, 'fro'), np.linalg.norm([1, -2, 3], 1), np.linalg.norm([1, -2, 3], np.inf), np.linalg.norm(a, axis=1, keepdims=True))
print(np.dot(a, a), a.dot([1, 2]), np.dot([1, 2, 3], [4, 5, 6]), np.matmul(a, a), a @ [1, 2], [1, 2] @ a, np.vdot([1, 2], [3, 4]), np.inner([1, 2], [3, 4]), np.inner(a, a), np.outer([1, 2], [3, 4, 5]), np.cross([1, 0, 0], [0, 1, 0]), np.kron([1, 2], [1, 1]), np.tensordot(a, a, axes=1), np.tensordot(a, a), np.tensordot(np.ones((2, 3, 4)), np.ones((4, 3, 5)), axes=([1, 2], [1, 0])))
print(np.einsum('ij,jk->ik', a, a), np.einsum('ii', a), np.einsum('ij->ji', a), np.einsum('ij,ij->', a, a), np.einsum('i,j->ij', [1, 2], [3, 4]), np.einsum('bij,bjk->bik', np.ones((2, 2, 3)), np.ones((2, 3, 1))).shape, np.einsum('...ij->...ji', np.ones((2, 3, 4))).shape, np.einsum('ij->i', a), np.einsum('ii->i', a))
print(np.linalg.matrix_power(a, 3), np.linalg.matrix_rank(a), np.linalg.cholesky([[4., 2.], [2., 3.]]), np.round(np.linalg.pinv(a), 6), np.round(np.linalg.lstsq([[1., 1.], [1., 2.], [1., 3.]], [1., 2., 2.], rcond=None)[0], 6), np.round(np.linalg.eigh([[2., 1.], [1., 3.]])[0], 6), np.round(np.linalg.svd(a)[1], 6), np.round(np.abs(np.linalg.qr(a)[1]), 6))
q, r = np.linalg.qr(np.array([[1., 2.], [3., 4.], [5., 6.]])); print(np.round(q @ r, 6), q.shape, r.shape, np.round(q, 6), np.round(r, 6))
u, s, vt = np.linalg.svd(np.arange(6.).reshape(2, 3), full_matrices=False); print(np.round(u * s @ vt, 6), u.shape, vt.shape, np.linalg.svd(np.arange(6.).reshape(2, 3))[2].shape, np.round(s, 6))
w, v = np.linalg.eigh(np.array([[2., 0.5, 0], [0.5, 1., 0.3], [0, 0.3, 3.]])); print(np.round(w, 6), np.round(np.abs(v), 6))
print(np.round(np.polyfit([0, 1, 2, 3], [1, 3, 5, 7.5], 1), 6), np.polyval([1, 2, 3], 2), np.polyval([1, 0], [1, 2]), np.trace(a), np.linalg.cond(np.eye(2)))
for f in (lambda: np.linalg.inv(np.zeros((2, 2))), lambda: np.linalg.inv(np.zeros((2, 3))), lambda: np.linalg.cholesky([[1., 2.], [2., 1.]]), lambda: np.dot([1, 2], [1, 2, 3]), lambda: np.matmul([[1, 2]], [[1, 2]]), lambda: np.linalg.norm(a, 'foo') if False else np.linalg.det([1, 2]), lambda: np.einsum('ij,jk', a), lambda: np.tensordot(a, np.ones(3), axes=1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e if not isinstance(e, ValueError) or 'einsum' not in str(e) else '')
x = np.random.RandomState(0).rand(3, 4).astype(np.float32); y = np.random.RandomState(1).rand(4, 2).astype(np.float32)
print(x @ y, np.dot(x, y).dtype, (x @ y).sum(), x.T @ x, np.matmul(x, y[:, 0]))
w = np.random.RandomState(2).randn(5, 8).astype('f'); print(w @ w.T); z = np.random.RandomState(3).randn(6, 7); print(z @ z.T)
print(np.arange(8).reshape(2, 2, 2) @ np.arange(4).reshape(2, 2), (np.eye(2, dtype=int) @ [[1, 2], [3, 4]]).dtype, np.ones((2, 3), bool) @ np.ones((3, 2), bool))
