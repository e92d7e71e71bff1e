import tensorflow as tf
r = tf.keras.layers.experimental.preprocessing.Rescaling(1/255)
# then: runs
