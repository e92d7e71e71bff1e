import keras
import numpy as np
from keras import layers, ops, tree
from keras.saving import deserialize_keras_object, serialize_keras_object
from keras.src.layers.preprocessing.data_layer import DataLayer
from keras.src.saving.keras_saveable import KerasSaveable
from keras.src.utils.naming import auto_name


class Part(KerasSaveable):
    """What a feature and a cross have in common: a config of their slots, and an output mode among few."""

    keys, modes = (), ()

    def hold(self, **values):
        mode = values["output_mode"]
        if mode not in self.modes:
            raise ValueError(f"output_mode must be one of {', '.join(self.modes)}, got {mode!r}.")
        vars(self).update(values)

    def get_config(self):
        written = {key: getattr(self, key) for key in self.keys}
        if "preprocessor" in written:
            written["preprocessor"] = serialize_keras_object(written["preprocessor"])
        return written

    @classmethod
    def from_config(cls, config):
        return cls(**dict(config))

    def _obj_type(self):
        return type(self).__name__


class Cross(Part):
    """Columns that are hashed together."""

    keys, modes = ("feature_names", "crossing_dim", "output_mode"), ("int", "one_hot")
    name = property(lambda self: "_X_".join(self.feature_names))

    def __init__(self, feature_names, crossing_dim, output_mode="one_hot"):
        self.hold(output_mode=output_mode, feature_names=tuple(feature_names), crossing_dim=crossing_dim)


class Feature(Part):
    """One column: its dtype, the layer that prepares it, and its encoding."""

    keys, modes = ("dtype", "preprocessor", "output_mode"), ("float", "int", "one_hot")

    def __init__(self, dtype, preprocessor, output_mode):
        self.hold(output_mode=output_mode, dtype=dtype, preprocessor=revived(preprocessor))


def revived(value):
    """The object that a dict describes; anything else is what it is."""
    return deserialize_keras_object(value) if isinstance(value, dict) else value


def column(kind, name, dtype, mode, make, /, *args, **kwargs):
    """A feature whose layer has a name of its own, or the next free one of its kind."""
    return Feature(dtype, make(*args, **kwargs, name=f"{name or auto_name(kind)}_preprocessor"), mode)


# The types that are named by a string, and which setting of the space is their first argument.
TYPES = {"float": None, "float_normalized": None, "float_rescaled": None, "integer_categorical": None, "string_categorical": None,
         "float_discretized": "num_discretization_bins", "integer_hashed": "hashing_dim", "string_hashed": "hashing_dim"}


