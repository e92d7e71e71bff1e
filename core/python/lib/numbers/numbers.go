// Package numbers is Python's module numbers: the abstract kinds of numbers.
package numbers

import (
	"layerglass/core/python/lib"
	"layerglass/core/python/lib/abc"
	"layerglass/core/python/object"
)

func init() { lib.Register("numbers", load) }

var tower = []struct {
	name     string
	abstract []string
	builtin  *object.Class
}{
	{"Number", nil, nil},
	{"Complex", []string{"__abs__", "__add__", "__complex__", "__eq__", "__mul__", "__neg__", "__pos__", "__pow__", "__radd__", "__rmul__", "__rpow__",
		"__rtruediv__", "__truediv__", "conjugate", "imag", "real"}, object.ComplexClass},
	{"Real", []string{"__ceil__", "__float__", "__floor__", "__floordiv__", "__le__", "__lt__", "__mod__", "__rfloordiv__", "__rmod__", "__round__", "__trunc__"}, object.FloatClass},
	{"Rational", []string{"denominator", "numerator"}, nil},
	{"Integral", []string{"__and__", "__int__", "__invert__", "__lshift__", "__or__", "__rand__", "__rlshift__", "__ror__", "__rrshift__", "__rshift__",
		"__rxor__", "__xor__"}, object.IntClass},
}

type kin struct {
	kind  string
	class *object.Class
}

// family is what the modules that a session has loaded told of their numbers.
type family struct{ members []kin }

type familyKey struct{}

// Join says of which kind the numbers of a class are. It is remembered until a program imports the module, which most never do.
func Join(t *object.Thread, kind string, c *object.Class) error {
	f := t.State(familyKey{}, func() any { return &family{} }).(*family)
	f.members = append(f.members, kin{kind, c})
	if m, ok := t.Modules.GetName("numbers").(*object.Module); ok {
		return register(t, m, kin{kind, c})
	}
	return nil
}

func register(t *object.Thread, m *object.Module, k kin) error {
	_, err := object.CallMethod(t, m.Dict.GetName(k.kind), "register", k.class)
	return err
}

func load(t *object.Thread) (*object.Module, error) {
	m, err := loadTower(t)
	if err != nil {
		return nil, err
	}
	f := t.State(familyKey{}, func() any { return &family{} }).(*family)
	for _, k := range f.members {
		if err := register(t, m, k); err != nil {
			return nil, err
		}
	}
	return m, nil
}

func loadTower(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("numbers")
	var bases []*object.Class
	var abstract []string
	for _, n := range tower {
		c, err := object.NewClass(t, n.name, "numbers", bases, object.NewDict(), abc.Meta)
		if err != nil {
			return nil, err
		}
		if n.name == "Number" {
			c.Set("__hash__", object.None)
		}
		abstract = append(abstract, n.abstract...)
		mixins(n.name, c)
		for _, name := range n.abstract {
			if err := addAbstract(t, c, name); err != nil {
				return nil, err
			}
		}
		c.SetAbstract(abc.Abstract(t, c))
		lib.AddClasses(m, c)
		bases = []*object.Class{c}
		if n.builtin != nil {
			if _, err := object.CallMethod(t, c, "register", n.builtin); err != nil {
				return nil, err
			}
		}
	}
	return m, nil
}

// mixins gives a kind of numbers what follows from its abstract methods.
func mixins(kind string, c *object.Class) {
	method := func(name, sig string, f func(t *object.Thread, a []object.Object) (object.Object, error)) {
		c.Methods(object.Func(name, sig, "", f))
	}
	float := func(t *object.Thread, o object.Object) (object.Object, error) {
		return object.Call(t, object.FloatClass, o)
	}
	same := func(t *object.Thread, o object.Object) (object.Object, error) { return object.Unary(t, object.Pos, o) }
	pair := func(t *object.Thread, a, b object.Object) (object.Object, error) {
		q, err := object.Binary(t, object.FloorDiv, a, b)
		if err != nil {
			return nil, err
		}
		r, err := object.Binary(t, object.Mod, a, b)
		return object.NewTuple(q, r), err
	}
	constant := func(n int) func(*object.Thread, object.Object) (object.Object, error) {
		return func(*object.Thread, object.Object) (object.Object, error) { return object.Int(n), nil }
	}
	switch kind {
	case "Complex":
		method("__bool__", "(self)", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return object.Compare(t, object.Ne, a[0], object.Int(0))
		})
		method("__sub__", "(self, other)", func(t *object.Thread, a []object.Object) (object.Object, error) {
			minus, err := object.Unary(t, object.Neg, a[1])
			if err != nil {
				return nil, err
			}
			return object.Binary(t, object.Add, a[0], minus)
		})
		method("__rsub__", "(self, other)", func(t *object.Thread, a []object.Object) (object.Object, error) {
			minus, err := object.Unary(t, object.Neg, a[0])
			if err != nil {
				return nil, err
			}
			return object.Binary(t, object.Add, minus, a[1])
		})
	case "Real":
		method("__divmod__", "(self, other)", func(t *object.Thread, a []object.Object) (object.Object, error) { return pair(t, a[0], a[1]) })
		method("__rdivmod__", "(self, other)", func(t *object.Thread, a []object.Object) (object.Object, error) { return pair(t, a[1], a[0]) })
		method("__complex__", "(self)", func(t *object.Thread, a []object.Object) (object.Object, error) {
			v, err := float(t, a[0])
			if err != nil {
				return nil, err
			}
			return object.Call(t, object.ComplexClass, v)
		})
		method("conjugate", "(self)", func(t *object.Thread, a []object.Object) (object.Object, error) { return same(t, a[0]) })
		c.Getter("real", "", same)
		c.Getter("imag", "", constant(0))
	case "Rational":
		method("__float__", "(self)", ratio)
	case "Integral":
		method("__index__", "(self)", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return object.Call(t, object.IntClass, a[0])
		})
		method("__float__", "(self)", func(t *object.Thread, a []object.Object) (object.Object, error) {
			v, err := object.Call(t, object.IntClass, a[0])
			if err != nil {
				return nil, err
			}
			return float(t, v)
		})
		c.Getter("numerator", "", same)
		c.Getter("denominator", "", constant(1))
	}
}

// ratio divides the parts of a Rational.
func ratio(t *object.Thread, a []object.Object) (object.Object, error) {
	var parts [2]object.Object
	for i, name := range []string{"numerator", "denominator"} {
		v, err := object.GetAttr(t, a[0], object.Intern(name))
		if err != nil {
			return nil, err
		}
		if parts[i], err = object.Call(t, object.IntClass, v); err != nil {
			return nil, err
		}
	}
	return object.Binary(t, object.TrueDiv, parts[0], parts[1])
}

// addAbstract gives a class a method that a number of its kind must have.
func addAbstract(_ *object.Thread, c *object.Class, name string) error {
	f := object.Func(name, "(self, *args)", "", func(*object.Thread, []object.Object) (object.Object, error) {
		return nil, object.NewError(object.NotImplementedErrClass, "")
	})
	f.AttrDict(true).SetName("__isabstractmethod__", object.True)
	c.Methods(f)
	return nil
}
