// Package interp runs programs. The tree of a program is compiled once to Go closures (see frame.go for their form), which
// then run without looking at the tree again.
//
// Each file holds one part of the language: names, calls, loops, try, classes, generators and so on. machine.go has what one
// thread needs beside the closures: the slots and frames of active calls.
package interp

import (
	"layerglass/core/python/builtins"
	"layerglass/core/python/lib"
	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// Options are the budgets and outputs of a thread. Zero values give the defaults.
type Options struct {
	Steps    int64 // evaluation steps: calls and loop turns; 50 million
	Memory   int64 // bytes; 512 MB
	MaxDepth int   // nested calls; 1000
	// Stdout and Stderr take the program's output; nil drops it.
	Stdout, Stderr object.Writer
	// Recheck is asked for more memory once the budget is used up; see object.Thread. nil measures the heap.
	Recheck func() int64
}

type discard struct{}

func (discard) WriteString(string) error { return nil }

// NewThread makes a thread that is ready to run programs.
func NewThread(opts Options) *object.Thread {
	t := &object.Thread{Steps: opts.Steps, Memory: opts.Memory, MaxDepth: opts.MaxDepth, Recheck: opts.Recheck,
		Stdout: opts.Stdout, Stderr: opts.Stderr}
	if t.Steps == 0 {
		t.Steps = 50_000_000
	}
	if t.Memory == 0 {
		t.Memory = 512 << 20
	}
	if t.MaxDepth == 0 {
		t.MaxDepth = 1000
	}
	if t.Recheck == nil {
		t.Recheck = heapRoom(t.Memory)
	}
	if t.Stdout == nil {
		t.Stdout = discard{}
	}
	if t.Stderr == nil {
		t.Stderr = discard{}
	}
	t.Modules = object.NewDict()
	t.Import = importModule
	machineOf(t)
	b := builtins.New(t)
	t.Builtins = b.Dict
	t.Modules.SetName("builtins", b)
	return t
}

// Run parses and runs a file as the module __main__. A text that is no program gives a SyntaxError whose Subject is the
// *syntax.Error.
func Run(t *object.Thread, file *source.File) (*object.Module, error) {
	m := object.NewModule("__main__")
	m.Dict.SetName("__builtins__", t.Modules.GetName("builtins"))
	m.Dict.SetName("__annotations__", object.NewDict())
	m.Dict.SetName("__file__", object.NewStr(file.Name))
	t.Modules.SetName("__main__", m)
	tree, bad := syntax.Parse(file)
	if bad != nil {
		return m, syntaxError(file, bad)
	}
	defer lib.Exit(t)
	return m, runModule(t, tree, m.Dict)
}

// RunModule runs a parsed file in a namespace of its own and returns the module, as importing it would.
func RunModule(t *object.Thread, tree *syntax.Module, name string) (*object.Module, error) {
	m := object.NewModule(name)
	return m, runModule(t, tree, m.Dict)
}

func runModule(t *object.Thread, tree *syntax.Module, globals *object.Dict) error {
	k, bad := machineOf(t).moduleCode(tree, false)
	if bad != nil {
		return syntaxError(tree.File, bad)
	}
	if err := warnOf(t, tree.File, tree.Warnings); err != nil {
		return err
	}
	if doc := docstring(tree.Body); doc != object.None {
		globals.SetStr(nameDoc, doc)
	}
	_, err := machineOf(t).runTop(k, globals, nil)
	return err
}

// Close ends what the program left open: generators suspended inside try or with blocks run their final parts.
func Close(t *object.Thread) {
	machineOf(t).closePending()
}
