import keras
import numpy as np
from keras import layers, ops, tree
from keras.saving import deserialize_keras_object, serialize_keras_object
from keras.src.layers.preprocessing.data_layer import DataLayer
from keras.src.saving.keras_saveable import KerasSaveable
from keras.src.utils.naming import auto_name


def check_output_mode(value, allowed):
    if value not in allowed:
        raise ValueError(f"output_mode must be one of {sorted(allowed)}, got {value!r}.")


class Cross(KerasSaveable):
    """Columns that are hashed together."""

    def __init__(self, feature_names, crossing_dim, output_mode="one_hot"):
        check_output_mode(output_mode, {"int", "one_hot"})
        self.feature_names = tuple(feature_names)
        self.crossing_dim = crossing_dim
        self.output_mode = output_mode

    def _obj_type(self):
        return "Cross"

    @property
    def name(self):
        return "_X_".join(self.feature_names)

    def get_config(self):
        return {"feature_names": self.feature_names, "crossing_dim": self.crossing_dim, "output_mode": self.output_mode}

    @classmethod
    def from_config(cls, config):
        return cls(**config)


class Feature(KerasSaveable):
    """One column: its dtype, the layer that prepares it, and its encoding."""

    def __init__(self, dtype, preprocessor, output_mode):
        check_output_mode(output_mode, {"int", "one_hot", "float"})
        self.dtype = dtype
        self.preprocessor = deserialize_keras_object(preprocessor) if isinstance(preprocessor, dict) else preprocessor
        self.output_mode = output_mode

    def _obj_type(self):
        return "Feature"

    def get_config(self):
        return {"dtype": self.dtype, "preprocessor": serialize_keras_object(self.preprocessor), "output_mode": self.output_mode}

    @classmethod
    def from_config(cls, config):
        return cls(**config)


def preprocessor_name(kind, name):
    """The name of a column's layer; a column without a name has the next free one of its kind."""
    return (name or auto_name(kind)) + "_preprocessor"


