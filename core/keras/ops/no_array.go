package ops

import (
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// blamed replaces the error of a computation on jax where an argument is none that jax makes an array of: a ValueError for None, and
// for anything else the TypeError that jax raises before it looks at shapes or dtypes.
func (c *Call) blamed(err error) error {
	if !c.jax() || !object.IsKind(err, object.AttributeErrorClass) && !object.IsKind(err, object.ValueErrorClass) {
		return err
	}
	for i, p := range c.Op.sig.Params {
		n := p.Name.String()
		if i > 0 && n != "x2" || n == "subscripts" {
			continue
		}
		v := c.noArray(c.Arg(n), 0)
		switch {
		case v == nil:
		case v == object.None:
			return object.ValueError("%s(): None is no tensor.", c.Op.Name)
		case (c.Op.Name == "array" || c.Op.Name == "convert_to_tensor") && c.Given("dtype") && isText(v):
			return object.ValueError("%s() could not convert a string to a number: %s.", c.Op.Name, c.show(v))
		case c.Op.Name == "cast" && isText(v):
			return object.ValueError("cast() takes a tensor or numbers, got %s.", c.show(v))
		default:
			return object.TypeError("%s(): jax makes no array of %s.", c.Op.Name, c.show(v))
		}
	}
	return err
}

func isText(v object.Object) bool {
	switch object.Of(v).(type) {
	case *object.Str, *object.Bytes:
		return true
	}
	return false
}

// noArray returns v, or the first item in it, that jax makes no array of; nil when there is none.
func (c *Call) noArray(v object.Object, depth int) object.Object {
	if _, ok := v.(*tensor.KerasTensor); ok || isNumber(v) || depth > 8 {
		return nil
	}
	switch x := object.Of(v).(type) {
	case *object.NoneType, *object.Str, *object.Bytes, *object.Dict, *object.Set, *object.Class:
		return v
	case *object.BigInt, *object.Complex, *object.Range:
		return nil
	case *object.List:
		return c.firstNoArray(x.Items, depth)
	case *object.Tuple:
		return c.firstNoArray(x.Items, depth)
	}
	if c.attr(v, "shape") != nil || c.attr(v, "__array__") != nil {
		return nil
	}
	return v
}

func (c *Call) firstNoArray(items []object.Object, depth int) object.Object {
	for _, item := range items {
		if v := c.noArray(item, depth+1); v != nil {
			if v == object.None { // numpy makes an array of objects of it
				return items[0]
			}
			return v
		}
	}
	return nil
}
