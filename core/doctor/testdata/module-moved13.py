from keras.preprocessing.text import Tokenizer
t = Tokenizer()
