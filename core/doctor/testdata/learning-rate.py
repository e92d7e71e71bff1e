from keras.optimizers import Adam

print(Adam(lr=0.01).get_config()["learning_rate"])
# then: runs
