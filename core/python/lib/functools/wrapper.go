package functools

import "layerglass/core/python/object"

// Wrapper is what an object keeps that stands for a function which a decorator written in Python returns. To programs it is
// a function; UpdateWrapper gives it name and docstring.
type Wrapper struct {
	attrs, own object.Dict
}

// AttrDict returns the attributes that a program set.
func (w *Wrapper) AttrDict(bool) *object.Dict { return &w.attrs }

// Name returns one of the texts that every function has ("__name__"), or "".
func (w *Wrapper) Name(which string) string {
	s, _ := object.AsString(w.own.GetName(which))
	return s
}

func (w *Wrapper) functionState() *Wrapper { return w }

// NewFunctionType makes the type of objects that embed a Wrapper.
func NewFunctionType() *object.Class {
	c := object.NewType("function", "builtins", object.FunctionClass).Final()
	stateOf := func(o object.Object) *Wrapper { return o.(interface{ functionState() *Wrapper }).functionState() }
	for _, name := range []string{"__name__", "__qualname__", "__doc__", "__module__", "__annotations__", "__defaults__", "__kwdefaults__"} {
		key := object.Intern(name)
		c.GetterSetter(name, "", func(_ *object.Thread, o object.Object) (object.Object, error) {
			own := &stateOf(o).own
			if v := own.GetStr(key); v != nil {
				return v, nil
			}
			if name == "__annotations__" {
				own.SetStr(key, object.NewDict())
				return own.GetStr(key), nil
			}
			return object.None, nil
		}, func(_ *object.Thread, o, v object.Object) error {
			if v == nil {
				v = object.None
			}
			stateOf(o).own.SetStr(key, v)
			return nil
		})
	}
	c.Getter("__dict__", "", func(_ *object.Thread, o object.Object) (object.Object, error) { return &stateOf(o).attrs, nil })
	return c
}
