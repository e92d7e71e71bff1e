package models

import (
	"layerglass/core/keras/calc"
	"layerglass/core/python/object"
)

// listening is a list of callbacks that have been told of their model, as fit() hands it to evaluate().
type listening struct {
	c    *calc.Calc
	list []object.Object
}

var listeningClass = object.NewType("CallbackList", "keras.src.callbacks.callback_list", nil)

// Class returns the class CallbackList.
func (*listening) Class() *object.Class { return listeningClass }

// tell calls a method of all callbacks.
func (l *listening) tell(method string, list ...any) {
	for _, cb := range l.list {
		l.c.Method(cb, method, list...)
	}
}

// callbacksOf are the callbacks of an argument: a list of them, one, or none.
func callbacksOf(given object.Object) []object.Object {
	switch v := object.Of(given).(type) {
	case *object.NoneType:
		return nil
	case *object.List:
		return append([]object.Object(nil), v.Items...)
	case *object.Tuple:
		return append([]object.Object(nil), v.Items...)
	}
	return []object.Object{given}
}

// listeners are the callbacks that evaluate() and predict() were given, told of the model unless fit() has done so.
func listeners(b *batches, given, verbose object.Object) *listening {
	if told, ok := given.(*listening); ok {
		return &listening{c: b.c, list: told.list}
	}
	l := &listening{c: b.c, list: callbacksOf(given)}
	if b.c.Err != nil || len(l.list) == 0 {
		return l
	}
	params := object.NewDict()
	params.SetName("verbose", verbose)
	params.SetName("epochs", object.Int(1))
	params.SetName("steps", object.None)
	if n := b.count(); n > 0 {
		params.SetName("steps", object.Int(n))
	}
	l.tell("set_params", params)
	l.tell("set_model", b.l.Instance)
	return l
}
