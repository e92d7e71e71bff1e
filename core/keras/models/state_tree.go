package models

import (
	"strings"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/variable"
	"layerglass/core/python/object"
)

// stateTrees are the methods of a model that give all of its variables by the parts of their paths, and take them back.
func stateTrees(c *object.Class) {
	c.Methods(
		filtered("get_state_tree", "(self, value_format='backend_tensor')", func(l *spec.Instance, a []object.Object) (object.Object, error) {
			out := object.NewDictSize(4)
			for _, part := range []string{"trainable_variables", "non_trainable_variables", "optimizer_variables", "metrics_variables"} {
				list, err := variablesIn(l, part)
				if err != nil {
					return nil, err
				}
				tree, err := treeOf(l.T, list, a[0])
				if err != nil {
					return nil, err
				}
				out.SetName(part, tree)
			}
			return out, nil
		}),
		filtered("set_state_tree", "(self, state_tree)", func(l *spec.Instance, a []object.Object) (object.Object, error) {
			d, ok := object.Of(a[0]).(*object.Dict)
			if !ok {
				return nil, object.AttributeError(a[0], "items", "set_state_tree() takes a dict, got a value of type %s.", a[0].Class().Name)
			}
			for k, v := range d.All() {
				if err := setState(l, k, v); err != nil {
					return nil, err
				}
			}
			return object.None, nil
		}),
	)
}

// variablesIn lists the variables of one part of the state.
func variablesIn(l *spec.Instance, part string) ([]object.Object, error) {
	from, attr := object.Object(l.Instance), part
	if part == "optimizer_variables" {
		var err error
		if from, err = object.GetAttr(l.T, l.Instance, object.Intern("optimizer")); err != nil {
			return nil, err
		}
		attr = "variables"
	}
	list, err := object.GetAttr(l.T, from, object.Intern(attr))
	if err != nil {
		return nil, err
	}
	return object.Items(l.T, list)
}

// treeOf puts the values of variables into dicts of dicts, one level for each part of their paths.
func treeOf(t *object.Thread, list []object.Object, format object.Object) (*object.Dict, error) {
	root, seen := object.NewDict(), map[string]bool{}
	for _, o := range list {
		v, ok := o.(*variable.Variable)
		if !ok {
			continue
		}
		if seen[v.Path] {
			return nil, object.ValueError("Two variables have the path '%s', so a tree cannot hold both: give the layers and variables names of their own.", v.Path)
		}
		seen[v.Path] = true
		value, err := valueAs(t, v, format)
		if err != nil {
			return nil, err
		}
		parts := strings.Split(v.Path, "/")
		at := root
		for _, p := range parts[:len(parts)-1] {
			next, ok := at.GetName(p).(*object.Dict)
			if !ok {
				next = object.NewDict()
				at.SetName(p, next)
			}
			at = next
		}
		at.SetName(parts[len(parts)-1], value)
	}
	return root, nil
}

func valueAs(t *object.Thread, v *variable.Variable, format object.Object) (object.Object, error) {
	switch s, _ := object.AsString(format); s {
	case "backend_tensor":
		return object.GetAttr(t, v, object.Intern("value"))
	case "numpy_array":
		return object.CallMethod(t, v, "numpy")
	}
	return nil, object.ValueError("value_format must be 'backend_tensor' or 'numpy_array', got %s.", arg.Repr(t, format))
}

// setState assigns one part of a tree; paths that no variable has are left out of account.
func setState(l *spec.Instance, key, value object.Object) error {
	d, ok := object.Of(value).(*object.Dict)
	if !ok {
		return object.AttributeError(value, "items", "set_state_tree(): %s must be a dict of names, got a value of type %s.", arg.Repr(l.T, key), value.Class().Name)
	}
	part, _ := object.AsString(key)
	switch part {
	case "trainable_variables", "non_trainable_variables", "metrics_variables":
	case "optimizer_variables":
		if l.IsNone("optimizer") {
			return nil
		}
	default:
		return object.ValueError("A state tree has no part %s: there are trainable_variables, non_trainable_variables, optimizer_variables and metrics_variables.", arg.Repr(l.T, key))
	}
	list, err := variablesIn(l, part)
	if err != nil {
		return err
	}
	return assignTree(l.T, list, "", d)
}

func assignTree(t *object.Thread, list []object.Object, prefix string, d *object.Dict) error {
	if err := t.Deeper(); err != nil {
		return err
	}
	defer t.Shallower()
	for k, v := range d.All() {
		name, err := object.ToStr(t, k)
		if err != nil {
			return err
		}
		if inner, ok := object.Of(v).(*object.Dict); ok {
			if err := assignTree(t, list, prefix+name+"/", inner); err != nil {
				return err
			}
			continue
		}
		for _, o := range list {
			if w, ok := o.(*variable.Variable); ok && w.Path == prefix+name {
				if _, err := object.CallMethod(t, w, "assign", v); err != nil {
					return err
				}
			}
		}
	}
	return nil
}
