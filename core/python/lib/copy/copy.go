// Package copy is Python's module copy: copy, deepcopy and Error.
package copy

import (
	"layerglass/core/python/lib"
	"layerglass/core/python/lib/bind"
	"layerglass/core/python/object"
)

func init() { lib.Register("copy", load) }

// StateCopier is what a library's Instance.State implements when its objects can be copied. again copies a value as the
// call under way does: deep, or as it is.
type StateCopier interface {
	CopyState(t *object.Thread, copied *object.Instance, again func(object.Object) (object.Object, error)) (any, error)
}

// Remaker is what a library's Instance.State implements when a copy is not made of the object's parts. ok is false for those that are.
type Remaker interface {
	Remade(t *object.Thread, o *object.Instance) (copied object.Object, ok bool, err error)
}

func load(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("copy")
	failure, err := object.NewClass(t, "Error", "copy", []*object.Class{object.ExceptionClass}, object.NewDict(), nil)
	if err != nil {
		return nil, err
	}
	m.Dict.SetName("Error", failure)
	m.Dict.SetName("error", failure)
	for _, f := range []*object.Builtin{
		object.Func("copy", "(x)", "Returns a new object with the same parts.", shallow),
		object.Func("deepcopy", "(x, memo=None)", "Returns a new object whose parts are copied too.", deep),
	} {
		f.Module = "copy"
		bind.Python(f)
		m.Dict.SetName(f.Name, f.AsFunction())
	}
	return m, nil
}

// hook calls a class's own __copy__ or __deepcopy__; v is nil when it has none.
func hook(t *object.Thread, o object.Object, name string, args ...object.Object) (object.Object, error) {
	if _, ok := o.(*object.Class); ok {
		return nil, nil
	}
	m, err := object.Special(t, o, name)
	if m == nil || err != nil {
		return nil, err
	}
	return object.Call(t, m, args...)
}

func shallow(t *object.Thread, a []object.Object) (object.Object, error) {
	o := a[0]
	if v, err := hook(t, o, "__copy__"); v != nil || err != nil {
		return v, err
	}
	same := func(o object.Object) (object.Object, error) { return o, nil }
	c := &copier{t: t, memo: map[object.Object]object.Object{}}
	switch x := o.(type) {
	case *object.List:
		items, err := object.Items(t, x)
		return object.NewList(items...), err
	case *object.Dict:
		return x.Copy(), t.Spend(int64(x.Len()) / 2)
	case *object.Set:
		if x.Class() == object.FrozenSetClass {
			return x, nil
		}
		return x.Copy(t)
	case *object.ByteArray:
		if err := t.Alloc(int64(len(x.Bytes()))); err != nil {
			return nil, err
		}
		return object.NewByteArray(append([]byte(nil), x.Bytes()...)), nil
	case *object.Instance:
		return c.instance(x, same)
	case *object.Exception:
		return c.exception(x, same)
	}
	if unpicklable[o.Class()] {
		return nil, object.TypeError("cannot pickle '%s' object", o.Class().Name)
	}
	return o, nil
}

// copier is one deepcopy call: memo maps what was copied to its copy, so that shared and recursive parts stay so.
type copier struct {
	t       *object.Thread
	memo    map[object.Object]object.Object
	program *object.Dict // the memo that Python's __deepcopy__ methods pass on
}

func deep(t *object.Thread, a []object.Object) (object.Object, error) {
	program, ok := a[1].(*object.Dict)
	if !ok {
		program = object.NewDict()
	}
	c := &copier{t: t, memo: map[object.Object]object.Object{}, program: program}
	return c.copy(a[0])
}

