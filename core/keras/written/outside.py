from keras.callbacks import Callback


class OrbaxCheckpoint(Callback):
    """Saves a model while it is trained, in the form of the package orbax."""

    def __init__(
        self, directory, monitor="val_loss", verbose=0, save_best_only=False, mode="auto", save_freq="epoch", initial_value_threshold=None,
        max_to_keep=1, save_on_background=True, save_weights_only=False,
    ):
        raise ImportError("OrbaxCheckpoint needs the package orbax-checkpoint, which is not here. keras.callbacks.ModelCheckpoint saves models in files of the run.")


class ExportArchive:
    """Writes functions of a model for other runtimes."""

    def __new__(cls, format="saved_model", **kwargs):
        raise NotImplementedError("ExportArchive writes programs for other runtimes, which the playground cannot make. model.save() and to_json() keep a model.")


class KerasFileEditor:
    """Changes what a file of weights holds."""

    def __init__(self, filepath):
        raise NotImplementedError("KerasFileEditor changes the bytes of a file, and the files of a run keep arrays instead. load_weights() and get_weights() give them.")
