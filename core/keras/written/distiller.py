import keras
from keras import ops, tree
from keras.saving import deserialize_keras_object, serialize_keras_object

OUTPUT = "final_output"


def comparable(teacher, student):
    """Refuses two that are no models, or whose ends have different shapes or dtypes."""
    for who, model in {"teacher": teacher, "student": student}.items():
        if not isinstance(model, keras.Model):
            raise ValueError(f"The {who} must be a model, got a {type(model).__name__}.")
    for what, differ in (("shapes", other_shape), ("dtypes", lambda a, b: a.dtype != b.dtype)):
        for end in ("inputs", "outputs"):
            ends = [getattr(model, end, None) for model in (teacher, student)]
            if None in ends:
                continue
            found = tree.map_structure(differ, *ends)
            if any(tree.flatten(found)):
                raise ValueError(f"The {end} of teacher and student have different {what}: {ends[0]} and {ends[1]}.")


def other_shape(a, b):
    pairs = list(zip(a.shape, b.shape))
    return len(a.shape) != len(b.shape) or any(m != n and None not in (m, n) for m, n in pairs)


def looking_into(model, names):
    """A model that gives the outputs of some layers beside the model's own; None where there are no names."""
    if not names:
        return None
    if getattr(model, "inputs", None) is None:
        raise ValueError(f"{model.name} has no graph, so its layers cannot be looked into.")
    last = model.layers[-1].output if isinstance(model, keras.Sequential) else model.output
    looked = {name: model.get_layer(name).output for name in names}
    return keras.Model(model.inputs, {OUTPUT: last} | looked, name=model.name + "_multi_feature_extractor")


def one_number(value):
    return len(getattr(value, "shape", ())) == 0


class Distiller(keras.Model):
    """Trains a student on its loss and on what a teacher gives."""

    def __init__(self, teacher, student, distillation_losses, distillation_loss_weights=None, student_loss_weight=0.5, name="distiller", **kwargs):
        keras.Model.__init__(self, name=name, **kwargs)
        comparable(teacher, student)
        self.teacher, self.student = teacher, student
        if not (isinstance(student_loss_weight, (int, float)) and 0.0 <= student_loss_weight <= 1.0):
            raise ValueError(f"student_loss_weight must be a number between 0 and 1, got {student_loss_weight!r}.")
        if distillation_losses is None:
            raise ValueError("distillation_losses must be a loss or a list of losses, such as LogitsDistillation().")
        several = isinstance(distillation_losses, (list, tuple))
        losses = distillation_losses if several else [distillation_losses]
        weights = (distillation_loss_weights if several else None) or [1.0] * len(losses)
        if len(weights) != len(losses):
            raise ValueError(f"distillation_loss_weights has {len(weights)} weights for {len(losses)} losses.")
        self.student_loss_weight, self.distillation_losses, self.distillation_loss_weights = student_loss_weight, losses, weights
        looks = {}
        for loss in losses:
            loss.validate_model_compatibility(teacher, student)
            for who in ("teacher", "student"):
                layer = getattr(loss, who + "_layer_name", None)
                looks.setdefault(who, {}).update({layer: None} if layer else {})
        self._teacher_feature_extractor = looking_into(teacher, looks.get("teacher"))
        self._student_feature_extractor = looking_into(student, looks.get("student"))
        teacher.trainable = False
        for tracked in ("student_loss", "distillation_loss", "total_loss"):
            setattr(self, tracked + "_tracker", keras.metrics.Mean(name=tracked))

    def call(self, inputs, training=None, **kwargs):
        return self.student(inputs, training=training, **kwargs)

    def compile(self, optimizer="adam", loss=None, metrics=None, **kwargs):
        if loss is None:
            raise ValueError("compile() of a Distiller needs loss, that of the student.")
        if not isinstance(metrics, (list, tuple, type(None))):
            raise ValueError(f"metrics must be a list, got a {type(metrics).__name__}.")
        self.own_losses = tree.map_structure(lambda given: keras.losses.get(given) if isinstance(given, str) else given, loss)
        keras.Model.compile(self, optimizer, metrics=metrics, **kwargs)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        share = self.student_loss_weight
        given = self(x, training=training) if y_pred is None else y_pred
        own = self.own_loss(y, given) if share > 0.0 and y is not None else 0.0
        taught = self.taught_loss(x, given) if share < 1.0 else 0.0
        total = ops.add(ops.multiply(share, own), ops.multiply(ops.subtract(1.0, share), taught))
        for tracker, value in zip(self.trackers(), (own, taught, total)):
            tracker.update_state(value)
        return total

    def trackers(self):
        return self.student_loss_tracker, self.distillation_loss_tracker, self.total_loss_tracker

    def own_loss(self, y, y_pred):
        """The student's loss on the labels."""
        parts = tree.flatten(tree.map_structure(lambda loss, true, pred: loss(true, pred), self.own_losses, y, y_pred))
        value = parts[0] if len(parts) == 1 else ops.sum(ops.stack(parts))
        return value if one_number(value) else ops.mean(value)

    def taught_loss(self, x, y_pred):
        """The sum of the losses between teacher and student."""
        into = self._teacher_feature_extractor
        of_teacher = {OUTPUT: self.teacher(x, training=False)} if into is None else into(x, training=False)
        into = self._student_feature_extractor
        of_student = {OUTPUT: y_pred} if into is None else into(x, training=True)
        total = 0.0
        for loss, weight in zip(self.distillation_losses, self.distillation_loss_weights):
            pair = of_teacher[OUTPUT], y_pred
            if getattr(loss, "teacher_layer_name", None) is not None:
                pair = self.part(loss, of_teacher, loss.teacher_layer_name), self.part(loss, of_student, loss.student_layer_name)
            loss.validate_outputs(*pair)
            value = loss.compute_loss(*pair)
            if not one_number(value):
                raise ValueError(f"compute_loss() of {type(loss).__name__} must return one number, it returned the shape {tuple(value.shape)}.")
            total = ops.add(total, ops.multiply(weight, value))
        return total

    def part(self, loss, outputs, layer):
        found = outputs.get(layer or OUTPUT)
        if found is None:
            raise RuntimeError(f"{type(loss).__name__} compares the layer '{layer}', which is not among {list(outputs)}.")
        return found

    def reset_metrics(self):
        keras.Model.reset_metrics(self)
        for tracker in self.trackers():
            tracker.reset_state()

    def get_config(self):
        written = {key: serialize_keras_object(getattr(self, key)) for key in ("teacher", "student")}
        written["distillation_losses"] = [serialize_keras_object(loss) for loss in self.distillation_losses]
        plain = {key: getattr(self, key) for key in ("distillation_loss_weights", "student_loss_weight")}
        return {**keras.Model.get_config(self), **written, **plain}

    @classmethod
    def from_config(cls, config):
        read = {key: deserialize_keras_object(config[key]) for key in ("teacher", "student")}
        read["distillation_losses"] = [deserialize_keras_object(loss) for loss in config["distillation_losses"]]
        return cls(**{**config, **read})
