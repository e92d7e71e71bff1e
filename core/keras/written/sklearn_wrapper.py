class BaseEstimator:
    pass


class ClassifierMixin:
    pass


class RegressorMixin:
    pass


class TransformerMixin:
    pass


class SKLBase(BaseEstimator):
    """The base of models in the form of scikit-learn."""

    def __init__(self, model, warm_start=False, model_kwargs=None, fit_kwargs=None):
        raise ImportError(f"{self.__class__.__name__} needs the package scikit-learn, which is not here.")


class SKLearnClassifier(ClassifierMixin, SKLBase):
    """A model as a classifier of scikit-learn."""


class SKLearnRegressor(RegressorMixin, SKLBase):
    """A model as a regressor of scikit-learn."""


class SKLearnTransformer(TransformerMixin, SKLBase):
    """A model as a transformer of scikit-learn."""
