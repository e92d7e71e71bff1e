# What one object of Keras shows: run by real Keras, which writes testdata/random.jsonl.gz (core/oracle/random_cases.py), and by the
# engine, which must print the same (random_test.go).
import json
import re

import keras
import numpy as np


def fresh():
    keras.backend.clear_session()
    keras.config.set_dtype_policy("float32")
    keras.config.set_image_data_format("channels_last")
    keras.config.set_floatx("float32")


def shown(value):
    return re.sub(r" at 0x[0-9a-f]+", "", repr(value))


def attempt(function):
    try:
        return shown(function())
    except Exception as error:
        return "!" + type(error).__name__


def symbols(spec):
    if isinstance(spec, list):
        return [symbols(s) for s in spec]
    return keras.KerasTensor(tuple(spec["shape"]), dtype=spec["dtype"])


def shapes(spec):
    if isinstance(spec, list):
        return [shapes(s) for s in spec]
    return tuple(spec["shape"])


def outputs(value):
    if isinstance(value, (list, tuple)):
        return [outputs(v) for v in value]
    if isinstance(value, dict):
        return {k: outputs(v) for k, v in value.items()}
    return (tuple(value.shape), str(value.dtype)) if hasattr(value, "shape") else type(value).__name__


def sizes(shape):
    if isinstance(shape, (list, tuple)):
        return type(shape)([sizes(d) for d in shape])
    return int(shape) if hasattr(shape, "__index__") else shape


def variables(owner):
    return [(v.path, tuple(v.shape), str(v.dtype), bool(v.trainable)) for v in owner.variables]


def round_trip(made):
    text = json.dumps(keras.saving.serialize_keras_object(made))
    return keras.saving.deserialize_keras_object(json.loads(text)).get_config()


def called(make, inputs):
    """What a layer shows that is called on symbols, and one that is only asked for its output's shape."""
    fresh()
    answer = {"shape": attempt(lambda: sizes(make().compute_output_shape(*shapes(inputs))))}
    fresh()
    layer = make()
    answer["output"] = attempt(lambda: outputs(layer(*symbols(inputs))))
    if answer["output"][0] == "!":
        return answer
    answer["variables"] = attempt(lambda: variables(layer))
    answer["weights"] = attempt(lambda: [w.path for w in layer.weights])
    answer["params"] = attempt(lambda: layer.count_params())
    answer["built"] = attempt(lambda: layer.get_config())
    answer["build_config"] = attempt(lambda: layer.get_build_config())
    answer["built_serialized"] = attempt(lambda: keras.saving.serialize_keras_object(layer))
    answer["built_again"] = attempt(lambda: round_trip(layer))
    return answer


def used(made):
    """What a thing that is no layer gives when it is used."""
    if isinstance(made, keras.optimizers.Optimizer):
        made.build([keras.Variable(np.ones((2, 3), "float32"), name="kernel"), keras.Variable(np.ones((3,), "float32"), name="bias")])
        return variables(made)
    if isinstance(made, keras.metrics.Metric):
        return variables(made)
    if isinstance(made, keras.initializers.Initializer):
        return outputs(made((4, 3)))
    if isinstance(made, keras.regularizers.Regularizer):
        return outputs(made(np.ones((2, 3), "float32")))
    if isinstance(made, keras.constraints.Constraint):
        return outputs(made(np.ones((2, 3), "float32")))
    if isinstance(made, keras.optimizers.schedules.LearningRateSchedule):
        return outputs(made(3))
    return None


def probe(make, inputs):
    """All that a constructor's object shows, as texts; a text that repeats the configuration is '='."""
    fresh()
    try:
        made = make()
    except Exception as error:
        return {"raises": type(error).__name__}
    answer = {"config": attempt(lambda: made.get_config())}
    if answer["config"][0] == "!":
        return answer
    answer["serialized"] = attempt(lambda: keras.saving.serialize_keras_object(made))
    answer["again"] = attempt(lambda: type(made).from_config(made.get_config()).get_config())
    answer["twice"] = attempt(lambda: type(made).from_config(type(made).from_config(made.get_config()).get_config()).get_config())
    answer["json"] = attempt(lambda: round_trip(made))
    if not isinstance(made, keras.Layer):
        answer["used"] = attempt(lambda: used(made))
    if inputs:
        answer.update(called(make, inputs))
    config = answer["config"]
    return {k: v if k == "config" else v.replace(config, "=") for k, v in answer.items() if v != "None"}
