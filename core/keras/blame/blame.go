// Package blame holds what Keras's code knows about a refusal beyond the words of its exception. A value of one of these
// types stands in object.Exception.Subject, where package doctor finds it.
package blame

import "layerglass/core/python/object"

// Serialize says that a serialize function of Keras was given something that it cannot name: activations.serialize of
// the string 'relu' is the common case.
type Serialize struct {
	// Function is the public name ("keras.activations.serialize").
	Function string
	Value    object.Object
}

// NoSuperInit says that a layer's __init__ did not call super().__init__() before Keras needed it.
type NoSuperInit struct {
	Class *object.Class
}

// NotModelled says that real Keras does something that is not done here.
type NotModelled struct {
	// Name is the public name or the feature.
	Name string
}

// Argument says that a constructor refused the value of one argument.
type Argument struct {
	// Class is the public class name, Name the parameter, Value what was given.
	Class, Name string
	Value       object.Object
	// Allowed says in words or as a list of reprs what is taken; it may be empty.
	Allowed string
}

// Pretrained says that a network of keras.applications was asked for trained weights, which are not to be had here.
type Pretrained struct {
	// Function is the public name ("keras.applications.ResNet50"), Value the argument weights.
	Function string
	Value    object.Object
}
