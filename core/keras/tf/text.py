import re
import string

import tensorflow as tf


class RaggedTensor:
    """Rows of different lengths: all values, and where each row ends."""

    def __init__(self, values=None, row_splits=None, internal=False):
        if not internal:
            raise ValueError("RaggedTensor is made by tf.ragged.constant, tf.RaggedTensor.from_row_splits and the like.")
        self._values, self._splits = values, row_splits

    @classmethod
    def from_row_splits(cls, values, row_splits, name=None, validate=True):
        splits = [int(n) for n in (row_splits if isinstance(row_splits, (list, tuple)) else tf.convert_to_tensor(row_splits).numpy())]
        return cls(values if isinstance(values, RaggedTensor) else tf.convert_to_tensor(values), splits, True)

    @classmethod
    def from_row_lengths(cls, values, row_lengths, name=None, validate=True):
        splits = [0]
        for n in row_lengths if isinstance(row_lengths, (list, tuple)) else tf.convert_to_tensor(row_lengths).numpy():
            splits.append(splits[-1] + int(n))
        return cls.from_row_splits(values, splits)

    @classmethod
    def from_tensor(cls, tensor, lengths=None, padding=None, ragged_rank=1, name=None, row_splits_dtype=None):
        tensor = tf.convert_to_tensor(tensor)
        if padding is not None or ragged_rank != 1:
            raise NotImplementedError("tf.RaggedTensor.from_tensor with padding or ragged_rank is not modelled here.")
        rows = tensor.numpy().tolist()
        if lengths is not None:
            rows = [row[:int(n)] for row, n in zip(rows, lengths)]
        return _ragged(rows, tensor.dtype)

    values = property(lambda self: self._values)
    flat_values = property(lambda self: self._values.flat_values if isinstance(self._values, RaggedTensor) else self._values)
    row_splits = property(lambda self: tf.constant(self._splits, tf.int64))
    dtype = property(lambda self: self.flat_values.dtype)
    ragged_rank = property(lambda self: 1 + (self._values.ragged_rank if isinstance(self._values, RaggedTensor) else 0))

    @property
    def shape(self):
        return tf.TensorShape([len(self._splits) - 1, None] + self._values.shape.as_list()[1:])

    def nrows(self, out_type=None, name=None):
        return tf.constant(len(self._splits) - 1, tf.int64)

    def row_lengths(self, axis=1, name=None):
        return tf.constant([b - a for a, b in zip(self._splits, self._splits[1:])], tf.int64)

    def with_values(self, new_values):
        return RaggedTensor(new_values, self._splits, True)

    def with_flat_values(self, new_values):
        return self.with_values(self._values.with_flat_values(new_values) if isinstance(self._values, RaggedTensor) else new_values)

    def to_list(self):
        values = self._values.to_list() if isinstance(self._values, RaggedTensor) else self._values.numpy().tolist()
        return [values[a:b] for a, b in zip(self._splits, self._splits[1:])]

    def bounding_shape(self, axis=None, name=None, out_type=None):
        sizes = [len(self._splits) - 1, max([b - a for a, b in zip(self._splits, self._splits[1:])], default=0)]
        rest = self._values.bounding_shape().numpy().tolist() if isinstance(self._values, RaggedTensor) else self._values.shape.as_list()
        made = tf.constant(sizes + rest[1:], tf.int64)
        return made if axis is None else made[axis]

    def to_tensor(self, default_value=None, name=None, shape=None):
        if default_value is None:
            default_value = b"" if self.dtype == tf.string else 0
        sizes = self.bounding_shape().numpy().tolist()
        if shape is not None:
            sizes = [m if n is None else n for m, n in zip(sizes, tf.TensorShape(shape).as_list())]

        def fill(rows, sizes):
            if not sizes:
                return rows
            rows = [fill(row, sizes[1:]) for row in rows[:sizes[0]]]
            return rows + [fill([] if sizes[1:] else default_value, sizes[1:]) for _ in range(sizes[0] - len(rows))]
        return tf.reshape(tf.constant(fill(self.to_list(), sizes), self.dtype), sizes)

    def numpy(self):
        import numpy as np
        rows = self.to_list()
        if len({len(r) for r in rows}) <= 1:
            return np.array(rows)
        out = np.empty(len(rows), dtype=object)
        for i, row in enumerate(rows):
            out[i] = np.array(row, dtype=None if self.dtype == tf.string else self.dtype.as_numpy_dtype)
        return out

    def __getitem__(self, key):
        if isinstance(key, tuple):
            if len(key) == 1 or isinstance(key[0], int):
                inner = self[key[0]]
                return inner[key[1:]] if key[1:] else inner
            rows = self[key[0]]
            return _ragged([row[key[1]] if isinstance(key[1], slice) else [row[key[1]]] for row in rows.to_list()], self.dtype)
        if isinstance(key, slice):
            return _ragged(self.to_list()[key], self.dtype)
        n = len(self._splits) - 1
        if not -n <= key < n:
            raise IndexError(f"slice index {key} of dimension 0 out of bounds.")
        return self._values[self._splits[key % n]:self._splits[key % n + 1]]

    def __iter__(self):
        return (self[i] for i in range(len(self._splits) - 1))

    def __len__(self):
        return len(self._splits) - 1

    def __repr__(self):
        rows = self.to_list()
        even = len({len(row) for row in rows}) == 1 and self.ragged_rank == 1
        return f"<tf.RaggedTensor {'[' + ',{}'.format(chr(10) + ' ').join(map(str, rows)) + ']' if even else rows}>"

    def __bool__(self):
        raise TypeError("A ragged tensor is neither true nor false. Ask for its nrows(), or reduce it first.")

    def _with(self, f, other, *swapped):
        other = other.flat_values if isinstance(other, RaggedTensor) else other
        return self.with_flat_values(f(self.flat_values, other))

    def __add__(self, other):
        return self._with(lambda a, b: a + b, other)

    def __radd__(self, other):
        return self._with(lambda a, b: b + a, other)

    def __sub__(self, other):
        return self._with(lambda a, b: a - b, other)

    def __mul__(self, other):
        return self._with(lambda a, b: a * b, other)

    def __rmul__(self, other):
        return self._with(lambda a, b: b * a, other)

    def __truediv__(self, other):
        return self._with(lambda a, b: a / b, other)

    def __gt__(self, other):
        return self._with(lambda a, b: a > b, other)

    def __lt__(self, other):
        return self._with(lambda a, b: a < b, other)


