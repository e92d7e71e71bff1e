package numpy

import (
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// indexParts reads the key of x[key].
func indexParts(t *object.Thread, key object.Object) ([]array.Index, error) {
	if tuple, ok := object.Of(key).(*object.Tuple); ok {
		parts := make([]array.Index, len(tuple.Items))
		for i, k := range tuple.Items {
			p, err := indexPart(t, k)
			if err != nil {
				return nil, err
			}
			parts[i] = p
		}
		return parts, nil
	}
	p, err := indexPart(t, key)
	return []array.Index{p}, err
}

func indexPart(t *object.Thread, k object.Object) (array.Index, error) {
	switch x := k.(type) {
	case object.Int:
		return array.Index{Kind: array.AtInt, Int: int(x)}, nil
	case *object.Slice:
		return slicePart(t, x)
	case *object.NoneType:
		return array.Index{Kind: array.AtNewAxis}, nil
	case *object.EllipsisType:
		return array.Index{Kind: array.AtEllipsis}, nil
	case object.Bool:
		return array.Index{Kind: array.AtMask, Array: array.Scalar(bool(x))}, nil
	case *object.Str:
		return array.Index{}, badIndex()
	case *Scalar:
		if x.value.Dtype().IsInteger() {
			n, err := object.Index(t, x)
			return array.Index{Kind: array.AtInt, Int: n}, err
		}
	}
	if v, err := existingArray(t, k); err == nil && v != nil && v.Rank() == 0 && v.Dtype().IsInteger() {
		n, err := object.Index(t, item(v))
		return array.Index{Kind: array.AtInt, Int: n}, err
	}
	if m := k.Class().Lookup(object.Intern("__index__")); m != nil {
		_, isArray := Of(k)
		if _, like := k.(ArrayLike); !isArray && !like {
			n, err := object.Index(t, k)
			return array.Index{Kind: array.AtInt, Int: n}, err
		}
	}
	return arrayPart(t, k)
}

// arrayPart is an array of positions or of bools.
func arrayPart(t *object.Thread, k object.Object) (array.Index, error) {
	arr, err := FromObject(t, k, "")
	if err != nil {
		return array.Index{}, err
	}
	switch d := arr.Dtype(); {
	case d == array.Bool:
		return array.Index{Kind: array.AtMask, Array: arr}, nil
	case d.IsInteger():
		return array.Index{Kind: array.AtArray, Array: arr}, nil
	case arr.Size() == 0:
		if _, isArray := Of(k); !isArray {
			arr, err = arr.Cast(array.Int64)
			return array.Index{Kind: array.AtArray, Array: arr}, raised(err)
		}
	}
	if _, isArray := Of(k); isArray && arr.Rank() > 0 {
		return array.Index{}, object.NewError(object.IndexErrorClass, "arrays used as indices must be of integer (or boolean) type")
	}
	return array.Index{}, badIndex()
}

func badIndex() error {
	return object.NewError(object.IndexErrorClass, "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices")
}

func slicePart(t *object.Thread, s *object.Slice) (array.Index, error) {
	p := array.Index{Kind: array.AtSlice}
	for _, part := range []struct {
		o  object.Object
		to **int
	}{{s.Start, &p.Start}, {s.Stop, &p.Stop}, {s.Step, &p.Step}} {
		if part.o == nil || part.o == object.None {
			continue
		}
		n, err := object.Index(t, part.o)
		if object.IsKind(err, object.TypeErrorClass) {
			return p, typeError("slice indices must be integers or None or have an __index__ method")
		}
		if err != nil {
			return p, err
		}
		*part.to = &n
	}
	return p, nil
}
