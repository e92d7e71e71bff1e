import numpy as np
np.set_printoptions(precision=3); print(np.array([1.23456, 2.5]), repr(np.float64(1.23456)), np.array([1e-10, 1]))
np.set_printoptions(suppress=True); print(np.array([1e-10, 1, 1000.12345])); np.set_printoptions(precision=8, suppress=False)
with np.printoptions(precision=2, linewidth=30):
    print(np.arange(20) / 3)
print(np.get_printoptions()['precision'], np.arange(1001), repr(np.arange(1001)), np.array2string(np.array([1.5, 2.25]), precision=1), np.array2string(np.arange(3), separator=', '), np.array_repr(np.array([1])), np.array_str(np.array([1])))
np.set_printoptions(threshold=5, edgeitems=1); print(np.arange(10), np.zeros((4, 4))); np.set_printoptions(threshold=1000, edgeitems=3)
np.set_printoptions(formatter={'float': lambda x: '%.1f!' % x}); print(np.array([1.0, 2.0])); np.set_printoptions(formatter=None)
print(np.array([[1, 2], [3, 4]], dtype=object), repr(np.array([None, 'a', [1]], dtype=object)), np.array(['x', 1.5, None], dtype=object), repr(np.array({})), np.array([[1.5, np.nan], [np.inf, -2]]), repr(np.array([[True]])), [np.array([1, 2]), np.float32(1.5)], {'a': np.int64(1), 'b': np.array([1.])}, (np.float64(0.5),))
print('%s %r' % (np.array([1]), np.array([1])), '{} {!r}'.format(np.float32(1), np.float32(1)), f'{np.array([1.5, 2])}', f'{np.float64(3.14159):.2f}|{np.int64(5):>4}|{np.float32(0.1):e}|{np.int64(255):x}', str(np.array(1.5)), repr(np.array(1.5)), str(np.float32(1e-7)), repr(np.complex64(1.5 - 2j)))
print(np.zeros((3, 0)), np.zeros((0,)), repr(np.zeros((0, 2), int)), np.array([[[1]]]), np.arange(4).reshape(1, 2, 2), repr(np.arange(8).reshape(2, 2, 2) * 0.5), np.array([1e5, 1e-5]), np.array([123456789.123, 1.0]), np.array([1e16, 1]), np.float32([1e6, 1]), np.float32([0.1, 1 / 3]), np.array([1, 1000000]), np.array([-1, 1]), np.array([0.5, -0.25]), np.array([1 + 1j, 2.5 - 3j]))
print(np.format_float_positional(0.1), np.format_float_scientific(1234.5), np.format_float_positional(1e10, trim='-'), np.format_float_positional(3.14159, precision=2), np.format_float_scientific(np.float32(1e-5)), np.format_float_positional(2.0, trim='0'))
print(np.random.RandomState(0).rand(2, 3), np.random.RandomState(0).randn(3, 3).astype('float32'), np.random.RandomState(0).rand(4, 12), sep='\n')
