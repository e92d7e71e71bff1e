from keras import backend as K
K.get_session()
