package interp

import (
	"cmp"
	"slices"
	"strings"

	"layerglass/core/python/object"
)

// Signature describes the parameters as inspect.signature does.
func (fn *Function) Signature() *object.Signature {
	k := fn.code
	var params []object.Param
	add := func(i int, kind object.ParamKind, def object.Object) {
		p := object.Param{Name: k.params[i], Kind: kind, Default: def}
		if fn.Annotations != nil {
			p.Annotation = fn.Annotations.GetStr(p.Name)
		}
		params = append(params, p)
	}
	firstDefault := k.positional - len(fn.Defaults)
	for i := 0; i < k.positional; i++ {
		kind := object.PositionalOrKeyword
		if i < k.posOnly {
			kind = object.PositionalOnly
		}
		var def object.Object
		if i >= firstDefault {
			def = fn.Defaults[i-firstDefault]
		}
		add(i, kind, def)
	}
	star := k.positional + k.kwOnly
	if k.varargs {
		add(star, object.VarPositional, nil)
	}
	for i := k.positional; i < star; i++ {
		var def object.Object
		if fn.KwDefaults != nil {
			def = fn.KwDefaults.GetStr(k.params[i])
		}
		add(i, object.KeywordOnly, def)
	}
	if k.varkw {
		add(len(k.params)-1, object.VarKeyword, nil)
	}
	s := object.NewSignature(params)
	if fn.Annotations != nil {
		s.Return = fn.Annotations.GetName("return")
	}
	return s
}

// fillCode gives a code object the numbers that introspection asks for.
func (k *code) fillCode() {
	k.info.Names = nil
	for _, n := range k.scope.Locals {
		if n != "" && n[0] != '.' {
			k.info.Names = append(k.info.Names, n)
		}
	}
	k.info.Free = k.scope.Free
	for _, c := range k.scope.Cells {
		k.info.Cells = append(k.info.Cells, c.Name)
	}
	place := func(name string) int { // parameters come first
		return (slices.Index(k.info.Names, name) + len(k.info.Names) + 1) % (len(k.info.Names) + 1)
	}
	if len(k.info.Cells) > 1 {
		slices.SortFunc(k.info.Cells, func(a, b string) int {
			return cmp.Or(place(a)-place(b), strings.Compare(a, b))
		})
	}
}

type functionAttr struct {
	name, doc string
	get       func(fn *Function) object.Object
	set       func(fn *Function, v object.Object) error
}

func init() {
	object.FunctionClass.Protocols(&Function{})
	object.FunctionClass.New = newFunction
	for _, a := range functionAttrs() {
		get := func(_ *object.Thread, self object.Object) (object.Object, error) {
			fn, ok := self.(*Function)
			if b, library := self.(*object.Builtin); library {
				if v := libraryAttr(b, a.name); v != nil {
					return v, nil
				}
			}
			if !ok { // a library's function
				return nil, object.AttributeError(self, a.name, "'function' object has no attribute '%s'", a.name)
			}
			return a.get(fn), nil
		}
		if a.set == nil {
			object.FunctionClass.Getter(a.name, a.doc, get)
			continue
		}
		object.FunctionClass.GetterSetter(a.name, a.doc, get, func(_ *object.Thread, self, v object.Object) error {
			fn, ok := self.(*Function)
			if !ok {
				return object.AttributeError(self, a.name, "'function' object attribute '%s' is read-only", a.name)
			}
			return a.set(fn, v)
		})
	}
	object.FunctionClass.Methods(object.Func("__get__", "(self, instance, owner=None, /)", "Bind the function to an instance.",
		func(_ *object.Thread, a []object.Object) (object.Object, error) {
			if a[1] == object.None {
				return a[0], nil
			}
			return &object.Method{Self: a[1], Func: a[0]}, nil
		}))
	object.CellClass.GetterSetter("cell_contents", "The variable's value.",
		func(_ *object.Thread, self object.Object) (object.Object, error) {
			if v := self.(*Cell).V; v != nil {
				return v, nil
			}
			return nil, object.ValueError("Cell is empty")
		}, func(_ *object.Thread, self, v object.Object) error {
			self.(*Cell).V = v
			return nil
		})
	object.CellClass.New = newCell
	initCode()
	initGenerator()
}

