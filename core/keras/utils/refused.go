package utils

import (
	"layerglass/core/keras/blame"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// refused are functions that need what is not here, with the way out.
var refused = []struct{ name, why string }{
	{"keras.datasets.boston_housing.load_data", dataset}, {"keras.datasets.california_housing.load_data", dataset}, {"keras.datasets.cifar10.load_data", dataset},
	{"keras.datasets.cifar100.load_data", dataset}, {"keras.datasets.fashion_mnist.load_data", dataset}, {"keras.datasets.imdb.load_data", dataset},
	{"keras.datasets.imdb.get_word_index", dataset}, {"keras.datasets.mnist.load_data", dataset}, {"keras.datasets.reuters.load_data", dataset},
	{"keras.datasets.reuters.get_word_index", dataset}, {"keras.datasets.reuters.get_label_names", dataset},
	{"keras.utils.get_file", "downloads a file, and nothing is downloaded here. A config does not depend on it: leave the line out."},
	{"keras.utils.image_dataset_from_directory", folder}, {"keras.utils.text_dataset_from_directory", folder}, {"keras.utils.audio_dataset_from_directory", folder},
	{"keras.preprocessing.image_dataset_from_directory", folder}, {"keras.preprocessing.text_dataset_from_directory", folder},
	{"keras.utils.load_img", folder}, {"keras.utils.save_img", folder}, {"keras.preprocessing.image.load_img", folder}, {"keras.preprocessing.image.save_img", folder},
}

const (
	dataset = "downloads data, and nothing is downloaded here. Only the shape of an input matters to a config: keras.Input(shape) stands for the data."
	folder  = "reads or writes files, and the playground has none. Only the shape of an input matters to a config: keras.Input(shape) stands for the data."
)

func init() {
	for _, r := range refused {
		at := len(r.name) - 1
		for r.name[at] != '.' {
			at--
		}
		spec.DeclareFunc(spec.Function{Name: r.name[at+1:], Module: r.name[:at], Export: spec.Keys(r.name), Takes: "*args, **kwargs", Doc: "Is not to be had here.",
			Do: func(*object.Thread, []object.Object) (object.Object, error) {
				e := object.NewError(object.NotImplementedErrClass, "%s() %s", r.name, r.why)
				e.Subject = blame.NotModelled{Name: r.name}
				return nil, e
			}})
	}
	for _, name := range []string{"plot_model", "model_to_dot"} {
		spec.DeclareFunc(spec.Function{Name: name, Module: "keras.src.utils.model_visualization", Export: spec.Keys("keras.utils." + name), Takes: "model, *args, **kwargs",
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
	for _, name := range []string{"Adagrad", "Adam", "Ftrl", "RMSprop", "SGD", "Optimizer"} {
		legacy.Export = append(legacy.Export, "keras.optimizers.legacy."+name)
	}
	spec.Declare(legacy)
}

// legacy is the class behind all names of keras.optimizers.legacy.
var legacy = spec.Class{Name: "LegacyOptimizerWarning", Module: "keras.src.optimizers", Doc: "Says that the optimizers of Keras 2 are gone.",
	Native: func(t *object.Thread) *object.Class {
		c, err := object.NewClass(t, "LegacyOptimizerWarning", "keras.src.optimizers", []*object.Class{object.ObjectClass}, object.NewDict(), object.TypeClass)
		if err != nil {
			panic(err) // one base, whose order is known
		}
		c.New = func(*object.Thread, *object.Class, object.Args) (object.Object, error) {
			return nil, object.NewError(object.ImportErrorClass, "Keras 3 has no keras.optimizers.legacy. Use the class of the same name in keras.optimizers.")
		}
		return c
	}}
