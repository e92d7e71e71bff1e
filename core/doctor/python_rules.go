package doctor

import (
	"strings"

	"layerglass/core/keras/public"
	"layerglass/core/python/diag"
	"layerglass/core/python/interp"
	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// syntaxRule speaks for text that is no Python.
func syntaxRule(p *patient) *diag.Diagnostic {
	e, ok := p.err.Subject.(*syntax.Error)
	if !ok {
		return nil
	}
	code := e.Code
	if code == "" {
		code = "syntax"
	}
	return &diag.Diagnostic{Code: code, Span: e.Span, Message: sentence(e.Msg), Exception: e.Kind, Notes: e.Notes, Fixes: e.Fixes,
		Why: "Python reads the whole text before it runs any of it, so nothing of the program has run."}
}

// sentence makes a message of the language into a sentence.
func sentence(s string) string {
	if s == "" {
		return s
	}
	first, _, _ := strings.Cut(s, " ")
	if c := s[0]; c >= 'a' && c <= 'z' && !strings.ContainsAny(first, "().,-_:=") { // a name stays as it is written
		s = string(c-32) + s[1:]
	}
	if last := s[len(s)-1]; last != '.' && last != '?' && last != '!' {
		s += "."
	}
	return s
}

// moduleMissing speaks for an import of something that is not here.
func moduleMissing(p *patient) *diag.Diagnostic {
	if !p.err.Class().IsSubclass(object.ModuleNotFoundClass) {
		return nil
	}
	name := stringAttr(p, "name")
	if name == "" {
		return nil
	}
	d := &diag.Diagnostic{
		Code:    "module-missing",
		Span:    p.importOf(name),
		Message: "There is no module `" + name + "` here.",
		Why: "The playground has Keras, the TensorFlow names that layers use, NumPy and the parts of Python's standard library that need no files or network. " +
			"Leave the import out, or paste the part that you need into the program.",
	}
	if m, ok := p.err.Subject.(*interp.MissingModule); ok && m.Why != "" {
		d.Why = m.Why
	}
	p.movedImport(d)
	if len(d.Fixes) == 0 {
		p.movedModule(d)
	}
	return d
}

// fileMissing speaks for whatever wanted a file.
func fileMissing(p *patient) *diag.Diagnostic {
	name := stringAttr(p, "filename")
	if name == "" || !p.err.Class().IsSubclass(object.OSErrorClass) {
		return nil
	}
	return &diag.Diagnostic{Code: "file-missing", Message: "`" + name + "` is no file of this run.",
		Why: "Nothing is read from this computer: a program finds the files that it wrote itself, in the same run. Put what the file holds into the program, " +
			"as a string or a list; io.StringIO makes a file of a string."}
}

// importOf finds the name of a module inside the failing import statement.
func (p *patient) importOf(name string) source.Span {
	at := p.at()
	p.walk(func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.Import:
			for _, a := range n.Names {
				if covers(p.at(), n.Span()) && (a.Name == name || strings.HasPrefix(a.Name, name+".") || strings.HasPrefix(name, a.Name+".")) {
					at = a.Span()
				}
			}
		case *syntax.ImportFrom:
			if covers(p.at(), n.Span()) && !n.ModuleSpan.IsZero() {
				at = n.ModuleSpan
			}
		}
		return true
	})
	return at
}

func stringAttr(p *patient, name string) string {
	v, err := object.LookupAttr(p.t, p.err, object.Intern(name))
	if err != nil || v == nil {
		return ""
	}
	s, _ := object.Of(v).(*object.Str)
	if s == nil {
		return ""
	}
	return s.String()
}

// nameUnknown speaks for a NameError, with the nearest name if the traceback found one.
func nameUnknown(p *patient) *diag.Diagnostic {
	if !p.err.Class().IsSubclass(object.NameErrorClass) {
		return nil
	}
	name := stringAttr(p, "name")
	if name == "" {
		name = between(p.text, "'", "'")
	}
	d := &diag.Diagnostic{Code: "name-unknown", Message: "Nothing is called `" + name + "` at this place.",
		Why: "A name must be assigned, imported or defined before the line that uses it runs."}
	if p.err.Class() == object.UnboundLocalErrorClass {
		d.Code = "local-unassigned"
		d.Message = "`" + name + "` has no value yet at this place."
		d.Why = "The function assigns `" + name + "` somewhere, so it is a local name of the function all through it, and here it is read before that assignment has run."
		return d
	}
	if near := nearestName(p); near != "" && near != name {
		d.Fixes = append(d.Fixes, diag.Fix{Title: "Write " + near, Edits: []diag.Edit{{Span: p.at(), Text: near}}})
	} else if imp, ok := knownImports[name]; ok {
		d.Fixes = append(d.Fixes, diag.Fix{Title: "Add " + imp, Edits: []diag.Edit{{Span: p.importPlace(), Text: imp + "\n"}}})
	}
	return d
}

// knownImports are the imports that programs leave out when they are pasted in part.
var knownImports = map[string]string{
	"keras": "import keras", "layers": "from keras import layers", "tf": "import tensorflow as tf", "np": "import numpy as np",
	"ops": "from keras import ops", "math": "import math", "json": "import json", "models": "from keras import models",
	"Dense": "from keras.layers import Dense", "Layer": "from keras.layers import Layer", "Sequential": "from keras import Sequential",
	"Model": "from keras import Model", "pprint": "from pprint import pprint", "random": "import random",
	"activations": "from keras import activations", "initializers": "from keras import initializers",
	"regularizers": "from keras import regularizers", "K": "from keras import backend as K",
}

