# A functional model's config lists its layers and which tensor goes where. The tab Model draws it.
import keras
from keras import layers

inputs = keras.Input((28, 28, 1), name="image")
x = layers.Conv2D(16, 3, padding="same", activation="relu", name="first")(inputs)
shortcut = x
x = layers.Conv2D(16, 3, padding="same", activation="relu", name="second")(x)
x = layers.Add(name="residual")([x, shortcut])
x = layers.GlobalAveragePooling2D(name="pool")(x)
outputs = layers.Dense(10, activation="softmax", name="digit")(x)
model = keras.Model(inputs, outputs, name="digits")

again = keras.Model.from_config(model.get_config())
print("layers:", [layer.name for layer in again.layers])
print("output:", again.output_shape)
print("parameters:", again.count_params())
