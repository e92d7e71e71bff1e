import tensorflow as tf
from keras import random


class Initializer:
    def __call__(self, shape, dtype=None, **kwargs):
        raise NotImplementedError(f"{type(self).__name__} needs a method __call__(shape, dtype=None) of its own.")

    def get_config(self):
        return {}

    @classmethod
    def from_config(cls, config):
        config.pop("dtype", None)
        return cls(**config)


class Zeros(Initializer):
    def __call__(self, shape, dtype=tf.float32, **kwargs):
        return tf.zeros(shape, dtype)


class Ones(Initializer):
    def __call__(self, shape, dtype=tf.float32, **kwargs):
        return tf.ones(shape, dtype)


class Constant(Initializer):
    def __init__(self, value=0, support_partition=False):
        if not (isinstance(value, (int, float, list, tuple)) or hasattr(value, "dtype")):
            raise TypeError(f"A constant is made of a number, a list or an array, got {type(value).__name__}.")
        self.value = value

    def __call__(self, shape, dtype=None, **kwargs):
        return tf.constant(self.value, dtype=tf.float32 if dtype is None and isinstance(self.value, float) else dtype, shape=shape)

    def get_config(self):
        return {"value": self.value}


class RandomUniform(Initializer):
    def __init__(self, minval=-0.05, maxval=0.05, seed=None):
        self.minval, self.maxval, self.seed = minval, maxval, seed

    def __call__(self, shape, dtype=tf.float32, **kwargs):
        return random.uniform(tuple(shape), self.minval, self.maxval, dtype=tf.as_dtype(dtype).name, seed=self.seed)

    def get_config(self):
        return {"minval": self.minval, "maxval": self.maxval, "seed": self.seed}


class RandomNormal(Initializer):
    def __init__(self, mean=0.0, stddev=0.05, seed=None):
        self.mean, self.stddev, self.seed = mean, stddev, seed

    def __call__(self, shape, dtype=tf.float32, **kwargs):
        return random.normal(tuple(shape), self.mean, self.stddev, dtype=tf.as_dtype(dtype).name, seed=self.seed)

    def get_config(self):
        return {"mean": self.mean, "stddev": self.stddev, "seed": self.seed}


for _c in (Initializer, Zeros, Ones, Constant, RandomUniform, RandomNormal):
    _c.__module__ = "tensorflow.python.ops.init_ops_v2"
