// Package json is Python's module json: dumps, loads, JSONEncoder, JSONDecoder and JSONDecodeError.
package json

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"layerglass/core/python/lib"
	"layerglass/core/python/lib/bind"
	"layerglass/core/python/object"
)

func init() {
	lib.Register("json", load)
	lib.Register("json.decoder", load)
	lib.Register("json.encoder", load)
}

const dumpsOptions = "skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, " +
	"separators=None, default=None, sort_keys=False"

const loadsOptions = "cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None"

type stateKey struct{}

// moduleState is what one session's module keeps.
type moduleState struct {
	decodeError, encoder, decoder *object.Class
}

func stateOf(t *object.Thread) *moduleState {
	return t.State(stateKey{}, func() any { return newState(t) }).(*moduleState)
}

func load(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("json")
	s := stateOf(t)
	m.Dict.SetName("JSONDecodeError", s.decodeError)
	m.Dict.SetName("JSONEncoder", s.encoder)
	m.Dict.SetName("JSONDecoder", s.decoder)
	for _, f := range []*object.Builtin{
		object.Func("dumps", "(obj, *, "+dumpsOptions+", **kw)", "Returns obj as JSON text.", dumps),
		object.Func("dump", "(obj, fp, *, "+dumpsOptions+", **kw)", "Writes obj as JSON text to fp.", dump),
		object.Func("loads", "(s, *, "+loadsOptions+", **kw)", "Returns the object that JSON text stands for.", loads),
		object.Func("load", "(fp, *, "+loadsOptions+", **kw)", "Reads JSON text from fp.", loadFile),
	} {
		f.Module = "json"
		m.Dict.SetName(f.Name, f)
	}
	return m, nil
}

// newEncoder reads the options in the order of dumpsOptions.
func newEncoder(t *object.Thread, a []object.Object) (*encoder, error) {
	e := &encoder{t: t, itemSep: ", ", keySep: ": "}
	for i, target := range []*bool{&e.skipKeys, &e.ensureASCII, nil, &e.allowNaN} {
		if target == nil {
			continue
		}
		v, err := object.Truth(t, a[i])
		if err != nil {
			return nil, err
		}
		*target = v
	}
	var err error
	if e.sortKeys, err = object.Truth(t, a[8]); err != nil {
		return nil, err
	}
	if a[7] != object.None {
		e.fallback = a[7]
	}
	return e, e.layout(a[5], a[6])
}

// layout sets indentation and separators.
func (e *encoder) layout(indent, separators object.Object) error {
	switch x := object.Of(indent).(type) {
	case *object.NoneType:
	case *object.Str:
		e.pretty, e.indent, e.itemSep = true, x.String(), ","
	default:
		n, err := object.Index(e.t, indent)
		if err != nil {
			return err
		}
		e.pretty, e.indent, e.itemSep = true, strings.Repeat(" ", max(n, 0)), ","
	}
	if separators == object.None {
		return nil
	}
	items, err := object.Items(e.t, separators)
	if err != nil {
		return err
	}
	if len(items) != 2 {
		return object.ValueError("not enough values to unpack (expected 2, got %d)", len(items))
	}
	first, ok1 := object.Of(items[0]).(*object.Str)
	second, ok2 := object.Of(items[1]).(*object.Str)
	if !ok1 || !ok2 {
		return object.TypeError("separators must be a pair of str")
	}
	e.itemSep, e.keySep = first.String(), second.String()
	return nil
}

func dumps(t *object.Thread, a []object.Object) (object.Object, error) {
	if cls := a[5]; cls != object.None {
		return dumpsWith(t, cls, a)
	}
	if a[len(a)-1].(*object.Dict).Len() > 0 { // the encoder refuses them
		return dumpsWith(t, stateOf(t).encoder, a)
	}
	e, err := newEncoder(t, a[1:])
	if err != nil {
		return nil, err
	}
	if err := e.value(a[0]); err != nil {
		return nil, err
	}
	return object.NewStr(e.out.String()), nil
}

// dumpsWith makes an encoder of the class given as cls= and asks it to encode.
func dumpsWith(t *object.Thread, cls object.Object, a []object.Object) (object.Object, error) {
	enc, err := makeEncoder(t, cls, a)
	if err != nil {
		return nil, err
	}
	return object.CallMethod(t, enc, "encode", a[0])
}

