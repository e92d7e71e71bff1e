package numpy

import (
	"math"

	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// joiner is np.r_ and np.c_: indexing joins what stands in the brackets.
type joiner struct{ column bool }

// indexMaker is np.s_ and np.index_exp: indexing gives the key itself.
type indexMaker struct{ tuple bool }

// gridMaker is np.mgrid and np.ogrid: indexing with slices gives coordinates.
type gridMaker struct{ sparse bool }

var (
	joinerClass     = object.NewType("AxisConcatenator", "numpy.lib.index_tricks", nil).Final()
	indexMakerClass = object.NewType("IndexExpression", "numpy.lib.index_tricks", nil).Final()
	gridMakerClass  = object.NewType("nd_grid", "numpy.lib.index_tricks", nil).Final()
)

func addMakers() {
	joinerClass.Protocols(&joiner{})
	indexMakerClass.Protocols(&indexMaker{})
	gridMakerClass.Protocols(&gridMaker{})
	register(fn("ix_", "(*args)", "Makes index arrays that pick rows and columns.", openMesh))
}

// Class returns the type of np.r_.
func (*joiner) Class() *object.Class { return joinerClass }

// Class returns the type of np.s_.
func (*indexMaker) Class() *object.Class { return indexMakerClass }

// Class returns the type of np.mgrid.
func (*gridMaker) Class() *object.Class { return gridMakerClass }

// GetItem returns the key.
func (m *indexMaker) GetItem(_ *object.Thread, key object.Object) (object.Object, error) {
	if _, ok := key.(*object.Tuple); m.tuple && !ok {
		return object.NewTuple(key), nil
	}
	return key, nil
}

func keyItems(key object.Object) []object.Object {
	if tuple, ok := key.(*object.Tuple); ok {
		return tuple.Items
	}
	return []object.Object{key}
}

// GetItem joins the arrays, numbers and ranges in the brackets.
func (j *joiner) GetItem(t *object.Thread, key object.Object) (object.Object, error) {
	var list []*array.Array
	for _, k := range keyItems(key) {
		var x *array.Array
		var err error
		switch k := k.(type) {
		case *object.Slice:
			x, err = sliceRange(t, k)
		case *object.Str:
			return nil, valueError("the strings that np.r_ takes are not supported here: use np.concatenate")
		default:
			x, err = arr(t, k)
		}
		if err != nil {
			return nil, err
		}
		if x.Rank() == 0 {
			if x, err = x.Reshape(1); err != nil {
				return nil, raised(err)
			}
		}
		if j.column && x.Rank() == 1 {
			if x, err = x.Reshape(-1, 1); err != nil {
				return nil, raised(err)
			}
		}
		list = append(list, x)
	}
	axis := 0
	if j.column {
		axis = -1
	}
	r, err := joined(t, list, axis, array.Invalid)
	return arrayOf(r, err)
}

// sliceRange turns start:stop:step into numbers; an imaginary step is a count.
func sliceRange(t *object.Thread, s *object.Slice) (*array.Array, error) {
	start, stop, step := s.Start, s.Stop, s.Step
	if !given(start) {
		start = object.Int(0)
	}
	if !given(step) {
		step = object.Int(1)
	}
	if z, ok := object.Of(step).(object.Complex); ok {
		n := int(math.Hypot(real(complex128(z)), imag(complex128(z))))
		x, _, err := spaced(t, start, stop, object.Int(n), object.True)
		return x, err
	}
	v, err := arange(t, object.Args{Pos: []object.Object{start, stop, step}})
	if err != nil {
		return nil, err
	}
	x, _ := Of(v)
	return x, nil
}

// GetItem makes the coordinates of a grid.
func (g *gridMaker) GetItem(t *object.Thread, key object.Object) (object.Object, error) {
	items := keyItems(key)
	list := make([]*array.Array, len(items))
	shape := make([]int, len(items))
	for i, k := range items {
		s, ok := k.(*object.Slice)
		if !ok {
			return nil, typeError("mgrid takes slices, got %s", k.Class().Name)
		}
		x, err := sliceRange(t, s)
		if err != nil {
			return nil, err
		}
		list[i], shape[i] = x, x.Size()
	}
	if len(items) == 1 {
		if _, isTuple := key.(*object.Tuple); !isTuple {
			return New(list[0]), nil
		}
	}
	for i, x := range list {
		one := make([]int, len(list))
		for k := range one {
			one[k] = 1
		}
		one[i] = shape[i]
		x, err := x.Reshape(one...)
		if err == nil && !g.sparse {
			x, err = x.BroadcastTo(shape)
		}
		if err != nil {
			return nil, raised(err)
		}
		list[i] = x
	}
	if g.sparse {
		return tupleOf(list), nil
	}
	return arrayOf(array.Stack(list, 0, array.Invalid))
}

// openMesh shapes each sequence so that together they index a grid; bools become the true places.
func openMesh(t *object.Thread, a []object.Object) (object.Object, error) {
	list, err := arrays(t, a[0])
	if err != nil {
		return nil, err
	}
	for i, x := range list {
		if x.Rank() != 1 {
			return nil, valueError("Cross index must be 1 dimensional")
		}
		if x.Dtype() == array.Bool {
			places, err := array.Nonzero(x)
			if err != nil {
				return nil, raised(err)
			}
			x = places[0]
		}
		shape := make([]int, len(list))
		for k := range shape {
			shape[k] = 1
		}
		shape[i] = x.Size()
		if list[i], err = x.Reshape(shape...); err != nil {
			return nil, raised(err)
		}
	}
	return tupleOf(list), nil
}
