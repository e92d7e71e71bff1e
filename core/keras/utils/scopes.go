// Package utils holds what stands in Keras's folder utils and around it: keras.tree, name scopes, settings, and the small functions on
// arrays. What needs files, downloads or other packages says so.
package utils

import (
	"strings"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// NameScope is keras.name_scope: variables that are made inside it carry its name in their path.
var NameScope = spec.Declare("keras.src.backend", "keras.name_scope", func() spec.Class {
	return spec.Class{
		Doc: "Puts a name before the paths of the variables made inside.", Config: spec.None,
		Args: arg.Of(arg.Check(checkScopeName), arg.Any("name"), arg.Any("caller", nil), arg.Any("deduplicate", true), arg.Any("override_parent", nil)),
		Methods: []spec.Method{
			{Name: "__enter__", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				sc := &operation.Scope{Name: l.Str("name"), Deduplicate: l.Bool("deduplicate")}
				if caller := l.Value("caller"); caller != object.None {
					sc.Caller = caller
				}
				if !l.IsNone("override_parent") {
					sc.Parent, sc.HasParent = l.Str("override_parent"), true
				}
				open := openScopes(l.T)
				open[l.Instance] = append(open[l.Instance], sc)
				operation.EnterScope(l.T, sc)
				return l.Instance, nil
			}},
			{Name: "__exit__", Takes: "*args, **kwargs", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				open := openScopes(l.T)
				if n := len(open[l.Instance]); n > 0 {
					operation.LeaveScope(l.T, open[l.Instance][n-1])
					open[l.Instance] = open[l.Instance][:n-1]
				}
				return object.None, nil
			}},
		},
	}
})

func checkScopeName(l *spec.Instance) error {
	if s, ok := object.Of(l.Given.Get("name")).(*object.Str); !ok || strings.Contains(s.String(), "/") {
		return l.Bad("name", l.Given.Get("name"), "a string without '/'")
	}
	return nil
}

type scopesKey struct{}

// openScopes are the scopes that each name_scope object has entered.
func openScopes(t *object.Thread) map[*object.Instance][]*operation.Scope {
	return t.State(scopesKey{}, func() any { return map[*object.Instance][]*operation.Scope{} }).(map[*object.Instance][]*operation.Scope)
}

// deviceScope is what keras.device returns: there is one device here.
var deviceScope = spec.Declare("keras.src.backend.common.backend_utils", "device_scope", func() spec.Class {
	return spec.Class{
		Doc: "Stands for a device.", Args: arg.Of(arg.Any("device_name")),
		Methods: []spec.Method{entersAsItself, {Name: "__exit__", Takes: "*args", Do: exits}},
	}
})

// RematScope is keras.RematScope: it tells layers made inside to forget what they computed until the way back needs it. Memory is all that it changes,
// so here it keeps its settings and no more.
var RematScope = spec.Declare("keras.src.backend.common.remat", "keras.RematScope", func() spec.Class {
	return spec.Class{
		Doc: "Has layers computed anew on the way back, to save memory.", Config: spec.None,
		Args: arg.Of(arg.Check(checkRematMode), arg.Any("mode", "full").Among("full", "activations", "larger_than", "list_of_layers", "None"),
			arg.Any("output_size_threshold", 1024), arg.Any("layer_names", nil)),
		Setup: func(l *spec.Instance) error {
			if named, err := object.Truth(l.T, l.Value("layer_names")); err != nil || named {
				return err
			}
			return l.Set("layer_names", object.NewList())
		},
		Methods: []spec.Method{entersAsItself, {Name: "__exit__", Takes: "*args, **kwargs", Do: exits}},
	}
})

func checkRematMode(l *spec.Instance) error {
	mode := l.Given.Get("mode")
	if _, err := object.Hash(l.T, mode); err != nil {
		return err
	}
	if s, ok := object.Of(mode).(*object.Str); ok {
		switch s.String() {
		case "full", "activations", "larger_than", "list_of_layers":
			return nil
		}
	}
	if mode == object.None {
		return nil
	}
	return l.Bad("mode", mode, "'full', 'activations', 'larger_than', 'list_of_layers' or None")
}

// SymbolicScope is keras.SymbolicScope: it marks that graphs are made inside, which changes nothing here.
var SymbolicScope = spec.Declare("keras.src.backend.common.symbolic_scope", "keras.SymbolicScope", func() spec.Class {
	return spec.Class{
		Doc: "Marks that what is inside makes graphs.", Config: spec.None,
		Methods: []spec.Method{entersAsItself, {Name: "__exit__", Takes: "*args, **kwargs", Do: exits}},
	}
})

var entersAsItself = spec.Method{Name: "__enter__", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) { return l.Instance, nil }}

func exits(*spec.Instance, []object.Object) (object.Object, error) { return object.None, nil }

func init() {
	spec.DeclareFunc(spec.Function{Name: "remat", Module: "keras.src.backend.common.remat", Export: spec.Keys("keras.remat"), Takes: "f",
		Doc: "Has what a function computes computed anew on the way back, to save memory.", Do: remat})
	spec.DeclareFunc(spec.Function{Name: "device", Module: "keras.src.backend", Export: spec.Keys("keras.device"), Takes: "device_name",
		Doc: "Chooses the device of what is computed inside; here there is one.", Do: func(t *object.Thread, a []object.Object) (object.Object, error) {
			return deviceScope.New(t, arg.Pairs("device_name", a[0])...)
		}})
}

// remat is keras.remat: the function as it is, under its name, since nothing that it computes is kept for long here.
func remat(t *object.Thread, a []object.Object) (object.Object, error) {
	name := "<unnamed function>"
	if v, err := object.LookupAttr(t, a[0], object.Intern("__name__")); err == nil && v != nil {
		if name, err = object.ToStr(t, v); err != nil {
			return nil, err
		}
	}
	f := object.RawFunc(name, "(*args, **kwargs)", "", func(t *object.Thread, args object.Args) (object.Object, error) {
		return object.CallArgs(t, a[0], args)
	}).AsFunction()
	f.AttrDict(true).SetName("__wrapped__", a[0])
	return f, nil
}
