package object

import (
	"layerglass/core/python/source"
)

// Thread is one run of a program: its budgets, its output, its modules, and where it is. Every operation that may run
// Python code takes the Thread. A Thread is used by one goroutine at a time.
type Thread struct {
	// Steps is what is left of the step budget: package interp takes one for each loop turn and call, library code takes
	// more through Spend.
	Steps int64
	// Memory is what is left of the memory budget in bytes, taken by Alloc where one operation can ask for much.
	Memory int64
	// Recheck, when set, is asked once Memory is used up: it returns a new budget if the heap has room after all.
	Recheck func() int64
	// Depth counts nested calls, MaxDepth is where RecursionError rises.
	Depth, MaxDepth int

	Stdout, Stderr Writer
	// Modules is sys.modules; Builtins the namespace of the builtins module.
	Modules  *Dict
	Builtins *Dict
	// Import finds or loads a module by its full dotted name. Package interp sets it.
	Import func(t *Thread, name string) (Object, error)
	// Top is the innermost frame of the program, nil outside.
	Top *Frame
	// Handling is the exception that the innermost except block is handling, for bare raise and __context__.
	Handling *Exception
	// Site is the call expression being evaluated, for classes that want to know where their arguments were written
	// (see Class.OnCall). It is valid at the moment of the call only.
	Site *CallSite

	state map[any]any
	ids   map[Object]uint64
	busy  map[Object]bool // containers being printed or compared
}

// Writer is where output goes. An error ends the program.
type Writer interface {
	WriteString(s string) error
}

// Frame is one active call of the program's own code.
type Frame struct {
	Back *Frame
	Code *Code
	// At is the place being evaluated, kept up to date at calls and where errors rise.
	At source.Span
	// Globals is the module namespace. Locals returns the local names and values, made on demand; nil in a module.
	Globals *Dict
	Locals  func() *Dict
	// Self is the first argument of a method call, for super() and for explanations; nil elsewhere.
	Self Object
}

// Code says what a frame or function runs, for tracebacks and introspection.
type Code struct {
	Name, Qualname string
	File           *source.File
	Span           source.Span // the whole definition
	// Names are the local variables, parameters first, for suggestions and introspection. It may be nil.
	Names []string
	// Free names the variables of functions around that the code uses, Cells its own that inner functions use.
	Free, Cells []string
	// Node is the syntax the code was compiled from (*syntax.FunctionDef, *syntax.Lambda, *syntax.Module …), for tools that
	// explain or edit a program.
	Node any
}

// CallSite is the text of one call.
type CallSite struct {
	File *source.File
	Span source.Span
	// Args are the positional arguments' spans; behind a *args argument, Star tells from which index on the positions are
	// not known. Keywords maps names to the spans of their values; DoubleStar is the span of a **mapping argument.
	Args       []source.Span
	Star       int // -1: none
	StarSpan   source.Span
	Keywords   map[string]source.Span
	DoubleStar source.Span
}

// Halt ends a program from outside Python: no except clause catches it. Reason is a stable word ("steps", "memory",
// "output", "exit"), Message a sentence for a person.
type Halt struct {
	Reason  string
	Message string
	Span    source.Span
	Status  int // exit status, for reason "exit"
	Frames  []TraceEntry
}

func (h *Halt) Error() string { return h.Message }

// Spend takes n steps from the budget and returns a *Halt when it is used up. Without a thread, for what the engine makes for itself, there is
// no budget.
func (t *Thread) Spend(n int64) error {
	if t == nil {
		return nil
	}
	t.Steps -= n
	if t.Steps < 0 {
		return t.outOfSteps()
	}
	return nil
}

func (t *Thread) outOfSteps() error {
	h := &Halt{Reason: "steps", Message: "The program was stopped: it used up its budget of evaluation steps. A loop may never end."}
	if t.Top != nil {
		h.Span = t.Top.At
	}
	return h
}

// allocStep is how many bytes are claimed, and so filled, for one step.
const allocStep = 128

// Each pays for n items that a loop in Go goes over, without running anything of the program for them.
func (t *Thread) Each(n int) error {
	if n < 8 {
		return nil
	}
	return t.Spend(int64(n) / 8)
}

// Scan pays for a text of n bytes that is read character by character.
func (t *Thread) Scan(n int) error {
	if n < 64 {
		return nil
	}
	return t.Spend(int64(n) / 8)
}

// Alloc takes n bytes from the memory budget, and the steps that it takes to fill them. It returns MemoryError for one huge request, so that a program can see it,
// and a *Halt when the whole budget is used up.
func (t *Thread) Alloc(n int64) error {
	if t == nil {
		return nil
	}
	if n < 0 || n > MaxObject {
		return NewError(MemoryErrorClass, "")
	}
	if t.Steps -= n / allocStep; t.Steps < 0 {
		return t.outOfSteps()
	}
	t.Memory -= n
	if t.Memory >= 0 {
		return nil
	}
	if t.Recheck != nil {
		if t.Memory = t.Recheck() - n; t.Memory >= 0 {
			return nil
		}
	}
	h := &Halt{Reason: "memory", Message: "The program was stopped: it used up its memory budget. Build smaller values, or fewer of them."}
	if t.Top != nil {
		h.Span = t.Top.At
	}
	return h
}

// MaxObject is the size in bytes beyond which a single object is refused with MemoryError.
const MaxObject = 256 << 20

// State returns what a library keeps for this thread under key, made by create at the first call. Keys are unexported
// values of the library's own types.
func (t *Thread) State(key any, create func() any) any {
	if v, ok := t.state[key]; ok {
		return v
	}
	if t.state == nil {
		t.state = make(map[any]any)
	}
	v := create()
	t.state[key] = v
	return v
}

// ID returns the identity of o, as id(o) does: the same number for the same object all through a run.
func (t *Thread) ID(o Object) uint64 {
	if id, ok := t.ids[o]; ok {
		return id
	}
	if t.ids == nil {
		t.ids = make(map[Object]uint64)
	}
	id := 0x7f3a_0000_1000 + uint64(len(t.ids))*0x30
	t.ids[o] = id
	return id
}

// Enter marks a container as being visited and reports whether it was not already; Leave takes the mark away. repr uses
// the pair to print a container inside itself as [...].
func (t *Thread) Enter(o Object) bool {
	if t.busy[o] {
		return false
	}
	if t.busy == nil {
		t.busy = make(map[Object]bool)
	}
	t.busy[o] = true
	return true
}

// Leave ends what Enter began.
func (t *Thread) Leave(o Object) { delete(t.busy, o) }

// Deeper counts one more nested native call and returns RecursionError at the limit; Shallower ends it. Recursive Go code
// that a program can drive to any depth (repr, comparison, copying) brackets itself with the pair. Each takes a step: a list
// that holds a smaller one twice, sixty deep, is small to store and without end to walk.
func (t *Thread) Deeper() error {
	if t.Steps--; t.Steps < 0 {
		return t.outOfSteps()
	}
	t.Depth++
	if t.Depth > t.MaxDepth {
		t.Depth--
		return NewError(RecursionErrorClass, "maximum recursion depth exceeded")
	}
	if t.Depth%stackRelief == 0 {
		relieveStack()
	}
	return nil
}

// Shallower ends what Deeper began.
func (t *Thread) Shallower() { t.Depth-- }
