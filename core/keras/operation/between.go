package operation

import (
	"strings"

	"layerglass/core/python/object"
)

type betweenKey struct{}

// Between returns the session's class of a full name that Keras has in a line of inheritance and that adds nothing here: isinstance and
// __mro__ show it.
func Between(t *object.Thread, full string, bases ...*object.Class) *object.Class {
	made := t.State(betweenKey{}, func() any { return map[string]*object.Class{} }).(map[string]*object.Class)
	if c := made[full]; c != nil {
		return c
	}
	i := strings.LastIndexByte(full, '.')
	c, err := object.NewClass(t, full[i+1:], full[:i], bases, object.NewDict(), object.TypeClass)
	if err != nil {
		panic(err) // bases in one line have an order
	}
	made[full] = c
	return c
}
