# A Lambda layer's config holds compiled code. Keras refuses to load that unless told that it is safe; a small class needs no trust.
import keras
from keras import layers


@keras.saving.register_keras_serializable(package="guide")
class Scale(layers.Layer):
    def __init__(self, factor, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, x):
        return x * self.factor

    def get_config(self):
        return {**super().get_config(), "factor": self.factor}


doubled = layers.Lambda(lambda x: x * 2, name="doubled")
try:
    layers.Lambda.from_config(doubled.get_config())
except Exception as error:
    print("Lambda:", type(error).__name__)

scale = Scale(2, name="scale")
again = keras.saving.deserialize_keras_object(keras.saving.serialize_keras_object(scale))
print("Scale:", again.factor)
