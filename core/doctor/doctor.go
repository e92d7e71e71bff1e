// Package doctor explains what went wrong in a program: for an uncaught exception it finds the rule that fits, names the
// place and the reason in plain sentences, and offers the edit that mends it.
//
// A rule looks at the exception, its traceback and the tree of the program. The first rule that fits speaks; one that is
// not sure says nothing. Every code has an example in testdata, whose first fix is applied and run by the tests.
package doctor

import (
	"layerglass/core/python/diag"
	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// patient is one failed run.
type patient struct {
	t    *object.Thread
	file *source.File
	err  *object.Exception
	tree *syntax.Module // nil when the program has a syntax error
	text string         // str(e)
}

// A rule returns nil when it does not fit.
type rule func(p *patient) *diag.Diagnostic

// rules are tried in order, from the exact to the general.
var rules = []rule{
	pasted,
	syntaxRule,
	serializeString,
	methodUncalled,
	configProperty,
	configOfAttributes,
	configSerialized,
	configWithoutClass,
	fromConfigUnexpected,
	fromConfigMissing,
	fromConfigMisspelled,
	getConfigMissing,
	getConfigNoDict,
	notAConfig,
	superInitMissing,
	identifierUnknown,
	classUnknown,
	notModelled,
	pretrained,
	weightName,
	learningRate,
	optimizersLegacy,
	lambdaUnsafe,
	modelRefused,
	superOther,
	shapeNumber,
	argumentUnknown,
	symbolAsValue,
	symbolTruth,
	argumentRefused,
	moduleMissing,
	importName,
	fileMissing,
	notJSON,
	superPositional,
	classmethodMissing,
	callMissing,
	notBuilt,
	inputShape,
	jsonText,
	calledOnClass,
	methodArgument,
	callRule,
	argumentMissing,
	nameUnknown,
	backendMath,
	backendRemoved,
	tensorflowOld,
	moduleAttribute,
	methodRemoved,
	shapeAttribute,
	attributeUnknown,
	calledNone,
	general,
}

// Explain tells a person about an uncaught error of a program; the most important Diagnostic comes first.
func Explain(t *object.Thread, file *source.File, err error) []diag.Diagnostic {
	if h, ok := err.(*object.Halt); ok {
		return []diag.Diagnostic{haltDiagnostic(h)}
	}
	e := object.AsException(err)
	if e == nil {
		return []diag.Diagnostic{{Code: "engine", Message: "The engine could not go on: " + err.Error() + "."}}
	}
	p := newPatient(t, file, e)
	for _, r := range rules {
		if d := r(p); d != nil {
			return []diag.Diagnostic{p.complete(*d)}
		}
	}
	return nil
}

func newPatient(t *object.Thread, file *source.File, e *object.Exception) *patient {
	p := &patient{t: t, file: file, err: e}
	p.text, _ = object.ToStr(t, e)
	if tree, serr := syntax.Parse(file); serr == nil {
		p.tree = tree
	}
	return p
}

// complete fills in what a rule left to the common form: the place and the exception's name.
func (p *patient) complete(d diag.Diagnostic) diag.Diagnostic {
	if d.Span.IsZero() {
		d.Span = p.at()
	}
	if d.Exception == "" {
		d.Exception = p.err.Class().Name
	}
	return d
}

// at returns the place where the exception rose, in the program's own code.
func (p *patient) at() source.Span {
	if !p.err.Span.IsZero() {
		return p.err.Span
	}
	for _, entry := range p.err.Trace {
		if entry.Code != nil && entry.Code.File == p.file {
			return entry.Span
		}
	}
	return source.Span{}
}

// innermost returns the traceback entry where the exception rose, or nil.
func (p *patient) innermost() *object.TraceEntry {
	if len(p.err.Trace) == 0 {
		return nil
	}
	return &p.err.Trace[0]
}

// chain yields the exception and those it was raised from, outermost first.
func (p *patient) chain() []*object.Exception {
	var list []*object.Exception
	for e := p.err; e != nil && len(list) < 16; {
		list = append(list, e)
		switch cause, ok := e.Cause.(*object.Exception); {
		case ok:
			e = cause
		case e.SuppressContext:
			e = nil
		default:
			e = e.Context
		}
	}
	return list
}

// subject finds a value of type T that some exception of the chain carries.
func subject[T any](p *patient) (T, bool) {
	for _, e := range p.chain() {
		if v, ok := e.Subject.(T); ok {
			return v, true
		}
	}
	var zero T
	return zero, false
}

func haltDiagnostic(h *object.Halt) diag.Diagnostic {
	d := diag.Diagnostic{Span: h.Span, Message: h.Message, Code: diag.Code("stopped-" + h.Reason)}
	switch h.Reason {
	case "steps":
		d.Why = "Each run has a budget of evaluation steps, so that a loop without an end cannot hold the page. Check the condition that should end the loop."
	case "memory":
		d.Why = "Each run has a budget of memory, so that one program cannot take the whole browser."
	case "output":
		d.Why = "Each run may print a few megabytes."
	}
	return d
}
