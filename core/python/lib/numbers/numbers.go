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

// addAbstract gives a class a method that a number of its kind must have.
func addAbstract(_ *object.Thread, c *object.Class, name string) error {
	f := object.Func(name, "(self, *args)", "", func(*object.Thread, []object.Object) (object.Object, error) {
		return nil, object.NewError(object.NotImplementedErrClass, "")
	})
	f.AttrDict(true).SetName("__isabstractmethod__", object.True)
	c.Methods(f)
	return nil
}
