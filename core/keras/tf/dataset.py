import random

import numpy as np
import tensorflow as tf

INFINITE_CARDINALITY = -1
UNKNOWN_CARDINALITY = -2


def _invalid(message):
    return tf.errors.InvalidArgumentError(None, None, message)


# Structures: tuples and dicts hold elements; a list is a tensor, as tf.data has it.

def _map(f, first, *rest):
    if isinstance(first, dict):
        return {k: _map(f, v, *[r[k] for r in rest]) for k, v in first.items()}
    if isinstance(first, tuple):
        items = [_map(f, v, *[r[i] for r in rest]) for i, v in enumerate(first)]
        return type(first)(*items) if hasattr(first, "_fields") else tuple(items)
    return f(first, *rest)


def _leaves(x):
    if isinstance(x, dict):
        return [leaf for v in x.values() for leaf in _leaves(v)]
    if isinstance(x, tuple):
        return [leaf for v in x for leaf in _leaves(v)]
    return [x]


def _tensor(v):
    if v is None or isinstance(v, (tf.Tensor, DatasetV2)):
        return v
    if isinstance(v, list) and any(isinstance(i, tf.Tensor) for i in v):
        kind = next(i.dtype for i in v if isinstance(i, tf.Tensor))
        return tf.stack([_tensor(i) if isinstance(i, (tf.Tensor, list)) else tf.constant(i, kind) for i in v])
    return tf.convert_to_tensor(v)


def _tensors(x):
    return _map(_tensor, x)


def _result(x):
    return _tensors(tuple(x) if isinstance(x, list) else x)


def _spec(x):
    if x is None or isinstance(x, (tf.TensorSpec, DatasetSpec)):
        return x
    if isinstance(x, DatasetV2):
        return DatasetSpec(x.element_spec)
    return tf.TensorSpec(x.shape, x.dtype)


def _ranked(spec):
    return None if spec.shape is None else spec.shape.rank


def _with_first(spec, n):
    return _map(lambda s: tf.TensorSpec(None if _ranked(s) is None else [n] + s.shape.as_list(), s.dtype), spec)


def _without_first(spec):
    return _map(lambda s: tf.TensorSpec(s.shape.as_list()[1:], s.dtype), spec)


def _common(a, b):
    def shape(s, t):
        s, t = s.as_list(), t.as_list()
        return [m if m == n else None for m, n in zip(s, t)] if len(s) == len(t) else None
    return _map(lambda s, t: tf.TensorSpec(shape(s.shape, t.shape), s.dtype), a, b)


def _call(f, x):
    return _result(f(*x) if type(x) is tuple else f(x))


def _count(v, what):
    if isinstance(v, tf.Tensor):
        v = v.numpy()
    if isinstance(v, np.integer):
        v = int(v)
    if not isinstance(v, int):
        raise TypeError(f"{what} must be a whole number, got {v!r}.")
    return v


def _stack(elements):
    def leaf(*parts):
        shapes = {tuple(p.shape) for p in parts}
        if len(shapes) > 1:
            raise _invalid(f"A batch needs elements of one shape, got {sorted(shapes)}. padded_batch() fills them up.")
        return tf.stack(parts)
    return _map(leaf, *elements)


class DatasetSpec:
    def __init__(self, element_spec, dataset_shape=()):
        self.element_spec, self._shape = element_spec, tf.TensorShape(dataset_shape)

    def __repr__(self):
        return f"DatasetSpec({self.element_spec!r}, {self._shape!r})"


class _Philox:
    """The numbers by which TensorFlow shuffles: Philox 4x32, ten rounds."""

    def __init__(self, low, high):
        self.key = low & 0xFFFFFFFF, low >> 32 & 0xFFFFFFFF
        self.counter, self.left = [0, 0, high & 0xFFFFFFFF, high >> 32 & 0xFFFFFFFF], []

    def __call__(self):
        if not self.left:
            a, b, c, d = self.counter
            k, m = self.key
            for _ in range(10):
                p, q = 0xD2511F53 * a, 0xCD9E8D57 * c
                a, b, c, d = q >> 32 ^ b ^ k, q & 0xFFFFFFFF, p >> 32 ^ d ^ m, p & 0xFFFFFFFF
                k, m = k + 0x9E3779B9 & 0xFFFFFFFF, m + 0xBB67AE85 & 0xFFFFFFFF
            self.left = [d, c, b, a]
            for i in range(4):
                self.counter[i] = self.counter[i] + 1 & 0xFFFFFFFF
                if self.counter[i]:
                    break
        return self.left.pop()


