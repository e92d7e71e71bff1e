class SKLBase:
    """The base of models in the form of scikit-learn."""

    def __init__(self, model, warm_start=False, model_kwargs=None, fit_kwargs=None):
        raise ImportError(f"{self.__class__.__name__} needs the package scikit-learn, which is not here.")


class SKLearnClassifier(SKLBase):
    """A model as a classifier of scikit-learn."""


class SKLearnRegressor(SKLBase):
    """A model as a regressor of scikit-learn."""


class SKLearnTransformer(SKLBase):
    """A model as a transformer of scikit-learn."""
