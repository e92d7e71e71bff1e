package utils

import (
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

func init() {
	declare := func(name, takes, doc string, do func(t *object.Thread, text string) string) {
		spec.DeclareFunc(spec.Function{Name: name, Module: "keras.src.utils.naming", Takes: takes, Doc: doc,
			Do: func(t *object.Thread, a []object.Object) (object.Object, error) {
				text, err := object.ToStr(t, a[0])
				if err != nil {
					return nil, err
				}
				return object.NewStr(do(t, text)), nil
			}})
	}
	declare("auto_name", "prefix", "Returns the next free name of a kind.", operation.AutoName)
	declare("uniquify", "name", "Returns a name, with a number where it was given before.", operation.Uniquify)
	declare("to_snake_case", "name", "Writes a class's name as names of objects are written.",
		func(_ *object.Thread, name string) string { return operation.SnakeCase(name) })
}
