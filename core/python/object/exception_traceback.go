package object

import "layerglass/core/python/source"

// Traceback is one entry of an exception's trace as Python code sees it, with all entries further in behind it.
type Traceback struct {
	entries []TraceEntry // innermost first, as in Exception.Trace
	globals *Dict
}

// Class returns the type traceback.
func (*Traceback) Class() *Class { return TracebackClass }

// Traceback returns the exception's __traceback__, or nil when it was never raised.
func (e *Exception) Traceback() Object {
	if len(e.Trace) == 0 {
		return nil
	}
	return &Traceback{entries: e.Trace[:len(e.Trace):len(e.Trace)]}
}

// NewTraceback makes a traceback of entries, innermost first; nil for none.
func NewTraceback(entries []TraceEntry) *Traceback {
	if len(entries) == 0 {
		return nil
	}
	return &Traceback{entries: entries}
}

// Entries returns the traceback's entries, innermost first.
func (tb *Traceback) Entries() []TraceEntry { return tb.entries }

func (tb *Traceback) entry() TraceEntry { return tb.entries[len(tb.entries)-1] }

func (e *Exception) setTraceback(v Object) error {
	switch tb := v.(type) {
	case *NoneType:
		e.Trace = nil
	case *Traceback:
		e.Trace = append([]TraceEntry(nil), tb.entries...)
	default:
		return TypeError("__traceback__ must be a traceback or None")
	}
	return nil
}

// Line returns the 1-based line of the entry, or 0.
func (e TraceEntry) Line() int {
	if e.Code == nil || e.Code.File == nil {
		return 0
	}
	return e.Code.File.Line(e.Span.Start)
}

// FrameObject is a frame as Python code sees it: what it ran and where it was.
type FrameObject struct {
	Code    *Code
	Span    source.Span
	Globals *Dict
	Locals  func() *Dict // nil: not known any more
	Back    *FrameObject
}

// Class returns the type frame.
func (*FrameObject) Class() *Class { return FrameClass }

// NewFrameObject shows an active frame and those around it.
func NewFrameObject(f *Frame) *FrameObject {
	if f == nil {
		return nil
	}
	return &FrameObject{Code: f.Code, Span: f.At, Globals: f.Globals, Locals: f.Locals, Back: NewFrameObject(f.Back)}
}

// Class returns the type code.
func (*Code) Class() *Class { return CodeClass }

// Repr shows the name and the place.
func (c *Code) Repr(t *Thread) (string, error) {
	file, line := "?", 0
	if c.File != nil {
		file, line = c.File.Name, c.File.Line(c.Span.Start)
	}
	return sprintf("<code object %s at %s, file \"%s\", line %d>", []any{c.Name, address(t, c), file, line}), nil
}

func init() {
	tracebackAttributes()
	frameAttributes()
	codeAttributes()
}

func tracebackAttributes() {
	attr := func(name, doc string, get func(t *Thread, tb *Traceback) Object) {
		TracebackClass.Getter(name, doc, func(t *Thread, self Object) (Object, error) {
			return get(t, self.(*Traceback)), nil
		})
	}
	attr("tb_lineno", "The line.", func(_ *Thread, tb *Traceback) Object { return Int(tb.entry().Line()) })
	attr("tb_lasti", "The place within the code; it says nothing here.", func(*Thread, *Traceback) Object { return Int(0) })
	attr("tb_next", "The next entry further in.", func(_ *Thread, tb *Traceback) Object {
		if len(tb.entries) == 1 {
			return None
		}
		return &Traceback{entries: tb.entries[:len(tb.entries)-1]}
	})
	attr("tb_frame", "The frame.", func(t *Thread, tb *Traceback) Object {
		e := tb.entry()
		f := &FrameObject{Code: e.Code, Span: e.Span, Globals: NewDict()}
		if m, ok := t.Modules.getStr(Intern("__main__")).(*Module); ok {
			f.Globals = m.Dict
		}
		return f
	})
}

func frameAttributes() {
	attr := func(name, doc string, get func(t *Thread, f *FrameObject) Object) {
		FrameClass.Getter(name, doc, func(t *Thread, self Object) (Object, error) {
			return get(t, self.(*FrameObject)), nil
		})
	}
	attr("f_code", "The code.", func(_ *Thread, f *FrameObject) Object {
		if f.Code == nil {
			return None
		}
		return f.Code
	})
	attr("f_lineno", "The line.", func(_ *Thread, f *FrameObject) Object {
		return Int(TraceEntry{Code: f.Code, Span: f.Span}.Line())
	})
	attr("f_globals", "The module's namespace.", func(_ *Thread, f *FrameObject) Object { return f.Globals })
	attr("f_locals", "The local names.", func(_ *Thread, f *FrameObject) Object {
		if f.Locals == nil {
			return f.Globals
		}
		return f.Locals()
	})
	attr("f_builtins", "The built-in names.", func(t *Thread, _ *FrameObject) Object { return t.Builtins })
	attr("f_back", "The calling frame.", func(_ *Thread, f *FrameObject) Object {
		if f.Back == nil {
			return None
		}
		return f.Back
	})
}

func codeAttributes() {
	CodeClass.Protocols(&Code{})
	attr := func(name, doc string, get func(c *Code) Object) {
		CodeClass.Getter(name, doc, func(_ *Thread, self Object) (Object, error) { return get(self.(*Code)), nil })
	}
	attr("co_name", "The function's name.", func(c *Code) Object { return NewStr(c.Name) })
	attr("co_qualname", "The name with those of the scopes around.", func(c *Code) Object { return NewStr(c.Qualname) })
	attr("co_filename", "The file's name.", func(c *Code) Object {
		if c.File == nil {
			return NewStr("<unknown>")
		}
		return NewStr(c.File.Name)
	})
	attr("co_varnames", "The names of the local variables, parameters first.", func(c *Code) Object {
		items := make([]Object, len(c.Names))
		for i, n := range c.Names {
			items[i] = Intern(n)
		}
		return NewTuple(items...)
	})
}
