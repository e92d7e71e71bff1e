import math

import keras
import numpy as np
from keras import ops
from keras.src.ops.operation import Operation


def abs_max_quantize_grouped_with_zero_point(inputs, block_size, value_range=(-8, 7), dtype="int8", epsilon=1e-07, to_numpy=False):
    own_dtype = keras.backend.standardize_dtype(inputs.dtype)
    low, high = value_range
    if to_numpy:
        inputs = ops.convert_to_numpy(inputs)
        rows, columns = inputs.shape
        groups = math.ceil(rows / block_size)
        blocks = np.concatenate([inputs, np.zeros((groups * block_size - rows, columns), inputs.dtype)]).reshape(groups, block_size, columns)
        least, most = np.min(blocks, axis=1, keepdims=True), np.max(blocks, axis=1, keepdims=True)
        scale = np.divide(np.subtract(most, least) + epsilon, high - low)
        zero = np.clip(np.round(np.divide(-least, scale)) + low, low, high)
        values = np.clip(np.round(np.divide(blocks, scale)) + zero, low, high).astype(dtype)
        values = values.reshape(groups * block_size, columns)[:rows, :]
        return (ops.convert_to_tensor(values), ops.convert_to_tensor(np.squeeze(scale, axis=1), dtype=own_dtype),
                ops.convert_to_tensor(np.squeeze(zero, axis=1).astype("int8")))
    inputs = ops.convert_to_tensor(inputs)
    rows, columns = ops.shape(inputs)[:2]
    groups = math.ceil(int(rows) / block_size)
    scale, zero = scales(ops.transpose(inputs), int(math.log2(high - low + 1)), block_size, own_dtype, epsilon)
    scale, zero = ops.transpose(scale), ops.transpose(zero)
    missing = groups * block_size - int(rows)
    if missing > 0:
        inputs = ops.concatenate([inputs, ops.zeros((missing, columns), dtype=inputs.dtype)], axis=0)
    blocks = ops.reshape(inputs, (groups, block_size, columns))
    values = ops.add(ops.round(ops.divide(blocks, ops.expand_dims(scale, axis=1))), ops.expand_dims(zero, axis=1))
    values = ops.reshape(ops.cast(ops.clip(values, low, high), dtype), (groups * block_size, columns))
    return values[:rows, :], scale, zero


def scales(x, bits, block_size, dtype, epsilon):
    """The scale and the zero point of each row's blocks, for signed numbers of so many bits."""
    rows, columns = x.shape
    groups = (columns + block_size - 1) // block_size if block_size > 0 else 1
    if groups > 1 and columns % block_size:
        x = ops.pad(x, [[0, 0], [0, block_size - columns % block_size]], constant_values=0.0)
    blocks = ops.reshape(x, [rows, groups, -1])
    least, most = ops.min(blocks, axis=2), ops.max(blocks, axis=2)
    flat = ops.equal(least, most)
    least, most = ops.where(flat, ops.subtract(least, 1), least), ops.where(flat, ops.add(most, 1), most)
    width = ops.subtract(most, least)
    if epsilon > 0:
        width = ops.add(width, epsilon)
    scale = ops.divide(width, ops.cast(ops.subtract(ops.power(2, bits), 1), dtype))
    scale = ops.where(ops.less_equal(scale, 0), 1e-8, scale)
    half = 2 ** (bits - 1)
    zero = ops.clip(ops.add(ops.round(ops.divide(ops.negative(least), scale)), -half), -half, half - 1)
    return scale, ops.cast(zero, "int8")


def nudged(least, most, num_bits, narrow_range):
    """The range, moved so that zero is one of the steps; the step and its inverse."""
    dtype = keras.backend.result_type(least.dtype, "float32")
    least, most = ops.cast(least, dtype), ops.cast(most, dtype)
    last, first = (1 << num_bits) - 1, 1 if narrow_range else 0
    width = ops.subtract(most, least)
    step, inverse = ops.divide(width, last - first), ops.divide(last - first, width)
    zero = ops.round(ops.clip(first - ops.divide(least, step), first, last))
    return ops.multiply(ops.subtract(first, zero), step), ops.multiply(ops.subtract(last, zero), step), step, inverse


def fake_quant_with_min_max_vars(inputs, min_vals, max_vals, num_bits=8, narrow_range=False, axis=None):
    if keras.utils.is_keras_tensor(inputs):
        return FakeQuantWithMinMaxVars().symbolic_call(inputs, min_vals, max_vals)
    x, least, most = (ops.convert_to_tensor(v) for v in (inputs, min_vals, max_vals))
    if axis is not None and not -x.ndim <= axis < x.ndim:
        raise ValueError(f"axis must be among the {x.ndim} dimensions of inputs, got axis={axis}.")
    least, most, step, inverse = nudged(least, most, int(num_bits), narrow_range)
    first = ops.floor(ops.add(ops.multiply(-least, inverse), 0.5))
    inside = ops.subtract(ops.clip(ops.cast(x, least.dtype), least, most), least)
    steps = ops.floor(ops.add(ops.subtract(ops.multiply(inside, inverse), first), 0.5))
    return ops.cast(ops.multiply(steps, step), keras.backend.standardize_dtype(x.dtype))


class FakeQuantWithMinMaxVars(Operation):
    """Rounds to the steps of a range."""

    def __init__(self, num_bits=8, narrow_range=False, axis=None):
        super().__init__()
        self.num_bits = num_bits
        self.narrow_range = narrow_range
        self.axis = axis

    def call(self, inputs, min_vals, max_vals):
        return fake_quant_with_min_max_vars(inputs, min_vals, max_vals, num_bits=self.num_bits, narrow_range=self.narrow_range, axis=self.axis)

    def compute_output_spec(self, inputs, min_vals, max_vals):
        return keras.KerasTensor(inputs.shape, dtype=inputs.dtype)
