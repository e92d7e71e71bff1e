package code

import (
	"layerglass/core/python/object"
)

// Expression is the Python for one value of a config.
type Expression struct {
	Text   string
	Custom []string // classes and functions that are not Keras's
}

// Argument writes a value of a config as the argument of that name of the class in the Options: "he_normal" for the serialized
// initializer, 3 for [3, 3].
func Argument(v object.Object, name string, o Options) Expression {
	g := &generator{Options: o, taken: map[string]bool{}, ahead: map[string]int{}, count: map[string]int{}, lab: newLab(o, o.Thread())}
	var e expr
	if c := find("", o.Class); c != nil && parameters(c).Find(name) != nil {
		list := parameters(c)
		e = g.argument(list.Find(name), v)
	} else {
		e = g.value(v)
	}
	return Expression{Text: e.String(), Custom: g.foreign}
}
