package ops

import (
	"layerglass/core/keras/operation"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// Recording reports whether a tape may ask for what is computed now.
func Recording(t *object.Thread) bool {
	for _, tape := range tapesOf(t).list {
		if !tape.paused {
			return true
		}
	}
	return false
}

// lightProducts is the number of multiplications up to which a computation is made at once.
const lightProducts = 1 << 22

// Together makes tensors of others by one function, where a chain of operations would take long: at once, or, if there are many products
// to work out or an input waits itself, when somebody asks for the numbers. No tape hears of it.
func Together(t *object.Thread, in []*tensor.KerasTensor, shapes []tensor.Shape, dtype string, products int,
	f func(in []*array.Array) ([]*array.Array, error)) ([]*tensor.KerasTensor, error) {
	wait := products > lightProducts
	for _, x := range in {
		wait = wait || x.Pending()
	}
	var arrays []*array.Array
	result := func(t *object.Thread, i int) (*array.Array, error) {
		if arrays != nil {
			return arrays[i], nil
		}
		if err := t.Spend(int64(products / 256)); err != nil {
			return nil, err
		}
		given := make([]*array.Array, len(in))
		for j, x := range in {
			a, err := x.Array(t)
			if err != nil {
				return nil, err
			}
			given[j] = a
		}
		made, err := f(given)
		if err != nil {
			return nil, err
		}
		arrays = made
		return arrays[i], nil
	}
	out := make([]*tensor.KerasTensor, len(shapes))
	tf := operation.Backend(t) == "tensorflow"
	for i, s := range shapes {
		out[i] = tensor.NewValueless(s, dtype)
		out[i].TF = tf
		if wait {
			out[i].FillLater(in, func(t *object.Thread) (*array.Array, error) { return result(t, i) })
			continue
		}
		a, err := result(t, i)
		if err != nil {
			return nil, err
		}
		out[i].Fill(a)
	}
	return out, nil
}
