import keras

keras.saving.deserialize_keras_object({"module": None, "class_name": "Mine", "config": {}, "registered_name": "Custom>Mine"})
