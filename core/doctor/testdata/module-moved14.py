import keras

loss = keras.losses.MeanSquaredError(reduction=keras.losses.Reduction.AUTO)