// makeEncoder calls the class of an encoder with the arguments of dumps.
func makeEncoder(t *object.Thread, cls object.Object, a []object.Object) (object.Object, error) {
	names := []string{"skipkeys", "ensure_ascii", "check_circular", "allow_nan", "", "indent", "separators", "default", "sort_keys"}
	var kw []object.Kwarg
	for i, n := range names {
		if n != "" {
			kw = append(kw, object.Kwarg{Name: object.Intern(n), Value: a[i+1]})
		}
	}
	for k, v := range a[len(a)-1].(*object.Dict).All() {
		kw = append(kw, object.Kwarg{Name: k.(*object.Str), Value: v})
	}
	return object.CallArgs(t, cls, object.Args{Kw: kw})
}

func dump(t *object.Thread, a []object.Object) (object.Object, error) {
	list := append([]object.Object{a[0]}, a[2:]...)
	cls := list[5]
	if cls == object.None {
		cls = stateOf(t).encoder
	}
	enc, err := makeEncoder(t, cls, list)
	if err != nil {
		return nil, err
	}
	chunks, err := object.CallMethod(t, enc, "iterencode", a[0])
	if err != nil {
		return nil, err
	}
	return object.None, object.Iterate(t, chunks, func(o object.Object) (bool, error) {
		_, err := object.CallMethod(t, a[1], "write", o)
		return true, err
	})
}

func loads(t *object.Thread, a []object.Object) (object.Object, error) {
	text, err := documentOf(t, a[0])
	if err != nil {
		return nil, err
	}
	rest := a[7].(*object.Dict)
	if a[1] == object.None && rest.Len() == 0 {
		return decode(t, text, a[2:7], false)
	}
	class := a[1]
	if class == object.None {
		class = stateOf(t).decoder
	}
	var kw []object.Kwarg
	for i, name := range []string{"object_hook", "parse_float", "parse_int", "parse_constant", "object_pairs_hook"} {
		if a[i+2] != object.None {
			kw = append(kw, object.Kwarg{Name: object.Intern(name), Value: a[i+2]})
		}
	}
	d, err := object.CallArgs(t, class, object.Args{Kw: append(kw, keywords(rest)...)})
	if err != nil {
		return nil, err
	}
	return object.CallMethod(t, d, "decode", object.NewStr(text))
}

func keywords(d *object.Dict) []object.Kwarg {
	var kw []object.Kwarg
	for k, v := range d.All() {
		kw = append(kw, object.Kwarg{Name: k.(*object.Str), Value: v})
	}
	return kw
}

func loadFile(t *object.Thread, a []object.Object) (object.Object, error) {
	s, err := object.CallMethod(t, a[0], "read")
	if err != nil {
		return nil, err
	}
	return loads(t, append([]object.Object{s}, a[1:]...))
}

// documentOf returns the text of a document, which may be bytes in one of the encodings of Unicode.
func documentOf(t *object.Thread, o object.Object) (string, error) {
	switch x := object.Of(o).(type) {
	case *object.Str:
		if strings.HasPrefix(x.String(), "\ufeff") {
			return "", newDecodeError(t, "Unexpected UTF-8 BOM (decode using utf-8-sig)", x.String(), 0)
		}
		return x.String(), nil
	case *object.Bytes:
		return decodeBytes(t, x.String())
	case *object.ByteArray:
		return decodeBytes(t, string(x.Bytes()))
	}
	return "", object.TypeError("the JSON object must be str, bytes or bytearray, not %s", o.Class().MessageName())
}

// decodeBytes tells the encoding from a mark at the beginning, or from the zeros that a character of ASCII has.
func decodeBytes(t *object.Thread, b string) (string, error) {
	encoding := "utf-8"
	zero := func(i int) bool { return i < len(b) && b[i] == 0 }
	switch {
	case strings.HasPrefix(b, "\xef\xbb\xbf"):
		b = b[3:]
	case strings.HasPrefix(b, "\xff\xfe\x00\x00"), strings.HasPrefix(b, "\x00\x00\xfe\xff"):
		encoding = "utf-32"
	case strings.HasPrefix(b, "\xff\xfe"), strings.HasPrefix(b, "\xfe\xff"):
		encoding = "utf-16"
	case zero(0) && zero(1):
		encoding = "utf-32-be"
	case zero(0):
		encoding = "utf-16-be"
	case zero(1) && zero(2) && zero(3):
		encoding = "utf-32-le"
	case zero(1):
		encoding = "utf-16-le"
	}
	return object.DecodeText(t, b, encoding, "surrogatepass")
}

func textOf(o object.Object) (string, error) {
	s, ok := object.AsString(o)
	if !ok {
		return "", object.TypeError("first argument must be a string, not %s", object.ArgumentTypeName(o))
	}
	return s, nil
}

