package interp

import (
	"layerglass/core/python/object"
)

// machine is what the interpreter keeps for one Thread: the slots of active calls, their frames, and the exception on
// its way out.
type machine struct {
	t   *object.Thread
	err error

	// stack is a slab of slots, of which the first sp are in use. Each call takes a window of it. A slab that is full is
	// put aside in full, with its sp, until the calls that need another one are over.
	stack []object.Object
	sp    int
	full  []slab
	spare []object.Object

	// frames[:fp] are the frames of the active calls.
	frames []*frame
	fp     int

	// codes finds the code behind the object that Python code sees, for those that it has seen.
	codes map[*object.Code]*code

	// text is the buffer in which f-strings are put together.
	text []byte

	// pending are the generators suspended where they have cleaning up to do; generators counts all that were made.
	pending    map[*Generator]bool
	generators int

	// weight is what the active calls may need of the host's stack, low what it was when that stack was last known to be
	// empty (see stack_js.go).
	weight, low int
}

type slab struct {
	slots []object.Object
	sp    int
}

const slabSize = 4096

type machineKey struct{}

// machineOf returns the thread's machine.
func machineOf(t *object.Thread) *machine {
	return t.State(machineKey{}, func() any {
		return &machine{t: t, stack: make([]object.Object, slabSize)}
	}).(*machine)
}

// window takes n empty slots.
func (m *machine) window(n int) []object.Object {
	sp := m.sp
	if sp+n > len(m.stack) {
		return m.nextSlab(n)
	}
	m.sp = sp + n
	return m.stack[sp : sp+n : sp+n]
}

func (m *machine) nextSlab(n int) []object.Object {
	m.full = append(m.full, slab{m.stack, m.sp})
	if m.spare != nil && len(m.spare) >= n {
		m.stack, m.spare = m.spare, nil
	} else {
		size := 2 * len(m.stack)
		for size < n {
			size *= 2
		}
		m.stack = make([]object.Object, size)
	}
	m.sp = n
	return m.stack[:n:n]
}

// release gives back the window taken last.
func (m *machine) release(w []object.Object) {
	clear(w)
	m.sp -= len(w)
	if m.sp == 0 && len(m.full) > 0 {
		m.previousSlab()
	}
}

func (m *machine) previousSlab() {
	last := len(m.full) - 1
	m.spare = m.stack
	m.stack, m.sp = m.full[last].slots, m.full[last].sp
	m.full[last] = slab{}
	m.full = m.full[:last]
}

// push returns the frame for one more call.
func (m *machine) push() *frame {
	if m.fp == len(m.frames) {
		f := &frame{m: m, t: m.t}
		f.Locals = f.localsDict
		m.frames = append(m.frames, f)
	}
	f := m.frames[m.fp]
	m.fp++
	return f
}

// invoke runs fn with its arguments already in the first slots of w, which it releases. It returns nil when the call raised.
func (m *machine) invoke(fn *Function, w []object.Object, self object.Object) object.Object {
	t := m.t
	c := fn.code
	if t.Steps--; t.Steps < 0 {
		m.err = t.Spend(0)
		m.release(w)
		return nil
	}
	if t.Depth >= t.MaxDepth {
		m.err = object.NewError(object.RecursionErrorClass, "maximum recursion depth exceeded")
		m.release(w)
		return nil
	}
	t.Depth++
	if stackRelief {
		if m.weight += c.weight; m.weight-m.low >= reliefAt {
			m.relieve()
		}
	}
	f := m.push()
	top := t.Top
	f.Back, f.Code, f.Globals, f.Self = top, c.info, fn.Globals, self
	f.locals, f.code, f.free = w, c, fn.Closure
	if len(c.scope.Cells) > 0 {
		f.cells = makeCells(c.scope.Cells, w)
	}
	t.Top = &f.Frame
	v := c.run(f)
	t.Top = top
	m.fp--
	t.Depth--
	if stackRelief {
		m.weight -= c.weight
		m.low = min(m.low, m.weight)
	}
	m.release(w)
	return v
}

// takeErr returns the error of a failed evaluation to Go code outside this package.
func (m *machine) takeErr() error {
	err := m.err
	m.err = nil
	return err
}
