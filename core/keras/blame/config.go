package blame

import "layerglass/core/python/object"

// Unknown says that a config names a class or function that cannot be found.
type Unknown struct {
	// Kind is "class" or "function".
	Kind, Name, Module string
	RegisteredName     string
	Config             object.Object
}

// Deserialize says that from_config failed with a TypeError while a nested config was brought back.
type Deserialize struct {
	Class  object.Object
	Config *object.Dict
	Cause  *object.Exception
}

// NotAConfig says that a value that ought to be a config is none.
type NotAConfig struct {
	// Class is what the config was for, or nil.
	Class *object.Class
	Value object.Object
}

// Identifier says that a get function could not make an object of what it was given: activations.get("reluu").
type Identifier struct {
	// Function is the public name ("keras.activations.get"), Kind what is looked for ("activation").
	Function, Kind string
	Value          object.Object
	// Known are the names that would do.
	Known []string
}

// NotSerializable says that a value has no config: its class lacks get_config, or get_config did not return a dict.
type NotSerializable struct {
	Value object.Object
}

// UnknownArguments says that keyword arguments reached keras.layers.Layer that no class on the way has taken.
type UnknownArguments struct {
	Class *object.Class
	Names []string
}

// NotADict says that a get_config method of a program returned something else than a dict.
type NotADict struct {
	Class    *object.Class
	Returned object.Object
}