RaggedTensor.__module__ = "tensorflow.python.ops.ragged.ragged_tensor"


def _depth(rows):
    return 1 + max(map(_depth, rows), default=0) if isinstance(rows, (list, tuple)) else 0


def _ragged(rows, dtype=None):
    flat = [x for row in rows for x in row]
    deep = _depth(rows) > 2
    if deep:
        values = _ragged(flat, dtype)
    else:
        values = tf.constant(flat, dtype) if flat or dtype is not None else tf.constant([], tf.float32)
    return RaggedTensor.from_row_lengths(values, [len(row) for row in rows])


def constant(pylist, dtype=None, ragged_rank=None, inner_shape=None, name=None, row_splits_dtype=None):
    if hasattr(pylist, "tolist"):
        pylist = pylist.tolist()
    if not isinstance(pylist, (list, tuple)) or _depth(pylist) < 2:
        return tf.constant(pylist, dtype)
    if ragged_rank is not None and ragged_rank != _depth(pylist) - 1 or inner_shape is not None:
        raise NotImplementedError("tf.ragged.constant with ragged_rank or inner_shape is not modelled here.")
    return _ragged([list(row.tolist() if hasattr(row, "tolist") else row) for row in pylist], dtype)


def map_flat_values(op, *args, **kwargs):
    ragged = next(a for a in list(args) + list(kwargs.values()) if isinstance(a, RaggedTensor))

    def flat(a):
        return a.flat_values if isinstance(a, RaggedTensor) else a
    return ragged.with_flat_values(op(*map(flat, args), **{k: flat(v) for k, v in kwargs.items()}))


# Strings

def _each(f, x, dtype=tf.string):
    """f of each text, given and returned as bytes or a number."""
    if isinstance(x, RaggedTensor):
        return x.with_flat_values(_each(f, x.flat_values, dtype))
    x = tf.convert_to_tensor(x)
    if x.dtype != tf.string and dtype == tf.string:
        raise TypeError(f"A function of tf.strings takes tensors of dtype string, got {x.dtype.name}.")
    if not tf.executing_eagerly():
        return tf.identity(x) if dtype == tf.string else tf.cast(tf.equal(x, x), dtype)
    if x.shape.rank == 0:
        return tf.constant(f(x.numpy()), dtype)

    def deep(v):
        return [deep(i) for i in v] if isinstance(v, list) else f(v)
    return tf.reshape(tf.constant(deep(x.numpy().tolist()), dtype), x.shape)


