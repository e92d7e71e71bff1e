# One layer called twice is one layer in the config with two calls; the copy shares its weights just so.
import keras
from keras import layers

encoder = layers.Dense(16, activation="relu", name="encoder")
question = keras.Input((32,), name="question")
answer = keras.Input((32,), name="answer")
match = layers.Dot(axes=1, normalize=True, name="match")([encoder(question), encoder(answer)])
model = keras.Model([question, answer], match, name="siamese")

again = keras.Model.from_config(model.get_config())
entry = next(item for item in model.get_config()["layers"] if item["config"]["name"] == "encoder")
print("calls of the encoder:", len(entry["inbound_nodes"]))
print("parameters:", model.count_params(), again.count_params())
