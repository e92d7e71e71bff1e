package contextlib

import (
	"layerglass/core/python/lib/bind"
	"layerglass/core/python/object"
)

// The small managers keep what they were made with as attributes of an ordinary instance, so that programs can derive
// from them.
var (
	suppressClass = object.NewType("suppress", "contextlib", nil)
	nullClass     = object.NewType("nullcontext", "contextlib", nil)
	closingClass  = object.NewType("closing", "contextlib", nil)
	redirectOut   = object.NewType("redirect_stdout", "contextlib", nil)
	redirectErr   = object.NewType("redirect_stderr", "contextlib", nil)
)

// initializer is the __init__ of one argument that becomes an attribute.
func initializer(class, sig, attr string) *object.Builtin {
	s := object.ParseSignature(sig)
	return object.RawFunc("__init__", sig, "", func(_ *object.Thread, a object.Args) (object.Object, error) {
		v, err := bind.Function(class+".__init__", s, a)
		if err != nil {
			return nil, err
		}
		v[0].(*object.Instance).SetAttr(attr, v[1])
		return object.None, nil
	})
}

func entering(do func(t *object.Thread, self *object.Instance) (object.Object, error)) *object.Builtin {
	return object.Func("__enter__", "(self)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return do(t, a[0].(*object.Instance))
	})
}

func exiting(do func(t *object.Thread, self *object.Instance, kind object.Object) (object.Object, error)) *object.Builtin {
	return object.Func("__exit__", "(self, exctype, excinst, exctb)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return do(t, a[0].(*object.Instance), a[1])
	})
}

// attr returns an attribute that __init__ set.
func attr(self *object.Instance, name string) (object.Object, error) {
	if v := self.Attr(name); v != nil {
		return v, nil
	}
	return nil, object.AttributeError(self, name, "'%s' object has no attribute '%s'", self.Class().Name, name)
}

func init() {
	suppressClass.Methods(
		object.Func("__init__", "(self, *exceptions)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			a[0].(*object.Instance).SetAttr("_exceptions", a[1])
			return object.None, nil
		}),
		entering(func(*object.Thread, *object.Instance) (object.Object, error) { return object.None, nil }),
		exiting(func(t *object.Thread, self *object.Instance, kind object.Object) (object.Object, error) {
			list, err := attr(self, "_exceptions")
			if kind == object.None || err != nil {
				return object.False, err
			}
			ok, err := object.IsSubclassOf(t, kind, list)
			return object.Bool(ok), err
		}),
	)
	nullClass.Methods(
		initializer("nullcontext", "(self, enter_result=None)", "enter_result"),
		entering(func(_ *object.Thread, self *object.Instance) (object.Object, error) {
			return attr(self, "enter_result")
		}),
		object.Func("__exit__", "(self, *excinfo)", "", func(*object.Thread, []object.Object) (object.Object, error) { return object.None, nil }),
	)
	closingClass.Methods(
		initializer("closing", "(self, thing)", "thing"),
		entering(func(_ *object.Thread, self *object.Instance) (object.Object, error) { return attr(self, "thing") }),
		object.Func("__exit__", "(self, *exc_info)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			thing, err := attr(a[0].(*object.Instance), "thing")
			if err != nil {
				return nil, err
			}
			_, err = object.CallMethod(t, thing, "close")
			return none(err)
		}),
	)
	redirector(redirectOut, "stdout")
	redirector(redirectErr, "stderr")
}

// redirector makes a manager that puts its argument in the place of sys.stdout or sys.stderr. One manager may be entered
// several times.
func redirector(c *object.Class, name string) {
	swap := func(t *object.Thread, v object.Object) (object.Object, error) {
		m, err := t.Import(t, "sys")
		if err != nil {
			return nil, err
		}
		old, err := object.GetAttr(t, m, object.Intern(name))
		if err != nil {
			return nil, err
		}
		return old, object.SetAttr(t, m, object.Intern(name), v)
	}
	c.Methods(
		initializer("_RedirectStream", "(self, new_target)", "_new_target"),
		entering(func(t *object.Thread, self *object.Instance) (object.Object, error) {
			target, err := attr(self, "_new_target")
			if err != nil {
				return nil, err
			}
			old, err := swap(t, target)
			if err != nil {
				return nil, err
			}
			list, ok := self.Attr("_old_targets").(*object.List)
			if !ok {
				list = object.NewList()
				self.SetAttr("_old_targets", list)
			}
			return target, list.Append(t, old)
		}),
		exiting(func(t *object.Thread, self *object.Instance, _ object.Object) (object.Object, error) {
			list, ok := self.Attr("_old_targets").(*object.List)
			if !ok || len(list.Items) == 0 {
				return nil, object.NewError(object.IndexErrorClass, "pop from empty list")
			}
			last := len(list.Items) - 1
			old := list.Items[last]
			list.Items = list.Items[:last]
			_, err := swap(t, old)
			return none(err)
		}),
	)
}
