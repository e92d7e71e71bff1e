// Package pprint is Python's module pprint: values written over several lines.
package pprint

import (
	"sync"

	"layerglass/core/python/lib"
	"layerglass/core/python/lib/bind"
	"layerglass/core/python/lib/sys"
	"layerglass/core/python/object"
)

func init() { lib.Register("pprint", load) }

// pythonic guards the change of the module's functions to the argument errors of Python's own.
var pythonic sync.Once

func load(*object.Thread) (*object.Module, error) {
	m := object.NewModule("pprint")
	lib.Add(m, functions...)
	lib.AddClasses(m, printerClass)
	bind.Module(&pythonic, m)
	return m, nil
}

var functions = []*object.Builtin{
	object.Func("pprint", "(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False)",
		"Prints a value over several lines.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return object.None, printValue(t, a[0], a[1], a[2:])
		}),
	object.Func("pp", "(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=False, underscore_numbers=False)",
		"Prints a value over several lines, dicts in their own order.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return object.None, printValue(t, a[0], a[1], a[2:])
		}),
	object.Func("pformat", "(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False)",
		"Returns a value as text of several lines.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			p, err := newPrinter(t, a[1:])
			if err != nil {
				return nil, err
			}
			s, err := p.text(t, a[0])
			return object.NewStr(s), err
		}),
	object.Func("saferepr", "(object)", "Returns repr(object) with marks where it holds itself.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		r, err := (&printer{sort: true, indent: 1, width: 80}).repr(t, a[0], 0, 0)
		return object.NewStr(r.text), err
	}),
	object.Func("isreadable", "(object)", "Whether the text reads back as the value.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		r, err := (&printer{sort: true, indent: 1, width: 80}).repr(t, a[0], 0, 0)
		return object.Bool(r.readable && !r.recursive), err
	}),
	object.Func("isrecursive", "(object)", "Whether the value holds itself.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		r, err := (&printer{sort: true, indent: 1, width: 80}).repr(t, a[0], 0, 0)
		return object.Bool(r.recursive), err
	}),
}

func printValue(t *object.Thread, v, stream object.Object, options []object.Object) error {
	p, err := newPrinter(t, options)
	if err != nil {
		return err
	}
	return p.print(t, v, stream)
}

func (p *printer) print(t *object.Thread, v, stream object.Object) error {
	s, err := p.text(t, v)
	if err != nil {
		return err
	}
	if stream == nil || stream == object.None {
		return sys.Print(t, s+"\n")
	}
	return sys.Write(t, stream, s+"\n")
}

// newPrinter reads indent, width, depth, compact, sort_dicts and underscore_numbers.
func newPrinter(t *object.Thread, a []object.Object) (*printer, error) {
	p := &printer{}
	numbers := []*int{&p.indent, &p.width, &p.depth}
	for i, place := range numbers {
		if i == 2 && a[i] == object.None {
			continue
		}
		v, err := object.Call(t, object.IntClass, a[i])
		if err != nil {
			return nil, err
		}
		if *place, err = object.Index(t, v); err != nil {
			return nil, err
		}
	}
	switch {
	case p.indent < 0:
		return nil, object.ValueError("indent must be >= 0")
	case a[2] != object.None && p.depth <= 0:
		return nil, object.ValueError("depth must be > 0")
	case p.width == 0:
		return nil, object.ValueError("width must be != 0")
	}
	for i, place := range []*bool{&p.compact, &p.sort, &p.underscores} {
		var err error
		if *place, err = object.Truth(t, a[3+i]); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// printerClass is PrettyPrinter; a subclass may have its own format method.
var printerClass = object.NewType("PrettyPrinter", "pprint", nil)

var formatMethod = object.Func("format", "(self, object, context, maxlevels, level)", "Returns a value's text, whether it reads back, and whether it holds itself.",
	func(t *object.Thread, a []object.Object) (object.Object, error) {
		p, err := stateOf(a[0])
		if err != nil {
			return nil, err
		}
		depth, _ := object.AsInt64(a[3])
		level, _ := object.AsInt64(a[4])
		r, err := p.plainRepr(t, a[1], int(depth), int(level))
		return object.NewTuple(object.NewStr(r.text), object.Bool(r.readable), object.Bool(r.recursive)), err
	})

func stateOf(o object.Object) (*printer, error) {
	if i, ok := o.(*object.Instance); ok {
		if p, ok := i.State.(*printer); ok {
			return p, nil
		}
	}
	return nil, object.TypeError("PrettyPrinter.__init__() was not called")
}

func init() {
	printerClass.Methods(
		object.Func("__init__", "(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False)", "",
			func(t *object.Thread, a []object.Object) (object.Object, error) {
				p, err := newPrinter(t, []object.Object{a[1], a[2], a[3], a[5], a[6], a[7]})
				if err != nil {
					return nil, err
				}
				i := a[0].(*object.Instance)
				i.State = p
				i.SetAttr("_stream", a[4])
				if i.Class().Lookup(object.Intern("format")) != object.Object(formatMethod) {
					p.custom = i
				}
				return object.None, nil
			}),
		object.Func("pprint", "(self, object)", "Prints a value.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			p, err := stateOf(a[0])
			if err != nil {
				return nil, err
			}
			return object.None, p.print(t, a[1], a[0].(*object.Instance).Attr("_stream"))
		}),
		object.Func("pformat", "(self, object)", "Returns a value's text.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			p, err := stateOf(a[0])
			if err != nil {
				return nil, err
			}
			s, err := p.text(t, a[1])
			return object.NewStr(s), err
		}),
		object.Func("isrecursive", "(self, object)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			p, err := stateOf(a[0])
			if err != nil {
				return nil, err
			}
			r, err := p.repr(t, a[1], 0, 0)
			return object.Bool(r.recursive), err
		}),
		object.Func("isreadable", "(self, object)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			p, err := stateOf(a[0])
			if err != nil {
				return nil, err
			}
			r, err := p.repr(t, a[1], 0, 0)
			return object.Bool(r.readable && !r.recursive), err
		}),
		formatMethod,
	)
}
