package object

import (
	"fmt"

	"layerglass/core/python/source"
)

// Exception is an instance of BaseException or a subclass. It is also the Go error by which a raised exception travels:
// every error that Python code can catch has this dynamic type.
type Exception struct {
	class *Class
	attrs *Dict
	Args  *Tuple

	Cause           Object // nil or *Exception
	Context         *Exception
	SuppressContext bool
	// Trace lists the places the exception passed, innermost first.
	Trace []TraceEntry
	// Span is the exact expression at fault when the raiser knows it better than the innermost frame does.
	Span source.Span
	// Subject is what a person should look at: the object whose attribute is missing, the class that refused a keyword …
	// Package doctor reads it; Python does not see it.
	Subject any
	// lastFrame is the frame whose entry was added last, so that one passage gives one entry.
	lastFrame *Frame
	group     *exceptionGroup // of a BaseExceptionGroup
}

// TraceEntry is one line of a traceback.
type TraceEntry struct {
	Code *Code
	Span source.Span
	// Self is the frame's first argument if it was a method call, for explanations.
	Self Object
}

// Class returns the exception's class.
func (e *Exception) Class() *Class { return e.class }

// AttrDict returns the instance dict.
func (e *Exception) AttrDict(create bool) *Dict {
	if e.attrs == nil && create {
		e.attrs = NewDict()
	}
	return e.attrs
}

// Error returns "Type: message" without running Python code.
func (e *Exception) Error() string {
	if m := e.Message(); m != "" {
		return e.class.Name + ": " + m
	}
	return e.class.Name
}

// Message returns str(e) as far as it is known without running Python code: the only argument's text.
func (e *Exception) Message() string {
	if len(e.Args.Items) == 1 {
		if s, ok := Of(e.Args.Items[0]).(*Str); ok {
			return s.s
		}
	}
	return ""
}

// Pass notes that the exception passes through frame f at place at. Package interp calls it where an evaluation fails;
// only the first call for one passage counts.
func (e *Exception) Pass(f *Frame, at source.Span) {
	if e.lastFrame == f {
		return
	}
	e.lastFrame = f
	e.Trace = append(e.Trace, TraceEntry{Code: f.Code, Span: at, Self: f.Self})
}

// Raised prepares the exception for being raised (again): the next Pass adds an entry even in the same frame.
func (e *Exception) Raised() { e.lastFrame = nil }

// NewException makes an exception object of class c, which must derive from BaseException, without running __init__.
func NewException(c *Class, args ...Object) *Exception {
	return &Exception{class: c, Args: NewTuple(args...)}
}

// NewError makes an exception of class c with a message, or without arguments when the message is "".
func NewError(c *Class, format string, a ...any) *Exception {
	if format == "" {
		return NewException(c)
	}
	return NewException(c, NewStr(sprintf(format, a)))
}

func sprintf(format string, a []any) string {
	if len(a) == 0 {
		return format
	}
	return fmt.Sprintf(format, a...)
}

// TypeError makes a TypeError.
func TypeError(format string, a ...any) *Exception { return NewError(TypeErrorClass, format, a...) }

// ValueError makes a ValueError.
func ValueError(format string, a ...any) *Exception { return NewError(ValueErrorClass, format, a...) }

// AttributeError makes an AttributeError that remembers the object and name, for the nearest-name suggestion.
func AttributeError(o Object, name, format string, a ...any) *Exception {
	e := NewError(AttributeErrorClass, format, a...)
	d := e.AttrDict(true)
	d.SetName("name", NewStr(name))
	d.SetName("obj", o)
	return e
}

// KeyError makes a KeyError whose argument is the key.
func KeyError(key Object) *Exception { return NewException(KeyErrorClass, key) }

// AsException returns the Python exception that err is, or nil for nil, a *Halt or a foreign Go error.
func AsException(err error) *Exception {
	e, _ := err.(*Exception)
	return e
}

// IsKind reports whether err is a Python exception of class c or a subclass.
func IsKind(err error, c *Class) bool {
	e, ok := err.(*Exception)
	return ok && e.class.IsSubclass(c)
}

func newExceptionObject(_ *Thread, cls *Class, a Args) (Object, error) {
	return NewException(cls, append([]Object(nil), a.Pos...)...), nil
}