// newCell is types.CellType(contents): a cell of that, or an empty one.
func newCell(_ *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
	if len(a.Kw) > 0 {
		return nil, object.TypeError("cell() takes no keyword arguments")
	}
	if len(a.Pos) > 1 {
		return nil, object.TypeError("cell expected at most 1 argument, got %d", len(a.Pos))
	}
	c := &Cell{}
	if len(a.Pos) == 1 {
		c.V = a.Pos[0]
	}
	return c, nil
}

func functionAttrs() []functionAttr {
	return []functionAttr{
		{"__name__", "The name.", func(fn *Function) object.Object { return object.NewStr(fn.name) },
			func(fn *Function, v object.Object) error { return fn.rename(&fn.name, "__name__", v) }},
		{"__qualname__", "The name with those of the scopes around.", func(fn *Function) object.Object { return object.NewStr(fn.qualname) },
			func(fn *Function, v object.Object) error { return fn.rename(&fn.qualname, "__qualname__", v) }},
		{"__doc__", "The docstring.", func(fn *Function) object.Object { return orNone(fn.doc) },
			func(fn *Function, v object.Object) error { fn.doc = orNone(v); return nil }},
		{"__module__", "The defining module's name.", func(fn *Function) object.Object { return orNone(fn.module) },
			func(fn *Function, v object.Object) error { fn.module = orNone(v); return nil }},
		{"__defaults__", "The defaults of positional parameters.", defaultsOf, setDefaults},
		{"__kwdefaults__", "The defaults of keyword-only parameters.", func(fn *Function) object.Object {
			if fn.KwDefaults == nil {
				return object.None
			}
			return fn.KwDefaults
		}, setKwDefaults},
		{"__annotations__", "The annotations.", func(fn *Function) object.Object {
			if fn.Annotations == nil {
				fn.Annotations = object.NewDict()
			}
			return fn.Annotations
		}, setAnnotations},
		{"__code__", "The code.", codeOf, setCode},
		{"__globals__", "The module's namespace.", func(fn *Function) object.Object { return fn.Globals }, nil},
		{"__closure__", "The cells of the functions around.", func(fn *Function) object.Object {
			if len(fn.Closure) == 0 {
				return object.None
			}
			items := make([]object.Object, len(fn.Closure))
			for i, c := range fn.Closure {
				items[i] = c
			}
			return object.NewTuple(items...)
		}, nil},
		{"__dict__", "The function's attributes.", func(fn *Function) object.Object { return fn.AttrDict(true) }, setDict},
	}
}

// codeOf returns __code__, and remembers it so that it can be given to another function.
func codeOf(fn *Function) object.Object {
	m := fn.code.m
	if m.codes == nil {
		m.codes = make(map[*object.Code]*code)
	}
	m.codes[fn.Code] = fn.code
	return fn.Code
}

func setDict(fn *Function, v object.Object) error {
	d, ok := v.(*object.Dict)
	switch {
	case v == nil:
		return object.TypeError("cannot delete __dict__")
	case !ok:
		return object.TypeError("__dict__ must be set to a dictionary, not a '%s'", v.Class().MessageName())
	}
	fn.attrs = d
	return nil
}

// setCode gives the function the code of another one, found in the machine by its object.Code.
func setCode(fn *Function, v object.Object) error {
	c, ok := v.(*object.Code)
	if !ok {
		return object.TypeError("__code__ must be set to a code object")
	}
	k := fn.code.m.codes[c]
	if k == nil {
		return object.TypeError("this code object cannot be put into a function")
	}
	if len(k.captures) != len(fn.Closure) {
		return object.ValueError("%s() requires a code object with %d free vars, not %d", fn.name, len(fn.Closure), len(k.captures))
	}
	fn.code, fn.Code = k, c
	return nil
}

func orNone(v object.Object) object.Object {
	if v == nil {
		return object.None
	}
	return v
}

func setText(place *string, name string, v object.Object) error {
	s, ok := v.(*object.Str)
	if !ok {
		return object.TypeError("%s must be set to a string object", name)
	}
	*place = s.String()
	return nil
}

func defaultsOf(fn *Function) object.Object {
	if len(fn.Defaults) == 0 {
		return object.None
	}
	return object.NewTuple(append([]object.Object(nil), fn.Defaults...)...)
}

func setDefaults(fn *Function, v object.Object) error {
	switch x := v.(type) {
	case nil, *object.NoneType:
		fn.Defaults = nil
	case *object.Tuple:
		fn.Defaults = append([]object.Object(nil), x.Items...)
		if extra := len(x.Items) - fn.code.positional; extra > 0 {
			fn.Defaults = fn.Defaults[extra:]
		}
	default:
		return object.TypeError("__defaults__ must be set to a tuple object")
	}
	return nil
}

