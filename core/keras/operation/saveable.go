package operation

import "layerglass/core/python/object"

type saveableKey struct{}

// Saveable returns the session's class KerasSaveable, the base of what a saved file may hold.
func Saveable(t *object.Thread) *object.Class {
	return t.State(saveableKey{}, func() any {
		c, err := object.NewClass(t, "KerasSaveable", "keras.src.saving.keras_saveable", nil, object.NewDict(), object.TypeClass)
		if err != nil {
			panic(err) // a class without bases has an order
		}
		c.OnCall = OnCall
		c.Methods(object.Func("_obj_type", "(self)", "", func(*object.Thread, []object.Object) (object.Object, error) {
			return nil, object.NewError(object.NotImplementedErrClass, "A class that can be saved says in _obj_type() what it is.")
		}))
		return c
	}).(*object.Class)
}
