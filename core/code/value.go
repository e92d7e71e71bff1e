package code

import (
	"strconv"
	"strings"

	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// literal writes plain values: what a config holds beside serialized objects.
func (g *generator) literal(v object.Object) expr {
	switch x := object.Of(v).(type) {
	case *object.Str:
		return atom(quote(x.String()))
	case *object.List:
		return expr{open: "[", close: "]", items: g.values(x.Items)}
	case *object.Tuple:
		return expr{open: "(", close: ")", items: g.values(x.Items), comma: true}
	case *object.Dict:
		return g.dict(x)
	}
	s, err := object.Repr(g.lab.t, v)
	if err != nil {
		s = "None"
	}
	switch s {
	case "inf", "-inf", "nan":
		return atom(`float("` + s + `")`)
	}
	return atom(s)
}

func (g *generator) values(list []object.Object) []item {
	out := make([]item, len(list))
	for i, v := range list {
		out[i].expr = g.value(v)
	}
	return out
}

func (g *generator) dict(d *object.Dict) expr {
	e := expr{open: "{", close: "}"}
	for k, v := range d.All() {
		key := g.literal(k)
		e.items = append(e.items, item{key.String() + ": ", g.value(v)})
	}
	return e
}

// raw writes a value as it stands in the config, serialized objects as the dicts that they are.
func (g *generator) raw(v object.Object) expr {
	switch x := object.Of(v).(type) {
	case *object.Dict:
		e := expr{open: "{", close: "}"}
		for k, v := range x.All() {
			key := g.literal(k)
			e.items = append(e.items, item{key.String() + ": ", g.raw(v)})
		}
		return e
	case *object.List:
		e := expr{open: "[", close: "]"}
		for _, v := range x.Items {
			e.items = append(e.items, item{expr: g.raw(v)})
		}
		return e
	case *object.Tuple:
		e := expr{open: "(", close: ")", comma: true}
		for _, v := range x.Items {
			e.items = append(e.items, item{expr: g.raw(v)})
		}
		return e
	}
	return g.literal(v)
}

// quote writes a string with double quotes where that needs no escapes, as people do.
func quote(s string) string {
	r, _ := object.NewStr(s).Repr(nil)
	if r[0] == '\'' && !strings.ContainsAny(s, `"\`) {
		return `"` + r[1:len(r)-1] + `"`
	}
	return r
}

// value writes a value in which serialized objects may stand.
func (g *generator) value(v object.Object) expr {
	d, ok := object.Of(v).(*object.Dict)
	if !ok {
		return g.literal(v)
	}
	class, config := text(d.GetName("class_name")), d.GetName("config")
	if class == "" || config == nil {
		return g.dict(d)
	}
	if e, ok := g.special(class, config, d); ok {
		return e
	}
	if c, ok := object.Of(config).(*object.Dict); ok {
		return g.object(text(d.GetName("module")), class, text(d.GetName("registered_name")), c)
	}
	return g.dict(d)
}

// text is a value's text if it is a str, else "".
func text(v object.Object) string {
	if v == nil {
		return ""
	}
	s, _ := object.AsString(v)
	return s
}

// special writes the tagged forms that Keras has for what JSON lacks; ok is false for objects of classes.
func (g *generator) special(class string, config object.Object, whole *object.Dict) (e expr, ok bool) {
	c, _ := object.Of(config).(*object.Dict)
	get := func(name string) object.Object {
		if c == nil || c.GetName(name) == nil {
			return object.None
		}
		return c.GetName(name)
	}
	switch class {
	case "function":
		return g.function(text(config)), true
	case "__tuple__":
		return g.tuple(get("value")), true
	case "__slice__":
		return callOf("slice", item{expr: g.value(get("start"))}, item{expr: g.value(get("stop"))}, item{expr: g.value(get("step"))}), true
	case "__ellipsis__":
		return atom("..."), true
	case "__bytes__":
		return expr{text: quote(text(get("value"))), tail: `.encode("utf-8")`}, true
	case "__numpy__", "__tensor__":
		g.useNumpy()
		name := "np.array"
		if class == "__tensor__" {
			name = "keras.ops.convert_to_tensor"
		}
		return callOf(name, item{expr: g.value(get("value"))}, item{"dtype=", g.value(get("dtype"))}), true
	case "DTypePolicy":
		if name := text(get("name")); name != "" {
			return atom(quote(name)), true
		}
	case "__lambda__":
		g.note("A lambda is stored as the bytecode of one Python version. Write the function anew; the code reads it back as it was.")
		return callOf("keras.saving.deserialize_keras_object", item{expr: g.raw(whole)}, item{"safe_mode=", atom("False")}), true
	}
	return expr{}, false
}

// useNumpy imports numpy where code is tried, and in the text.
func (g *generator) useNumpy() {
	if g.numpy {
		return
	}
	g.numpy = true
	for _, l := range []*lab{g.lab, g.live} {
		if l != nil {
			_ = l.exec("import numpy as np")
		}
	}
}

// tuple writes a sequence as a tuple, as people write shapes and sizes.
func (g *generator) tuple(v object.Object) expr {
	switch x := object.Of(v).(type) {
	case *object.List:
		return expr{open: "(", close: ")", items: g.tuples(x.Items), comma: true}
	case *object.Tuple:
		return expr{open: "(", close: ")", items: g.tuples(x.Items), comma: true}
	}
	return g.value(v)
}

func (g *generator) tuples(list []object.Object) []item {
	out := make([]item, len(list))
	for i, v := range list {
		out[i].expr = g.tuple(v)
	}
	return out
}

// function writes a function by its name: Keras's own under its module, any other as a name of the program.
func (g *generator) function(name string) expr {
	name = name[strings.LastIndexByte(name, '>')+1:] // registered as "package>name"
	for _, module := range []string{"keras.activations.", "keras.losses.", "keras.metrics.", "keras.ops."} {
		if f := spec.FindFunc(module + name); f != nil {
			return atom(module + name)
		}
	}
	g.needs(name, "")
	return atom(name)
}

// float writes a float that passed through float32 as people gave it: 0.001, not 0.0010000000474974513.
func float(f float64) string {
	if float64(float32(f)) == f {
		s := strconv.FormatFloat(f, 'g', -1, 32)
		if !strings.ContainsAny(s, ".eE") {
			s += ".0"
		}
		return s
	}
	return ""
}