func (c *copier) copy(o object.Object) (object.Object, error) {
	if v, ok := c.memo[o]; ok {
		return v, nil
	}
	if err := c.t.Spend(1); err != nil {
		return nil, err
	}
	if err := c.t.Deeper(); err != nil {
		return nil, err
	}
	defer c.t.Shallower()
	key := object.Int(c.t.ID(o))
	if v, err := c.program.Get(c.t, key); v != nil || err != nil {
		return v, err
	}
	v, err := hook(c.t, o, "__deepcopy__", c.program)
	if v == nil && err == nil {
		v, err = c.plain(o)
	}
	if err != nil || v == o {
		return v, err
	}
	c.memo[o] = v
	return v, c.program.Set(c.t, key, v)
}

func orNone(o object.Object) object.Object {
	if o == nil {
		return object.None
	}
	return o
}

func (c *copier) plain(o object.Object) (object.Object, error) {
	switch x := o.(type) {
	case *object.List:
		return c.list(x)
	case *object.Tuple:
		return c.tuple(x)
	case *object.Dict:
		return c.dict(x)
	case *object.Set:
		return c.set(x)
	case *object.ByteArray:
		if err := c.t.Alloc(int64(len(x.Bytes()))); err != nil {
			return nil, err
		}
		return object.NewByteArray(append([]byte(nil), x.Bytes()...)), nil
	case *object.Instance:
		return c.instance(x, c.copy)
	case *object.Exception:
		return c.exception(x, c.copy)
	case *object.Slice:
		args, err := c.tuple(object.NewTuple(orNone(x.Start), orNone(x.Stop), orNone(x.Step)))
		if err != nil {
			return nil, err
		}
		return object.CallArgs(c.t, object.SliceClass, object.Args{Pos: args.(*object.Tuple).Items})
	case *object.Method:
		self, err := c.copy(x.Self)
		return &object.Method{Self: self, Func: x.Func}, err
	case *object.Class:
		return o, nil
	}
	if unpicklable[o.Class()] {
		return nil, object.TypeError("cannot pickle '%s' object", o.Class().Name)
	}
	if v, ok, err := c.reduced(o, c.copy); ok || err != nil {
		return v, err
	}
	return o, nil
}

func (c *copier) list(x *object.List) (object.Object, error) {
	out := object.NewList()
	c.memo[x] = out
	for _, v := range x.Items {
		v, err := c.copy(v)
		if err != nil {
			return nil, err
		}
		out.Items = append(out.Items, v)
	}
	return out, nil
}

// tuple copies a tuple; one whose parts are all immutable is its own copy.
func (c *copier) tuple(x *object.Tuple) (object.Object, error) {
	items := make([]object.Object, len(x.Items))
	changed := false
	for i, v := range x.Items {
		w, err := c.copy(v)
		if err != nil {
			return nil, err
		}
		changed = changed || w != v
		items[i] = w
	}
	if v, ok := c.memo[x]; ok { // a part held the tuple itself
		return v, nil
	}
	if !changed {
		return x, nil
	}
	return object.NewTuple(items...), nil
}

