package interp

import (
	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

var (
	nameModule    = object.Intern("__module__")
	nameQualname  = object.Intern("__qualname__")
	nameDoc       = object.Intern("__doc__")
	nameClassCell = object.Intern("__classcell__")
)

// classDef compiles a class statement.
func (c *compiler) classDef(s *syntax.ClassDef) stmt {
	k := c.newCode(s, nil, func(c *compiler) expr { return c.classBody(s) })
	args := c.arguments(s.Bases, s.Keywords)
	made := c.decorated(s.DecoratorList, func(f *frame) object.Object { return f.makeClass(k, args, s) })
	put := c.store(s.Name, s.NameSpan)
	return func(f *frame) signal {
		v := made(f)
		if v == nil || !put(f, v) {
			return sigRaise
		}
		return sigNext
	}
}

// classBody compiles the statements of a class to code that fills the namespace.
func (c *compiler) classBody(s *syntax.ClassDef) expr {
	module := loadGlobal("__name__", s.NameSpan)
	prepare, body := c.prepareAnnotations(s.Body, s.NameSpan), c.block(s.Body)
	doc, cell := docstring(s.Body), c.scope.ClassCell()
	qualname := object.NewStr(c.scope.Qualname)
	at := s.Span()
	return func(f *frame) object.Object {
		m := module(f)
		if m == nil {
			f.m.err = nil
			m = object.None
		}
		if !f.setName(nameModule, m, at) || !f.setName(nameQualname, qualname, at) {
			return nil
		}
		if doc != object.None && !f.setName(nameDoc, doc, at) {
			return nil
		}
		if prepare(f) == sigRaise || body(f) == sigRaise {
			return nil
		}
		if cell < 0 {
			return object.None
		}
		if !f.setName(nameClassCell, f.cells[cell], at) {
			return nil
		}
		return f.cells[cell]
	}
}

// setName binds a name in a class body's namespace.
func (f *frame) setName(name *object.Str, v object.Object, at source.Span) bool {
	if f.dict != nil {
		f.dict.SetStr(name, v)
		return true
	}
	if err := object.SetItem(f.t, f.ns, name, v); err != nil {
		f.fail(err, at)
		return false
	}
	return true
}

// classSteps is what making a class costs more than a call, in time as in steps.
const classSteps = 50

// makeClass evaluates bases and keywords, runs the body, and has the metaclass make the class.
func (f *frame) makeClass(k *code, args []argument, s *syntax.ClassDef) object.Object {
	f.t.Steps -= classSteps
	at, head := s.Span(), source.Span{Start: s.NameSpan.Start, End: s.NameSpan.End}
	for _, arg := range args {
		head = head.Join(arg.at)
	}
	a, ok := f.collect(args, object.TypeClass, at)
	if !ok {
		return nil
	}
	var meta object.Object
	kwargs := a.Kw[:0:0]
	for _, kw := range a.Kw {
		if kw.Name.String() == "metaclass" {
			meta = kw.Value
		} else {
			kwargs = append(kwargs, kw)
		}
	}
	f.At = at
	ns, err := f.prepareNamespace(s.Name, a.Pos, kwargs, meta)
	if err != nil {
		return f.failAt(err, at, head)
	}
	body := f.runBody(k, ns)
	if body == nil {
		return f.pass(at)
	}
	f.At = at
	cls, err := object.BuildClass(f.t, s.Name, a.Pos, ns, kwargs, meta)
	if err != nil {
		return f.failAt(err, at, head)
	}
	if cell, ok := body.(*Cell); ok && cell.V != cls {
		if err := f.wrongCell(s.Name, cell, cls); err != nil {
			return f.failAt(err, at, head)
		}
	}
	return cls
}

// wrongCell complains of a metaclass that did not hand the __class__ cell on.
func (f *frame) wrongCell(name string, cell *Cell, cls object.Object) error {
	if _, ok := cls.(*object.Class); !ok {
		return nil
	}
	made, err := object.Repr(f.t, cls)
	if err != nil {
		return err
	}
	if cell.V == nil {
		return object.NewError(object.RuntimeErrorClass,
			"__class__ not set defining '%s' as %s. Was __classcell__ propagated to type.__new__?", name, made)
	}
	set, err := object.Repr(f.t, cell.V)
	if err != nil {
		return err
	}
	return object.TypeError("__class__ set to %s defining '%s' as %s", set, name, made)
}

func (f *frame) prepareNamespace(name string, bases []object.Object, kwargs []object.Kwarg, meta object.Object) (object.Object, error) {
	if meta == nil && len(bases) == 0 {
		return object.NewDict(), nil
	}
	resolved, _, err := object.ResolveBases(f.t, bases)
	if err != nil {
		return nil, err
	}
	if meta, err = object.MetaclassOf(meta, resolved); err != nil {
		return nil, err
	}
	return object.PrepareNamespace(f.t, meta, name, resolved, kwargs)
}

// runBody runs a class body with ns as its namespace.
func (f *frame) runBody(k *code, ns object.Object) object.Object {
	g := &frame{m: f.m, t: f.t, ns: ns, free: k.closure(f)}
	g.Globals = f.Globals
	g.Locals = g.localsDict
	g.dict, _ = ns.(*object.Dict)
	if g.dict == nil {
		if d, ok := object.Of(ns).(*object.Dict); ok {
			g.Locals = func() *object.Dict { return d }
		}
	}
	return f.m.run(k, g)
}

// run executes code in a frame of its own, which is not one of the machine's pool.
func (m *machine) run(k *code, g *frame) object.Object {
	t := m.t
	if err := t.Deeper(); err != nil {
		m.err = err
		return nil
	}
	if k.run == nil {
		k.prepare()
	}
	if m.weight += k.weight; stackRelief && m.weight-m.low >= reliefAt {
		m.relieve()
	}
	g.code, g.Code = k, k.info
	w := m.window(k.size())
	g.locals = w
	if len(k.scope.Cells) > 0 {
		g.cells = makeCells(k.scope.Cells, w)
	}
	top := t.Top
	g.Back = top
	t.Top = &g.Frame
	v := k.run(g)
	t.Top = top
	if m.weight -= k.weight; m.weight < m.low {
		m.low = m.weight
	}
	m.release(w)
	t.Shallower()
	return v
}
