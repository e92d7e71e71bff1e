package interp

import (
	"layerglass/core/python/object"
	"layerglass/core/python/resolve"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// code is a function, class body or module ready to run. Its body is compiled at the first call.
type code struct {
	info  *object.Code
	scope *resolve.Scope
	table *resolve.Table
	m     *machine

	// run executes the body in a frame whose slots hold the arguments. It is nil until the body is compiled.
	run  expr
	body func(c *compiler) expr
	// slots is the size of the frame; it is known once the body is compiled.
	slots int
	// weight says how much of the host's stack a call may need.
	weight int

	// positional counts the parameters that positions fill, posOnly those of them that keywords cannot. They take the
	// first slots; keyword-only ones follow, then *args, then **kwargs.
	positional, posOnly, kwOnly int
	varargs, varkw              bool
	// simple is positional if there are no other parameters, else -1.
	simple int
	params []*object.Str

	generator bool
	renames   bool  // its generators are named after the function; see Function.rename
	inner     []int // the slots in which yield from keeps its iterators
	// states counts the numbers that a generator's statements keep while it is suspended; cleanup tells that some of them
	// must be told when it is abandoned (finally, with).
	states  int
	cleanup bool
	doc     object.Object
	// captures tells for each free variable which cell of the defining frame it is.
	captures []resolve.Ref
}

// newCode prepares the code of a function-like node; the compiler c is that of the place where it is defined.
func (c *compiler) newCode(node syntax.Node, args *syntax.Arguments, body func(c *compiler) expr) *code {
	s := c.table.Scope(node)
	k := &code{scope: s, table: c.table, m: c.m, body: body, generator: s.Generator, doc: object.None}
	k.info = &object.Code{Name: s.Name, Qualname: s.Qualname, File: c.file, Span: node.Span(), Node: node}
	k.params = make([]*object.Str, s.Params)
	for i := range k.params {
		k.params[i] = object.Intern(s.Locals[i])
	}
	k.simple = -1
	if args != nil {
		k.posOnly, k.kwOnly = len(args.PosOnly), len(args.KwOnly)
		k.positional = k.posOnly + len(args.Args)
		k.varargs, k.varkw = args.Vararg != nil, args.Kwarg != nil
	}
	if k.kwOnly == 0 && !k.varargs && !k.varkw {
		k.simple = k.positional
	}
	k.fillCode()
	for _, name := range s.Free {
		k.captures = append(k.captures, c.captureRef(s, name))
	}
	return k
}

// captureRef finds the cell that the scope being compiled hands to an inner scope as name.
func (c *compiler) captureRef(inner *resolve.Scope, name string) resolve.Ref {
	for s := inner.Parent; s != nil && s.Host == c.scope.Host; s = s.Parent {
		if name == "__class__" && s.Kind == resolve.ClassScope {
			if i := s.ClassCell(); i >= 0 {
				return resolve.Ref{Storage: resolve.Cell, Index: i}
			}
		}
		if r := s.Lookup(name); r.Storage == resolve.Cell || r.Storage == resolve.Free {
			return r
		}
		if i := s.FreeIndex(name); i >= 0 {
			return resolve.Ref{Storage: resolve.Free, Index: i}
		}
	}
	return resolve.Ref{Storage: resolve.Free, Index: c.scope.FreeIndex(name)}
}

// prepare compiles the body.
func (k *code) prepare() {
	inner := &compiler{m: k.m, file: k.info.File, table: k.table, scope: k.scope, code: k, future: k.scope.Future}
	k.run = k.body(inner)
	k.slots = len(k.scope.Locals)
	k.weight += callWeight
}

// cellParam reports whether slot i is a parameter that lives in a cell.
func (k *code) cellParam(i int) bool {
	for _, c := range k.scope.Cells {
		if c.Param == i {
			return true
		}
	}
	return false
}

// makeCells makes a frame's own cells; those of parameters take over the arguments.
func makeCells(vars []resolve.CellVar, w []object.Object) []*Cell {
	room := make([]Cell, len(vars))
	cells := make([]*Cell, len(vars))
	for i := range vars {
		cells[i] = &room[i]
		if p := vars[i].Param; p >= 0 {
			room[i].V = w[p]
		}
	}
	return cells
}

// callWeight is the weight of a call whose body has no depth at all.
const callWeight = 5

// compiler turns the tree of one scope into closures.
type compiler struct {
	m      *machine
	file   *source.File
	table  *resolve.Table
	scope  *resolve.Scope
	code   *code
	future bool // annotations are kept as text
	// names tells that the code runs with a namespace of its own (exec with locals): names are looked up there first.
	names bool
	// show tells that the values of statements that are expressions are printed, as at a prompt.
	show bool
	// depth counts the statements and expressions around the one being compiled.
	depth int
}

// closure collects the cells that a function needs from the frame that defines it.
func (k *code) closure(f *frame) []*Cell {
	if len(k.captures) == 0 {
		return nil
	}
	cells := make([]*Cell, len(k.captures))
	for i, r := range k.captures {
		if r.Storage == resolve.Cell {
			cells[i] = f.cells[r.Index]
		} else {
			cells[i] = f.free[r.Index]
		}
	}
	return cells
}
