package utils

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// mapToNone is the class that a function given to traverse returns where it means None.
var mapToNone = spec.Declare("keras.src.tree.tree_api", "keras.tree.MAP_TO_NONE", func() spec.Class {
	return spec.Class{
		Doc: "Stands for None in what keras.tree.traverse is given to return."}
})

func init() {
	declare := func(name, takes, doc string, do func(t *object.Thread, a []object.Object) (object.Object, error)) {
		spec.DeclareFunc(spec.Function{Name: name, Module: "keras.src.tree.tree_api", Export: spec.Keys("keras.tree." + name), Takes: takes, Doc: doc, Do: do})
	}
	declare("is_nested", "structure", "Tells a list, tuple or dict from a leaf.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
		return object.BoolOf(tree.IsNested(a[0])), nil
	})
	declare("flatten", "structure", "Lists the leaves.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
		return object.NewList(tree.Flatten(a[0])...), nil
	})
	declare("flatten_with_path", "structure", "Lists the leaves with the keys that lead to them.", flattenWithPath)
	declare("map_structure", "func, *structures, none_is_leaf=True", "Makes a structure of what a function makes of each leaf.", mapStructure)
	declare("map_structure_up_to", "shallow_structure, func, *structures", "Maps down to the leaves of the first structure.", mapUpTo)
	declare("map_shape_structure", "func, structure", "Maps a structure whose leaves are shapes.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return (&mapper{t: t, f: a[0], isLeaf: isShape}).of([]object.Object{a[1]}, 0)
	})
	declare("traverse", "func, structure, top_down=True", "Lets a function replace each part of a structure.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		down, err := object.Truth(t, a[2])
		if err != nil {
			return nil, err
		}
		return traverse(t, func(v object.Object) (object.Object, error) { return object.Call(t, a[0], v) }, a[1], down, 0)
	})
	declare("lists_to_tuples", "structure", "Makes tuples of all lists.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return traverse(t, func(v object.Object) (object.Object, error) {
			if list, ok := object.Of(v).(*object.List); ok {
				return object.NewTuple(list.Items...), nil
			}
			return object.None, nil
		}, a[0], false, 0)
	})
	declare("pack_sequence_as", "structure, flat_sequence", "Puts leaves into the form of a structure.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		items, err := object.Items(t, a[1])
		if err != nil {
			return nil, err
		}
		return tree.Pack(a[0], items)
	})
	declare("assert_same_structure", "a, b, check_types=None", "Refuses two structures of different forms.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		if a[2] != object.None {
			if err := operation.Warn(t, "DeprecationWarning", "check_types has no effect any more."); err != nil {
				return nil, err
			}
		}
		_, err := (&mapper{t: t, same: true}).of([]object.Object{a[0], a[1]}, 0)
		return object.None, err
	})
	declare("assert_same_paths", "a, b", "Refuses two structures whose leaves have different paths.", samePaths)
}

// maxDepth keeps a structure that holds itself from having no end.
const maxDepth = 500

func endless() error {
	return object.NewError(object.RecursionErrorClass, "maximum recursion depth exceeded")
}

func flattenWithPath(t *object.Thread, a []object.Object) (object.Object, error) {
	out := object.NewList()
	err := paths(a[0], nil, func(path []object.Object, leaf object.Object) {
		out.Items = append(out.Items, object.NewTuple(object.NewTuple(append([]object.Object(nil), path...)...), leaf))
	})
	return out, err
}

func paths(o object.Object, path []object.Object, leaf func(path []object.Object, v object.Object)) error {
	children, ok := tree.Children(o)
	if !ok {
		leaf(path, o)
		return nil
	}
	if len(path) > maxDepth {
		return endless()
	}
	for _, c := range children {
		if err := paths(c.Value, append(path, c.Key), leaf); err != nil {
			return err
		}
	}
	return nil
}

func samePaths(t *object.Thread, a []object.Object) (object.Object, error) {
	var sets [2]*object.Dict
	for i := range sets {
		sets[i] = object.NewDict()
		var failed error
		err := paths(a[i], nil, func(path []object.Object, _ object.Object) {
			if err := sets[i].Set(t, object.NewTuple(append([]object.Object(nil), path...)...), object.True); err != nil && failed == nil {
				failed = err
			}
		})
		if err == nil {
			err = failed
		}
		if err != nil {
			return nil, err
		}
	}
	for i := range sets {
		for k := range sets[i].All() {
			if v, err := sets[1-i].Get(t, k); err != nil || v == nil {
				if err != nil {
					return nil, err
				}
				return nil, object.ValueError("The structures differ: only the %s has something at %s.", [2]string{"first", "second"}[i], arg.Repr(t, k))
			}
		}
	}
	return object.None, nil
}

