package interp

import (
	"layerglass/core/python/object"
	"layerglass/core/python/resolve"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// ref returns the place of a name and the name as the scope knows it.
func (c *compiler) ref(id string) (resolve.Ref, string) {
	name := c.scope.Mangle(id)
	r := c.scope.Lookup(name)
	if c.names && r.Storage == resolve.Global && !c.scope.DeclaredGlobal(name) {
		r = resolve.Ref{Storage: resolve.Name, Index: -1}
	}
	return r, name
}

// localSlot returns the slot of an expression that is a plain local variable, or -1.
func (c *compiler) localSlot(e syntax.Expr) int {
	if n, ok := e.(*syntax.Name); ok {
		if slot, ok := slotOfTemp(n.ID); ok {
			return slot
		}
		if r, _ := c.ref(n.ID); r.Storage == resolve.Local {
			return r.Index
		}
	}
	return -1
}

// load compiles reading a name.
func (c *compiler) load(e *syntax.Name) expr {
	at := e.Span()
	if slot, ok := slotOfTemp(e.ID); ok {
		return loadLocal(slot, e.ID, at)
	}
	r, name := c.ref(e.ID)
	switch r.Storage {
	case resolve.Local:
		return loadLocal(r.Index, name, at)
	case resolve.Cell:
		i := r.Index
		return func(f *frame) object.Object {
			if v := f.cells[i].V; v != nil {
				return v
			}
			return f.fail(unboundLocal(name), at)
		}
	case resolve.Free:
		i := r.Index
		return func(f *frame) object.Object {
			if v := f.free[i].V; v != nil {
				return v
			}
			return f.fail(unboundFree(name), at)
		}
	case resolve.Name:
		return c.loadName(name, r.Index, at)
	}
	return loadGlobal(name, at)
}

func loadLocal(i int, name string, at source.Span) expr {
	return func(f *frame) object.Object {
		if v := f.locals[i]; v != nil {
			return v
		}
		return f.fail(unboundLocal(name), at)
	}
}

// loadGlobal reads the module's namespace, then builtins. A name that the module lacked stays a builtin until the module gets
// another name.
func loadGlobal(name string, at source.Span) expr {
	key := object.Intern(name)
	var hint, builtinHint int32
	var lacking *object.Dict
	var version uint32
	return func(f *frame) object.Object {
		g := f.Globals
		if g != lacking || g.Version != version {
			if v := g.Hint(key, &hint); v != nil {
				return v
			}
			lacking, version = g, g.Version
		}
		if v := f.t.Builtins.Hint(key, &builtinHint); v != nil {
			return v
		}
		return f.fail(nameError(name), at)
	}
}

// loadName reads a name in a class body, or in code that exec runs with its own locals.
func (c *compiler) loadName(name string, free int, at source.Span) expr {
	key := object.Intern(name)
	global := loadGlobal(name, at)
	var hint int32
	return func(f *frame) object.Object {
		if f.dict != nil {
			if v := f.dict.Hint(key, &hint); v != nil {
				return v
			}
		} else {
			v, err := object.GetItem(f.t, f.ns, key)
			if err == nil {
				return v
			}
			if !object.IsKind(err, object.KeyErrorClass) {
				return f.fail(err, at)
			}
		}
		if free >= 0 {
			if v := f.free[free].V; v != nil {
				return v
			}
			return f.fail(unboundFree(name), at)
		}
		return global(f)
	}
}

func unboundLocal(name string) error {
	e := object.NewError(object.UnboundLocalErrorClass, "cannot access local variable '%s' where it is not associated with a value", name)
	return named(e, name)
}

func unboundFree(name string) error {
	e := object.NewError(object.NameErrorClass, "cannot access free variable '%s' where it is not associated with a value in enclosing scope", name)
	return named(e, name)
}

func nameError(name string) error {
	return named(object.NewError(object.NameErrorClass, "name '%s' is not defined", name), name)
}

func named(e *object.Exception, name string) error {
	e.AttrDict(true).SetName("name", object.NewStr(name))
	return e
}

// setter puts a value somewhere; it reports false when that raised.
type setter func(f *frame, v object.Object) bool

// store compiles assignment to a name.
func (c *compiler) store(id string, at source.Span) setter {
	if slot, ok := slotOfTemp(id); ok {
		return storeLocal(slot)
	}
	r, name := c.ref(id)
	switch r.Storage {
	case resolve.Local:
		return storeLocal(r.Index)
	case resolve.Cell:
		i := r.Index
		return func(f *frame, v object.Object) bool { f.cells[i].V = v; return true }
	case resolve.Free:
		i := r.Index
		return func(f *frame, v object.Object) bool { f.free[i].V = v; return true }
	case resolve.Name:
		return storeName(name, at)
	}
	key := object.Intern(name)
	var hint int32
	return func(f *frame, v object.Object) bool {
		f.Globals.SetHint(key, v, &hint)
		return true
	}
}

func storeLocal(i int) setter {
	return func(f *frame, v object.Object) bool { f.locals[i] = v; return true }
}

func storeName(name string, at source.Span) setter {
	key := object.Intern(name)
	var hint int32
	return func(f *frame, v object.Object) bool {
		if f.dict != nil {
			f.dict.SetHint(key, v, &hint)
			return true
		}
		if err := object.SetItem(f.t, f.ns, key, v); err != nil {
			f.fail(err, at)
			return false
		}
		return true
	}
}

// unbind compiles del name.
func (c *compiler) unbind(id string, at source.Span) stmt {
	r, name := c.ref(id)
	i := r.Index
	switch r.Storage {
	case resolve.Local:
		return func(f *frame) signal {
			if f.locals[i] == nil {
				return f.raise(unboundLocal(name), at)
			}
			f.locals[i] = nil
			return sigNext
		}
	case resolve.Cell, resolve.Free:
		own := r.Storage == resolve.Cell
		return func(f *frame) signal { return unbindCell(f, own, i, name, at) }
	}
	key := object.Intern(name)
	return func(f *frame) signal {
		if r.Storage == resolve.Name && f.dict == nil {
			if err := object.DelItem(f.t, f.ns, key); err != nil {
				return f.raise(err, at)
			}
			return sigNext
		}
		d := f.Globals
		if r.Storage == resolve.Name {
			d = f.dict
		}
		if !d.DelStr(key) {
			return f.raise(nameError(name), at)
		}
		return sigNext
	}
}

func unbindCell(f *frame, own bool, i int, name string, at source.Span) signal {
	cells := f.free
	if own {
		cells = f.cells
	}
	if cells[i].V == nil {
		if own {
			return f.raise(unboundLocal(name), at)
		}
		return f.raise(unboundFree(name), at)
	}
	cells[i].V = nil
	return sigNext
}