func (c *copier) dict(x *object.Dict) (object.Object, error) {
	out := object.NewDictSize(x.Len())
	c.memo[x] = out
	for k, v := range x.All() {
		k, err := c.copy(k)
		if err != nil {
			return nil, err
		}
		v, err := c.copy(v)
		if err != nil {
			return nil, err
		}
		if err := out.Set(c.t, k, v); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (c *copier) set(x *object.Set) (object.Object, error) {
	items, err := object.Items(c.t, x)
	if err != nil {
		return nil, err
	}
	for i, v := range items {
		if items[i], err = c.copy(v); err != nil {
			return nil, err
		}
	}
	return object.Call(c.t, x.Class(), object.NewList(items...))
}

// instance copies an object of a program's or library's class: a bare object of the class, its attributes, and what its
// built-in base or library keeps.
func (c *copier) instance(x *object.Instance, again func(object.Object) (object.Object, error)) (object.Object, error) {
	if v, ok, err := c.reduced(x, again); ok || err != nil {
		return v, err
	}
	if s, ok := x.State.(Remaker); ok {
		if v, done, err := s.Remade(c.t, x); done || err != nil {
			return v, err
		}
	}
	out, err := c.bare(x, again)
	if err != nil {
		return nil, err
	}
	c.memo[x] = out
	if x.Native != nil {
		native, err := c.native(x.Native, again)
		if err != nil {
			return nil, err
		}
		out.Native = native
	}
	if s, ok := x.State.(StateCopier); ok {
		state, err := s.CopyState(c.t, out, again)
		if err != nil {
			return nil, err
		}
		out.State = state
	} else if x.State != nil {
		return nil, object.TypeError("cannot copy a '%s' object", x.Class().Name)
	}
	if get := own(x, "__getstate__"); get != nil {
		state, err := object.CallMethod(c.t, x, "__getstate__")
		if err != nil {
			return nil, err
		}
		if state, err = again(state); err != nil {
			return nil, err
		}
		return out, setState(c.t, out, state)
	}
	if own(x, "__setstate__") != nil {
		d := object.NewDict()
		if err := c.attributes(x.AttrDict(false), func(bool) *object.Dict { return d }, again); err != nil {
			return nil, err
		}
		return out, setState(c.t, out, d)
	}
	if err := c.slots(x, out, again); err != nil {
		return nil, err
	}
	return out, c.attributes(x.AttrDict(false), out.AttrDict, again)
}

// bare makes a new object of x's class, by its __new__ when it tells the arguments for one.
func (c *copier) bare(x *object.Instance, again func(object.Object) (object.Object, error)) (*object.Instance, error) {
	if own(x, "__getnewargs__") == nil || x.Native != nil {
		return object.NewInstance(x.Class()), nil
	}
	v, err := object.CallMethod(c.t, x, "__getnewargs__")
	if err != nil {
		return nil, err
	}
	given, err := object.Items(c.t, v)
	if err != nil {
		return nil, err
	}
	args := []object.Object{x.Class()}
	for _, v := range given {
		if v, err = again(v); err != nil {
			return nil, err
		}
		args = append(args, v)
	}
	made, err := object.CallMethod(c.t, x.Class(), "__new__", args...)
	if err != nil {
		return nil, err
	}
	out, ok := made.(*object.Instance)
	if !ok {
		return nil, object.TypeError("__new__ of %s must return a new object of the class", x.Class().Name)
	}
	return out, nil
}

func (c *copier) native(o object.Object, again func(object.Object) (object.Object, error)) (object.Object, error) {
	switch x := o.(type) {
	case *object.List:
		out := object.NewList()
		for _, v := range x.Items {
			v, err := again(v)
			if err != nil {
				return nil, err
			}
			out.Items = append(out.Items, v)
		}
		return out, nil
	case *object.Dict:
		out := object.NewDictSize(x.Len())
		for k, v := range x.All() {
			v, err := again(v)
			if err != nil {
				return nil, err
			}
			if err := out.Set(c.t, k, v); err != nil {
				return nil, err
			}
		}
		return out, nil
	case *object.Set:
		return x.Copy(c.t)
	case *object.Tuple:
		items := make([]object.Object, len(x.Items))
		for i, v := range x.Items {
			var err error
			if items[i], err = again(v); err != nil {
				return nil, err
			}
		}
		return object.NewTuple(items...), nil
	}
	return o, nil
}

func (c *copier) attributes(from *object.Dict, to func(bool) *object.Dict, again func(object.Object) (object.Object, error)) error {
	if from == nil {
		return nil
	}
	d := to(true)
	for k, v := range from.All() {
		v, err := again(v)
		if err != nil {
			return err
		}
		if err := d.Set(c.t, k, v); err != nil {
			return err
		}
	}
	return nil
}

func (c *copier) exception(x *object.Exception, again func(object.Object) (object.Object, error)) (object.Object, error) {
	args, err := again(x.Args)
	if err != nil {
		return nil, err
	}
	out := object.NewException(x.Class(), args.(*object.Tuple).Items...)
	c.memo[x] = out
	return out, c.attributes(x.AttrDict(false), out.AttrDict, again)
}
