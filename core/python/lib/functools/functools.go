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
	m.Dict.SetName("singledispatchmethod", methodDispatcherClass)
	m.Dict.SetName("singledispatch", object.Func("singledispatch", "(func)", "Makes a function that chooses by its first argument's class.", singledispatch))
	m.Dict.SetName("WRAPPER_ASSIGNMENTS", names(wrapperAssignments))
	m.Dict.SetName("WRAPPER_UPDATES", names([]string{"__dict__"}))
	for _, f := range []*object.Builtin{
		object.Func("reduce", "(function, iterable, initial=?, /)", "Folds an iterable with a function of two arguments.", reduce),
		object.Func("wraps", "(wrapped, assigned=?, updated=?)", "Returns a decorator that makes a function look like another.", wraps),
		object.Func("update_wrapper", "(wrapper, wrapped, assigned=?, updated=?)", "Makes a function look like another.", updateWrapperFunc),
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
	if _, err := object.Iter(t, a[1]); object.IsKind(err, object.TypeErrorClass) {
		return nil, object.TypeError("reduce() arg 2 must support iteration")
	}
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
	return updateWrapper(t, wrapper, wrapped, nil, nil)
}

// updateWrapper copies the attributes assigned and merges those updated; nil stands for the usual ones.
func updateWrapper(t *object.Thread, wrapper, wrapped, assigned, updated object.Object) error {
	copied, merged := names(wrapperAssignments).Items, names([]string{"__dict__"}).Items
	var err error
	if assigned != nil {
		if copied, err = object.Items(t, assigned); err != nil {
			return err
		}
	}
	if updated != nil {
		if merged, err = object.Items(t, updated); err != nil {
			return err
		}
	}
	for _, n := range copied {
		name, err := object.AttributeName(n)
		if err != nil {
			return err
		}
		v, err := object.LookupAttr(t, wrapped, name)
		if err != nil || v == nil {
			if err != nil && !object.IsKind(err, object.AttributeErrorClass) {
				return err
			}
			continue
		}
		if err := object.SetAttr(t, wrapper, name, v); err != nil && !object.IsKind(err, object.AttributeErrorClass) {
			return err
		}
	}
	for _, n := range merged {
		if err := merge(t, wrapper, wrapped, n); err != nil {
			return err
		}
	}
	return object.SetAttr(t, wrapper, object.Intern("__wrapped__"), wrapped)
}

// merge updates a dict that is an attribute of wrapper with that of wrapped.
func merge(t *object.Thread, wrapper, wrapped, n object.Object) error {
	name, err := object.AttributeName(n)
	if err != nil {
		return err
	}
	if name.String() == "__dict__" {
		from, ok := wrapped.(object.HasDict)
		if !ok || from.AttrDict(false) == nil {
			return nil
		}
		if to, ok := wrapper.(object.HasDict); ok {
			return to.AttrDict(true).Update(t, from.AttrDict(false))
		}
	}
	to, err := object.GetAttr(t, wrapper, name)
	if err != nil {
		return err
	}
	from, err := object.LookupAttr(t, wrapped, name)
	if from == nil || err != nil {
		return err
	}
	_, err = object.CallMethod(t, to, "update", from)
	return err
}

func updateWrapperFunc(t *object.Thread, a []object.Object) (object.Object, error) {
	return a[0], updateWrapper(t, a[0], a[1], a[2], a[3])
}

func wraps(_ *object.Thread, a []object.Object) (object.Object, error) {
	wrapped, assigned, updated := a[0], a[1], a[2]
	return object.Func("wraps", "(wrapper, /)", "Makes a function look like another.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return a[0], updateWrapper(t, a[0], wrapped, assigned, updated)
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

var keyClass = object.NewType("KeyWrapper", "functools", nil).Final().Dotted()

func (*keyMaker) Class() *object.Class { return keyClass }
func (*key) Class() *object.Class      { return keyClass }

func (k *keyMaker) Call(_ *object.Thread, a object.Args) (object.Object, error) {
	if len(a.Pos) != 1 || len(a.Kw) > 0 {
		return nil, object.TypeError("K() takes exactly one argument")
	}
	return &key{k.compare, a.Pos[0]}, nil
}

// Compare asks the function.
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

func init() {
	keyClass.Protocols(&key{})
	keyClass.Getter("obj", "The value.", func(_ *object.Thread, o object.Object) (object.Object, error) {
		if k, ok := o.(*key); ok {
			return k.value, nil
		}
		return nil, object.AttributeError(o, "obj", "object")
	})
}
