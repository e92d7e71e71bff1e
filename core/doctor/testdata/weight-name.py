import keras


class Project(keras.layers.Layer):
    def build(self, input_shape):
        self.kernel = self.add_weight("kernel", (input_shape[-1], 4), initializer="uniform")

    def call(self, x):
        return keras.ops.matmul(x, self.kernel)


print(Project()(keras.Input((3,))).shape)
# then: runs