def lower(input, encoding="", name=None):
    return _each((lambda s: s.decode(encoding).lower().encode(encoding)) if encoding else bytes.lower, input)


def upper(input, encoding="", name=None):
    return _each((lambda s: s.decode(encoding).upper().encode(encoding)) if encoding else bytes.upper, input)


def strip(input, name=None):
    return _each(bytes.strip, input)


def length(input, unit="BYTE", name=None):
    return _each(lambda s: len(s if unit == "BYTE" else s.decode("utf-8")), input, tf.int32)


def _pattern(pattern):
    if not isinstance(pattern, (str, bytes)):
        pattern = tf.convert_to_tensor(pattern).numpy()
    pattern = pattern.decode("utf-8") if isinstance(pattern, bytes) else pattern
    for name, chars in {"punct": re.escape(string.punctuation), "alpha": "a-zA-Z", "digit": "0-9", "alnum": "a-zA-Z0-9", "space": r"\s", "upper": "A-Z", "lower": "a-z"}.items():
        pattern = pattern.replace(f"[:{name}:]", chars)
    try:
        return re.compile(pattern)
    except re.error:
        raise NotImplementedError(f"The regular expression {pattern!r} is one of RE2 that Python's re does not read; it is not modelled here.") from None


def regex_replace(input, pattern, rewrite, replace_global=True, name=None):
    pattern = _pattern(pattern)
    rewrite = rewrite.decode("utf-8") if isinstance(rewrite, bytes) else rewrite
    return _each(lambda s: pattern.sub(rewrite, s.decode("utf-8"), 0 if replace_global else 1).encode("utf-8"), input)


def regex_full_match(input, pattern, name=None):
    pattern = _pattern(pattern)
    return _each(lambda s: pattern.fullmatch(s.decode("utf-8")) is not None, input, tf.bool)


def substr(input, pos, len, unit="BYTE", name=None):
    def part(s):
        if unit == "BYTE":
            at = pos if pos >= 0 else pos + s.__len__()
            return s[at:at + len]
        text = s.decode("utf-8")
        at = pos if pos >= 0 else pos + text.__len__()
        return text[at:at + len].encode("utf-8")
    return _each(part, input)


def to_number(input, out_type=tf.float32, name=None):
    kind = tf.as_dtype(out_type)
    return _each(lambda s: float(s) if kind.is_floating else int(s), input, kind)


def as_string(input, precision=-1, scientific=False, shortest=False, width=-1, fill="", name=None):
    x = tf.convert_to_tensor(input)

    def text(v):
        if isinstance(v, bool):
            return b"true" if v else b"false"
        if isinstance(v, int):
            return str(v).encode()
        if isinstance(v, bytes):
            return v
        kind = "e" if scientific else "g" if shortest else "f"
        return (f"%.{precision}{kind}" % v if precision >= 0 else f"%{kind}" % v).encode()
    if not tf.executing_eagerly():
        raise NotImplementedError("tf.strings.as_string on symbols is not modelled here.")
    if width >= 0 or fill:
        raise NotImplementedError("tf.strings.as_string with width or fill is not modelled here.")

    def deep(v):
        return [deep(i) for i in v] if isinstance(v, list) else text(v)
    return tf.constant(deep(x.numpy().tolist()), tf.string)


def _rows(x, cut):
    x = tf.convert_to_tensor(x)
    if not tf.executing_eagerly():
        raise NotImplementedError("A split of symbols into ragged rows is not modelled here.")
    if x.shape.rank == 0:
        return tf.constant(cut(x.numpy()), tf.string)

    def deep(v):
        return [deep(i) for i in v] if isinstance(v, list) else cut(v)
    return _ragged(deep(x.numpy().tolist()), tf.string)


def split(input, sep=None, maxsplit=-1, name=None):
    sep = sep.encode() if isinstance(sep, str) else sep
    return _rows(input, lambda s: s.split(sep or None, maxsplit))


def bytes_split(input, name=None):
    return _rows(input, lambda s: [s[i:i + 1] for i in range(len(s))])


