import keras
class A(keras.engine.base_layer.Layer):
    pass
a = A()
# then: runs
