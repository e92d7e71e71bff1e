package utils

import (
	"layerglass/core/keras/blame"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// refused are functions that need what is not here, with the way out. also is a second public name.
var refused = []struct{ name, also, module, why, takes string }{
	{"keras.datasets.boston_housing.load_data", "", "keras.src.datasets.boston_housing", dataset,
		"path='boston_housing.npz', test_split=0.2, seed=113"},
	{"keras.datasets.california_housing.load_data", "", "keras.src.datasets.california_housing", dataset,
		"version='large', path='california_housing.npz', test_split=0.2, seed=113"},
	{"keras.datasets.cifar10.load_data", "", "keras.src.datasets.cifar10", dataset,
		""},
	{"keras.datasets.cifar100.load_data", "", "keras.src.datasets.cifar100", dataset,
		"label_mode='fine'"},
	{"keras.datasets.fashion_mnist.load_data", "", "keras.src.datasets.fashion_mnist", dataset,
		""},
	{"keras.datasets.imdb.load_data", "", "keras.src.datasets.imdb", dataset,
		"path='imdb.npz', num_words=None, skip_top=0, maxlen=None, seed=113, start_char=1, oov_char=2, index_from=3, " +
			"**kwargs"},
	{"keras.datasets.imdb.get_word_index", "", "keras.src.datasets.imdb", dataset,
		"path='imdb_word_index.json'"},
	{"keras.datasets.mnist.load_data", "", "keras.src.datasets.mnist", dataset,
		"path='mnist.npz'"},
	{"keras.datasets.reuters.load_data", "", "keras.src.datasets.reuters", dataset,
		"path='reuters.npz', num_words=None, skip_top=0, maxlen=None, test_split=0.2, seed=113, start_char=1, " +
			"oov_char=2, index_from=3"},
	{"keras.datasets.reuters.get_word_index", "", "keras.src.datasets.reuters", dataset,
		"path='reuters_word_index.json'"},
	{"keras.datasets.reuters.get_label_names", "", "keras.src.datasets.reuters", dataset,
		""},
	{"keras.utils.get_file", "", "keras.src.utils.file_utils", file,
		"fname=None, origin=None, untar=False, md5_hash=None, file_hash=None, cache_subdir='datasets', " +
			"hash_algorithm='auto', extract=False, archive_format='auto', cache_dir=None, force_download=False"},
	{"keras.utils.image_dataset_from_directory", "keras.preprocessing.image_dataset_from_directory", "keras.src.utils.image_dataset_utils", folder,
		"directory, labels='inferred', label_mode='int', class_names=None, color_mode='rgb', batch_size=32, " +
			"image_size=(256, 256), shuffle=True, seed=None, validation_split=None, subset=None, interpolation='bilinear', " +
			"follow_links=False, crop_to_aspect_ratio=False, pad_to_aspect_ratio=False, data_format=None, format='tf', " +
			"verbose=True"},
	{"keras.utils.text_dataset_from_directory", "keras.preprocessing.text_dataset_from_directory", "keras.src.utils.text_dataset_utils", folder,
		"directory, labels='inferred', label_mode='int', class_names=None, batch_size=32, max_length=None, " +
			"shuffle=True, seed=None, validation_split=None, subset=None, follow_links=False, format='tf', verbose=True"},
	{"keras.utils.audio_dataset_from_directory", "", "keras.src.utils.audio_dataset_utils", folder,
		"directory, labels='inferred', label_mode='int', class_names=None, batch_size=32, sampling_rate=None, " +
			"output_sequence_length=None, ragged=False, shuffle=True, seed=None, validation_split=None, subset=None, " +
			"follow_links=False, verbose=True"},
	{"keras.utils.load_img", "keras.preprocessing.image.load_img", "keras.src.utils.image_utils", folder,
		"path, color_mode='rgb', target_size=None, interpolation='nearest', keep_aspect_ratio=False"},
	{"keras.utils.save_img", "keras.preprocessing.image.save_img", "keras.src.utils.image_utils", folder,
		"path, x, data_format=None, file_format=None, scale=True, **kwargs"},
}

const (
	dataset = "downloads data, and nothing is downloaded here. Only the shape of an input matters to a config: keras.Input(shape) stands for the data."
	file    = "downloads a file, and nothing is downloaded here. A config does not depend on it: leave the line out."
	folder  = "reads or writes files, and the playground has none. Only the shape of an input matters to a config: keras.Input(shape) stands for the data."
)

// drawings are the functions that draw a model, with their parameters.
var drawings = map[string]string{
	"plot_model": "model, to_file='model.png', show_shapes=False, show_dtype=False, show_layer_names=False, rankdir='TB', " +
		"expand_nested=False, dpi=200, show_layer_activations=False, show_trainable=False, splines='ortho', **kwargs",
	"model_to_dot": "model, show_shapes=False, show_dtype=False, show_layer_names=True, rankdir='TB', expand_nested=False, " +
		"dpi=200, subgraph=False, show_layer_activations=False, show_trainable=False, splines='ortho', **kwargs",
}

func init() {
	for _, r := range refused {
		at := len(r.name) - 1
		for r.name[at] != '.' {
			at--
		}
		public := spec.Keys(r.name)
		if r.also != "" {
			public = append(public, r.also)
		}
		spec.DeclareFunc(spec.Function{Name: r.name[at+1:], Module: r.module, Export: public, Takes: r.takes, Doc: "Is not to be had here.",
			Do: func(*object.Thread, []object.Object) (object.Object, error) {
				e := object.NewError(object.NotImplementedErrClass, "%s() %s", r.name, r.why)
				e.Subject = blame.NotModelled{Name: r.name}
				return nil, e
			}})
	}
	for name, takes := range drawings {
		spec.DeclareFunc(spec.Function{Name: name, Module: "keras.src.utils.model_visualization", Export: spec.Keys("keras.utils." + name), Takes: takes,
			Doc: "Draws a model, where pydot and graphviz are installed.", Do: func(t *object.Thread, a []object.Object) (object.Object, error) {
				built, err := object.GetAttr(t, a[0], object.Intern("built"))
				if err != nil {
					return nil, err
				}
				if yes, err := object.Truth(t, built); err != nil || !yes {
					if err != nil {
						return nil, err
					}
					return nil, object.ValueError("%s() draws a model that is built: call build() or call the model on an input first.", name)
				}
				return nil, object.NewError(object.ImportErrorClass, "%s() needs the packages pydot and graphviz, which are not here. model.summary() prints the layers.", name)
			}})
	}
	names := ""
	for _, name := range []string{"Adagrad", "Adam", "Ftrl", "RMSprop", "SGD", "Optimizer"} {
		names += " keras.optimizers.legacy." + name
	}
	spec.Declare("keras.src.optimizers", names[1:], func() spec.Class {
		return spec.Class{Name: legacy, Doc: "Says that the optimizers of Keras 2 are gone.", Native: legacyOptimizer}
	})
}

const legacy = "LegacyOptimizerWarning"

// legacyOptimizer makes the class that stands for each optimizer of Keras 2.
func legacyOptimizer(t *object.Thread) *object.Class {
	c, err := object.NewClass(t, legacy, "keras.src.optimizers", []*object.Class{object.ObjectClass}, object.NewDict(), object.TypeClass)
	if err != nil {
		panic(err) // one base, whose order is known
	}
	c.New = func(*object.Thread, *object.Class, object.Args) (object.Object, error) {
		return nil, object.NewError(object.ImportErrorClass, "Keras 3 has no keras.optimizers.legacy. Use the class of the same name in keras.optimizers.")
	}
	return c
}