def unicode_split(input, input_encoding="UTF-8", errors="replace", replacement_char=65533, name=None):
    return _rows(input, lambda s: [c.encode("utf-8") for c in s.decode("utf-8")])


def join(inputs, separator="", name=None):
    inputs = [tf.convert_to_tensor(x) for x in inputs]
    if not tf.executing_eagerly():
        return tf.identity(max(inputs, key=lambda x: len(x.shape)))
    shape = max((x.shape.as_list() for x in inputs), key=len)
    count = 1
    for n in shape:
        count *= n
    flat = [[x.numpy()] * count if x.shape.rank == 0 else tf.reshape(x, [-1]).numpy().tolist() for x in inputs]
    for part in flat:
        if len(part) != count:
            raise ValueError("tf.strings.join() takes texts of one shape, and scalars.")
    return tf.reshape(tf.constant([separator.encode().join(parts) for parts in zip(*flat)], tf.string), shape)


def reduce_join(inputs, axis=None, keepdims=False, separator="", name=None):
    glue = separator.encode()
    if isinstance(inputs, RaggedTensor):
        if axis not in (-1, inputs.ragged_rank):
            raise NotImplementedError("tf.strings.reduce_join of ragged rows joins along the last axis here.")
        return tf.constant([glue.join(row) for row in inputs.to_list()], tf.string)
    x = tf.convert_to_tensor(inputs)
    rank = x.shape.rank
    if axis is None:
        return tf.constant(glue.join(tf.reshape(x, [-1]).numpy().tolist()) if rank else x.numpy(), tf.string)
    if axis % rank != rank - 1 or keepdims:
        raise NotImplementedError("tf.strings.reduce_join joins along the last axis here.")

    def deep(v, depth):
        return glue.join(v) if depth == 1 else [deep(i, depth - 1) for i in v]
    return tf.constant(deep(x.numpy().tolist(), rank), tf.string)


def format(template, inputs, placeholder="{}", summarize=3, name=None):
    inputs = inputs if isinstance(inputs, (list, tuple)) else [inputs]
    text = template
    for x in inputs:
        x = tf.convert_to_tensor(x)
        text = text.replace(placeholder, repr(x.numpy().tolist()).replace(",", ""), 1)
    return tf.constant(text)


# Functions of Python in a graph

def _converted(out, Tout):
    if isinstance(Tout, (list, tuple)):
        return [tf.convert_to_tensor(v, d) for v, d in zip(out if isinstance(out, (list, tuple)) else [out], Tout)]
    return tf.convert_to_tensor(out, Tout)


def py_function(func=None, inp=None, Tout=None, name=None):
    if not tf.executing_eagerly():
        raise NotImplementedError("tf.py_function on symbols is not modelled here.")
    return _converted(func(*[tf.convert_to_tensor(v) for v in inp]), Tout)


def numpy_function(func=None, inp=None, Tout=None, stateful=True, name=None):
    if not tf.executing_eagerly():
        raise NotImplementedError("tf.numpy_function on symbols is not modelled here.")
    return _converted(func(*[tf.convert_to_tensor(v).numpy() for v in inp]), Tout)


# Files of the run

def read_file(filename, name=None):
    if not isinstance(filename, str):
        filename = tf.convert_to_tensor(filename).numpy().decode("utf-8")
    with open(filename, "rb") as file:
        return tf.constant(file.read())


def write_file(filename, contents, name=None):
    with open(filename, "wb") as file:
        file.write(contents.encode() if isinstance(contents, str) else tf.convert_to_tensor(contents).numpy())


class KeyValueTensorInitializer:
    def __init__(self, keys, values, key_dtype=None, value_dtype=None, name=None):
        self.keys, self.values = tf.convert_to_tensor(keys, key_dtype), tf.convert_to_tensor(values, value_dtype)


class StaticHashTable:
    def __init__(self, initializer, default_value, name=None, experimental_is_anonymous=False):
        self.key_dtype, self.value_dtype = initializer.keys.dtype, initializer.values.dtype
        self._default = default_value.encode() if isinstance(default_value, str) else default_value
        self._table = dict(zip(initializer.keys.numpy().tolist(), initializer.values.numpy().tolist()))

    def lookup(self, keys, name=None):
        return _each(lambda k: self._table.get(k, self._default), keys, self.value_dtype)

    __getitem__ = lookup

    def size(self, name=None):
        return tf.constant(len(self._table), tf.int64)
