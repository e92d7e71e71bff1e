# A subclassed model's config holds only what its get_config returns: the call method is code, and stays code.
import keras
from keras import layers


class Classifier(keras.Model):
    def __init__(self, classes, width=32, **kwargs):
        super().__init__(**kwargs)
        self.classes = classes
        self.width = width
        self.hidden = layers.Dense(width, activation="relu")
        self.scores = layers.Dense(classes)

    def call(self, x):
        return self.scores(self.hidden(x))

    def get_config(self):
        config = super().get_config()
        config.update({"classes": self.classes, "width": self.width})
        return config


model = Classifier(10, width=64, name="classifier")
model(keras.Input((784,)))
print(model.get_config())

again = Classifier.from_config(model.get_config())
print("built:", model.built, again.built)
again(keras.Input((784,)))
print("parameters:", model.count_params(), again.count_params())