// newDecoder makes a decoder. hooks are object_hook, parse_float, parse_int, parse_constant and object_pairs_hook.
func newDecoder(t *object.Thread, text string, hooks []object.Object, lax bool) (*decoder, error) {
	d := &decoder{t: t, s: text, lax: lax}
	for i, target := range []*object.Object{&d.hook, &d.parseFloat, &d.parseInt, &d.parseNo, &d.pairsHook} {
		if hooks[i] != object.None {
			*target = hooks[i]
		}
	}
	if err := t.Spend(int64(len(text)) / 4); err != nil {
		return nil, err
	}
	return d, t.Alloc(int64(len(text)) * 4)
}

// decode reads a whole document.
func decode(t *object.Thread, text string, hooks []object.Object, lax bool) (object.Object, error) {
	d, err := newDecoder(t, text, hooks, lax)
	if err != nil {
		return nil, err
	}
	v, end, err := d.value(d.space(0))
	if err != nil {
		return nil, err
	}
	if end = d.space(end); end < len(text) {
		return nil, d.fail("Extra data", end)
	}
	return v, nil
}

// method makes an __init__ whose errors are those of a function written in Python.
func method(name, sig string, do func(*object.Thread, []object.Object) (object.Object, error)) *object.Builtin {
	signature := object.ParseSignature(sig)
	return object.RawFunc("__init__", sig, "", func(t *object.Thread, a object.Args) (object.Object, error) {
		values, err := bind.Function(name, signature, a)
		if err != nil {
			return nil, err
		}
		return do(t, values)
	})
}

func newState(t *object.Thread) *moduleState {
	s := &moduleState{}
	s.decodeError, _ = object.NewClass(t, "JSONDecodeError", "json.decoder", []*object.Class{object.ValueErrorClass}, object.NewDict(), nil)
	s.encoder, _ = object.NewClass(t, "JSONEncoder", "json.encoder", nil, object.NewDict(), nil)
	s.decoder, _ = object.NewClass(t, "JSONDecoder", "json.decoder", nil, object.NewDict(), nil)
	s.decodeError.Methods(object.Func("__init__", "(self, msg, doc, pos)", "", initDecodeError))
	s.encoder.Methods(
		method("JSONEncoder.__init__", "(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, "+
			"indent=None, separators=None, default=None)", initEncoder),
		object.Func("default", "(self, o)", "Returns a replacement for an object that JSON does not know; this one refuses.", refuse),
		object.Func("encode", "(self, o)", "Returns o as JSON text.", encodeMethod),
		object.Func("iterencode", "(self, o, _one_shot=False)", "Yields o as JSON text in pieces.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			e, err := encoderOf(t, a[0])
			if err != nil {
				return nil, err
			}
			e.pieces = true
			if err := e.value(a[1]); err != nil {
				return nil, err
			}
			return object.NewList(e.parts()...).Iter(t)
		}),
	)
	s.decoder.Methods(
		method("JSONDecoder.__init__", "(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, "+
			"object_pairs_hook=None)", initDecoder),
		object.Func("decode", "(self, s)", "Returns the object that JSON text stands for.", decodeMethod),
		object.Func("raw_decode", "(self, s, idx=0)", "Returns an object and where its text ends.", rawDecode),
	)
	return s
}

func newDecodeError(t *object.Thread, msg, doc string, at int) error {
	return decodeError(t, msg, doc, utf8.RuneCountInString(doc[:at]))
}

// decodeError makes the error for a place counted in code points.
func decodeError(t *object.Thread, msg, doc string, pos int) error {
	v, err := object.Call(t, stateOf(t).decodeError, object.NewStr(msg), object.NewStr(doc), object.Int(pos))
	if err != nil {
		return err
	}
	return v.(*object.Exception)
}

// initDecodeError is JSONDecodeError(msg, doc, pos): str(e) tells line and column.
func initDecodeError(t *object.Thread, a []object.Object) (object.Object, error) {
	e := a[0].(*object.Exception)
	msg, err := object.ToStr(t, a[1])
	if err != nil {
		return nil, err
	}
	doc, err := textOf(a[2])
	if err != nil {
		return nil, err
	}
	pos, err := object.Index(t, a[3])
	if err != nil {
		return nil, err
	}
	runes := []rune(doc)
	before := string(runes[:min(max(pos, 0), len(runes))])
	line := strings.Count(before, "\n") + 1
	column := pos + 1 - utf8.RuneCountInString(before[:strings.LastIndexByte(before, '\n')+1])
	where := ": line " + strconv.Itoa(line) + " column " + strconv.Itoa(column) + " (char " + strconv.Itoa(pos) + ")"
	e.Args = object.NewTuple(object.NewStr(msg + where))
	d := e.AttrDict(true)
	d.SetName("msg", a[1])
	d.SetName("doc", a[2])
	d.SetName("pos", a[3])
	d.SetName("lineno", object.Int(line))
	d.SetName("colno", object.Int(column))
	return object.None, nil
}