_operations = {}


def _seeds(seed):
    """The two seeds of an operation: they follow from tf.random.set_seed and from its own."""
    over = _global_seed()
    if over is None:
        return (87654321, seed) if seed is not None else (random.getrandbits(31), random.getrandbits(31))
    if seed is None:
        if _operations.get("of") is not over:
            _operations.update(of=over, random=random.Random(over[0]))
        seed = _operations["random"].randint(0, 2**31 - 1)
    return over[0], seed


class Options:
    def __init__(self):
        self.deterministic = None


class OwnedIterator:
    def __init__(self, dataset):
        self._elements, self.element_spec = dataset._elements(), dataset._element_spec

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._elements)

    def get_next(self):
        for x in self._elements:
            return x
        raise tf.errors.OutOfRangeError(None, None, "End of sequence")


class _NumpyIterator:
    def __init__(self, dataset):
        self._elements = dataset._elements()

    def __iter__(self):
        return self

    def __next__(self):
        return _map(lambda v: v.numpy(), next(self._elements))


class DatasetV2:
    _unknown = NotImplemented  # in the place of a spec

    def __init__(self, elements=None, spec=_unknown, count=None):
        if elements is None:
            raise TypeError("tf.data.Dataset is made by its functions, such as Dataset.from_tensor_slices() and Dataset.range().")
        self._elements, self._given_spec, self._count = elements, spec, count or (lambda: UNKNOWN_CARDINALITY)

    @property
    def _element_spec(self):
        return None if self._given_spec is DatasetV2._unknown else self._given_spec

    @property
    def element_spec(self):
        if self._given_spec is DatasetV2._unknown:
            self._given_spec = self._find_spec()
        return self._element_spec

    def _find_spec(self):
        for x in self._peek():
            return _map(_spec, x)
        return DatasetV2._unknown

    def _peek(self):
        """The first element, for its shapes; no numbers are drawn for it."""
        return self._elements()

    def _like(self, other, spec=None):
        """Lets a spec that is not known yet follow from that of another data set."""
        if self._given_spec is DatasetV2._unknown:
            self._find_spec = lambda: spec(other.element_spec) if spec else other.element_spec
        self._peek = other._peek
        return self

    def __iter__(self):
        return OwnedIterator(self)

    def __bool__(self):
        return True

    def __len__(self):
        n = self._count()
        if n == INFINITE_CARDINALITY:
            raise TypeError("This data set never ends, so it has no length. take(n) gives one that does.")
        if n == UNKNOWN_CARDINALITY:
            raise TypeError("How many elements come is not known before they are drawn. cardinality() tells what is known.")
        return n

    def __repr__(self):
        return f"<{type(self).__name__} element_spec={self.element_spec!r}>"

    def __getattr__(self, name):
        if name in _unmodelled:
            raise NotImplementedError(f"tf.data.Dataset.{name} exists in tensorflow and is not modelled here.")
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

    def cardinality(self):
        return tf.constant(self._count(), tf.int64)

    def as_numpy_iterator(self):
        for leaf in _leaves(self.element_spec):
            if not isinstance(leaf, tf.TensorSpec):
                raise TypeError(f"as_numpy_iterator() takes data sets of tensors, and this one gives values of type {type(leaf)}.")
        return _NumpyIterator(self)

    def options(self):
        return Options()

    # Sources

    @staticmethod
    def from_tensor_slices(tensors, name=None):
        tensors = _tensors(tensors)
        sizes = []
        for leaf in _leaves(tensors):
            if leaf.shape.rank == 0:
                raise ValueError("from_tensor_slices() takes arrays apart along their first dimension, and a scalar has none. from_tensors() keeps it whole.")
            sizes.append(leaf.shape[0])
        for n in sizes:
            if n != sizes[0]:
                raise ValueError(f"All parts of an element must have one length, got {sizes[0]} and {n}.")

        def elements():
            for i in range(sizes[0]):
                yield _map(lambda v: v[i], tensors)
        d = _TensorSliceDataset(elements, _without_first(_map(_spec, tensors)), lambda: sizes[0])
        d._rows = lambda: (tensors, range(sizes[0]))
        return d

    @staticmethod
    def from_tensors(tensors, name=None):
        tensors = _tensors(tensors)
        return _TensorDataset(lambda: iter([tensors]), _map(_spec, tensors), lambda: 1)

    @staticmethod
    def range(*args, output_type=tf.int64, name=None):
        if not 1 <= len(args) <= 3:
            raise ValueError(f"Dataset.range() takes one to three numbers, got {len(args)}.")
        numbers = range(*[_count(v, "An argument of Dataset.range()") for v in args])
        d = _RangeDataset(lambda: (tf.constant(i, output_type) for i in numbers), tf.TensorSpec((), output_type), lambda: len(numbers))
        d._rows = lambda: (tf.constant(list(numbers), output_type), range(len(numbers)))
        return d

    @staticmethod
    def from_generator(generator, output_types=None, output_shapes=None, args=None, output_signature=None, name=None):
        if not callable(generator):
            raise TypeError("from_generator() takes a function that gives a new iterator at each call, not an iterator.")
        if output_signature is None and output_types is None:
            raise TypeError("from_generator() needs output_signature, or output_types.")
        if output_signature is not None and (output_types is not None or output_shapes is not None):
            raise TypeError("from_generator() takes output_signature, or output_types and output_shapes, not both.")
        if output_signature is None:
            if output_shapes is None:
                output_shapes = _map(lambda _: None, output_types)
            output_signature = _map(lambda d, s: tf.TensorSpec(s, d), output_types, output_shapes)

        def convert(s, v):
            x = tf.convert_to_tensor(v, s.dtype)
            if _ranked(s) is not None and (s.shape.rank != x.shape.rank or any(m not in (None, n) for m, n in zip(s.shape.as_list(), x.shape.as_list()))):
                raise TypeError(f"The generator gave an element of shape {x.shape} where {s.shape} was expected.")
            return x

        def elements():
            given = () if args is None else [tf.convert_to_tensor(a).numpy() for a in args]
            for x in generator(*given):
                yield _map(convert, output_signature, tuple(x) if isinstance(output_signature, tuple) else x)
        return _FlatMapDataset(elements, output_signature)

    @staticmethod
    def zip(*args, datasets=None, name=None):
        if not args and datasets is None:
            raise TypeError("Dataset.zip() must be called with at least one data set.")
        given = datasets if datasets is not None else args[0] if len(args) == 1 else args
        for leaf in _leaves(given):
            if not isinstance(leaf, DatasetV2):
                raise TypeError(f"zip() takes data sets, in tuples and dicts, got {leaf!r} of type {type(leaf)}.")

        def elements():
            iterators = _map(lambda d: d._elements(), given)
            while True:
                try:
                    x = _map(next, iterators)
                except (StopIteration, RuntimeError):
                    return
                yield x

        def count():
            sizes = [d._count() for d in _leaves(given)]
            finite = [n for n in sizes if n >= 0]
            if UNKNOWN_CARDINALITY in sizes:
                return UNKNOWN_CARDINALITY
            return min(finite) if finite else INFINITE_CARDINALITY
        return _ZipDataset(elements, _map(lambda d: d.element_spec, given), count)

    # Order and number

    def shuffle(self, buffer_size, seed=None, reshuffle_each_iteration=True, name=None):
        size = _count(buffer_size, "buffer_size")
        if size == INFINITE_CARDINALITY:
            size = len(self)
        if size < 1:
            raise _invalid(f"shuffle() needs a buffer_size of 1 or more, got {buffer_size!r}.")
        if isinstance(seed, tf.Tensor):
            seed = int(seed)
        first, second = _seeds(seed)
        source = _Philox(first, second)

        def mixed(elements):
            draw = _Philox(first, second) if reshuffle_each_iteration is False else _Philox(source(), source())
            buffer, start = {}, 0
            for x in elements:
                buffer[start + len(buffer)] = x
                if len(buffer) < size:
                    continue
                at = start + draw() % len(buffer)
                yield buffer[at]
                buffer[at] = buffer[start]
                del buffer[start]
                start += 1
            while buffer:
                at = start + draw() % len(buffer)
                yield buffer[at]
                buffer[at] = buffer[start]
                del buffer[start]
                start += 1
        d = _ShuffleDataset(lambda: mixed(self._elements()), self._given_spec, self._count)._like(self)
        if self._rows is not None:
            def rows():
                tensors, order = self._rows()
                return tensors, mixed(order)
            d._rows = rows
            d._elements = lambda: (_map(lambda v: v[i], tensors) for tensors, order in [rows()] for i in order)
        return d

    def repeat(self, count=None, name=None):
        count = -1 if count is None else _count(count, "count")

        def elements():
            done = 0
            while done != count:
                empty = True
                for x in self._elements():
                    empty = False
                    yield x
                done += 1
                if empty:
                    return

        def total():
            n = self._count()
            if count < 0:
                return 0 if n == 0 else INFINITE_CARDINALITY
            return n * count if n >= 0 else n
        return _RepeatDataset(elements, self._given_spec, total)._like(self)

    def take(self, count, name=None):
        count = _count(count, "count")

        def elements():
            for i, x in enumerate(self._elements() if count else ()):
                yield x
                if i + 1 == count:
                    return

        def total():
            n = self._count()
            return n if count < 0 else count if n == INFINITE_CARDINALITY else min(n, count) if n >= 0 else n
        return _TakeDataset(elements, self._given_spec, total)._like(self)

    def skip(self, count, name=None):
        count = _count(count, "count")

        def elements():
            for i, x in enumerate(self._elements() if count >= 0 else ()):
                if i >= count:
                    yield x

        def total():
            n = self._count()
            return 0 if count < 0 else max(n - count, 0) if n >= 0 else n
        return _SkipDataset(elements, self._given_spec, total)._like(self)

    def shard(self, num_shards, index, name=None):
        total, index = _count(num_shards, "num_shards"), _count(index, "index")
        if not 0 <= index < total:
            raise _invalid(f"index must be between 0 and {total - 1}, got {index}.")

        def count():
            n = self._count()
            return (n - index + total - 1) // total if n >= 0 else n
        return _ShardDataset(lambda: (x for i, x in enumerate(self._elements()) if i % total == index), self._given_spec, count)._like(self)

    def concatenate(self, dataset, name=None):
        def kinds(d):
            return _map(lambda s: s.dtype, d.element_spec)
        if kinds(self) != kinds(dataset):
            raise TypeError(f"concatenate() takes data sets with elements of one kind, got {self.element_spec} and {dataset.element_spec}.")

        def elements():
            yield from self._elements()
            yield from dataset._elements()

        def count():
            m, n = self._count(), dataset._count()
            if INFINITE_CARDINALITY in (m, n):
                return INFINITE_CARDINALITY
            return UNKNOWN_CARDINALITY if UNKNOWN_CARDINALITY in (m, n) else m + n
        return _ConcatenateDataset(elements, _common(self.element_spec, dataset.element_spec), count)

    def prefetch(self, buffer_size, name=None):
        return self._same(_PrefetchDataset)

    def with_options(self, options, name=None):
        return self._same(_OptionsDataset)

    def _same(self, cls):
        d = cls(self._elements, self._given_spec, self._count)._like(self)
        d._rows = self._rows
        return d

    def cache(self, filename="", name=None):
        kept = []

        def elements():
            if kept:
                yield from kept[0]
                return
            seen = []
            for x in self._elements():
                seen.append(x)
                yield x
            kept[:] = [seen]
        return CacheDataset(elements, self._given_spec, self._count)._like(self)

    def enumerate(self, start=0, name=None):
        spec = self.element_spec
        return _ZipDataset(lambda: ((tf.constant(start + i, tf.int64), x) for i, x in enumerate(self._elements())),
                           (tf.TensorSpec((), tf.int64), spec), self._count)

    def apply(self, transformation_func):
        d = transformation_func(self)
        if not isinstance(d, DatasetV2):
            raise TypeError(f"The function given to apply() must return a data set, got {d!r}.")
        return d

    # Batches

    def batch(self, batch_size, drop_remainder=False, num_parallel_calls=None, deterministic=None, name=None):
        size = _count(batch_size, "batch_size")
        if size < 1:
            raise _invalid("A batch holds 1 element or more: give a batch_size above 0.")

        def elements():
            rows = self._rows and self._rows()
            part = []
            for x in rows[1] if rows else self._elements():
                part.append(x)
                if len(part) == size:
                    yield _take(rows, part)
                    part = []
            if part and not drop_remainder:
                yield _take(rows, part)

        def count():
            n = self._count()
            return n if n < 0 else n // size if drop_remainder else (n + size - 1) // size
        spec = self._given_spec
        if spec is not DatasetV2._unknown:
            spec = _with_first(spec, size if drop_remainder else None) if all(isinstance(s, tf.TensorSpec) for s in _leaves(spec)) else DatasetV2._unknown
        d = (_BatchDataset if num_parallel_calls is None else _ParallelBatchDataset)(elements, spec, count)
        d._like(self, lambda spec: _with_first(spec, size if drop_remainder else None))
        d._peek = lambda: (_stack([x]) for x in self._peek())
        return d

    def padded_batch(self, batch_size, padded_shapes=None, padding_values=None, drop_remainder=False, name=None):
        size = _count(batch_size, "batch_size")
        spec = self.element_spec
        if padded_shapes is None:
            padded_shapes = _map(lambda s: s.shape, spec)
        shapes = _map(lambda s, p: tf.TensorShape(p).as_list(), spec, padded_shapes)
        if padding_values is None or not isinstance(padding_values, (tuple, dict)):
            padding_values = _map(lambda s: padding_values, spec)

        def leaf(s, shape, fill, *parts):
            arrays = [np.asarray(p.numpy()) for p in parts]
            full = [max(a.shape[i] for a in arrays) if n is None else n for i, n in enumerate(shape)]
            if fill is None:
                fill = b"" if s.dtype == tf.string else 0
            out = np.full([len(arrays)] + full, fill, dtype=object if s.dtype == tf.string else arrays[0].dtype)
            for i, a in enumerate(arrays):
                if any(m > n for m, n in zip(a.shape, full)):
                    raise _invalid(f"An element of shape {a.shape} does not fit into the padded shape {full}.")
                out[(i,) + tuple(slice(n) for n in a.shape)] = a if a.ndim else a.item()
            return tf.constant(out.tolist(), s.dtype) if s.dtype == tf.string else tf.constant(out)

        def elements():
            part = []
            for x in self._elements():
                part.append(x)
                if len(part) == size:
                    yield _map(leaf, spec, shapes, padding_values, *part)
                    part = []
            if part and not drop_remainder:
                yield _map(leaf, spec, shapes, padding_values, *part)

        def count():
            n = self._count()
            return n if n < 0 else n // size if drop_remainder else (n + size - 1) // size
        made = _map(lambda s, shape: tf.TensorSpec([size if drop_remainder else None] + shape, s.dtype), spec, shapes)
        return _PaddedBatchDataset(elements, made, count)

    def unbatch(self, name=None):
        if any(leaf.shape.rank == 0 for leaf in _leaves(self.element_spec)):
            raise ValueError("unbatch() takes elements apart along their first dimension, and a scalar has none.")

        def elements():
            for x in self._elements():
                for i in range(_leaves(x)[0].shape[0]):
                    yield _map(lambda v: v[i], x)
        return _UnbatchDataset(elements, _without_first(self.element_spec))

    def window(self, size, shift=None, stride=1, drop_remainder=False, name=None):
        size, step = _count(size, "size"), _count(stride, "stride")
        shift = size if shift is None else _count(shift, "shift")
        spec = self.element_spec

        def elements():
            seen, ended, at, source = [], False, 0, self._elements()
            while True:
                while not ended and len(seen) < (size - 1) * step + 1:
                    ended = True
                    for x in source:
                        seen.append(x)
                        ended = False
                        break
                part = seen[::step][:size]
                if not part or drop_remainder and len(part) < size:
                    return
                yield _map(lambda s, *vs: _VariantDataset(lambda: iter(vs), s, lambda: len(vs)), spec, *part)
                for _ in range(max(0, shift - len(seen))):
                    for x in source:
                        break
                seen = seen[shift:]

        def count():
            n = self._count()
            if n < 0:
                return n
            return max(0, (n - (size - 1) * step - 1) // shift + 1) if drop_remainder else (n + shift - 1) // shift
        return _WindowDataset(elements, _map(DatasetSpec, spec), count)

    # Functions

    def map(self, map_func, num_parallel_calls=None, deterministic=None, synchronous=None, use_unbounded_threadpool=False, name=None):
        if not callable(map_func):
            raise ValueError(f"map() takes a function, got {map_func!r} of type {type(map_func).__name__}.")
        cls = _MapDataset if num_parallel_calls is None else _ParallelMapDataset
        d = cls(lambda: (_call(map_func, x) for x in self._elements()), self._traced(map_func), self._count)
        d._peek = lambda: (_call(map_func, x) for x in self._peek())
        return d

    def _traced(self, f):
        """The spec of what f makes of an element, or that it is not known before it is called with one."""
        spec = self._given_spec
        if spec is DatasetV2._unknown or not all(isinstance(s, tf.TensorSpec) and _ranked(s) is not None for s in _leaves(spec)):
            return DatasetV2._unknown
        made = _trace(lambda x: _call(f, x), spec, _map)
        if made is DatasetV2._unknown:
            return made
        return _map(lambda v: None if v is None else tf.TensorSpec(v.shape, v.dtype), made)

    def filter(self, predicate, name=None):
        made = self._traced(predicate)
        if made is not DatasetV2._unknown and (not isinstance(made, tf.TensorSpec) or made.dtype != tf.bool):
            raise ValueError(f"The function given to filter() must return a scalar of tf.bool, and returns {made}.")
        return _FilterDataset(lambda: (x for x in self._elements() if bool(_call(predicate, x))), self._given_spec)._like(self)

    def take_while(self, predicate, name=None):
        def elements():
            for x in self._elements():
                if not bool(_call(predicate, x)):
                    return
                yield x
        return _TakeWhileDataset(elements, self._given_spec)._like(self)

    def flat_map(self, map_func, name=None):
        def elements():
            for x in self._elements():
                yield from _call(map_func, x)._elements()
        return _FlatMapDataset(elements, self._inner_spec(map_func))

    def _inner_spec(self, f):
        """The spec of the data sets that f makes of elements."""
        for x in self._peek():
            return _call(f, x).element_spec
        return DatasetV2._unknown

    def interleave(self, map_func, cycle_length=None, block_length=None, num_parallel_calls=None, deterministic=None, name=None):
        cycle, block = cycle_length or 10, block_length or 1

        def elements():
            source, slots = self._elements(), []
            while True:
                while len(slots) < cycle:
                    more = [_call(map_func, x)._elements() for _, x in zip(range(1), source)]
                    if not more:
                        break
                    slots += more
                if not slots:
                    return
                for i, slot in enumerate(list(slots)):
                    given = 0
                    for x in slot:
                        yield x
                        given += 1
                        if given == block:
                            break
                    if given < block:
                        slots[i] = None
                        for _, x in zip(range(1), source):
                            slots[i] = _call(map_func, x)._elements()
                slots = [s for s in slots if s is not None]
        return (_InterleaveDataset if num_parallel_calls is None else _ParallelInterleaveDataset)(elements, self._inner_spec(map_func))

    def scan(self, initial_state, scan_func, name=None):
        def elements():
            state = _tensors(initial_state)
            for x in self._elements():
                state, out = scan_func(state, x)
                state = _tensors(state)
                yield _tensors(out)
        return _ScanDataset(elements, DatasetV2._unknown, self._count)

    def reduce(self, initial_state, reduce_func, name=None):
        state = _tensors(initial_state)
        for x in self._elements():
            state = _tensors(reduce_func(state, x))
        return state

    def unique(self, name=None):
        def elements():
            seen = set()
            for x in self._elements():
                key = x.numpy().item() if x.dtype != tf.string else x.numpy()
                if key not in seen:
                    seen.add(key)
                    yield x
        return _UniqueDataset(elements, self._given_spec)

    def get_single_element(self, name=None):
        found = [x for _, x in zip(range(2), self._elements())]
        if len(found) != 1:
            raise _invalid("get_single_element() needs a data set of one element; this one is empty." if not found else "get_single_element() needs a data set of one element; this one has more.")
        return found[0]

    _rows = None


def _take(rows, part):
    if not rows:
        return _stack(part)
    low = part[0]
    if part == list(range(low, low + len(part))):
        return _map(lambda v: v[low:low + len(part)], rows[0])
    return _map(lambda v: tf.gather(v, part), rows[0])


_unmodelled = """bucket_by_sequence_length choose_from_datasets counter fingerprint group_by_window list_files load ragged_batch random rebatch
    rejection_resample sample_from_datasets save snapshot sparse_batch""".split()


def _refused(name):
    def refuse(*args, **kwargs):
        raise NotImplementedError(f"tf.data.Dataset.{name} exists in tensorflow and is not modelled here.")
    return staticmethod(refuse)


for _name in _unmodelled:
    setattr(DatasetV2, _name, _refused(_name))

for _name in """_TensorSlice _Tensor _Range _FlatMap _Zip _Shuffle _Repeat _Take _Skip _Shard _Concatenate _Prefetch _Options Cache _Batch _ParallelBatch _PaddedBatch
        _Unbatch _Window _Variant _Map _ParallelMap _Filter _TakeWhile _Interleave _ParallelInterleave _Scan _Unique""".split():
    globals()[_name + "Dataset"] = type(_name + "Dataset", (DatasetV2,), {"__module__": "tensorflow.python.data.ops.dataset_ops"})
DatasetV2.__module__ = "tensorflow.python.data.ops.dataset_ops"
OwnedIterator.__module__ = "tensorflow.python.data.ops.iterator_ops"


def cardinality(dataset):
    return dataset.cardinality()
