package saving

import (
	"encoding/base64"
	"strings"

	"layerglass/core/keras/blame"
	"layerglass/core/keras/operation"
	"layerglass/core/python/object"
)

func isLambda(t *object.Thread, o object.Object) bool {
	if o.Class() != object.FunctionClass {
		return false
	}
	n, err := object.LookupAttr(t, o, nameOfObject)
	s, ok := n.(*object.Str)
	return err == nil && ok && s.String() == "<lambda>"
}

func serializeLambda(t *object.Thread, o object.Object) (object.Object, error) {
	if err := operation.Warn(t, "UserWarning", "A lambda is part of the object being serialized. It can be brought back only with safe_mode=False; "+
		"a named, registered function can be brought back always."); err != nil {
		return nil, err
	}
	parts, err := DumpFunction(t, o)
	if err != nil {
		return nil, err
	}
	return tagged("__lambda__", dict("value", parts)), nil
}

// DumpFunction is func_dump: the code as base64 text, the defaults, and the values of the closure. CPython puts its own
// bytecode there; the text here holds the function's source, so it has the same form and not the same bytes.
func DumpFunction(t *object.Thread, f object.Object) (*object.Tuple, error) {
	code := encodeCode(sourceOf(t, f))
	globalsOf(t).lambdas[code] = f
	defaults, err := attrOrNone(t, f, "__defaults__")
	if err != nil {
		return nil, err
	}
	closure, err := closureValues(t, f)
	if err != nil {
		return nil, err
	}
	return object.NewTuple(object.NewStr(code), defaults, closure), nil
}

func attrOrNone(t *object.Thread, o object.Object, name string) (object.Object, error) {
	v, err := object.LookupAttr(t, o, object.Intern(name))
	if v == nil && err == nil {
		v = object.None
	}
	return v, err
}

func closureValues(t *object.Thread, f object.Object) (object.Object, error) {
	c, err := attrOrNone(t, f, "__closure__")
	if err != nil {
		return nil, err
	}
	cells, ok := c.(*object.Tuple)
	if !ok || cells.Len() == 0 {
		return object.None, nil
	}
	out := make([]object.Object, len(cells.Items))
	for i, cell := range cells.Items {
		if out[i], err = object.GetAttr(t, cell, object.Intern("cell_contents")); err != nil {
			return nil, err
		}
	}
	return object.NewTuple(out...), nil
}

// sourceOf returns a function's text, or its name where the text is not known.
func sourceOf(t *object.Thread, f object.Object) string {
	if v, err := object.LookupAttr(t, f, object.Intern("__code__")); err == nil && v != nil {
		if c, ok := v.(*object.Code); ok && c.File != nil {
			return c.File.Slice(c.Span)
		}
	}
	return "lambda at " + object.DefaultRepr(t, f)
}

// encodeCode writes text as base64 in lines of 76 characters, as Python's codecs do.
func encodeCode(source string) string {
	flat := base64.StdEncoding.EncodeToString([]byte(source))
	var b strings.Builder
	for len(flat) > 76 {
		b.WriteString(flat[:76])
		b.WriteByte('\n')
		flat = flat[76:]
	}
	b.WriteString(flat)
	b.WriteByte('\n')
	return b.String()
}

// LoadSource makes a function of the source text that DumpFunction wrote; the package that knows the interpreter sets it.
var LoadSource func(t *object.Thread, source string, defaults, closure object.Object) (object.Object, error)

// LoadFunction is func_load: it brings back what DumpFunction wrote. Python bytecode cannot be run here.
func LoadFunction(t *object.Thread, code string, defaults, closure object.Object) (object.Object, error) {
	if f := globalsOf(t).lambdas[code]; f != nil {
		return f, nil
	}
	raw, err := base64.StdEncoding.DecodeString(strings.ReplaceAll(code, "\n", ""))
	if source := string(raw); err == nil && strings.HasPrefix(source, "lambda") && LoadSource != nil {
		return LoadSource(t, source, defaults, closure)
	}
	e := object.NewError(object.NotImplementedErrClass, "This config carries a function as CPython bytecode, which cannot be run here.")
	e.Subject = blame.NotModelled{Name: "Python bytecode in a config"}
	return nil, e
}
