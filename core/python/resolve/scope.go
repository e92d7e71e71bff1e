// Package resolve finds out, before a program runs, where each of its names lives: in a slot of its function, in a cell
// that functions share, in the namespace of a class body, or in the module's globals.
//
// A comprehension is a scope with names of its own, yet it lives in the frame of the function around it; only generator
// expressions, which may outlive that function, have frames of their own.
package resolve

import (
	"strings"

	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// Kind says what a Scope belongs to.
type Kind uint8

// Kinds of scope.
const (
	ModuleScope Kind = iota
	ClassScope
	FunctionScope
	LambdaScope
	ComprehensionScope // list, set and dict comprehensions
	GeneratorScope     // generator expressions
)

// Storage says where a name lives, as seen from one scope.
type Storage uint8

// Places of a name.
const (
	Global Storage = iota // the module's namespace, then builtins
	Local                 // a slot of the frame
	Cell                  // a cell that the frame made
	Free                  // a cell handed over by the enclosing function
	Name                  // the namespace of the class body, then the free cell Index if not -1, then globals
)

// Ref is the place of one name in one scope.
type Ref struct {
	Storage Storage
	Index   int
}

// CellVar is a variable of a frame that inner functions share.
type CellVar struct {
	Name string
	// Param is the slot of the parameter whose value the cell starts with, or -1.
	Param int
}

// Scope is one region of the program's text with names of its own.
type Scope struct {
	Kind     Kind
	Name     string
	Qualname string
	Node     syntax.Node
	Parent   *Scope
	// Host is the scope in whose frame this one lives: itself, except for comprehensions.
	Host *Scope
	// Private is the name of the class whose private names (__x) are mangled here, or "".
	Private string
	// Generator tells that the function contains yield.
	Generator bool
	// Future tells that annotations are kept as text.
	Future bool

	// Locals names the slots of a host's frame, parameters first. Comprehensions' variables come last and have a leading
	// dot, because they are none of the function's names.
	Locals []string
	// Params is how many of Locals are parameters.
	Params int
	// Cells are the host's own cells; Free the names of those it receives.
	Cells []CellVar
	Free  []string
	// OwnSlots and OwnCells are what a comprehension must reset before it runs.
	OwnSlots, OwnCells []int

	names    map[string]*symbol
	declared map[string]source.Span // by global or nonlocal
	order    []string
	vars     map[string]*variable
	refs     map[string]Ref
	free     map[string]int
	uses     map[string]*variable
	inIter   int // inside the iterable expression of a comprehension's for
}

// Lookup returns the place of a name, which must be mangled already.
func (s *Scope) Lookup(name string) Ref {
	if r, ok := s.refs[name]; ok {
		return r
	}
	if s.Kind == ClassScope {
		return Ref{Name, -1}
	}
	return Ref{Storage: Global}
}

// NewSlot adds an unnamed slot to the host's frame, for values that the compiler keeps between steps.
func (s *Scope) NewSlot() int {
	h := s.Host
	h.Locals = append(h.Locals, ".")
	return len(h.Locals) - 1
}

// FreeIndex returns the index of a name among the host's free cells, or -1.
func (s *Scope) FreeIndex(name string) int {
	if i, ok := s.Host.free[name]; ok {
		return i
	}
	return -1
}

// ClassCell returns the index of the __class__ cell of a class scope, or -1 when no method asks for it.
func (s *Scope) ClassCell() int {
	for i, c := range s.Cells {
		if c.Name == "__class__" {
			return i
		}
	}
	return -1
}

// Mangle returns the name under which the scope knows name: private names of a class carry the class's name.
func (s *Scope) Mangle(name string) string { return Mangle(s.Private, name) }

// Mangle gives a private name its class's name: __x in class C is _C__x.
func Mangle(class, name string) string {
	if class == "" || !strings.HasPrefix(name, "__") || strings.HasSuffix(name, "__") || strings.Contains(name, ".") {
		return name
	}
	class = strings.TrimLeft(class, "_")
	if class == "" {
		return name
	}
	return "_" + class + name
}

// IsFunction reports whether the scope is that of a function, lambda, or generator expression.
func (s *Scope) IsFunction() bool {
	return s.Kind == FunctionScope || s.Kind == LambdaScope || s.Kind == GeneratorScope
}

func (s *Scope) isComprehension() bool {
	return s.Kind == ComprehensionScope || s.Kind == GeneratorScope
}

// Table holds the scopes of one program.
type Table struct {
	Module *Scope
	scopes map[syntax.Node]*Scope
}

// Scope returns the scope that node opens.
func (t *Table) Scope(node syntax.Node) *Scope { return t.scopes[node] }

// flags are what a scope does with a name.
type flags uint16

const (
	isParam flags = 1 << iota
	isBound
	isUsed
	isGlobal
	isNonlocal
	isAnnotated
	isTarget // of a comprehension's for
	isNamed  // of := inside a comprehension
	isImported
)

type symbol struct{ flags flags }

// variable is a name bound in a function or comprehension.
type variable struct {
	scope    *Scope
	name     string
	captured bool
	ref      Ref // in its own frame
}

// qualname joins the names of the scopes around name as __qualname__ has them.
func qualname(parent *Scope, name string) string {
	if parent == nil || parent.Kind == ModuleScope {
		return name
	}
	if s := parent.names[name]; s != nil && s.flags&isGlobal != 0 {
		return name
	}
	if parent.Kind == ClassScope || parent.isComprehension() { // CPython takes a comprehension for no function here
		return parent.Qualname + "." + name
	}
	return parent.Qualname + ".<locals>." + name
}

// DeclaredGlobal reports whether a global statement of the scope names name.
func (s *Scope) DeclaredGlobal(name string) bool {
	sym := s.names[name]
	return sym != nil && sym.flags&isGlobal != 0
}
