# Transfer: a trained base inside a new model. `trainable` of a layer is in its config; the weights are not.
import keras
from keras import layers

base = keras.Sequential(
    [
        keras.Input((64, 64, 3)),
        layers.Conv2D(8, 3, activation="relu", name="edges"),
        layers.MaxPooling2D(name="smaller"),
        layers.Conv2D(16, 3, activation="relu", name="shapes"),
        layers.GlobalAveragePooling2D(name="features"),
    ],
    name="base",
)
for layer in base.layers:
    layer.trainable = False

inputs = keras.Input((64, 64, 3), name="photo")
x = base(inputs)
outputs = layers.Dense(2, activation="softmax", name="head")(x)
model = keras.Model(inputs, outputs, name="cats_and_dogs")

again = keras.Model.from_config(model.get_config())
print("trained before:", [w.path for w in model.trainable_weights])
print("frozen after:  ", [layer.name for layer in again.get_layer("base").layers if not layer.trainable])
print("parameters:    ", again.count_params())
