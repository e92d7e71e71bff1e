package interp

import (
	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// Generator is a generator object. It has no stack of its own: each statement around a yield knows how to go on where it was
// left (see resumable.go), so that a generator nobody finishes is garbage like any other object.
type Generator struct {
	f    *frame // nil once it is finished
	body stmt
	m    *machine
	at   source.Span

	name, qualname   string
	started, running bool
	// result is the value it returned.
	result object.Object
	serial int
	info   *object.Code
}

// Class returns the type generator.
func (*Generator) Class() *object.Class { return object.GeneratorClass }

// Repr shows the function's name and the address.
func (g *Generator) Repr(t *object.Thread) (string, error) {
	return "<generator object " + g.qualname + " at " + address(t, g) + ">", nil
}

// Iter returns the generator itself.
func (g *Generator) Iter(*object.Thread) (object.Object, error) { return g, nil }

// Next resumes the generator; nil, nil is its end.
func (g *Generator) Next(*object.Thread) (object.Object, error) { return g.resume(object.None, nil) }

// StopValue returns what the generator returned, for StopIteration.value; nil before its end.
func (g *Generator) StopValue() object.Object { return g.result }

// generatorBody compiles the body of a generator function to code that makes the generator object.
func (c *compiler) generatorBody(list []syntax.Stmt) expr {
	body, k := c.block(list), c.code
	return func(f *frame) object.Object {
		if !f.charge(generatorSize, k.info.Span) {
			return nil
		}
		locals := make([]object.Object, k.slots)
		copy(locals, f.locals)
		return f.m.newGenerator(k, body, f, locals, f.cells, f.free, f.Self)
	}
}

func (m *machine) newGenerator(k *code, body stmt, f *frame, locals []object.Object, cells, free []*Cell, self object.Object) *Generator {
	g := &frame{m: m, t: m.t, locals: locals, free: free, code: k}
	if len(k.scope.Cells) > 0 {
		g.cells = cells
	}
	g.Code, g.Globals, g.Self = k.info, f.Globals, self
	g.Locals = g.localsDict
	g.state = make([]int32, k.states)
	m.generators++
	return &Generator{f: g, body: body, m: m, at: k.info.Span, name: k.info.Name, qualname: k.info.Qualname, serial: m.generators, info: k.info}
}

// resume runs the generator up to its next yield. It sends a value, or raises thrown inside. nil, nil is the end.
func (g *Generator) resume(sent object.Object, thrown *object.Exception) (object.Object, error) {
	m := g.m
	t := m.t
	switch {
	case g.running:
		return nil, object.ValueError("generator already executing")
	case g.f == nil:
		g.result = object.None
		if thrown != nil {
			return nil, thrown
		}
		return nil, nil
	case !g.started && sent != object.None && thrown == nil:
		return nil, object.TypeError("can't send non-None value to a just-started generator")
	}
	if err := t.Deeper(); err != nil {
		return nil, err
	}
	f := g.f
	f.Back = t.Top
	t.Top = &f.Frame
	g.running = true
	if m.weight += f.code.weight; stackRelief && m.weight-m.low >= reliefAt {
		m.relieve()
	}
	sig := g.step(f, sent, thrown)
	if m.weight -= f.code.weight; m.weight < m.low {
		m.low = m.weight
	}
	g.running = false
	t.Top = f.Back
	f.Back = nil
	t.Shallower()
	if sig == sigYield {
		v := f.ret
		f.ret = nil
		return v, nil
	}
	return nil, g.end(sig)
}

func (g *Generator) step(f *frame, sent object.Object, thrown *object.Exception) signal {
	if t := g.m.t; t.Steps <= 0 {
		return f.raise(t.Spend(1), f.At)
	}
	g.m.t.Steps--
	if !g.started {
		g.started = true
		if thrown != nil {
			thrown.Raised()
			return f.raise(thrown, g.at)
		}
		if f.code.cleanup {
			g.m.open(g)
		}
		return g.body(f)
	}
	f.resuming, f.sent, f.thrown = true, sent, thrown
	return g.body(f)
}

// end finishes the generator after its body came to sig.
func (g *Generator) end(sig signal) error {
	f := g.f
	g.f = nil
	if f.code.cleanup {
		delete(g.m.pending, g)
	}
	g.result = object.None
	switch sig {
	case sigReturn:
		g.result = f.ret
	case sigRaise:
		err := g.m.takeErr()
		if e := object.AsException(err); e != nil && e.Class().IsSubclass(object.StopIterationClass) {
			r := object.NewError(object.RuntimeErrorClass, "generator raised StopIteration")
			r.Cause, r.Context, r.SuppressContext = e, e, true
			r.Trace = append(r.Trace, e.Trace...)
			return r
		}
		return err
	}
	return nil
}

// send is generator.send.
func (g *Generator) send(v object.Object) (object.Object, error) {
	r, err := g.resume(v, nil)
	return g.orStop(r, err)
}

// orStop turns the end of the generator into StopIteration with its result.
func (g *Generator) orStop(v object.Object, err error) (object.Object, error) {
	if v != nil || err != nil {
		return v, err
	}
	if g.result == nil || g.result == object.None {
		return nil, object.NewException(object.StopIterationClass)
	}
	return nil, object.NewException(object.StopIterationClass, g.result)
}

// close is generator.close: it raises GeneratorExit where the generator stands.
func (g *Generator) close() error {
	if g.f == nil {
		return nil
	}
	if !g.started {
		g.f = nil
		return nil
	}
	v, err := g.resume(object.None, object.NewException(object.GeneratorExitClass))
	switch {
	case v != nil:
		return object.NewError(object.RuntimeErrorClass, "generator ignored GeneratorExit")
	case object.IsKind(err, object.GeneratorExitClass):
		return nil
	}
	return err
}

// open remembers a generator that has cleaning up to do.
func (m *machine) open(g *Generator) {
	if m.pending == nil {
		m.pending = make(map[*Generator]bool)
	}
	m.pending[g] = true
}

// closePending closes the generators that were left in the middle, in the order in which they were made.
func (m *machine) closePending() {
	for len(m.pending) > 0 {
		var oldest *Generator
		for g := range m.pending {
			if oldest == nil || g.serial < oldest.serial {
				oldest = g
			}
		}
		delete(m.pending, oldest)
		if err := oldest.close(); err != nil && object.AsException(err) == nil {
			m.pending = nil // the budget is used up
		}
	}
}

// generatorExp compiles a generator expression. Its first iterable is evaluated at once, in the scope around.
func (c *compiler) generatorExp(e *syntax.GeneratorExp) expr {
	first, at, iter := c.expr(e.Generators[0].Iter), e.Span(), e.Generators[0].Iter.Span()
	var body stmt
	k := c.newCode(e, nil, func(c *compiler) expr {
		body = c.generatorLoops(e)
		return constant(object.None)
	})
	return func(f *frame) object.Object {
		o := first(f)
		if o == nil {
			return nil
		}
		f.At = at
		it, err := object.Iter(f.t, o)
		if err != nil {
			return f.failAt(err, at, iter)
		}
		if !f.charge(generatorSize, at) {
			return nil
		}
		locals := make([]object.Object, k.size())
		locals[0] = it
		var cells []*Cell
		if len(k.scope.Cells) > 0 {
			cells = makeCells(k.scope.Cells, locals)
		}
		return f.m.newGenerator(k, body, f, locals, cells, k.closure(f), nil)
	}
}

// generatorLoops compiles the loops of a generator expression.
func (c *compiler) generatorLoops(e *syntax.GeneratorExp) stmt {
	body := c.yieldInto(-1, c.expr(e.Elt), e.Elt.Span())
	for i := len(e.Generators) - 1; i >= 0; i-- {
		g := e.Generators[i]
		for j := len(g.Ifs) - 1; j >= 0; j-- {
			body = c.resumableIf(c.cond(g.Ifs[j]), body, nil)
		}
		iter := loadLocal(0, ".0", g.Iter.Span())
		if i > 0 {
			iter = c.expr(g.Iter)
		}
		body = c.resumableFor(c.target(g.Target), iter, body, nil, place{e.Span(), g.Iter.Span()})
	}
	return body
}
