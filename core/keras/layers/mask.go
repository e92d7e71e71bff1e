package layers

import (
	"layerglass/core/keras/operation"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

var nameMask = object.Intern("_keras_mask")

// Mask returns a tensor's mask, or None.
func Mask(v object.Object) object.Object {
	switch x := v.(type) {
	case *tensor.KerasTensor:
		if x.Mask != nil {
			return x.Mask
		}
	case object.HasDict:
		if _, instance := v.(*object.Instance); instance {
			return object.None
		}
		if m := x.AttrDict(false).GetStr(nameMask); m != nil {
			return m
		}
	}
	return object.None
}

// SetMask gives a tensor a mask.
func SetMask(v, mask object.Object) {
	switch x := v.(type) {
	case *tensor.KerasTensor:
		x.Mask = mask
	case object.HasDict:
		x.AttrDict(true).SetStr(nameMask, mask)
	}
}

// masksOf returns the masks of a structure of tensors.
func masksOf(o object.Object) object.Object {
	m, _ := tree.Map(o, func(v object.Object) (object.Object, error) { return Mask(v), nil })
	return m
}

// fillMasks gives call the masks of its inputs: mask for the only tensor argument, x_mask for each of several.
func fillMasks(c *callSpec, a *object.Args) {
	set := func(name string, v object.Object) {
		if given, known := c.argument(name); known && given == object.None {
			a.Kw = append(without(a.Kw, name), object.Kwarg{Name: object.Intern(name), Value: masksOf(v)})
		}
	}
	if len(c.tensors) == 1 {
		set("mask", c.tensors[0].Value)
		return
	}
	for _, k := range c.tensors {
		set(k.Name.String()+"_mask", k.Value)
	}
}

// passMask gives the outputs their mask, or warns where the layer loses one.
func passMask(t *object.Thread, op *object.Instance, inputs, outputs, previous object.Object) error {
	supports, err := object.GetAttr(t, op, object.Intern("supports_masking"))
	if err != nil {
		return err
	}
	if yes, err := object.Truth(t, supports); err != nil || !yes {
		if err == nil && tree.Any(previous, func(v object.Object) bool { return v != object.None }) {
			err = operation.Warn(t, "UserWarning", op.Class().Name+" '"+operation.Name(op)+"' was given an input with a mask, and it does not "+
				"support masking: the layers behind it will not see the mask.")
		}
		return err
	}
	flat := tree.Flatten(outputs)
	computed := true
	for _, x := range flat {
		computed = computed && Mask(x) != object.None
	}
	if computed {
		return nil
	}
	masks, err := callMethod(t, op, "compute_mask", object.Positional(inputs, previous))
	if err != nil || masks == object.None {
		return err
	}
	for i, m := range tree.Flatten(masks) {
		if i < len(flat) && m != object.None && Mask(flat[i]) == object.None {
			SetMask(flat[i], m)
		}
	}
	return nil
}
