import keras
from keras import ops, tree


def as_loss(loss):
    """The losses that are named in a structure, as objects."""
    return tree.map_structure(lambda item: keras.losses.get(item) if isinstance(item, str) else item, loss)


def some_loss(loss):
    if all(item is None for item in tree.flatten(loss)):
        raise ValueError("loss holds None alone: at least one output needs a loss.")


def summed(values):
    return ops.sum(ops.stack(tree.flatten(values)))


class DistillationLoss:
    """The base of losses between what a teacher and a student give."""

    def compute_loss(self, teacher_outputs, student_outputs, **kwargs):
        raise NotImplementedError("A DistillationLoss of your own writes compute_loss().")

    def validate_outputs(self, teacher_outputs, student_outputs):
        tree.assert_same_structure(teacher_outputs, student_outputs)

    def validate_model_compatibility(self, teacher, student):
        pass


class FeatureDistillation(DistillationLoss):
    """Compares what a layer of the teacher and one of the student give."""

    def __init__(self, loss="mse", teacher_layer_name=None, student_layer_name=None):
        self.teacher_layer_name = teacher_layer_name
        self.student_layer_name = student_layer_name
        self.loss = as_loss(loss)
        some_loss(self.loss)

    def validate_model_compatibility(self, teacher, student):
        models = {"teacher": (teacher, self.teacher_layer_name), "student": (student, self.student_layer_name)}
        if self.teacher_layer_name is not None or self.student_layer_name is not None:
            without = [who for who, (model, _) in models.items() if getattr(model, "inputs", None) is None]
            if without:
                raise ValueError(f"A layer can be chosen by name in functional and Sequential models; the {' and the '.join(without)} has no graph. "
                                 "Leave the names out to compare the outputs.")
        for who, (model, layer) in models.items():
            if layer is not None:
                try:
                    model.get_layer(name=layer)
                except ValueError as error:
                    raise ValueError(f"The {who} has no such layer. {error}")

    def validate_outputs(self, teacher_outputs, student_outputs):
        super().validate_outputs(teacher_outputs, student_outputs)
        try:
            tree.assert_same_structure(self.loss, teacher_outputs)
        except ValueError as error:
            # Keras fails while it writes its message, with the type that stays here
            raise AttributeError(f"loss has another structure than the outputs. {error}")

    def compute_loss(self, teacher_outputs, student_outputs, **kwargs):
        def one(loss, teacher, student):
            return 0.0 if loss is None else ops.mean(loss(teacher, student))

        return summed(tree.map_structure(one, self.loss, teacher_outputs, student_outputs))

    def get_config(self):
        return {"loss": keras.losses.serialize(self.loss), "teacher_layer_name": self.teacher_layer_name,
                "student_layer_name": self.student_layer_name}

    @classmethod
    def from_config(cls, config):
        return cls(**{**config, "loss": keras.losses.deserialize(config["loss"])})


class LogitsDistillation(DistillationLoss):
    """Compares the outputs, softened by a temperature."""

    def __init__(self, temperature=3.0, loss="kl_divergence"):
        self.temperature = temperature
        self.loss = as_loss(loss)
        some_loss(self.loss)
        if not isinstance(temperature, (int, float)):
            raise ValueError(f"temperature must be a number, got {temperature!r}.")
        if temperature <= 0.0:
            raise ValueError(f"temperature must be above 0, got {temperature}.")

    def compute_loss(self, teacher_outputs, student_outputs, **kwargs):
        teacher_outputs, student_outputs = (tree.map_structure(lambda x: ops.divide(x, self.temperature), outputs)
                                            for outputs in (teacher_outputs, student_outputs))

        def one(loss, teacher, student):
            if loss is None:
                return 0.0
            if not isinstance(loss, keras.losses.KLDivergence):
                return ops.mean(loss(teacher, student))
            return ops.mean(loss(ops.softmax(teacher, axis=-1), ops.softmax(student, axis=-1))) * self.temperature**2

        return summed(tree.map_structure(one, self.loss, teacher_outputs, student_outputs))

    def get_config(self):
        return {"temperature": self.temperature, "loss": keras.saving.serialize_keras_object(self.loss)}

    @classmethod
    def from_config(cls, config):
        return cls(**{**config, "loss": keras.losses.deserialize(config["loss"])})
