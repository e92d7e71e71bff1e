package tree_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

func TestFlattenVisitsDictsInSortedOrder(t *testing.T) {
	d := object.NewDict()
	d.SetName("b", object.Int(1))
	d.SetName("a", object.NewList(object.Int(2), object.None, object.NewTuple(object.Int(3))))
	require.Equal(t, []object.Object{object.Int(2), object.None, object.Int(3), object.Int(1)}, tree.Flatten(d))
}

func TestMapKeepsTheForm(t *testing.T) {
	d := object.NewDict()
	d.SetName("b", object.Int(1))
	d.SetName("a", object.NewTuple(object.Int(2)))
	got, err := tree.Map(d, func(v object.Object) (object.Object, error) { return v.(object.Int) * 10, nil })
	require.NoError(t, err)
	require.Equal(t, object.Int(10), got.(*object.Dict).GetName("b"))
	require.Equal(t, object.NewTuple(object.Int(20)), got.(*object.Dict).GetName("a"))
}

func TestStructuresWithoutEndAreSurvived(t *testing.T) {
	l := object.NewList()
	l.Items = append(l.Items, l, l)
	require.NotEmpty(t, tree.Flatten(l))
	_, err := tree.Map(l, func(v object.Object) (object.Object, error) { return v, nil })
	require.True(t, object.IsKind(err, object.RecursionErrorClass))
}

func TestPackNeedsAsManyLeaves(t *testing.T) {
	form := object.NewTuple(object.None, object.NewList(object.None))
	got, err := tree.Pack(form, []object.Object{object.Int(1), object.Int(2)})
	require.NoError(t, err)
	require.Equal(t, object.NewTuple(object.Int(1), object.NewList(object.Int(2))), got)
	_, err = tree.Pack(form, []object.Object{object.Int(1)})
	require.True(t, object.IsKind(err, object.ValueErrorClass))
}
