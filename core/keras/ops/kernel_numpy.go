package ops

import (
	"strings"

	"layerglass/core/keras/tensor"
	"layerglass/core/python/array"
	"layerglass/core/python/lib/numpy"
	"layerglass/core/python/object"
)

// viaNumpy computes with a function of numpy. tensors names the arguments that are arrays, in numpy's order; they are given in
// double precision where the result is a floating number, so that it is rounded once, and else in its dtype. rest names other
// arguments, which numpy takes by the same keyword; those that are None are left out.
func viaNumpy(name, tensors, rest string) func(c *Call) []*array.Array {
	arrays, keywords := strings.Fields(tensors), strings.Fields(rest)
	return func(c *Call) []*array.Array {
		var a object.Args
		for _, n := range arrays {
			if c.Given(n) {
				a.Pos = append(a.Pos, numpy.New(c.precise(n)))
			}
		}
		for _, n := range keywords {
			if c.Given(n) {
				a.Kw = append(a.Kw, object.Kwarg{Name: object.Intern(n), Value: c.numpyArgument(n)})
			}
		}
		return c.callNumpy(name, a)
	}
}

// callNumpy calls a function of numpy and returns the arrays that it gives.
func (c *Call) callNumpy(name string, a object.Args) []*array.Array {
	out, err := numpy.Call(c.T, name, a)
	must(err)
	var list []*array.Array
	items := []object.Object{out}
	switch x := object.Of(out).(type) {
	case *object.Tuple:
		items = x.Items
	case *object.List:
		items = x.Items
	}
	for _, v := range items {
		arr, err := numpy.FromObject(c.T, v, "")
		must(err)
		list = append(list, arr)
	}
	return list
}

// numpyArgument is an argument with numpy arrays in the place of tensors, and a tuple in that of a list of axes.
func (c *Call) numpyArgument(name string) object.Object {
	v := c.Arg(name)
	switch x := v.(type) {
	case *tensor.KerasTensor:
		return numpy.New(c.ToArray(x, ""))
	case *object.List:
		if name == "axis" {
			return object.NewTuple(x.Items...)
		}
	}
	return v
}

// precise is an argument in the dtype of the result, a floating one in double precision.
func (c *Call) precise(name string) *array.Array {
	d := c.WantType()
	if d.IsFloat() {
		return good(c.Array(name).Cast(array.Float64))
	}
	return good(c.Array(name).Cast(d))
}
