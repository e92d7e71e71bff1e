package losses

import (
	"layerglass/core/keras/calc"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// compute is Loss.__call__: the losses that call gives, weighed, masked and reduced.
func compute(l *spec.Instance, yTrue, yPred, weight object.Object) (object.Object, error) {
	mask := layers.Mask(yPred)
	c := calc.New(l.T)
	dtype := c.Attr(l.Instance, "dtype")
	convert := func(v object.Object) object.Object {
		return c.Of(func() (object.Object, error) {
			return tree.Map(v, func(x object.Object) (object.Object, error) {
				one := calc.New(l.T)
				return one.End(one.Tensor(x, dtype))
			})
		})
	}
	yPred = convert(yPred)
	yTrue = convert(yTrue)
	values := c.Method(l.Instance, "call", yTrue, yPred)
	if c.Err != nil {
		return nil, c.Err
	}
	if m := layers.Mask(values); mask == object.None {
		mask = m
	} else if m != object.None {
		mask = c.Do("logical_and", mask, m)
	}
	reduction, _ := object.AsString(l.Value("reduction"))
	return c.End(Reduce(c, values, weight, mask, reduction, dtype))
}

// Reduce makes one loss of the losses of examples, each times its weight, without those that the mask leaves out. weight and
// mask may be None; dtype may be None for the values' own. The reduction "" is that of None.
func Reduce(c *calc.Calc, values, weight, mask object.Object, reduction string, dtype object.Object) object.Object {
	to := func(v object.Object) object.Object {
		if v == object.None {
			return v
		}
		if dtype == object.None {
			return c.Tensor(v, nil)
		}
		return c.Tensor(v, dtype)
	}
	values, weight, mask = to(values), to(weight), to(mask)
	weight = masked(c, weight, mask, c.Dtype(values), reduction)
	if weight != object.None {
		weight = c.Cast(weight, c.Dtype(values))
		values, weight = SameRank(c, values, weight, true)
		values = c.Mul(values, weight)
	}
	return reduceValues(c, values, weight, reduction)
}

func reduceValues(c *calc.Calc, values, weight object.Object, reduction string) object.Object {
	shape := c.Shape(values)
	if reduction == "" || reduction == "none" || len(shape) == 0 || len(shape) == 1 && shape[0] == 0 {
		return values
	}
	loss := c.Sum(values, nil)
	if reduction == "sum" {
		return loss
	}
	var divisor object.Object
	if reduction == "mean_with_sample_weight" && weight != object.None {
		divisor = c.Cast(c.Sum(weight, nil), c.Dtype(loss))
	} else {
		divisor = count(c, values, c.Dtype(loss))
	}
	return c.Do("divide_no_nan", loss, divisor)
}

// count is the number of values of a tensor, in a dtype.
func count(c *calc.Calc, v object.Object, dtype string) object.Object {
	n := 1
	for _, d := range c.Shape(v) {
		if d == tensor.Unknown {
			return c.Cast(c.Do("size", v), dtype)
		}
		n *= d
	}
	return c.Tensor(n, dtype)
}

// masked puts the mask into the weights. For a mean over the batch, what is left counts the more.
func masked(c *calc.Calc, weight, mask object.Object, dtype, reduction string) object.Object {
	if mask == object.None {
		return weight
	}
	var numbers object.Object
	if reduction == "mean" || reduction == wholeBatch {
		total := count(c, mask, dtype)
		valid := c.Sum(c.Cast(mask, dtype), nil)
		numbers = c.Where(c.Cast(mask, "bool"), c.Do("divide_no_nan", total, valid), 0)
	} else {
		numbers = c.Cast(mask, dtype)
	}
	if weight == object.None {
		return numbers
	}
	weight = c.Cast(weight, dtype)
	numbers, weight = SameRank(c, numbers, weight, true)
	return c.Mul(weight, numbers)
}

// Masked puts a mask into weights that are added up; weight may be None.
func Masked(c *calc.Calc, weight, mask object.Object, dtype string) object.Object {
	return masked(c, weight, mask, dtype, "sum")
}

// SameRank takes off or adds a last dimension of size 1 where the ranks of two tensors differ by one. expand says whether a
// vector beside a matrix of one column becomes a column, and not the column a vector.
func SameRank(c *calc.Calc, a, b object.Object, expand bool) (object.Object, object.Object) {
	sa, sb := c.Shape(a), c.Shape(b)
	if c.Err != nil {
		return a, b
	}
	fit := func(larger, smaller object.Object, big, small []int) (object.Object, object.Object) {
		switch {
		case big[len(big)-1] != 1:
		case len(small) == 1 && expand:
			smaller = c.Do("expand_dims", smaller, calc.KW("axis", -1))
		default:
			larger = c.Do("squeeze", larger, calc.KW("axis", -1))
		}
		return larger, smaller
	}
	switch {
	case len(sa) == len(sb)+1:
		return fit(a, b, sa, sb)
	case len(sb) == len(sa)+1:
		b, a = fit(b, a, sb, sa)
	}
	return a, b
}

// bothSameRank is SameRank for two structures of the same form.
func bothSameRank(c *calc.Calc, a, b object.Object) (object.Object, object.Object) {
	if !tree.IsNested(a) && !tree.IsNested(b) {
		return SameRank(c, a, b, true)
	}
	as, bs := tree.Flatten(a), tree.Flatten(b)
	if len(as) != len(bs) {
		return c.Fail(object.ValueError("y_true and y_pred must have the same form: y_true holds %d tensors, y_pred %d.", len(as), len(bs))), b
	}
	for i := range as {
		as[i], bs[i] = SameRank(c, as[i], bs[i], true)
	}
	pack := func(of object.Object, leaves []object.Object) object.Object {
		return c.Of(func() (object.Object, error) { return tree.Pack(of, leaves) })
	}
	return pack(a, as), pack(b, bs)
}

// wrapper is the base of the losses that wrap a function: the attribute fn, called with _fn_kwargs.
var wrapper = spec.Declare("keras.src.losses.losses", "LossFunctionWrapper", func() spec.Class {
	return spec.Class{
		Base: Loss, Doc: "The base of losses that a function computes.",
		Inherits: true, Config: spec.None,
		Methods: []spec.Method{
			{Name: "call", Takes: "y_true, y_pred", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				c := calc.New(l.T)
				yTrue, yPred := bothSameRank(c, a[0], a[1])
				further := []any{yTrue, yPred}
				if d, ok := l.Value("_fn_kwargs").(*object.Dict); ok {
					kw, err := operation.Keywords(d)
					if err != nil {
						return nil, err
					}
					for _, k := range kw {
						further = append(further, k)
					}
				}
				return c.End(c.Call(l.Value("fn"), further...))
			}},
			{Name: "__repr__", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				return object.NewStr("<LossFunctionWrapper(" + l.Repr(l.Value("fn")) + ", kwargs=" + l.Repr(l.Value("_fn_kwargs")) + ")>"), nil
			}},
		},
	}
})

// OfFunction makes the loss that a function of truth and prediction computes.
func OfFunction(t *object.Thread, fn object.Object, name string) (object.Object, error) {
	l, err := wrapper.New(t, object.Kwarg{Name: object.Intern("name"), Value: object.NewStr(name)})
	if err != nil {
		return nil, err
	}
	l.SetAttr("fn", fn)
	l.SetAttr("_fn_kwargs", object.NewDict())
	return l, nil
}
