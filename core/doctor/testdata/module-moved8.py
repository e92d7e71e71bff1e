import keras.engine.base_layer as base
class A(base.Layer):
    pass
a = A()
# then: runs
