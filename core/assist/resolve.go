package assist

import (
	"layerglass/core/keras/tensor"
	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

// thing is what an expression of the text stands for, as far as reading tells. The zero thing is unknown.
type thing struct {
	value object.Object // the object itself: a module, a class, a function, a value of the last run
	class *object.Class // an instance of this class
	def   *definition   // a class or function of the text
	inst  *definition   // an instance of a class of the text
}

func (x thing) known() bool { return x.value != nil || x.class != nil || x.def != nil || x.inst != nil }

// reader answers one question about one text.
type reader struct {
	*Assistant
	*outline
	program *object.Module // of the last run, or nil
	budget  int            // how many more expressions may be looked at
}

// name finds what a name means at a place of the text.
func (r *reader) name(name string, at int) thing {
	if r.budget--; r.budget < 0 {
		return thing{}
	}
	for scope := r.around(at); scope != nil; scope = scope.parent {
		if scope.class && scope != r.around(at) {
			continue
		}
		if name == scope.self() {
			return thing{inst: scope.parent}
		}
		if b := r.binding(name, scope, at); b != nil {
			return r.bound(b)
		}
		if d := scope.member(name); d != nil {
			return thing{def: d}
		}
	}
	b, d := r.binding(name, nil, at), r.find(name, at)
	switch {
	case d != nil && (b == nil || b.at < d.at):
		return thing{def: d}
	case b != nil:
		if x := r.bound(b); x.known() {
			return x
		}
	}
	if r.program != nil {
		if v := r.program.Dict.GetName(name); v != nil {
			return thing{value: v}
		}
	}
	if v := r.Thread.Builtins.GetName(name); v != nil {
		return thing{value: v}
	}
	return thing{}
}

// binding returns the last binding of a name in a block before the place, else the first behind it.
func (r *reader) binding(name string, scope *definition, at int) *binding {
	var found *binding
	for i := range r.bindings {
		b := &r.bindings[i]
		if b.name != name || b.scope != scope || b.attr || b.holds(at) {
			continue
		}
		if b.at > at && found != nil {
			break
		}
		found = b
	}
	return found
}

// holds reports whether a place stands in the binding's own value: "x = x.a" speaks of an earlier x.
func (b *binding) holds(at int) bool {
	return len(b.value) > 0 && b.at <= at && at <= b.value[len(b.value)-1].end
}

func (r *reader) bound(b *binding) thing {
	switch {
	case b.from != "":
		if x := r.attribute(r.module(b.module), b.from); x.known() {
			return x
		}
		return r.module(b.module + "." + b.from)
	case b.module != "":
		return r.module(b.module)
	case len(b.value) > 0:
		return r.eval(b.value)
	}
	return thing{}
}

// module loads a library's module into the assistant's own thread.
func (r *reader) module(name string) thing {
	if lib.Find(name) == nil {
		return thing{}
	}
	v, err := r.Thread.Import(r.Thread, name)
	if err != nil {
		return thing{}
	}
	return thing{value: v}
}

// eval finds what an expression stands for, where it is a chain of names, attributes, calls and subscripts. The last words may
// belong to something else: then it stands for nothing known.
func (r *reader) eval(w []word) thing {
	if r.budget--; r.budget < 0 || len(w) == 0 {
		return thing{}
	}
	x, i := r.atom(w)
	for i < len(w) && x.known() {
		switch w[i].text {
		case ".":
			if i+1 >= len(w) || w[i+1].kind != wordName {
				return x
			}
			x = r.attribute(x, w[i+1].text)
			i += 2
		case "(":
			x = r.call(x, w[i:])
			i = closing(w, i) + 1
		case "[":
			x, i = thing{}, closing(w, i)+1
		default:
			return thing{}
		}
	}
	return x
}

// atom is the first part of an expression, and how many words it takes.
func (r *reader) atom(w []word) (x thing, n int) {
	switch first := w[0]; {
	case first.text == "super" && len(w) > 1 && w[1].text == "(":
		return r.super(first.start), closing(w, 1) + 1
	case first.kind == wordName && (first.text == "True" || first.text == "False"):
		return thing{class: object.BoolClass}, 1
	case first.kind == wordName && first.text != "None":
		return r.name(first.text, first.start), 1
	case first.kind == wordString:
		return thing{class: object.StrClass}, 1
	case first.text == "[":
		return thing{class: object.ListClass}, closing(w, 0) + 1
	case first.text == "{":
		end := closing(w, 0)
		if end == 1 || index(w[:min(end, len(w))], ":") > 0 {
			return thing{class: object.DictClass}, end + 1
		}
		return thing{class: object.SetClass}, end + 1
	case first.text == "(":
		end := closing(w, 0)
		if len(split(w[1:min(end, len(w))])) == 1 {
			return r.eval(w[1:min(end, len(w))]), end + 1
		}
		return thing{class: object.TupleClass}, end + 1
	}
	return thing{}, len(w)
}

// super is the base class's part of the class around a place.
func (r *reader) super(at int) thing {
	d := r.classAround(at)
	if d == nil {
		return thing{}
	}
	base := r.base(d)
	switch v := base.value.(type) {
	case *object.Class:
		return thing{class: v}
	}
	return thing{inst: base.def}
}

// base is the first base class of a class of the text.
func (r *reader) base(d *definition) thing {
	parts := split(d.head)
	if len(parts) == 0 {
		return thing{value: object.ObjectClass}
	}
	x := r.eval(parts[0])
	if x.def == d {
		return thing{}
	}
	return x
}

// results are the classes of what some functions of Keras return.
var results = map[string]*object.Class{"Input": tensor.KerasTensorClass}

// call finds what calling a thing gives: an instance of a class, a tensor of a layer.
func (r *reader) call(x thing, w []word) thing {
	switch {
	case x.def != nil && x.def.class:
		return thing{inst: x.def}
	case x.def != nil:
		return thing{}
	case x.inst != nil:
		return r.output(r.nativeBase(x.inst))
	case x.class != nil:
		return r.output(x.class)
	}
	switch v := x.value.(type) {
	case *object.Class:
		if v.Name == "type" || v.Name == "super" {
			return thing{}
		}
		return thing{class: v}
	case *object.Builtin:
		if c := results[v.Name]; c != nil && len(v.Module) > 5 && v.Module[:5] == "keras" {
			return thing{class: c}
		}
	case *object.Instance:
		return r.output(v.Class())
	case *object.Method:
		return r.made(v)
	}
	return thing{}
}

// made is what the class method from_config gives.
func (r *reader) made(m *object.Method) thing {
	if cls, ok := m.Self.(*object.Class); ok {
		if b, ok := m.Func.(*object.Builtin); ok && b.Name == "from_config" {
			return thing{class: cls}
		}
	}
	return thing{}
}

// output is what calling an instance of a class gives: layers give tensors.
func (r *reader) output(c *object.Class) thing {
	if c == nil {
		return thing{}
	}
	for _, k := range c.MRO {
		if k.Name == "Layer" {
			return thing{class: tensor.KerasTensorClass}
		}
	}
	return thing{}
}

// nativeBase returns the class of a library that a class of the text derives from, or nil.
func (r *reader) nativeBase(d *definition) *object.Class {
	for n := 0; d != nil && n < 20; n++ {
		x := r.base(d)
		if c, ok := x.value.(*object.Class); ok {
			return c
		}
		d = x.def
	}
	return nil
}

// attribute finds what an attribute of a thing stands for. Nothing of the program runs: properties stay unknown.
func (r *reader) attribute(x thing, name string) thing {
	key := object.Intern(name)
	switch {
	case x.def != nil && x.def.class, x.inst != nil:
		return r.ownAttribute(x, name)
	case x.class != nil:
		return r.classAttribute(x.class, key, true)
	}
	switch v := x.value.(type) {
	case *object.Module:
		got, err := object.LookupAttr(r.Thread, v, key)
		if err != nil || got == nil {
			return thing{}
		}
		return thing{value: got}
	case *object.Class:
		return r.classAttribute(v, key, false)
	case *object.Instance:
		if got := v.Attr(name); got != nil {
			return thing{value: got}
		}
		return r.classAttribute(v.Class(), key, true)
	case nil:
		return thing{}
	}
	return r.classAttribute(x.value.Class(), key, true)
}

// ownAttribute looks into a class of the text: its methods, what they set on self, its bases.
func (r *reader) ownAttribute(x thing, name string) thing {
	d, instance := x.def, false
	if d == nil {
		d, instance = x.inst, true
	}
	for n := 0; d != nil && n < 20; n++ {
		if m := d.member(name); m != nil {
			return thing{def: m}
		}
		for i := range r.bindings {
			b := &r.bindings[i]
			if b.name == name && (b.attr && b.scope.parent == d || !b.attr && b.scope == d) {
				return r.bound(b)
			}
		}
		base := r.base(d)
		if c, ok := base.value.(*object.Class); ok {
			return r.classAttribute(c, object.Intern(name), instance)
		}
		d = base.def
	}
	return thing{}
}

func (r *reader) classAttribute(c *object.Class, name *object.Str, instance bool) thing {
	v := c.Lookup(name)
	switch f := v.(type) {
	case nil:
		return thing{}
	case *object.ClassMethod:
		return thing{value: &object.Method{Self: c, Func: f.Func}}
	case *object.StaticMethod:
		return thing{value: f.Func}
	case *object.Property, *object.GetSet:
		return thing{}
	}
	if _, function := v.(object.Signatured); function && instance {
		return thing{value: &object.Method{Self: c, Func: v}}
	}
	return thing{value: v}
}
