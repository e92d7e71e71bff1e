package core

import (
	"strings"
	"time"

	"layerglass/core/assist"
	"layerglass/core/doctor"
	"layerglass/core/protocol"
	"layerglass/core/python/interp"
	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// Options are a Session's budgets and outlets. Zero values mean the defaults.
type Options struct {
	// Steps is the number of evaluation steps of one run.
	Steps int64
	// Memory is the number of bytes that one run may ask for.
	Memory int64
	// Output is the number of bytes that one run may print.
	Output int
	// Stdout, if set, also receives what the program prints, as it prints it.
	Stdout func(s string)
	// Stderr is the same for standard error.
	Stderr func(s string)
	// NoObjects leaves Result.Objects empty, for a command line that shows output alone.
	NoObjects bool
}

// The default budgets. Each inspection of an object (get_config, from_config) has inspectSteps for itself.
const (
	defaultSteps  = 200_000_000
	defaultMemory = 1 << 30
	defaultOutput = 4 << 20
	inspectSteps  = 20_000_000
)

// Session runs programs. It is used by one goroutine at a time.
type Session struct {
	opts Options
	last *run
	// assistant is made when an editor first asks for something.
	assistant *assist.Assistant
}

// run is a program that was run, kept so that its objects can be recreated.
type run struct {
	thread  *object.Thread
	file    *source.File
	module  *object.Module
	out     *output
	objects []*found
	// calls are the calls in the program's text by their places, once somebody has asked for one.
	calls map[source.Span]*syntax.Call
}

// NewSession returns a Session.
func NewSession(opts Options) *Session {
	if opts.Steps == 0 {
		opts.Steps = defaultSteps
	}
	if opts.Memory == 0 {
		opts.Memory = defaultMemory
	}
	if opts.Output == 0 {
		opts.Output = defaultOutput
	}
	return &Session{opts: opts}
}

// output collects what a program prints, up to a budget.
type output struct {
	text      strings.Builder
	left      int
	tee       func(string)
	truncated bool
	muted     bool
}

// WriteString keeps s, or ends the program when the output budget is used up.
func (o *output) WriteString(s string) error {
	if o.muted {
		return nil
	}
	cut := len(s) > o.left
	if cut {
		s = s[:o.left]
		o.truncated = true
	}
	o.left -= len(s)
	o.text.WriteString(s)
	if o.tee != nil {
		o.tee(s)
	}
	if cut {
		return &object.Halt{Reason: "output", Message: "The program was stopped: it printed more than the output budget allows. Print less, or only a part."}
	}
	return nil
}

// Run runs a program and reports all there is to show of it. It never fails: what goes wrong stands in the Result.
func (s *Session) Run(req protocol.RunRequest) *protocol.Result {
	start := time.Now()
	if s.last != nil {
		interp.Close(s.last.thread)
	}
	steps := req.Steps
	if steps <= 0 {
		steps = s.opts.Steps
	}
	name := req.File
	if name == "" {
		name = "program.py"
	}
	out := &output{left: s.opts.Output, tee: s.opts.Stdout}
	errOut := &output{left: s.opts.Output, tee: s.opts.Stderr}
	t := interp.NewThread(interp.Options{Steps: steps, Memory: s.opts.Memory, Stdout: out, Stderr: errOut})
	file := source.NewFile(name, req.Text)
	s.last = &run{thread: t, file: file, out: out}

	module, err := interp.Run(t, file)
	s.last.module = module
	result := &protocol.Result{Steps: steps - t.Steps}
	if err != nil && !cleanExit(t, err, errOut) {
		result.Exception = exceptionOf(t, err)
		result.Diagnostics = diagnostics(file, doctor.Explain(t, file, err))
	}
	out.muted, errOut.muted = true, true
	if !s.opts.NoObjects && module != nil {
		result.Objects = s.last.inspect()
	}
	result.Stdout, result.Truncated, result.Stderr = out.text.String(), out.truncated, errOut.text.String()
	result.Micros = time.Since(start).Microseconds()
	return result
}

// cleanExit reports whether err is SystemExit with status 0, which ends a program without a problem.
func cleanExit(t *object.Thread, err error, errOut *output) bool {
	if !object.IsKind(err, object.SystemExitClass) {
		return false
	}
	code, e := object.GetAttr(t, object.AsException(err), object.Intern("code"))
	if e != nil {
		return false
	}
	return code == object.None || code == object.Int(0) || code == object.False
}

// exitStatus is the status that Python exits with after e: the number that SystemExit holds, cut to the byte that a system
// keeps, or 1 for whatever else it holds.
func exitStatus(t *object.Thread, e *object.Exception) int {
	switch {
	case e.Class().IsSubclass(object.KeyboardInterruptClass):
		return 130
	case !e.Class().IsSubclass(object.SystemExitClass):
		return 1
	}
	code, err := object.GetAttr(t, e, object.Intern("code"))
	switch c := code.(type) {
	case object.Int:
		return int(c) & 0xff
	case object.Bool:
		if !c {
			return 0
		}
		return 1
	case *object.BigInt:
		return 0xff // CPython takes -1 for what is no C long
	}
	if err != nil || code == object.None {
		return 0
	}
	return 1
}

// exceptionOf tells an uncaught error: a Python exception with its traceback, or what stopped the program from outside.
func exceptionOf(t *object.Thread, err error) *protocol.Exception {
	if err == nil {
		return nil
	}
	e := object.AsException(err)
	if e == nil {
		return haltOf(err)
	}
	refill(t)
	x := &protocol.Exception{Type: e.Class().FullName(), Traceback: object.FormatException(t, e), Status: exitStatus(t, e)}
	if s, err := object.ToStr(t, e); err == nil {
		x.Message = s
	}
	for i := len(e.Trace) - 1; i >= 0; i-- {
		entry := e.Trace[i]
		f := protocol.Frame{Span: span(entry.Span)}
		if entry.Code != nil {
			f.Function = entry.Code.Qualname
			if entry.Code.File != nil {
				f.Line = entry.Code.File.Line(entry.Span.Start)
			}
		}
		x.Frames = append(x.Frames, f)
	}
	return x
}

func haltOf(err error) *protocol.Exception {
	x := &protocol.Exception{Type: "Stopped", Message: err.Error(), Traceback: "Stopped: " + err.Error() + "\n", Status: 1}
	if h, ok := err.(*object.Halt); ok {
		for i := len(h.Frames) - 1; i >= 0; i-- {
			entry := h.Frames[i]
			f := protocol.Frame{Span: span(entry.Span)}
			if entry.Code != nil {
				f.Function = entry.Code.Qualname
				f.Line = entry.Code.File.Line(entry.Span.Start)
			}
			x.Frames = append(x.Frames, f)
		}
	}
	return x
}

// refill gives the thread the budget of one inspection, after a program may have used up its own.
func refill(t *object.Thread) {
	t.Steps = inspectSteps
	t.Memory = defaultMemory
	t.Depth = 0
	t.Top = nil
	t.Handling = nil
}
