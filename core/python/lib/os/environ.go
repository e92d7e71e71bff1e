package os

import "layerglass/core/python/object"

// environ is os.environ: the session's variables, str to str.
type environ struct{ vars *object.Dict }

var environClass = object.NewType("_Environ", "os", nil)

type environKey struct{}

func environment(t *object.Thread) *environ {
	return t.State(environKey{}, func() any {
		e := &environ{object.NewDict()}
		e.vars.SetName("HOME", object.NewStr(home))
		return e
	}).(*environ)
}

// Getenv returns an environment variable of the session, "" when it is not set.
func Getenv(t *object.Thread, name string) string {
	s, _ := object.AsString(environment(t).vars.GetName(name))
	return s
}

// Class returns the type os._Environ.
func (*environ) Class() *object.Class { return environClass }

// Len returns the number of variables.
func (e *environ) Len() int { return e.vars.Len() }

// Iter iterates over the names.
func (e *environ) Iter(t *object.Thread) (object.Object, error) { return e.vars.Iter(t) }

// Contains reports whether a variable is set.
func (e *environ) Contains(t *object.Thread, key object.Object) (bool, error) {
	if _, ok := object.AsString(key); !ok {
		return false, object.TypeError("str expected, not %s", key.Class().Name)
	}
	return e.vars.Contains(t, key)
}

// GetItem returns a variable.
func (e *environ) GetItem(t *object.Thread, key object.Object) (object.Object, error) {
	if _, ok := object.AsString(key); !ok {
		return nil, object.TypeError("str expected, not %s", key.Class().Name)
	}
	return e.vars.GetItem(t, key)
}

// SetItem sets a variable; v is nil for del.
func (e *environ) SetItem(t *object.Thread, key, v object.Object) error {
	for _, o := range []object.Object{key, v} {
		if _, ok := object.AsString(o); o != nil && !ok {
			return object.TypeError("str expected, not %s", o.Class().Name)
		}
	}
	return e.vars.SetItem(t, key, v)
}

// Repr shows the variables.
func (e *environ) Repr(t *object.Thread) (string, error) {
	s, err := object.Repr(t, e.vars)
	return "environ(" + s + ")", err
}

// Compare is equality with a dict or itself.
func (e *environ) Compare(t *object.Thread, op object.CompareOp, o object.Object) (object.Object, error) {
	if x, ok := o.(*environ); ok {
		o = x.vars
	}
	return e.vars.Compare(t, op, object.Of(o))
}

// Binary is environ | mapping.
func (e *environ) Binary(t *object.Thread, op object.BinaryOp, o object.Object, reflected bool) (object.Object, error) {
	if x, ok := o.(*environ); ok {
		o = x.vars
	}
	return e.vars.Binary(t, op, o, reflected)
}

func init() {
	environClass.Protocols(&environ{object.NewDict()}, object.Or)
	through := func(name, sig string) *object.Builtin {
		return object.Func(name, sig, "As a dict's.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return object.CallMethod(t, a[0].(*environ).vars, name, a[1:]...)
		})
	}
	environClass.Methods(
		through("keys", "(self)"), through("values", "(self)"), through("items", "(self)"), through("get", "(self, key, default=None)"),
		through("copy", "(self)"), through("clear", "(self)"), through("popitem", "(self)"),
		object.Func("pop", "(self, key, default=?)", "Removes a variable and returns it.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			v, err := a[0].(*environ).vars.Delete(t, a[1])
			if v == nil && err == nil {
				if v = a[2]; v == nil {
					err = object.KeyError(a[1])
				}
			}
			return v, err
		}),
		object.Func("setdefault", "(self, key, value)", "Sets a variable that is not set.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			e := a[0].(*environ)
			v, err := e.vars.Get(t, a[1])
			if v != nil || err != nil {
				return v, err
			}
			return a[2], e.SetItem(t, a[1], a[2])
		}),
		object.Func("update", "(self, other=(), /, **kwds)", "Sets several variables.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			d := object.NewDict()
			if err := d.Merge(t, a[1]); err != nil {
				return nil, err
			}
			if err := d.Update(t, a[2].(*object.Dict)); err != nil {
				return nil, err
			}
			for k, v := range d.All() {
				if err := a[0].(*environ).SetItem(t, k, v); err != nil {
					return nil, err
				}
			}
			return object.None, nil
		}),
	)
}
