from keras.utils.vis_utils import plot_model
# then: runs
