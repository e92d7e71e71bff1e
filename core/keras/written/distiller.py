import keras
from keras import ops, tree
from keras.saving import deserialize_keras_object, serialize_keras_object


class Distiller(keras.Model):
    """Trains a student on its loss and on what a teacher gives."""

    def __init__(self, teacher, student, distillation_losses, distillation_loss_weights=None, student_loss_weight=0.5, name="distiller", **kwargs):
        super().__init__(name=name, **kwargs)
        self._validate_models(teacher, student)
        self.teacher = teacher
        self.student = student
        if not isinstance(student_loss_weight, (int, float)):
            raise ValueError(f"student_loss_weight must be a number, got {student_loss_weight!r}.")
        if not 0.0 <= student_loss_weight <= 1.0:
            raise ValueError(f"student_loss_weight must be between 0 and 1, got {student_loss_weight}.")
        self.student_loss_weight = student_loss_weight
        if distillation_losses is None:
            raise ValueError("distillation_losses must be a loss or a list of losses, such as LogitsDistillation().")
        if not isinstance(distillation_losses, (list, tuple)):
            distillation_losses, distillation_loss_weights = [distillation_losses], [1.0]
        elif distillation_loss_weights is None:
            distillation_loss_weights = [1.0] * len(distillation_losses)
        elif len(distillation_loss_weights) != len(distillation_losses):
            raise ValueError(f"distillation_loss_weights has {len(distillation_loss_weights)} weights for {len(distillation_losses)} losses.")
        self.distillation_losses = distillation_losses
        self.distillation_loss_weights = distillation_loss_weights
        for loss in self.distillation_losses:
            loss.validate_model_compatibility(teacher, student)
        self._create_multi_feature_extractors()
        self.teacher.trainable = False
        self.student_loss_tracker = keras.metrics.Mean(name="student_loss")
        self.distillation_loss_tracker = keras.metrics.Mean(name="distillation_loss")
        self.total_loss_tracker = keras.metrics.Mean(name="total_loss")

    def _validate_models(self, teacher, student):
        for who, model in (("teacher", teacher), ("student", student)):
            if not isinstance(model, keras.Model):
                raise ValueError(f"The {who} must be a model, got a {type(model).__name__}.")
        for end in ("inputs", "outputs"):
            self._validate_ends(teacher, student, end, self._assert_shapes_are_compatible)
        if getattr(teacher, "inputs", None) is not None and getattr(student, "inputs", None) is not None:
            for end in ("inputs", "outputs"):
                self._validate_ends(teacher, student, end, self._assert_same_dtype)

    def _validate_ends(self, teacher, student, end, check):
        of_teacher, of_student = getattr(teacher, end, None), getattr(student, end, None)
        if of_teacher is not None and of_student is not None:
            tree.map_structure(lambda a, b: check(a, b, end), of_teacher, of_student)

    def _assert_shapes_are_compatible(self, a, b, end):
        if len(a.shape) != len(b.shape) or any(m is not None and n is not None and m != n for m, n in zip(a.shape, b.shape)):
            raise ValueError(f"The {end} of teacher and student have different shapes: {a.shape} and {b.shape}.")

    def _assert_same_dtype(self, a, b, end):
        if a.dtype != b.dtype:
            raise ValueError(f"The {end} of teacher and student have different dtypes: {a.dtype} and {b.dtype}.")

    def _create_multi_feature_extractors(self):
        names = {"teacher_layer_name": [], "student_layer_name": []}
        for loss in self.distillation_losses:
            for which, found in names.items():
                name = getattr(loss, which, None)
                if name and name not in found:
                    found.append(name)
        self._teacher_feature_extractor = self._create_feature_extractor(self.teacher, names["teacher_layer_name"])
        self._student_feature_extractor = self._create_feature_extractor(self.student, names["student_layer_name"])

    def _create_feature_extractor(self, model, layer_names):
        if not layer_names:
            return None
        if getattr(model, "inputs", None) is None:
            raise ValueError(f"{model.name} has no graph, so its layers cannot be looked into.")
        final = model.layers[-1].output if isinstance(model, keras.Sequential) else model.output
        outputs = {"final_output": final, **{name: model.get_layer(name=name).output for name in layer_names}}
        return keras.Model(inputs=model.inputs, outputs=outputs, name=f"{model.name}_multi_feature_extractor")

    def compile(self, optimizer="adam", loss=None, metrics=None, **kwargs):
        if loss is None:
            raise ValueError("compile() of a Distiller needs loss, that of the student.")
        self._student_loss = tree.map_structure(lambda item: keras.losses.get(item) if isinstance(item, str) else item, loss)
        self._student_loss_for_serialization = loss
        if metrics is not None and not isinstance(metrics, (list, tuple)):
            raise ValueError(f"metrics must be a list, got a {type(metrics).__name__}.")
        super().compile(optimizer=optimizer, loss=None, metrics=metrics, **kwargs)

    def call(self, inputs, training=None, **kwargs):
        return self.student(inputs, training=training, **kwargs)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        if y_pred is None:
            y_pred = self(x, training=training)
        own = 0.0
        if self.student_loss_weight > 0.0 and y is not None:
            losses = tree.flatten(tree.map_structure(lambda loss, true, pred: loss(true, pred), self._student_loss, y, y_pred))
            own = ops.sum(ops.stack(losses)) if len(losses) > 1 else losses[0]
            if len(getattr(own, "shape", ())) > 0:
                own = ops.mean(own)
        taught = self._taught(x, y_pred) if self.student_loss_weight < 1.0 else 0.0
        total = ops.add(ops.multiply(self.student_loss_weight, own), ops.multiply(ops.subtract(1.0, self.student_loss_weight), taught))
        self.student_loss_tracker.update_state(own)
        self.distillation_loss_tracker.update_state(taught)
        self.total_loss_tracker.update_state(total)
        return total

    def _taught(self, x, y_pred):
        """The sum of the losses between teacher and student."""
        extract = self._teacher_feature_extractor
        of_teacher = extract(x, training=False) if extract is not None else {"final_output": self.teacher(x, training=False)}
        extract = self._student_feature_extractor
        of_student = extract(x, training=True) if extract is not None else {"final_output": y_pred}
        total = 0.0
        for loss, weight in zip(self.distillation_losses, self.distillation_loss_weights):
            teacher, student = of_teacher["final_output"], y_pred
            if getattr(loss, "teacher_layer_name", None) is not None:
                teacher = self._feature(loss, of_teacher, loss.teacher_layer_name)
                student = self._feature(loss, of_student, loss.student_layer_name)
            loss.validate_outputs(teacher, student)
            value = loss.compute_loss(teacher, student)
            if len(getattr(value, "shape", ())) > 0:
                raise ValueError(f"compute_loss() of {type(loss).__name__} must return one number, it returned the shape {tuple(value.shape)}.")
            total = ops.add(total, ops.multiply(weight, value))
        return total

    def _feature(self, loss, features, name):
        name = name or "final_output"
        if name not in features:
            raise RuntimeError(f"{type(loss).__name__} compares the layer '{name}', which is not among {list(features)}.")
        return features[name]

    def reset_metrics(self):
        super().reset_metrics()
        for tracker in (self.student_loss_tracker, self.distillation_loss_tracker, self.total_loss_tracker):
            tracker.reset_state()

    def get_config(self):
        config = super().get_config()
        config.update({
            "teacher": serialize_keras_object(self.teacher),
            "student": serialize_keras_object(self.student),
            "distillation_losses": [serialize_keras_object(loss) for loss in self.distillation_losses],
            "distillation_loss_weights": self.distillation_loss_weights,
            "student_loss_weight": self.student_loss_weight,
        })
        return config

    @classmethod
    def from_config(cls, config):
        config = config.copy()
        for key in ("teacher", "student"):
            config[key] = deserialize_keras_object(config[key])
        config["distillation_losses"] = [deserialize_keras_object(loss) for loss in config["distillation_losses"]]
        return cls(**config)
