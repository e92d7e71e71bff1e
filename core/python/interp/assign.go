package interp

import (
	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// target compiles a place that can be assigned to.
func (c *compiler) target(e syntax.Expr) setter {
	switch e := e.(type) {
	case *syntax.Name:
		return c.store(e.ID, e.Span())
	case *syntax.Attribute:
		return c.storeAttribute(e)
	case *syntax.Subscript:
		return c.storeSubscript(e)
	case *syntax.Tuple:
		return c.unpack(e.Elts, e.Span())
	case *syntax.List:
		return c.unpack(e.Elts, e.Span())
	}
	at := e.Span()
	return func(f *frame, _ object.Object) bool {
		f.fail(object.NewError(object.SystemErrorClass, "this cannot be assigned to"), at)
		return false
	}
}

func (c *compiler) assign(s *syntax.Assign) stmt {
	if len(s.Targets) == 1 {
		if slot := c.localSlot(s.Targets[0]); slot >= 0 {
			v := c.expr(s.Value)
			return func(f *frame) signal {
				x := v(f)
				if x == nil {
					return sigRaise
				}
				f.locals[slot] = x
				return sigNext
			}
		}
		if p := c.parallel(s.Targets[0], s.Value); p != nil {
			return p
		}
	}
	v := c.expr(s.Value)
	puts := make([]setter, len(s.Targets))
	for i, t := range s.Targets {
		puts[i] = c.target(t)
	}
	if len(puts) == 1 {
		put := puts[0]
		return func(f *frame) signal {
			x := v(f)
			if x == nil || !put(f, x) {
				return sigRaise
			}
			return sigNext
		}
	}
	return func(f *frame) signal {
		x := v(f)
		if x == nil {
			return sigRaise
		}
		for _, put := range puts {
			if !put(f, x) {
				return sigRaise
			}
		}
		return sigNext
	}
}

// parallel compiles a, b = x, y without a tuple; nil if the statement has another shape.
func (c *compiler) parallel(target, value syntax.Expr) stmt {
	t, ok := target.(*syntax.Tuple)
	v, ok2 := value.(*syntax.Tuple)
	if !ok || !ok2 || len(t.Elts) != len(v.Elts) || len(t.Elts) < 2 || hasStar(t.Elts) || hasStar(v.Elts) {
		return nil
	}
	values := c.exprs(v.Elts)
	puts := make([]setter, len(values))
	for i, e := range t.Elts {
		puts[i] = c.target(e)
	}
	if len(puts) == 2 {
		return parallelTwo(values[0], values[1], puts[0], puts[1])
	}
	return func(f *frame) signal {
		w := f.m.window(len(values))
		defer f.m.release(w)
		for i, v := range values {
			if w[i] = v(f); w[i] == nil {
				return sigRaise
			}
		}
		for i, put := range puts {
			if !put(f, w[i]) {
				return sigRaise
			}
		}
		return sigNext
	}
}

func parallelTwo(v1, v2 expr, put1, put2 setter) stmt {
	return func(f *frame) signal {
		a := v1(f)
		if a == nil {
			return sigRaise
		}
		b := v2(f)
		if b == nil || !put1(f, a) || !put2(f, b) {
			return sigRaise
		}
		return sigNext
	}
}

// unpack compiles a, b, *c as a target.
func (c *compiler) unpack(list []syntax.Expr, at source.Span) setter {
	star := -1
	puts := make([]setter, len(list))
	for i, e := range list {
		if s, ok := e.(*syntax.Starred); ok {
			star = i
			e = s.Value
		}
		puts[i] = c.target(e)
	}
	if star >= 0 {
		return unpackStar(puts, star, at)
	}
	return func(f *frame, v object.Object) bool {
		var items []object.Object
		switch x := v.(type) {
		case *object.Tuple:
			items = x.Items
		case *object.List:
			items = append([]object.Object(nil), x.Items...) // a target may change the list
		default:
			var err error
			if items, err = take(f.t, v, len(puts)+1); err != nil {
				f.fail(err, at)
				return false
			}
		}
		if len(items) != len(puts) {
			f.fail(wrongCount(len(items), len(puts)), at)
			return false
		}
		for i, put := range puts {
			if !put(f, items[i]) {
				return false
			}
		}
		return true
	}
}

func wrongCount(got, want int) error {
	if got > want {
		return object.ValueError("too many values to unpack (expected %d)", want)
	}
	return object.ValueError("not enough values to unpack (expected %d, got %d)", want, got)
}

// take returns up to n items of an iterable.
func take(t *object.Thread, v object.Object, n int) ([]object.Object, error) {
	it, err := object.Iter(t, v)
	if err != nil {
		return nil, notUnpackable(v, err)
	}
	var items []object.Object
	for len(items) < n {
		x, err := object.Next(t, it)
		if err != nil {
			return nil, err
		}
		if x == nil {
			break
		}
		if items = append(items, x); len(items)&15 == 0 {
			if err := t.Spend(4); err != nil {
				return nil, err
			}
		}
	}
	return items, nil
}

// notUnpackable puts the complaint that v cannot be iterated into the words of an unpacking.
func notUnpackable(v object.Object, err error) error {
	if e := object.AsException(err); e != nil && e.Subject == any(v) && object.IsKind(err, object.TypeErrorClass) {
		n := object.TypeError("cannot unpack non-iterable %s object", v.Class().MessageName())
		n.Subject = v
		return n
	}
	return err
}

func unpackStar(puts []setter, star int, at source.Span) setter {
	need := len(puts) - 1
	return func(f *frame, v object.Object) bool {
		it, err := object.Iter(f.t, v)
		if err != nil {
			f.fail(notUnpackable(v, err), at)
			return false
		}
		items, err := object.Items(f.t, it)
		if err == nil && len(items) < need {
			err = object.ValueError("not enough values to unpack (expected at least %d, got %d)", need, len(items))
		}
		if err != nil {
			f.fail(err, at)
			return false
		}
		tail := len(items) - (need - star)
		for i, put := range puts {
			var x object.Object
			switch {
			case i < star:
				x = items[i]
			case i == star:
				x = object.NewList(append([]object.Object(nil), items[star:tail]...)...)
			default:
				x = items[tail+i-star-1]
			}
			if !put(f, x) {
				return false
			}
		}
		return true
	}
}

var nameAnnotations = object.Intern("__annotations__")

// annAssign compiles name: annotation = value. Annotations of modules and classes are kept in __annotations__; those of local
// variables are not even evaluated.
func (c *compiler) annAssign(s *syntax.AnnAssign) stmt {
	var put setter
	var value expr
	if s.Value != nil {
		put, value = c.target(s.Target), c.expr(s.Value)
	}
	var note stmt
	if !c.scope.Host.IsFunction() {
		note = c.noteAnnotation(s)
	}
	return func(f *frame) signal {
		if value != nil {
			v := value(f)
			if v == nil || !put(f, v) {
				return sigRaise
			}
		}
		if note != nil {
			return note(f)
		}
		return sigNext
	}
}

func (c *compiler) noteAnnotation(s *syntax.AnnAssign) stmt {
	n, isName := s.Target.(*syntax.Name)
	annotation, at := c.annotation(s.Annotation), s.Span()
	if !isName || !s.Simple {
		return func(f *frame) signal {
			if annotation(f) == nil {
				return sigRaise
			}
			return sigNext
		}
	}
	name := object.Intern(c.scope.Mangle(n.ID))
	return func(f *frame) signal {
		a := annotation(f)
		if a == nil {
			return sigRaise
		}
		f.At = at
		table, err := f.ownName(nameAnnotations)
		if err == nil && table == nil {
			err = nameError("__annotations__")
		}
		if err == nil {
			err = object.SetItem(f.t, table, name, a)
		}
		if err != nil {
			return f.raise(err, at)
		}
		return sigNext
	}
}

// ownName reads a name of the module's or class body's own namespace; nil when it is not there.
func (f *frame) ownName(name *object.Str) (object.Object, error) {
	switch {
	case f.dict != nil:
		return f.dict.GetStr(name), nil
	case f.ns == nil:
		return f.Globals.GetStr(name), nil
	}
	v, err := object.GetItem(f.t, f.ns, name)
	if object.IsKind(err, object.KeyErrorClass) {
		return nil, nil
	}
	return v, err
}

// prepareAnnotations compiles what a module or class body with annotations does first: it makes __annotations__.
func (c *compiler) prepareAnnotations(body []syntax.Stmt, at source.Span) stmt {
	if !annotates(body) {
		return func(*frame) signal { return sigNext }
	}
	return func(f *frame) signal {
		v, err := f.ownName(nameAnnotations)
		switch {
		case err != nil:
			return f.raise(err, at)
		case v != nil:
		case f.ns == nil:
			f.Globals.SetStr(nameAnnotations, object.NewDict())
		case !f.setName(nameAnnotations, object.NewDict(), at):
			return sigRaise
		}
		return sigNext
	}
}

// annotates reports whether a body, without the functions and classes inside, annotates a name.
func annotates(body []syntax.Stmt) bool {
	found := false
	for _, s := range body {
		syntax.Walk(s, func(n syntax.Node) bool {
			switch n.(type) {
			case *syntax.AnnAssign:
				found = true
			case *syntax.FunctionDef, *syntax.ClassDef, syntax.Expr:
				return false
			}
			return !found
		})
	}
	return found
}

// deletes compiles del a, b.c, d[e].
func (c *compiler) deletes(s *syntax.Delete) stmt {
	var list []stmt
	for _, t := range s.Targets {
		list = append(list, c.deleteOne(t))
	}
	return sequence(list)
}

func (c *compiler) deleteOne(e syntax.Expr) stmt {
	at := e.Span()
	switch e := e.(type) {
	case *syntax.Name:
		return c.unbind(e.ID, at)
	case *syntax.Attribute:
		owner, name := c.expr(e.Value), object.Intern(c.scope.Mangle(e.Attr))
		at = c.attrPlace(e)
		return func(f *frame) signal {
			o := owner(f)
			if o == nil {
				return sigRaise
			}
			f.At = at
			if err := object.DelAttr(f.t, o, name); err != nil {
				return f.raise(err, at)
			}
			return sigNext
		}
	case *syntax.Subscript:
		owner, index := c.expr(e.Value), c.expr(e.Slice)
		return func(f *frame) signal {
			o := owner(f)
			if o == nil {
				return sigRaise
			}
			k := index(f)
			if k == nil {
				return sigRaise
			}
			f.At = at
			if err := object.DelItem(f.t, o, k); err != nil {
				return f.raise(err, at)
			}
			return sigNext
		}
	case *syntax.Tuple:
		return c.deletes(&syntax.Delete{At: e.At, Targets: e.Elts})
	case *syntax.List:
		return c.deletes(&syntax.Delete{At: e.At, Targets: e.Elts})
	}
	return func(f *frame) signal {
		return f.raise(object.NewError(object.SystemErrorClass, "this cannot be deleted"), at)
	}
}
