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
	if s, ok := object.Of(l.Given["name"]).(*object.Str); !ok || strings.Contains(s.String(), "/") {
		return l.Bad("name", l.Given["name"], "a string without '/'")
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
		Methods: []spec.Method{
			{Name: "__enter__", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) { return l.Instance, nil }},
			{Name: "__exit__", Takes: "*args", Do: func(*spec.Instance, []object.Object) (object.Object, error) { return object.None, nil }},
		},
	}
})

func init() {
	spec.DeclareFunc(spec.Function{Name: "device", Module: "keras.src.backend", Export: spec.Keys("keras.device"), Takes: "device_name",
		Doc: "Chooses the device of what is computed inside; here there is one.", Do: func(t *object.Thread, a []object.Object) (object.Object, error) {
			return deviceScope.New(t, arg.Pairs("device_name", a[0])...)
		}})
}
