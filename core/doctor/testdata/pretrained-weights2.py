import keras

model = keras.applications.VGG16()
# then: runs