class FeatureSpace(layers.Layer):
    """Prepares and encodes the columns of a table, each as its kind wants."""

    def __init__(self, features, output_mode="concat", crosses=None, crossing_dim=32, hashing_dim=32, num_discretization_bins=32, name=None):
        layers.Layer.__init__(self, name=name)
        if not features:
            raise ValueError("features must be a dict of at least one column, such as {'age': 'float_normalized'}.")
        settings = {"crossing_dim": crossing_dim, "hashing_dim": hashing_dim, "num_discretization_bins": num_discretization_bins}
        for key, value in settings.items():
            setattr(self, key, value)
        self.features = {key: self.feature_of(key, value) for key, value in features.items()}
        self.crosses = [self.cross_of(value) for value in crosses or ()]
        self.crosses_by_name = dict((cross.name, cross) for cross in self.crosses)
        if output_mode not in ("concat", "dict"):
            raise ValueError(f"output_mode must be 'concat' or 'dict', got {output_mode!r}.")
        self.output_mode = output_mode
        self.inputs = {key: layers.Input((1,), name=key, dtype=column.dtype) for key, column in self.features.items()}
        self.preprocessors = {key: column.preprocessor for key, column in self.features.items()}
        self.crossers = {key: layers.HashedCrossing(cross.crossing_dim, name=key) for key, cross in self.crosses_by_name.items()}
        self.one_hot_encoders, self.encoded_features, self.concat = {}, None, None
        self.learned, self.complete = False, False

    def feature_of(self, name, value):
        if isinstance(value, (Feature, dict)):
            return revived(value)
        if not isinstance(value, str) or value not in TYPES:
            raise ValueError(f"The feature '{name}' has no known type: {value!r}. Types are {', '.join(TYPES)}, or what FeatureSpace.feature() makes.")
        setting = TYPES[value]
        return getattr(self, value)(*([getattr(self, setting)] if setting else []), name=name)

    def cross_of(self, value):
        value = revived(value)
        if isinstance(value, Cross):
            return value
        if not self.crossing_dim:
            raise ValueError(f"crosses needs crossing_dim, the number of hash bins, got crossing_dim={self.crossing_dim!r}.")
        missing = [key for key in value if key not in self.features]
        if missing:
            raise ValueError(f"crosses names the feature {missing[0]!r}, which features does not have.")
        return Cross(value, self.crossing_dim)

    # What makes features of each type.

    @classmethod
    def cross(cls, feature_names, crossing_dim, output_mode="one_hot"):
        return Cross(output_mode=output_mode, crossing_dim=crossing_dim, feature_names=feature_names)

    @classmethod
    def feature(cls, dtype, preprocessor, output_mode):
        return Feature(output_mode=output_mode, preprocessor=preprocessor, dtype=dtype)

    @classmethod
    def float(cls, name=None):
        return column("float", name, "float32", "float", TFDIdentity, dtype="float32")

    @classmethod
    def float_rescaled(cls, scale=1.0, offset=0.0, name=None):
        return column("float_rescaled", name, "float32", "float", layers.Rescaling, scale, offset)

    @classmethod
    def float_normalized(cls, name=None):
        return column("float_normalized", name, "float32", "float", layers.Normalization, -1)

    @classmethod
    def float_discretized(cls, num_bins, bin_boundaries=None, output_mode="one_hot", name=None):
        return column("float_discretized", name, "float32", output_mode, layers.Discretization, bin_boundaries, num_bins)

    @classmethod
    def integer_categorical(cls, max_tokens=None, num_oov_indices=1, output_mode="one_hot", name=None):
        return column("integer_categorical", name, "int32", output_mode, layers.IntegerLookup, max_tokens, num_oov_indices)

    @classmethod
    def string_categorical(cls, max_tokens=None, num_oov_indices=1, output_mode="one_hot", name=None):
        return column("string_categorical", name, "string", output_mode, layers.StringLookup, max_tokens, num_oov_indices)

    @classmethod
    def integer_hashed(cls, num_bins, output_mode="one_hot", name=None):
        return column("integer_hashed", name, "int32", output_mode, layers.Hashing, num_bins)

    @classmethod
    def string_hashed(cls, num_bins, output_mode="one_hot", name=None):
        return column("string_hashed", name, "string", output_mode, layers.Hashing, num_bins)

    # Learning from data, and the graph.

    def learners(self):
        """The columns whose layers learn from data and were not told what they would learn."""
        for name, layer in self.preprocessors.items():
            told = layer.input_mean is not None if isinstance(layer, layers.Normalization) else (
                isinstance(layer, layers.TextVectorization) and layer._has_input_vocabulary)
            if hasattr(layer, "adapt") and not told:
                yield name

    def adapt(self, dataset):
        columns = self.columns_of(dataset)
        for name in self.learners():
            values = np.asarray(columns[name])
            self.preprocessors[name].adapt(np.expand_dims(values, -1) if values.ndim < 2 else values)
        self.learned = True
        self.get_inputs()
        self.built = True

    def columns_of(self, dataset):
        """The columns of a dict of arrays, or of a tf.data.Dataset of dicts, its batches joined."""
        if isinstance(dataset, dict):
            return dataset
        if type(dataset).__module__.partition(".")[0] != "tensorflow" or not hasattr(dataset, "as_numpy_iterator"):
            raise ValueError(f"adapt() takes a dict with an array or list for each feature, or a tf.data.Dataset of such, got {type(dataset).__name__}.")
        rows = list(dataset.as_numpy_iterator())
        return {name: np.concatenate([np.atleast_1d(row[name]) for row in rows]) for name in self.features}

    def get_inputs(self):
        if not self.complete:
            self.get_encoded_features()
            self.complete = True
        return self.inputs

    def get_encoded_features(self):
        if not self.learned:
            waiting = next(self.learners(), None)
            if waiting is not None:
                raise ValueError(f"The feature '{waiting}' has to learn from data first: call adapt().")
            self.learned = True
        if self.encoded_features is None:
            prepared = self.prepared(self.inputs)
            for name, value in prepared:
                self.plan(name, value)
            self.encoded_features = self.merged(prepared)
        return self.encoded_features

    def prepared(self, values):
        """The columns behind their layers by name, then the crosses by name."""
        columns = {name: self.preprocessors[name](value) for name, value in values.items()}
        crossed = {cross.name: self.crossers[cross.name]([columns[part] for part in cross.feature_names]) for cross in self.crosses}
        return sorted(columns.items(), key=first) + sorted(crossed.items(), key=first)

    def plan(self, name, value):
        """Makes the layer that encodes a column, where its mode asks for one."""
        part = self.features.get(name) or self.crosses_by_name[name]
        kind = keras.backend.standardize_dtype(tree.flatten(value)[0].dtype)
        if part.output_mode == "one_hot":
            if kind[:3] != "int":
                raise ValueError(f"The feature '{name}' has output_mode='one_hot', which needs integers, and its preprocessor gives {kind}.")
            self.one_hot_encoders[name] = layers.CategoryEncoding(num_tokens=self.size_of(name), output_mode="multi_hot")
        elif self.output_mode == "concat" and (kind[:3] == "int" or kind == "string"):
            raise ValueError(f"The feature '{name}' is not encoded (its dtype is {kind}), so it cannot be joined with the others. Use output_mode='dict'.")

    def size_of(self, name):
        """How many values a column has behind its layer."""
        layer = self.preprocessors.get(name) or self.crossers[name]
        sizes = {(layers.IntegerLookup, layers.StringLookup): lambda: layer.vocabulary_size(), (layers.CategoryEncoding,): lambda: layer.num_tokens,
                 (layers.Discretization, layers.Hashing, layers.HashedCrossing): lambda: layer.num_bins}
        for kinds, size in sizes.items():
            if isinstance(layer, kinds):
                return size()
        raise ValueError(f"The feature '{name}' has output_mode='one_hot', and how many values a {type(layer).__name__} gives is not known. "
                         "Use output_mode='int'.")

    def merged(self, prepared):
        encoded = {name: self.one_hot_encoders[name](value) if name in self.one_hot_encoders else value for name, value in prepared}
        if self.output_mode == "dict":
            return encoded
        self.concat = self.concat or TFDConcat(axis=-1)
        return self.concat([*encoded.values()])

    def __call__(self, data):
        self.get_inputs()
        if not isinstance(data, dict):
            raise ValueError(f"A FeatureSpace is called on a dict of features, got {type(data).__name__}.")
        arrays = {key: narrow(value) for key, value in data.items()}
        single = any(array.ndim == 0 for array in arrays.values())
        out = self.merged(self.prepared({key: array.reshape(-1, 1) if array.ndim < 2 else array for key, array in arrays.items()}))
        if not single:
            return out
        if self.output_mode == "dict":
            return {key: value[0] if len(value.shape) == 2 and value.shape[0] == 1 else value for key, value in out.items()}
        if out.shape[0] != 1:
            raise ValueError(f"Single values and batches stand side by side: the output has the shape {tuple(out.shape)}.")
        return out[0]

    # Config and files.

    def get_config(self):
        config = {key: getattr(self, key) for key in ("features", "output_mode", "crosses", "crossing_dim", "hashing_dim", "num_discretization_bins")}
        for key in ("features", "crosses"):
            config[key] = serialize_keras_object(config[key])
        return config

    @classmethod
    def from_config(cls, config):
        return cls(**dict(config))

    def get_build_config(self):
        return {name: layer.get_build_config() for name, layer in self.preprocessors.items()}

    def build_from_config(self, config):
        for name, shapes in config.items():
            if not self.preprocessors[name].built:
                self.preprocessors[name].build_from_config(shapes)
        self.learned = True

    def save(self, filepath):
        keras.saving.save_model(self, filepath)

    def save_own_variables(self, store):
        """Its layers have the variables."""

    load_own_variables = save_own_variables


def first(pair):
    return pair[0]


def narrow(value):
    """Values as an array in the dtype that a tensor of them has."""
    array = np.asarray(value)
    return array.astype({"float64": "float32", "int64": "int32"}.get(array.dtype.name, array.dtype))


class TFDIdentity(DataLayer):
    """Gives its input back."""

    def call(self, x):
        return x


class TFDConcat(DataLayer):
    """Joins its inputs along an axis."""

    def __init__(self, axis, **kwargs):
        DataLayer.__init__(self, **kwargs)
        self.axis = axis

    def call(self, xs):
        return ops.concatenate(xs, axis=self.axis)
