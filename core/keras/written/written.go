// Package written holds parts of Keras that are nothing but classes and functions over other parts. They are written in Python, each module as a text that
// is run when a program needs it first.
package written

import (
	"strings"

	"layerglass/core/keras/spec"
	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

// text is one module of Keras as Python.
type text struct {
	module string
	source *string
	names  []string // what is declared of it
}

// texts are all modules.
var texts []*text

// module adds a module whose text is source.
func module(name string, source *string) *text {
	x := &text{module: name, source: source}
	texts = append(texts, x)
	return x
}

type loadedKey struct{}

// load runs the module's text, once in a session, and returns its names.
func (x *text) load(t *object.Thread) (*object.Dict, error) {
	loaded := t.State(loadedKey{}, func() any { return map[*text]*object.Dict{} }).(map[*text]*object.Dict)
	if names := loaded[x]; names != nil {
		return names, nil
	}
	names := object.NewModule(x.module).Dict
	loaded[x] = names
	err := lib.Read(t, strings.ReplaceAll(x.module, ".", "/")+".py", *x.source, names)
	if err != nil {
		delete(loaded, x)
	}
	return names, err
}

func (x *text) find(t *object.Thread, name string) (object.Object, error) {
	names, err := x.load(t)
	if err != nil {
		return nil, err
	}
	return names.GetName(name), nil
}

// class declares a class of the module. names are as for spec.Declare.
func (x *text) class(names, doc string) {
	own := names
	if first, _, _ := strings.Cut(names, " "); strings.Contains(first, ".") {
		own = first[strings.LastIndexByte(first, '.')+1:]
	}
	x.names = append(x.names, own)
	spec.Declare(x.module, names, func() spec.Class {
		return spec.Class{Doc: doc, Native: func(t *object.Thread) *object.Class {
			site := t.Site
			defer func() { t.Site = site }()
			v, err := x.find(t, own)
			if err != nil {
				panic(err) // the text is this program's own; a test loads all of them
			}
			return v.(*object.Class)
		}}
	})
}

// function declares a function of the module.
func (x *text) function(names, takes, doc string) {
	public := strings.Fields(names)
	own := public[0][strings.LastIndexByte(public[0], '.')+1:]
	x.names = append(x.names, own)
	sig := object.ParseSignature("(" + takes + ")")
	spec.DeclareFunc(spec.Function{Name: own, Module: x.module, Export: public, Takes: takes, Doc: doc,
		Do: func(t *object.Thread, a []object.Object) (object.Object, error) {
			f, err := x.find(t, own)
			if err != nil {
				return nil, err
			}
			var given object.Args
			for i, p := range sig.Params {
				switch p.Kind {
				case object.VarPositional:
					given.Pos = append(given.Pos, a[i].(*object.Tuple).Items...)
				case object.VarKeyword:
					for k, v := range a[i].(*object.Dict).All() {
						given.Kw = append(given.Kw, object.Kwarg{Name: k.(*object.Str), Value: v})
					}
				case object.KeywordOnly:
					given.Kw = append(given.Kw, object.Kwarg{Name: p.Name, Value: a[i]})
				default:
					given.Pos = append(given.Pos, a[i])
				}
			}
			return object.CallArgs(t, f, given)
		}})
}
