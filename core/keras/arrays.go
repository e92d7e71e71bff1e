package keras

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/ops"
	"layerglass/core/keras/saving"
	"layerglass/core/python/object"
)

// makeArray makes the numpy array that a config holds as nested lists.
func makeArray(t *object.Thread, value object.Object, dtype string, eager bool) (object.Object, error) {
	if eager {
		return ops.Convert(t, value, dtype)
	}
	np, err := t.Import(t, "numpy")
	if err != nil {
		return nil, err
	}
	array, err := object.GetAttr(t, np, object.Intern("array"))
	if err != nil {
		return nil, err
	}
	return object.CallArgs(t, array, object.Args{Pos: []object.Object{value}, Kw: arg.Pairs("dtype", dtype)})
}

func init() {
	if saving.MakeArray == nil {
		saving.MakeArray = makeArray
	}
}