func between(s, open, close string) string {
	_, rest, ok := strings.Cut(s, open)
	if !ok {
		return ""
	}
	name, _, _ := strings.Cut(rest, close)
	return name
}

// attributeUnknown speaks for an AttributeError.
func attributeUnknown(p *patient) *diag.Diagnostic {
	if !p.err.Class().IsSubclass(object.AttributeErrorClass) {
		return nil
	}
	name := stringAttr(p, "name")
	if name == "" {
		return nil
	}
	d := &diag.Diagnostic{Code: "attribute-unknown", Message: sentence(p.text),
		Why: "Only names that the object's class defines, or that were assigned to it before, can be read from it."}
	if strings.HasPrefix(p.text, "'NoneType'") {
		d.Code = "attribute-of-none"
		d.Why = "The value before the dot is None. A function without return gives None, and so do methods that change an object in place."
		return d
	}
	if a := p.attributeAt(name); a != nil {
		d.Span = a.AttrSpan
		if public.Private(name) && p.ofKeras() {
			d.Code, d.Why = "not-modelled", "Real Keras has `"+name+"` for its own use, and it is not modelled here. Names with an underscore in front may change with every version."
			return d
		}
		if near := nearestName(p); near != "" {
			d.Fixes = append(d.Fixes, diag.Fix{Title: "Write " + near, Edits: []diag.Edit{{Span: a.AttrSpan, Text: near}}})
		}
	}
	return d
}

// ofKeras reports whether the object whose attribute is missing is of a class of Keras, or derived from one.
func (p *patient) ofKeras() bool {
	v, err := object.LookupAttr(p.t, p.err, object.Intern("obj"))
	if err != nil || v == nil {
		return false
	}
	for _, c := range v.Class().MRO {
		if strings.HasPrefix(c.Module(), "keras") {
			return true
		}
	}
	return false
}

// attributeAt finds the attribute expression at fault.
func (p *patient) attributeAt(name string) *syntax.Attribute {
	at := p.at()
	var found *syntax.Attribute
	p.walk(func(n syntax.Node) bool {
		if a, ok := n.(*syntax.Attribute); ok && a.Attr == name && covers(at, a.Span()) && found == nil {
			found = a
		}
		return covers(n.Span(), at) || covers(at, n.Span())
	})
	return found
}

// nearestName returns the suggestion that the traceback prints, or "".
func nearestName(p *patient) string {
	lines := strings.Split(strings.TrimRight(object.FormatException(p.t, p.err), "\n"), "\n")
	_, rest, ok := strings.Cut(lines[len(lines)-1], "Did you mean: '")
	if !ok {
		return ""
	}
	name, _, _ := strings.Cut(rest, "'")
	return name
}

// calledNone speaks for a call of something that is not callable.
func calledNone(p *patient) *diag.Diagnostic {
	if !strings.HasSuffix(p.text, "object is not callable") {
		return nil
	}
	d := &diag.Diagnostic{Code: "not-callable", Message: sentence(p.text),
		Why: "Parentheses behind a value call it. Functions, classes, and objects with a __call__ method can be called."}
	if c := p.callAt(p.at()); c != nil {
		d.Span = c.Func.Span()
		if strings.HasPrefix(p.text, "'NoneType'") {
			d.Message = "`" + p.source(c.Func) + "` is None, and None cannot be called."
			d.Why = "Look where `" + p.source(c.Func) + "` gets its value: a function without return gives None."
		}
	}
	return d
}

// general is the last rule: the language's own words, with the common reason for the type.
func general(p *patient) *diag.Diagnostic {
	message := sentence(p.text)
	if message == "" {
		message = "The program raised " + p.err.Class().Name + "."
	}
	d := &diag.Diagnostic{Code: diag.Code("raised"), Message: message}
	for c := p.err.Class(); c != nil && len(c.Bases) > 0; c = c.Bases[0] {
		if w, ok := reasons[c.Name]; ok {
			d.Code, d.Why = diag.Code(w.code), w.why
			if c.Name == "KeyError" {
				d.Message = "There is no key " + p.text + " in the dict."
			}
			break
		}
	}
	return d
}

var reasons = map[string]struct{ code, why string }{
	"KeyError":            {"key-missing", "Square brackets ask for a key that must be there. d.get(key) gives None instead when it is not."},
	"IndexError":          {"index-outside", "Positions count from 0, so the last one is the length less one; negative positions count from the end."},
	"ZeroDivisionError":   {"zero-division", "The value on the right of the division is 0 here."},
	"RecursionError":      {"recursion", "A function calls itself, directly or through others, without reaching a case that ends it."},
	"NotImplementedError": {"not-implemented", ""},
	"AssertionError":      {"assertion", "An assert statement found its condition false."},
	"SystemExit":          {"exit", "The program ended itself with a status other than 0."},
	"TypeError":           {"type", "An operation or function was given a value of a type that it does not take."},
	"ValueError":          {"value", "A function was given a value of the right type that it does not accept."},
}
