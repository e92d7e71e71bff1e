package doctest

import (
	"errors"
	"strconv"
	"strings"

	"layerglass/core/python/interp"
	"layerglass/core/python/object"
	"layerglass/core/python/source"

	_ "layerglass/core" // the modules that programs import
)

// The budgets of one example.
const (
	steps     = 200_000_000
	memory    = 1 << 30
	maxOutput = 1 << 20
)

// runner runs the examples of one document.
type runner struct {
	name   string
	thread *object.Thread
	module *object.Module
	out    strings.Builder
	// doc is the docstring whose examples run in doctext, a copy of the module.
	doc       int
	docModule *object.Module
}

// WriteString takes what the program prints.
func (r *runner) WriteString(s string) error {
	if r.out.Len()+len(s) > maxOutput {
		return &object.Halt{Reason: "output", Message: "It prints more than 1 MB."}
	}
	r.out.WriteString(s)
	return nil
}

// Run runs the examples of a document in their order.
func Run(name string, examples []*Example) *Report {
	r := &runner{name: name}
	r.thread = interp.NewThread(interp.Options{Steps: steps, Memory: memory, Stdout: r})
	defer interp.Close(r.thread)
	r.fresh()
	report := &Report{Name: name}
	for i, e := range examples {
		if e.Skip {
			report.Skipped++
			continue
		}
		report.Run++
		f := r.run(e)
		if f != nil {
			report.Failures = append(report.Failures, *f)
		}
		if f != nil && f.Raised && i == 0 && kind(name) == "py" {
			report.Skipped += len(examples) - 1 // without the module its docstrings have nothing to run in
			break
		}
	}
	return report
}

// fresh begins an empty namespace.
func (r *runner) fresh() {
	name := "__main__"
	if kind(r.name) == "py" {
		base := r.name[strings.LastIndexAny(r.name, `/\`)+1:]
		name = base[:strings.LastIndexByte(base, '.')]
	}
	r.module = object.NewModule(name)
	r.module.Dict.SetName("__builtins__", r.thread.Modules.GetName("builtins"))
	r.module.Dict.SetName("__file__", object.NewStr(r.name))
	r.thread.Modules.SetName(name, r.module)
}

// in returns the namespace that an example runs in.
func (r *runner) in(e *Example) *object.Module {
	if e.Fresh {
		r.fresh()
	}
	if e.Doc == 0 {
		return r.module
	}
	if e.Doc != r.doc {
		r.doc, r.docModule = e.Doc, object.NewModule(r.module.Name)
		r.docModule.Dict = r.module.Dict.Copy()
	}
	return r.docModule
}

// run runs one example and returns what is wrong with it, nil for nothing.
func (r *runner) run(e *Example) *Failure {
	t := r.thread
	t.Steps, t.Memory, t.Depth, t.Top, t.Handling = steps, memory, 0, nil, nil
	r.out.Reset()
	// Empty lines before the code give every place in it the line that it has in the document.
	file := source.NewFile(r.name, strings.Repeat("\n", e.Line-1)+e.Code)
	err := r.guarded(file, e)
	printed := r.out.String()
	if err == nil {
		if !e.Expects || equal(e.Want, printed, e) {
			return nil
		}
		return &Failure{Example: e, Got: printed, Reason: "the output differs"}
	}
	exception := object.AsException(err)
	if exception == nil {
		return &Failure{Example: e, Got: printed, Reason: "it was stopped: " + err.Error()}
	}
	raised := object.FormatExceptionOnly(t, exception)
	if object.IsKind(err, object.SyntaxErrorClass) {
		all := lines(raised) // its place in the file comes first
		raised = all[len(all)-1] + "\n"
	}
	f := &Failure{Example: e, Raised: true, Reason: "it raises " + strings.TrimSuffix(raised, "\n") + r.place(exception)}
	want, traceback := withoutTrace(e.Want)
	switch {
	case e.Prompt && traceback:
		f.Got = raised // as in Python's doctest, what was printed before does not count
	default:
		f.Got = printed + raised
	}
	if e.Expects && (traceback || !e.Prompt) && equal(want, f.Got, e) {
		return nil
	}
	return f
}

// guarded runs code, and turns a fault of the engine into an error.
func (r *runner) guarded(file *source.File, e *Example) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = errors.New("the engine failed at this example; that is a fault of Layerglass")
		}
	}()
	return interp.Prompt(r.thread, file, r.in(e), e.Prompt)
}

// place tells at which line of the document an exception rose.
func (r *runner) place(e *object.Exception) string {
	for _, entry := range e.Trace {
		if entry.Code != nil && entry.Code.File != nil && entry.Code.File.Name == r.name {
			return " (line " + strconv.Itoa(entry.Line()) + ")"
		}
	}
	return ""
}
