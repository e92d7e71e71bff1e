// Package functools is Python's module functools.
package functools

import (
	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

func init() { lib.Register("functools", load) }

func load(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("functools")
	m.Dict.SetName("partial", partialClass)
	m.Dict.SetName("partialmethod", partialMethodClass)
	m.Dict.SetName("cached_property", cachedPropertyClass)
	m.Dict.SetName("singledispatch", object.Func("singledispatch", "(func)", "Makes a function that chooses by its first argument's class.", singledispatch))
	m.Dict.SetName("WRAPPER_ASSIGNMENTS", names(wrapperAssignments))
	m.Dict.SetName("WRAPPER_UPDATES", names([]string{"__dict__"}))
	for _, f := range []*object.Builtin{
		object.Func("reduce", "(function, iterable, initial=?, /)", "Folds an iterable with a function of two arguments.", reduce),
		object.Func("wraps", "(wrapped, assigned=None, updated=None)", "Returns a decorator that makes a function look like another.", wraps),
		object.Func("update_wrapper", "(wrapper, wrapped, assigned=None, updated=None)", "Makes a function look like another.", updateWrapperFunc),
		object.Func("lru_cache", "(maxsize=128, typed=False)", "Returns a decorator that remembers results.", lruCache),
		object.Func("cache", "(user_function, /)", "Remembers results for ever.", cache),
		object.Func("cmp_to_key", "(mycmp)", "Turns a comparison function into a sort key.", cmpToKey),
		object.Func("total_ordering", "(cls)", "Fills in the ordering methods that a class lacks.", totalOrdering),
	} {
		f.Module = "functools"
		m.Dict.SetName(f.Name, f)
	}
	return m, nil
}

func names(list []string) *object.Tuple {
	var items []object.Object
	for _, n := range list {
		items = append(items, object.Intern(n))
	}
	return object.NewTuple(items...)
}

func reduce(t *object.Thread, a []object.Object) (object.Object, error) {
	acc := a[2]
	err := object.Iterate(t, a[1], func(v object.Object) (bool, error) {
		if acc == nil {
			acc = v
			return true, nil
		}
		var err error
		acc, err = object.Call(t, a[0], acc, v)
		return true, err
	})
	if err == nil && acc == nil {
		return nil, object.TypeError("reduce() of empty iterable with no initial value")
	}
	return acc, err
}

var wrapperAssignments = []string{"__module__", "__name__", "__qualname__", "__doc__", "__annotations__"}

// UpdateWrapper makes wrapper look like wrapped, as functools.update_wrapper does.
func UpdateWrapper(t *object.Thread, wrapper, wrapped object.Object) error {
	for _, n := range wrapperAssignments {
		v, err := object.LookupAttr(t, wrapped, object.Intern(n))
		if err != nil || v == nil {
			if err != nil && !object.IsKind(err, object.AttributeErrorClass) {
				return err
			}
			continue
		}
		if err := object.SetAttr(t, wrapper, object.Intern(n), v); err != nil && !object.IsKind(err, object.AttributeErrorClass) {
			return err
		}
	}
	if from, ok := wrapped.(object.HasDict); ok {
		if to, ok := wrapper.(object.HasDict); ok && from.AttrDict(false) != nil {
			if err := to.AttrDict(true).Update(t, from.AttrDict(false)); err != nil {
				return err
			}
		}
	}
	return object.SetAttr(t, wrapper, object.Intern("__wrapped__"), wrapped)
}

func updateWrapperFunc(t *object.Thread, a []object.Object) (object.Object, error) {
	return a[0], UpdateWrapper(t, a[0], a[1])
}

func wraps(_ *object.Thread, a []object.Object) (object.Object, error) {
	wrapped := a[0]
	return object.Func("wraps", "(wrapper, /)", "Makes a function look like another.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return a[0], UpdateWrapper(t, a[0], wrapped)
	}), nil
}

func cmpToKey(_ *object.Thread, a []object.Object) (object.Object, error) {
	return &keyMaker{compare: a[0]}, nil
}

// keyMaker is what cmp_to_key returns; called with a value it makes a key that compares by the function.
type keyMaker struct{ compare object.Object }

type key struct {
	compare, value object.Object
}

var keyClass = object.NewType("KeyWrapper", "functools", nil).Final()

func (*keyMaker) Class() *object.Class { return keyClass }
func (*key) Class() *object.Class      { return keyClass }

func (k *keyMaker) Call(_ *object.Thread, a object.Args) (object.Object, error) {
	if len(a.Pos) != 1 || len(a.Kw) > 0 {
		return nil, object.TypeError("K() takes exactly one argument")
	}
	return &key{k.compare, a.Pos[0]}, nil
}

func (k *key) Compare(t *object.Thread, op object.CompareOp, o object.Object) (object.Object, error) {
	other, ok := o.(*key)
	if !ok {
		return nil, object.TypeError("other argument must be K instance")
	}
	v, err := object.Call(t, k.compare, k.value, other.value)
	if err != nil {
		return nil, err
	}
	return object.Compare(t, op, v, object.Int(0))
}

// ordering lists, for a method that a class defines, how the others follow from it: not, or with equality.
var ordering = []object.CompareOp{object.Lt, object.Gt, object.Le, object.Ge}

func totalOrdering(t *object.Thread, a []object.Object) (object.Object, error) {
	c, ok := a[0].(*object.Class)
	if !ok {
		return nil, object.TypeError("total_ordering() takes a class")
	}
	root := object.CompareOp(255)
	for _, op := range ordering {
		if v := c.Lookup(object.Intern(op.Method())); v != nil && v != object.ObjectClass.Lookup(object.Intern(op.Method())) {
			root = op
			break
		}
	}
	if root == 255 {
		return nil, object.ValueError("must define at least one ordering operation: < > <= >=")
	}
	for _, op := range ordering {
		if v := c.Lookup(object.Intern(op.Method())); op != root && v == object.ObjectClass.Lookup(object.Intern(op.Method())) {
			c.Methods(derived(root, op))
			c.Changed()
		}
	}
	return c, nil
}

// derived makes the method op of a class that has the method root.
func derived(root, op object.CompareOp) *object.Builtin {
	return object.Func(op.Method(), "(self, other, /)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		m, err := object.Special(t, a[0], root.Method())
		if err != nil {
			return nil, err
		}
		v, err := object.Call(t, m, a[1])
		if err != nil || v == object.NotImplemented {
			return v, err
		}
		is, err := object.Truth(t, v)
		if err != nil {
			return nil, err
		}
		strict := func(o object.CompareOp) bool { return o == object.Lt || o == object.Gt }
		sameSide := (root == object.Lt || root == object.Le) == (op == object.Lt || op == object.Le)
		if !sameSide && strict(root) != strict(op) { // a < b is not a >= b
			return object.Bool(!is), nil
		}
		equal, err := object.Compare(t, object.Eq, a[0], a[1])
		if err != nil {
			return nil, err
		}
		same, err := object.Truth(t, equal)
		if err != nil {
			return nil, err
		}
		switch {
		case sameSide && strict(op): // < from <=
			return object.Bool(is && !same), nil
		case sameSide: // <= from <
			return object.Bool(is || same), nil
		case strict(op): // > from <: neither less nor equal
			return object.Bool(!is && !same), nil
		}
		return object.Bool(!is || same), nil // >= from <=
	})
}
