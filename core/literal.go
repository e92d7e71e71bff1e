package core

import (
	"strings"

	"layerglass/core/protocol"
	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// readLiteral reads a configuration written as JSON or as a Python literal; the Diagnostic says where it is neither.
func readLiteral(t *object.Thread, text string) (object.Object, *protocol.Diagnostic) {
	refill(t)
	value, wrong := readJSON(t, text)
	if wrong == nil {
		return value, nil
	}
	file := source.NewFile("config", text)
	lead := len(text) - len(strings.TrimLeft(text, " \t\r\n"))
	e, bad := syntax.ParseExpr(source.NewFile("config", strings.TrimSpace(text)))
	if bad == nil {
		v, err := constant(t, e)
		if err == nil {
			return v, nil
		}
		return nil, unreadable(file, source.Span{Start: source.Pos(lead) + e.Span().Start, End: source.Pos(lead) + e.Span().End}, messageOf(err))
	}
	at, message := wrong.at, "This is no JSON: "+wrong.message+"."
	if strings.ContainsAny(text, "'(") || strings.Contains(text, "True") || strings.Contains(text, "None") { // meant as Python
		at, message = int(bad.Span.Start)+lead, "This is no Python literal: "+bad.Msg+"."
	}
	if at >= len(text) && len(text) > 0 {
		at = len(text) - 1
	}
	return nil, unreadable(file, source.Span{Start: source.Pos(at), End: source.Pos(min(at+1, len(text)))}, message)
}

func messageOf(err error) string {
	if e := object.AsException(err); e != nil {
		return e.Message()
	}
	return err.Error()
}

func unreadable(file *source.File, at source.Span, message string) *protocol.Diagnostic {
	line, column := file.Position(at.Start)
	return &protocol.Diagnostic{Code: "config-unreadable", Severity: "error", Span: span(at), Line: line, Column: column + 1, Message: message,
		Why: "A configuration is JSON or a Python literal: dicts, lists, tuples, strings, numbers, True, False and None."}
}

// badJSON says where a text stops being JSON.
type badJSON struct {
	at      int // byte offset
	message string
}

func readJSON(t *object.Thread, text string) (object.Object, *badJSON) {
	m, err := t.Import(t, "json")
	if err != nil {
		return nil, &badJSON{message: err.Error()}
	}
	v, err := object.CallMethod(t, m, "loads", object.NewStr(text))
	if err == nil {
		return v, nil
	}
	b := &badJSON{message: messageOf(err)}
	e := object.AsException(err)
	if e == nil {
		return nil, b
	}
	if msg, err := object.LookupAttr(t, e, object.Intern("msg")); err == nil && msg != nil {
		b.message, _ = object.AsString(msg)
	}
	if pos, err := object.LookupAttr(t, e, object.Intern("pos")); err == nil && pos != nil {
		n, _ := object.AsInt64(pos) // counts characters
		b.at = byteOffset(text, int(n))
	}
	return nil, b
}

// byteOffset turns a count of characters into an offset.
func byteOffset(text string, characters int) int {
	for i := range text {
		if characters == 0 {
			return i
		}
		characters--
	}
	return len(text)
}

// constant evaluates an expression of literals alone: what repr of a configuration prints. Anything that would run code is
// refused.
func constant(t *object.Thread, e syntax.Expr) (object.Object, error) {
	switch e := e.(type) {
	case *syntax.Constant:
		return constantValue(e)
	case *syntax.UnaryOp:
		v, err := constant(t, e.Operand)
		if err != nil || e.Op != syntax.OpUSub {
			return nil, refuse(err)
		}
		return object.Unary(t, object.Neg, v)
	case *syntax.List:
		items, err := constants(t, e.Elts)
		return object.NewList(items...), err
	case *syntax.Tuple:
		items, err := constants(t, e.Elts)
		return object.NewTuple(items...), err
	case *syntax.Dict:
		return constantDict(t, e)
	}
	return nil, refuse(nil)
}

func refuse(err error) error {
	if err != nil {
		return err
	}
	return object.ValueError("A configuration is written with literals only: numbers, strings, True, False, None, lists, tuples and dicts.")
}

func constants(t *object.Thread, list []syntax.Expr) ([]object.Object, error) {
	items := make([]object.Object, 0, len(list))
	for _, e := range list {
		v, err := constant(t, e)
		if err != nil {
			return nil, err
		}
		items = append(items, v)
	}
	return items, nil
}

func constantDict(t *object.Thread, e *syntax.Dict) (object.Object, error) {
	d := object.NewDict()
	for i, k := range e.Keys {
		if k == nil {
			return nil, refuse(nil)
		}
		key, err := constant(t, k)
		if err != nil {
			return nil, err
		}
		v, err := constant(t, e.Values[i])
		if err != nil {
			return nil, err
		}
		if err := d.Set(t, key, v); err != nil {
			return nil, err
		}
	}
	return d, nil
}

func constantValue(c *syntax.Constant) (object.Object, error) {
	switch c.Kind {
	case syntax.ConstNone:
		return object.None, nil
	case syntax.ConstTrue:
		return object.True, nil
	case syntax.ConstFalse:
		return object.False, nil
	case syntax.ConstInt:
		return object.ParseIntLiteral(c.Text), nil
	case syntax.ConstFloat:
		f, ok := object.ParseFloatLiteral(c.Text)
		if !ok {
			return nil, refuse(nil)
		}
		return object.Float(f), nil
	case syntax.ConstStr:
		return object.NewStr(c.Text), nil
	}
	return nil, refuse(nil)
}