func initEncoder(_ *object.Thread, a []object.Object) (object.Object, error) {
	d := a[0].(*object.Instance).AttrDict(true)
	for i, n := range []string{"skipkeys", "ensure_ascii", "check_circular", "allow_nan", "sort_keys", "indent", "separators"} {
		d.SetName(n, a[i+1])
	}
	if a[8] != object.None {
		d.SetName("default", a[8])
	}
	return object.None, nil
}

func refuse(_ *object.Thread, a []object.Object) (object.Object, error) {
	return nil, object.TypeError("Object of type %s is not JSON serializable", a[1].Class().Name)
}

func encodeMethod(t *object.Thread, a []object.Object) (object.Object, error) {
	e, err := encoderOf(t, a[0])
	if err != nil {
		return nil, err
	}
	if err := e.value(a[1]); err != nil {
		return nil, err
	}
	return object.NewStr(e.out.String()), nil
}

// encoderOf reads the options that a JSONEncoder keeps as attributes; default is its method.
func encoderOf(t *object.Thread, self object.Object) (*encoder, error) {
	opts := []object.Object{object.False, object.True, object.True, object.True, object.None, object.None, object.None, object.None, object.False}
	for i, n := range []string{"skipkeys", "ensure_ascii", "check_circular", "allow_nan", "", "indent", "separators", "default", "sort_keys"} {
		if n == "" {
			continue
		}
		v, err := object.LookupAttr(t, self, object.Intern(n))
		if err != nil {
			return nil, err
		}
		if v != nil {
			opts[i] = v
		}
	}
	return newEncoder(t, opts)
}

func initDecoder(_ *object.Thread, a []object.Object) (object.Object, error) {
	d := a[0].(*object.Instance).AttrDict(true)
	for i, n := range []string{"object_hook", "parse_float", "parse_int", "parse_constant", "strict", "object_pairs_hook"} {
		d.SetName(n, a[i+1])
	}
	return object.None, nil
}

// hooksOf returns the hooks of a JSONDecoder and whether it is lax.
func hooksOf(t *object.Thread, self object.Object) (hooks []object.Object, lax bool, err error) {
	for _, n := range []string{"object_hook", "parse_float", "parse_int", "parse_constant", "object_pairs_hook"} {
		v, err := object.GetAttr(t, self, object.Intern(n))
		if err != nil {
			return nil, false, err
		}
		hooks = append(hooks, v)
	}
	v, err := object.GetAttr(t, self, object.Intern("strict"))
	if err != nil {
		return nil, false, err
	}
	strict, err := object.Truth(t, v)
	return hooks, !strict, err
}

func decodeMethod(t *object.Thread, a []object.Object) (object.Object, error) {
	text, err := textOf(a[1])
	if err != nil {
		return nil, err
	}
	hooks, lax, err := hooksOf(t, a[0])
	if err != nil {
		return nil, err
	}
	return decode(t, text, hooks, lax)
}

// rawDecode reads a document that may be followed by other text, and tells where it ends.
func rawDecode(t *object.Thread, a []object.Object) (object.Object, error) {
	text, err := textOf(a[1])
	if err != nil {
		return nil, err
	}
	hooks, lax, err := hooksOf(t, a[0])
	if err != nil {
		return nil, err
	}
	index, err := object.Index(t, a[2])
	if err != nil {
		return nil, err
	}
	if index < 0 {
		return nil, object.ValueError("idx cannot be negative")
	}
	at := 0
	for n := 0; n < index && at < len(text); n++ {
		_, w := object.DecodeRune(text, at)
		at += w
	}
	if n := utf8.RuneCountInString(text); index > n {
		return nil, decodeError(t, "Expecting value", text, index)
	}
	d, err := newDecoder(t, text, hooks, lax)
	if err != nil {
		return nil, err
	}
	v, end, err := d.value(at)
	if err != nil {
		return nil, err
	}
	return object.NewTuple(v, object.Int(utf8.RuneCountInString(text[:end]))), nil
}