class FeatureSpace(layers.Layer):
    """Prepares and encodes the columns of a table, each as its kind wants."""

    @classmethod
    def cross(cls, feature_names, crossing_dim, output_mode="one_hot"):
        return Cross(feature_names, crossing_dim, output_mode=output_mode)

    @classmethod
    def feature(cls, dtype, preprocessor, output_mode):
        return Feature(dtype, preprocessor, output_mode)

    @classmethod
    def float(cls, name=None):
        return Feature("float32", TFDIdentity(dtype="float32", name=preprocessor_name("float", name)), "float")

    @classmethod
    def float_rescaled(cls, scale=1.0, offset=0.0, name=None):
        return Feature("float32", layers.Rescaling(scale, offset, name=preprocessor_name("float_rescaled", name)), "float")

    @classmethod
    def float_normalized(cls, name=None):
        return Feature("float32", layers.Normalization(axis=-1, name=preprocessor_name("float_normalized", name)), "float")

    @classmethod
    def float_discretized(cls, num_bins, bin_boundaries=None, output_mode="one_hot", name=None):
        name = preprocessor_name("float_discretized", name)
        return Feature("float32", layers.Discretization(num_bins=num_bins, bin_boundaries=bin_boundaries, name=name), output_mode)

    @classmethod
    def integer_categorical(cls, max_tokens=None, num_oov_indices=1, output_mode="one_hot", name=None):
        name = preprocessor_name("integer_categorical", name)
        return Feature("int32", layers.IntegerLookup(max_tokens=max_tokens, num_oov_indices=num_oov_indices, name=name), output_mode)

    @classmethod
    def string_categorical(cls, max_tokens=None, num_oov_indices=1, output_mode="one_hot", name=None):
        name = preprocessor_name("string_categorical", name)
        return Feature("string", layers.StringLookup(max_tokens=max_tokens, num_oov_indices=num_oov_indices, name=name), output_mode)

    @classmethod
    def string_hashed(cls, num_bins, output_mode="one_hot", name=None):
        return Feature("string", layers.Hashing(num_bins, name=preprocessor_name("string_hashed", name)), output_mode)

    @classmethod
    def integer_hashed(cls, num_bins, output_mode="one_hot", name=None):
        return Feature("int32", layers.Hashing(num_bins, name=preprocessor_name("integer_hashed", name)), output_mode)

    def __init__(self, features, output_mode="concat", crosses=None, crossing_dim=32, hashing_dim=32, num_discretization_bins=32, name=None):
        super().__init__(name=name)
        if not features:
            raise ValueError("features must be a dict of at least one column, such as {'age': 'float_normalized'}.")
        self.crossing_dim = crossing_dim
        self.hashing_dim = hashing_dim
        self.num_discretization_bins = num_discretization_bins
        self.features = {key: self._standardize_feature(key, value) for key, value in features.items()}
        self.crosses = []
        for cross in crosses or ():
            self.crosses.append(self._standardize_cross(cross, features))
        self.crosses_by_name = {cross.name: cross for cross in self.crosses}
        check_output_mode(output_mode, {"dict", "concat"})
        self.output_mode = output_mode
        self.inputs = {key: self._feature_to_input(key, feature) for key, feature in self.features.items()}
        self.preprocessors = {key: feature.preprocessor for key, feature in self.features.items()}
        self.encoded_features = None
        self.crossers = {cross.name: self._cross_to_crosser(cross) for cross in self.crosses}
        self.one_hot_encoders = {}
        self.concat = None
        self._is_adapted = False
        self._sublayers_built = False
        self._preprocessed_features_names = None
        self._crossed_features_names = None

    def _standardize_feature(self, name, feature):
        if isinstance(feature, Feature):
            return feature
        if isinstance(feature, dict):
            return deserialize_keras_object(feature)
        sized = {"float_discretized": self.num_discretization_bins, "integer_hashed": self.hashing_dim, "string_hashed": self.hashing_dim}
        plain = ("float", "float_normalized", "float_rescaled", "integer_categorical", "string_categorical")
        for kind in (*plain, *sized):
            if feature == kind:
                make = getattr(self, kind)
                return make(sized[kind], name=name) if kind in sized else make(name=name)
        raise ValueError(f"The feature '{name}' has no known type: {feature!r}. Types are {', '.join((*plain, *sized))}, or what FeatureSpace.feature() makes.")

    def _standardize_cross(self, cross, features):
        if isinstance(cross, dict):
            cross = deserialize_keras_object(cross)
        if isinstance(cross, Cross):
            return cross
        if not self.crossing_dim:
            raise ValueError(f"crosses needs crossing_dim, the number of hash bins, got crossing_dim={self.crossing_dim!r}.")
        for key in cross:
            if key not in features:
                raise ValueError(f"crosses names the feature {key!r}, which features does not have.")
        return Cross(cross, self.crossing_dim)

    def _feature_to_input(self, name, feature):
        return layers.Input(shape=(1,), dtype=feature.dtype, name=name)

    def _cross_to_crosser(self, cross):
        return layers.HashedCrossing(cross.crossing_dim, name=cross.name)

    def _list_adaptable_preprocessors(self):
        names = []
        for name, preprocessor in self.preprocessors.items():
            if isinstance(preprocessor, layers.Normalization) and preprocessor.input_mean is not None:
                continue
            if isinstance(preprocessor, layers.TextVectorization) and preprocessor._has_input_vocabulary:
                continue
            if hasattr(preprocessor, "adapt"):
                names.append(name)
        return names

    def adapt(self, dataset):
        if not isinstance(dataset, dict):
            raise ValueError(f"adapt() takes a dict with an array or list for each feature, got {type(dataset).__name__}.")
        for name in self._list_adaptable_preprocessors():
            column = np.asarray(dataset[name])
            self.preprocessors[name].adapt(column[:, None] if column.ndim == 1 else column)
        self._is_adapted = True
        self.get_encoded_features()
        self.built = True
        self._sublayers_built = True

    def get_inputs(self):
        self._check_if_built()
        return self.inputs

    def get_encoded_features(self):
        self._check_if_adapted()
        if self.encoded_features is None:
            prepared = self._preprocess_features(self.inputs)
            self.encoded_features = self._merge_features(prepared, self._cross_features(prepared))
        return self.encoded_features

    def _preprocess_features(self, features):
        return {name: self.preprocessors[name](features[name]) for name in features.keys()}

    def _cross_features(self, features):
        return {cross.name: self.crossers[cross.name]([features[name] for name in cross.feature_names]) for cross in self.crosses}

    def _merge_features(self, preprocessed_features, crossed_features):
        if not self._preprocessed_features_names:
            self._preprocessed_features_names = sorted(preprocessed_features.keys())
            self._crossed_features_names = sorted(crossed_features.keys())
        values = {**preprocessed_features, **crossed_features}
        merged = {}
        for name in self._preprocessed_features_names + self._crossed_features_names:
            value = values[name]
            if not self._sublayers_built:
                self._make_encoder(name, value)
            encoder = self.one_hot_encoders.get(name)
            merged[name] = encoder(value) if encoder else value
            if self.output_mode == "concat" and not self._sublayers_built:
                self._check_encoded(name, merged[name].dtype)
        if self.output_mode == "dict":
            return merged
        if not self._sublayers_built:
            self.concat = TFDConcat(axis=-1)
        return self.concat(list(merged.values()))

    def _make_encoder(self, name, value):
        """Makes the layer that encodes a column, where its mode asks for one."""
        if (self.features.get(name) or self.crosses_by_name.get(name)).output_mode != "one_hot":
            return
        dtype = keras.backend.standardize_dtype(tree.flatten(value)[0].dtype)
        if not dtype.startswith("int"):
            raise ValueError(f"The feature '{name}' has output_mode='one_hot', which needs integers, and its preprocessor gives {dtype}.")
        preprocessor = self.preprocessors.get(name) or self.crossers.get(name)
        if isinstance(preprocessor, (layers.IntegerLookup, layers.StringLookup)):
            size = preprocessor.vocabulary_size()
        elif isinstance(preprocessor, layers.CategoryEncoding):
            size = preprocessor.num_tokens
        elif isinstance(preprocessor, (layers.Discretization, layers.HashedCrossing, layers.Hashing)):
            size = preprocessor.num_bins
        else:
            raise ValueError(f"The feature '{name}' has output_mode='one_hot', and how many values a {type(preprocessor).__name__} gives is not known. Use output_mode='int'.")
        if size is not None:
            self.one_hot_encoders[name] = layers.CategoryEncoding(num_tokens=size, output_mode="multi_hot")

    def _check_encoded(self, name, dtype):
        if str(dtype).startswith("int") or dtype == "string":
            raise ValueError(f"The feature '{name}' is not encoded (its dtype is {dtype}), so it cannot be joined with the others. Use output_mode='dict'.")

    def _check_if_adapted(self):
        if self._is_adapted:
            return
        if self._list_adaptable_preprocessors():
            raise ValueError("The FeatureSpace has to learn from data first: call adapt().")
        self._is_adapted = True

    def _check_if_built(self):
        if not self._sublayers_built:
            self._check_if_adapted()
            self.get_encoded_features()
            self._sublayers_built = True

    def _convert_input(self, x):
        x = np.asarray(x)
        if x.dtype == np.float64 or x.dtype == np.int64:
            x = x.astype("float32" if x.dtype == np.float64 else "int32")
        return x

    def __call__(self, data):
        self._check_if_built()
        if not isinstance(data, dict):
            raise ValueError(f"A FeatureSpace is called on a dict of features, got {type(data).__name__}.")
        data = {key: self._convert_input(value) for key, value in data.items()}
        single = False
        for key, value in data.items():
            if value.ndim == 0:
                single = True
                data[key] = value.reshape(1, 1)
            elif value.ndim == 1:
                data[key] = value[:, None]
        prepared = self._preprocess_features(data)
        merged = self._merge_features(prepared, self._cross_features(prepared))
        if not single:
            return merged
        if self.output_mode == "concat":
            if merged.shape[0] != 1:
                raise ValueError(f"Single values and batches stand side by side: the output has the shape {tuple(merged.shape)}.")
            return ops.squeeze(merged, axis=0)
        return {key: ops.squeeze(value, axis=0) if len(value.shape) == 2 and value.shape[0] == 1 else value for key, value in merged.items()}

    def get_config(self):
        return {
            "features": serialize_keras_object(self.features),
            "output_mode": self.output_mode,
            "crosses": serialize_keras_object(self.crosses),
            "crossing_dim": self.crossing_dim,
            "hashing_dim": self.hashing_dim,
            "num_discretization_bins": self.num_discretization_bins,
        }

    @classmethod
    def from_config(cls, config):
        return cls(**config)

    def get_build_config(self):
        return {name: feature.preprocessor.get_build_config() for name, feature in self.features.items()}

    def build_from_config(self, config):
        for name in config.keys():
            preprocessor = self.features[name].preprocessor
            if not preprocessor.built:
                preprocessor.build_from_config(config[name])
        self._is_adapted = True

    def save(self, filepath):
        keras.saving.save_model(self, filepath)

    def save_own_variables(self, store):
        return

    def load_own_variables(self, store):
        return


class TFDConcat(DataLayer):
    """Joins its inputs along an axis."""

    def __init__(self, axis, **kwargs):
        super().__init__(**kwargs)
        self.axis = axis

    def call(self, xs):
        return ops.concatenate(xs, axis=self.axis)


class TFDIdentity(DataLayer):
    """Gives its input back."""

    def call(self, x):
        return x
