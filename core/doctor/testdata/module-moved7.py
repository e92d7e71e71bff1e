import tensorflow as tf
r = tf.keras.layers.experimental.SyncBatchNormalization()
# then: runs
