package interp

import (
	"layerglass/core/python/object"
	"layerglass/core/python/source"
)

// expr is a compiled expression. It returns nil when the evaluation raised; the exception then is in frame.m.err. One result
// instead of two keeps the many returns of a tree of closures cheap, most of all in WebAssembly.
type expr func(f *frame) object.Object

// stmt is a compiled statement.
type stmt func(f *frame) signal

// signal says how a statement ended.
type signal uint8

const (
	sigNext     signal = iota // go on behind it
	sigBreak                  // leave the loop
	sigContinue               // next turn of the loop
	sigReturn                 // leave the function with frame.ret
	sigRaise                  // an exception is in frame.m.err
	sigYield                  // suspend the generator with frame.ret
)

// frame is one active call. Frames of ordinary calls are used again by later calls at the same depth; those of
// generators, class bodies and modules are their own.
type frame struct {
	object.Frame
	m *machine
	t *object.Thread
	// locals are the slots that package resolve handed out, then those the compiler keeps values in between steps.
	locals []object.Object
	// cells are the frame's own, free those of the functions around it.
	cells, free []*Cell
	// ns is the namespace of a class body, or of code that exec runs with locals of its own; dict is the same if it is a
	// plain dict.
	ns   object.Object
	dict *object.Dict
	// ret is the value being returned or yielded.
	ret  object.Object
	code *code
	// What follows is a generator's. While resuming, statements go straight to where the generator was suspended, each
	// finding its way in state; the yield there takes sent, or raises thrown.
	resuming bool
	state    []int32
	sent     object.Object
	thrown   *object.Exception
}

// Cell is a variable that functions share.
type Cell struct{ V object.Object }

// Class returns the type cell.
func (*Cell) Class() *object.Class { return object.CellClass }

// SetCell sets the variable.
func (c *Cell) SetCell(v object.Object) { c.V = v }

// fail notes that err rose in f while it evaluated the text at span. It returns nil, the mark of failure.
func (f *frame) fail(err error, at source.Span) object.Object {
	f.m.err = err
	switch e := err.(type) {
	case *object.Exception:
		if len(e.Trace) == 0 {
			f.t.Steps -= raiseSteps
			chain(f.t, e, f.t.Handling)
		}
		e.Pass(&f.Frame, at)
	case *object.Halt:
		if e.Span.IsZero() {
			e.Span = at
		}
		e.Frames = append(e.Frames, object.TraceEntry{Code: f.Code, Span: at, Self: f.Self})
	}
	return nil
}

// failAt is fail where the text at fault is only a part of the one that CPython marks: a person is shown exact.
func (f *frame) failAt(err error, at, exact source.Span) object.Object {
	if e, ok := err.(*object.Exception); ok && e.Span.IsZero() && len(e.Trace) == 0 {
		e.Span = exact
	}
	return f.fail(err, at)
}

// pass is fail for an error that is in m.err already: one that comes out of a call.
func (f *frame) pass(at source.Span) object.Object { return f.fail(f.m.err, at) }

// raise is fail for statements.
func (f *frame) raise(err error, at source.Span) signal {
	f.fail(err, at)
	return sigRaise
}

// raiseSteps is what an exception costs more than a call: it is made, gets a trace, and is matched on its way. Programs that
// catch every RecursionError and go on live on exceptions alone.
const raiseSteps = 8

// chain sets the implicit __context__ of a new exception, and cuts the chain where that would close a ring. The walk along
// the chain costs steps: where every finally block raises again the chains grow without end, and so would the time.
func chain(t *object.Thread, e, handled *object.Exception) {
	if handled == nil || handled == e || e.Context != nil {
		return
	}
	slow := handled // runs at half the speed: a program may have closed a ring by hand
	walked := int64(0)
	for c, odd := handled, false; c.Context != nil; c, odd = c.Context, !odd {
		walked++
		if c.Context == e {
			c.Context = nil
			break
		}
		if odd {
			slow = slow.Context
		}
		if slow == c.Context {
			break
		}
	}
	e.Context = handled
	t.Steps -= walked // once they are used up, the next call or loop turn halts
}

// localsDict returns the names and values of a function's variables, as locals() does.
func (f *frame) localsDict() *object.Dict {
	if f.dict != nil {
		return f.dict
	}
	d := object.NewDict()
	if f.code == nil {
		return d
	}
	for i, name := range f.code.scope.Locals {
		if i < len(f.locals) && f.locals[i] != nil && name != "" && name[0] != '.' && !f.code.cellParam(i) {
			d.SetName(name, f.locals[i])
		}
	}
	for i, c := range f.code.scope.Cells {
		if i < len(f.cells) && f.cells[i] != nil && f.cells[i].V != nil {
			d.SetName(c.Name, f.cells[i].V)
		}
	}
	for i, name := range f.code.scope.Free {
		if i < len(f.free) && f.free[i].V != nil && name != "__class__" {
			d.SetName(name, f.free[i].V)
		}
	}
	return d
}
