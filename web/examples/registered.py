# A registered class has a name under which saved configs refer to it.
# It must still be defined before a saved config can be loaded.
import keras
from keras import layers


@keras.saving.register_keras_serializable(package="lab")
class Scale(layers.Layer):
    def __init__(self, factor=1.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, x):
        return x * self.factor

    def get_config(self):
        return {**super().get_config(), "factor": self.factor}


layer = Scale(factor=0.5, name="halve")
saved = keras.saving.serialize_keras_object(layer)
print(saved["registered_name"])

again = keras.saving.deserialize_keras_object(saved)
print(again.name, again.factor)