// The exception classes, as in the Python reference's hierarchy.
var (
	BaseExceptionClass      = exceptionClass("BaseException", ObjectClass)
	BaseExceptionGroupClass = exceptionClass("BaseExceptionGroup", BaseExceptionClass)
	GeneratorExitClass      = exceptionClass("GeneratorExit", BaseExceptionClass)
	KeyboardInterruptClass  = exceptionClass("KeyboardInterrupt", BaseExceptionClass)
	SystemExitClass         = exceptionClass("SystemExit", BaseExceptionClass)
	ExceptionClass          = exceptionClass("Exception", BaseExceptionClass)

	ArithmeticErrorClass    = exceptionClass("ArithmeticError", ExceptionClass)
	FloatingPointErrorClass = exceptionClass("FloatingPointError", ArithmeticErrorClass)
	OverflowErrorClass      = exceptionClass("OverflowError", ArithmeticErrorClass)
	ZeroDivisionErrorClass  = exceptionClass("ZeroDivisionError", ArithmeticErrorClass)
	AssertionErrorClass     = exceptionClass("AssertionError", ExceptionClass)
	AttributeErrorClass     = exceptionClass("AttributeError", ExceptionClass)
	BufferErrorClass        = exceptionClass("BufferError", ExceptionClass)
	EOFErrorClass           = exceptionClass("EOFError", ExceptionClass)
	ExceptionGroupClass     = exceptionClass("ExceptionGroup", BaseExceptionGroupClass, ExceptionClass)
	ImportErrorClass        = exceptionClass("ImportError", ExceptionClass)
	ModuleNotFoundClass     = exceptionClass("ModuleNotFoundError", ImportErrorClass)
	LookupErrorClass        = exceptionClass("LookupError", ExceptionClass)
	IndexErrorClass         = exceptionClass("IndexError", LookupErrorClass)
	KeyErrorClass           = exceptionClass("KeyError", LookupErrorClass)
	MemoryErrorClass        = exceptionClass("MemoryError", ExceptionClass)
	NameErrorClass          = exceptionClass("NameError", ExceptionClass)
	UnboundLocalErrorClass  = exceptionClass("UnboundLocalError", NameErrorClass)
	OSErrorClass            = exceptionClass("OSError", ExceptionClass)
	BlockingIOErrorClass    = exceptionClass("BlockingIOError", OSErrorClass)
	ChildProcessErrorClass  = exceptionClass("ChildProcessError", OSErrorClass)
	ConnectionErrorClass    = exceptionClass("ConnectionError", OSErrorClass)
	BrokenPipeErrorClass    = exceptionClass("BrokenPipeError", ConnectionErrorClass)
	ConnectionAbortedClass  = exceptionClass("ConnectionAbortedError", ConnectionErrorClass)
	ConnectionRefusedClass  = exceptionClass("ConnectionRefusedError", ConnectionErrorClass)
	ConnectionResetClass    = exceptionClass("ConnectionResetError", ConnectionErrorClass)
	FileExistsErrorClass    = exceptionClass("FileExistsError", OSErrorClass)
	FileNotFoundErrorClass  = exceptionClass("FileNotFoundError", OSErrorClass)
	InterruptedErrorClass   = exceptionClass("InterruptedError", OSErrorClass)
	IsADirectoryErrorClass  = exceptionClass("IsADirectoryError", OSErrorClass)
	NotADirectoryErrorClass = exceptionClass("NotADirectoryError", OSErrorClass)
	PermissionErrorClass    = exceptionClass("PermissionError", OSErrorClass)
	ProcessLookupErrorClass = exceptionClass("ProcessLookupError", OSErrorClass)
	TimeoutErrorClass       = exceptionClass("TimeoutError", OSErrorClass)
	ReferenceErrorClass     = exceptionClass("ReferenceError", ExceptionClass)
	RuntimeErrorClass       = exceptionClass("RuntimeError", ExceptionClass)
	NotImplementedErrClass  = exceptionClass("NotImplementedError", RuntimeErrorClass)
	RecursionErrorClass     = exceptionClass("RecursionError", RuntimeErrorClass)
	StopIterationClass      = exceptionClass("StopIteration", ExceptionClass)
	StopAsyncIterationClass = exceptionClass("StopAsyncIteration", ExceptionClass)
	SyntaxErrorClass        = exceptionClass("SyntaxError", ExceptionClass)
	IndentationErrorClass   = exceptionClass("IndentationError", SyntaxErrorClass)
	TabErrorClass           = exceptionClass("TabError", IndentationErrorClass)
	SystemErrorClass        = exceptionClass("SystemError", ExceptionClass)
	TypeErrorClass          = exceptionClass("TypeError", ExceptionClass)
	ValueErrorClass         = exceptionClass("ValueError", ExceptionClass)
	UnicodeErrorClass       = exceptionClass("UnicodeError", ValueErrorClass)
	UnicodeDecodeErrorClass = exceptionClass("UnicodeDecodeError", UnicodeErrorClass)
	UnicodeEncodeErrorClass = exceptionClass("UnicodeEncodeError", UnicodeErrorClass)
	UnicodeTranslateClass   = exceptionClass("UnicodeTranslateError", UnicodeErrorClass)

	WarningClass                = exceptionClass("Warning", ExceptionClass)
	BytesWarningClass           = exceptionClass("BytesWarning", WarningClass)
	DeprecationWarningClass     = exceptionClass("DeprecationWarning", WarningClass)
	EncodingWarningClass        = exceptionClass("EncodingWarning", WarningClass)
	FutureWarningClass          = exceptionClass("FutureWarning", WarningClass)
	ImportWarningClass          = exceptionClass("ImportWarning", WarningClass)
	PendingDeprecationWarnClass = exceptionClass("PendingDeprecationWarning", WarningClass)
	ResourceWarningClass        = exceptionClass("ResourceWarning", WarningClass)
	RuntimeWarningClass         = exceptionClass("RuntimeWarning", WarningClass)
	SyntaxWarningClass          = exceptionClass("SyntaxWarning", WarningClass)
	UnicodeWarningClass         = exceptionClass("UnicodeWarning", WarningClass)
	UserWarningClass            = exceptionClass("UserWarning", WarningClass)
)

// exceptionClasses lists them all, for the builtins namespace.
var exceptionClasses []*Class

// ExceptionClasses returns the built-in exception classes.
func ExceptionClasses() []*Class { return exceptionClasses }

func exceptionClass(name string, bases ...*Class) *Class {
	c := newBuiltinSubclass(name, bases[0], 0)
	if len(bases) == 2 { // ExceptionGroup alone: the second base's order ends with the first one's last two
		c.Bases = bases
		c.MRO = append([]*Class{c, bases[0], bases[1]}, bases[0].MRO[1:]...)
	}
	exceptionClasses = append(exceptionClasses, c)
	return c
}

func init() { BaseExceptionClass.New = newExceptionObject }