// mapper walks several structures of one form at once.
type mapper struct {
	t *object.Thread
	f object.Object
	// same compares the forms only.
	same bool
	// upTo lets leaves of the first structure stand for anything in the others, and is not shown the first.
	upTo bool
	// nones are inner nodes without children.
	nones  bool
	isLeaf func(object.Object) bool
}

func different() error { return object.ValueError("The structures do not have the same nesting.") }

func (m *mapper) of(s []object.Object, depth int) (object.Object, error) {
	if err := m.t.Spend(1); err != nil {
		return nil, err
	}
	if m.nones && s[0] == object.None {
		return object.None, nil
	}
	children, ok := tree.Children(s[0])
	if !ok || m.isLeaf != nil && m.isLeaf(s[0]) {
		return m.leaf(s)
	}
	if depth > maxDepth {
		return nil, endless()
	}
	below := make([][]tree.Child, len(s))
	for i, v := range s {
		list, nested := tree.Children(v)
		if !nested || v.Class() != s[0].Class() || len(list) != len(children) {
			return nil, different()
		}
		for j := range list {
			if same, err := object.Equal(m.t, list[j].Key, children[j].Key); err != nil || !same {
				if err == nil {
					err = different()
				}
				return nil, err
			}
		}
		below[i] = list
	}
	values := make([]object.Object, len(children))
	for j := range children {
		row := make([]object.Object, len(s))
		for i := range s {
			row[i] = below[i][j].Value
		}
		v, err := m.of(row, depth+1)
		if err != nil {
			return nil, err
		}
		values[j] = v
	}
	return tree.With(s[0], values)
}

func (m *mapper) leaf(s []object.Object) (object.Object, error) {
	if m.upTo {
		if s[0] == object.None {
			return nil, different()
		}
		return object.Call(m.t, m.f, s[1:]...)
	}
	for _, v := range s[1:] {
		if tree.IsNested(v) {
			return nil, different()
		}
	}
	if m.same {
		return object.None, nil
	}
	return object.Call(m.t, m.f, s...)
}

func mapStructure(t *object.Thread, a []object.Object) (object.Object, error) {
	structures := a[1].(*object.Tuple).Items
	if len(structures) == 0 {
		return nil, object.ValueError("map_structure() needs a structure.")
	}
	leaf, err := object.Truth(t, a[2])
	if err != nil {
		return nil, err
	}
	return (&mapper{t: t, f: a[0], nones: !leaf}).of(structures, 0)
}

func mapUpTo(t *object.Thread, a []object.Object) (object.Object, error) {
	structures := a[2].(*object.Tuple).Items
	if len(structures) == 0 {
		return nil, object.ValueError("map_structure_up_to() needs a structure behind the function.")
	}
	return (&mapper{t: t, f: a[1], upTo: true}).of(append([]object.Object{a[0]}, structures...), 0)
}

// isShape reports whether v is a list or tuple of integers and None.
func isShape(v object.Object) bool {
	var items []object.Object
	switch x := object.Of(v).(type) {
	case *object.List:
		items = x.Items
	case *object.Tuple:
		items = x.Items
	default:
		return false
	}
	for _, d := range items {
		switch object.Of(d).(type) {
		case object.Int, object.Bool, *object.BigInt, *object.NoneType:
		default:
			return false
		}
	}
	return true
}

// traverse gives f each part, from the top or from the leaves. What f returns stands in the part's place; None leaves it.
func traverse(t *object.Thread, f func(object.Object) (object.Object, error), o object.Object, down bool, depth int) (object.Object, error) {
	if err := t.Spend(1); err != nil {
		return nil, err
	}
	if depth > maxDepth {
		return nil, endless()
	}
	if down {
		if v, err := f(o); v != object.None || err != nil {
			return orNone(t, v), err
		}
	}
	if children, ok := tree.Children(o); ok {
		values := make([]object.Object, len(children))
		for i, c := range children {
			v, err := traverse(t, f, c.Value, down, depth+1)
			if err != nil {
				return nil, err
			}
			values[i] = v
		}
		var err error
		if o, err = tree.With(o, values); err != nil {
			return nil, err
		}
	}
	if down {
		return o, nil
	}
	v, err := f(o)
	if v == object.None && err == nil {
		return o, nil
	}
	return orNone(t, v), err
}

func orNone(t *object.Thread, v object.Object) object.Object {
	if v == object.Object(mapToNone.In(t)) {
		return object.None
	}
	return v
}