func setKwDefaults(fn *Function, v object.Object) error {
	switch x := v.(type) {
	case nil, *object.NoneType:
		fn.KwDefaults = nil
	case *object.Dict:
		fn.KwDefaults = x
	default:
		return object.TypeError("__kwdefaults__ must be set to a dict object")
	}
	return nil
}

func setAnnotations(fn *Function, v object.Object) error {
	switch x := v.(type) {
	case nil, *object.NoneType:
		fn.Annotations = nil
	case *object.Dict:
		fn.Annotations = x
	default:
		return object.TypeError("__annotations__ must be set to a dict object")
	}
	return nil
}

// libraryAttr is what a library's function says of its parameters, where it stands for a function written in Python.
func libraryAttr(b *object.Builtin, name string) object.Object {
	s := b.Signature()
	annotations, keywords := object.NewDict(), object.NewDict()
	var defaults []object.Object
	for _, p := range s.Params {
		if p.Annotation != nil {
			annotations.SetStr(p.Name, p.Annotation)
		}
		switch {
		case p.Default == nil:
		case p.Kind == object.KeywordOnly:
			keywords.SetStr(p.Name, p.Default)
		default:
			defaults = append(defaults, p.Default)
		}
	}
	switch name {
	case "__annotations__":
		if s.Return != nil {
			annotations.SetName("return", s.Return)
		}
		return annotations
	case "__defaults__":
		if len(defaults) > 0 {
			return object.NewTuple(defaults...)
		}
		return object.None
	case "__kwdefaults__":
		if keywords.Len() > 0 {
			return keywords
		}
		return object.None
	case "__closure__":
		return object.None
	}
	return nil
}

var functionSignature = object.ParseSignature("(code, globals, name=None, argdefs=None, closure=None)")

// newFunction is types.FunctionType(code, globals, …): the code of a function that has shown it, with other globals.
func newFunction(t *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
	v, err := functionSignature.Bind(t, "function", nil, a, nil)
	if err != nil {
		return nil, err
	}
	c, isCode := v[0].(*object.Code)
	globals, isDict := object.Of(v[1]).(*object.Dict)
	switch {
	case !isCode:
		return nil, object.TypeError("function() argument 'code' must be code, not %s", object.ArgumentTypeName(v[0]))
	case !isDict:
		return nil, object.TypeError("function() argument 'globals' must be dict, not %s", object.ArgumentTypeName(v[1]))
	}
	k := machineOf(t).codes[c]
	if k == nil {
		return nil, object.NewError(object.NotImplementedErrClass, "types.FunctionType makes a function of the __code__ of another one only.")
	}
	fn := &Function{Code: c, code: k, Globals: globals, name: c.Name, qualname: c.Qualname, doc: k.doc, module: object.None}
	if m := globals.GetStr(nameDunderName); m != nil {
		fn.module = m
	}
	if name, ok := object.AsString(v[2]); ok {
		fn.name = name
	} else if v[2] != object.None {
		return nil, object.TypeError("arg 3 (name) must be None or string")
	}
	if _, ok := v[3].(*object.Tuple); !ok && v[3] != object.None {
		return nil, object.TypeError("arg 4 (defaults) must be None or tuple")
	}
	if err := setDefaults(fn, v[3]); err != nil {
		return nil, err
	}
	return fn, fn.close(v[4])
}

// close gives the function its cells.
func (fn *Function) close(closure object.Object) error {
	cells, ok := closure.(*object.Tuple)
	switch {
	case !ok && closure != object.None:
		return object.TypeError("arg 5 (closure) must be None or tuple")
	case !ok && len(fn.code.captures) > 0:
		return object.TypeError("arg 5 (closure) must be tuple")
	case !ok:
		return nil
	case len(cells.Items) != len(fn.code.captures):
		return object.ValueError("%s requires closure of length %d, not %d", fn.Code.Name, len(fn.code.captures), len(cells.Items))
	}
	for _, o := range cells.Items {
		cell, ok := o.(*Cell)
		if !ok {
			return object.TypeError("arg 5 (closure) expected cell, found %s", o.Class().Name)
		}
		fn.Closure = append(fn.Closure, cell)
	}
	return nil
}
