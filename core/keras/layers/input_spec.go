package layers

import (
	"strconv"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/config"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// InputSpec is keras.InputSpec: what a layer asks of its input.
var InputSpec = spec.Declare("keras.src.layers.input_spec", "keras.InputSpec keras.layers.InputSpec", func() spec.Class {
	return spec.Class{
		Doc: "Says what rank, dtype, shape or sizes a layer asks of its input.",
		Args: arg.Of(
			dtypeArgument(), arg.Any("shape", nil).As("-").Says("the shape, with None for any size"), arg.Any("ndim", nil).As("-").Says("the rank"),
			arg.Check(shapeAndRank), arg.Int("max_ndim", nil), arg.Int("min_ndim", nil), arg.Any("axes", nil).As("-").Says("a dict of axes and sizes"),
			arg.Bool("allow_last_axis_squeeze", false), arg.Any("name", nil), arg.Bool("optional", false), arg.Check(readAxes),
		),
		Config: spec.Keys("dtype", "shape", "ndim", "max_ndim", "min_ndim", "axes", "optional"), FromConfig: spec.Construct,
		Methods: []spec.Method{{Name: "__repr__", Do: reprSpec}},
	}
})

func dtypeArgument() arg.Arg {
	a := arg.Any("dtype", nil)
	a.Kind = &arg.Kind{Name: "dtype", Get: func(l *arg.Instance, _ *arg.Arg, v object.Object) (object.Object, error) {
		if v == object.None {
			return v, nil
		}
		d, err := config.Dtype(l.T, v)
		return object.NewStr(d), err
	}}
	return a
}

func shapeAndRank(l *spec.Instance) error {
	shape := l.Given.Get("shape")
	if shape == object.None {
		return l.SetAll("ndim", l.Given.Get("ndim"), "shape", nil)
	}
	s, err := StandardizeShape(l.T, shape)
	if err != nil {
		return err
	}
	return l.SetAll("shape", s.Object(), "ndim", len(s))
}

func readAxes(l *spec.Instance) error {
	given := l.Given.Get("axes")
	axes := object.NewDict()
	if set, err := object.Truth(l.T, given); err != nil {
		return err
	} else if set {
		keys, err := object.Items(l.T, given)
		for i := 0; i < len(keys) && err == nil; i++ {
			var size object.Object
			n, ok := axisOf(keys[i])
			if !ok {
				return l.BadType("axes", given, "a dict with integer keys")
			}
			if size, err = object.GetItem(l.T, given, keys[i]); err == nil {
				_ = axes.Set(nil, object.Int(n), size)
			}
		}
		if object.IsKind(err, object.ValueErrorClass) || object.IsKind(err, object.TypeErrorClass) {
			return l.BadType("axes", given, "a dict with integer keys")
		}
		if err != nil {
			return err
		}
	}
	if err := l.Set("axes", axes); err != nil || axes.Len() == 0 {
		return err
	}
	most := l.Int("ndim")
	if most == 0 {
		most = l.Int("max_ndim")
	}
	if l.IsNone("ndim") && l.IsNone("max_ndim") {
		return nil
	}
	for k := range axes.All() {
		if n, _ := axisOf(k); n > most-1 {
			return l.Fail("axes", "axis %d is beyond the last axis, %d.", n, most-1)
		}
	}
	return nil
}

func axisOf(k object.Object) (int, bool) {
	switch x := object.Of(k).(type) {
	case object.Int:
		return int(x), true
	case object.Float:
		return int(x), true
	case object.Bool:
		if x {
			return 1, true
		}
		return 0, true
	case *object.Str:
		n, err := strconv.Atoi(x.String())
		return n, err == nil
	}
	return 0, false
}

func reprSpec(l *spec.Instance, _ []object.Object) (object.Object, error) {
	text := ""
	for _, name := range []string{"dtype", "shape", "ndim", "max_ndim", "min_ndim", "axes"} {
		v := l.Value(name)
		if set, err := object.Truth(l.T, v); err != nil || !set {
			continue
		}
		shown, err := object.ToStr(l.T, v)
		if err != nil {
			return nil, err
		}
		if text != "" {
			text += ", "
		}
		text += name + "=" + shown
	}
	return object.NewStr("InputSpec(" + text + ")"), nil
}

// StandardizeShape reads a shape as Keras does: any iterable of integers from 0 up and None.
func StandardizeShape(t *object.Thread, v object.Object) (spec.Shape, error) {
	bad := func() error {
		return object.ValueError("A shape must be a tuple of integers from 0 up and None, got %s.", arg.Repr(t, v))
	}
	items, err := object.Items(t, v)
	if err != nil {
		if object.IsKind(err, object.TypeErrorClass) {
			return nil, bad()
		}
		return nil, err
	}
	s := make(spec.Shape, len(items))
	for i, d := range items {
		if d == object.None {
			s[i] = tensor.Unknown
			continue
		}
		if c := d.Class(); c.IsSubclass(object.StrClass) || c.IsSubclass(object.FloatClass) { // int() would take them
			return nil, bad()
		}
		n, err := object.ToSize(t, d)
		if err != nil || n < 0 {
			return nil, bad()
		}
		s[i] = n
	}
	return s, nil
}

// SetInputSpec sets the layer's input_spec: min, max or exact rank under the names of InputSpec's arguments, in turn with
// their values.
func SetInputSpec(l *spec.Instance, pairs ...any) error {
	s, err := InputSpec.New(l.T, arg.Pairs(pairs...)...)
	if err != nil {
		return err
	}
	return l.Set("input_spec", s)
}

// Axes makes the axes argument of an InputSpec: axes and sizes in turn, Unknown for any size.
func Axes(pairs ...int) object.Object {
	d := object.NewDict()
	for i := 0; i+1 < len(pairs); i += 2 {
		var size object.Object = object.Int(pairs[i+1])
		if pairs[i+1] == tensor.Unknown {
			size = object.None
		}
		_ = d.Set(nil, object.Int(pairs[i]), size)
	}
	return d
}

// BadInput is the subject of the ValueError about an input that a layer's input_spec refuses.
type BadInput struct {
	Layer *object.Instance
	Input object.Object
	// Index is the position among the inputs; What names the rule: "ndim", "max_ndim", "min_ndim", "dtype", "axes", "shape",
	// "count", "tensor", "missing".
	Index int
	What  string
	// Want is what the rule asks for; for axes, Axis is the axis.
	Want object.Object
	Axis int
}

func (b BadInput) refuse(format string, a ...any) error {
	e := object.ValueError("Input %d of %s '%s' does not fit: ", b.Index, b.Layer.Class().Name, operation.Name(b.Layer))
	e = object.ValueError("%s%s", e.Message(), object.ValueError(format, a...).Message())
	e.Subject = b
	return e
}

// checkInput compares a layer's first argument with its input_spec.
func checkInput(t *object.Thread, op *object.Instance, input object.Object) error {
	want := op.Attr("_input_spec")
	if b, ok := op.Class().Lookup(object.Intern("input_spec")).(*object.GetSet); !ok || b == nil {
		v, err := object.GetAttr(t, op, object.Intern("input_spec"))
		if err != nil {
			return err
		}
		want = v
	}
	if want == nil || want == object.None {
		return nil
	}
	if set, err := object.Truth(t, want); err != nil || !set {
		return err
	}
	specs := tree.Flatten(want)
	inputs, err := flatInputs(t, op, specs, input)
	if err != nil {
		return err
	}
	if len(inputs) != len(specs) {
		return BadInput{Layer: op, Input: input, What: "count", Want: object.Int(len(specs))}.refuse(
			"the layer takes %d input(s), and it was given %d.", len(specs), len(inputs))
	}
	for i, x := range inputs {
		if err := checkOne(t, op, i, x, specs[i]); err != nil {
			return err
		}
	}
	return nil
}

// flatInputs lists the inputs in the order of the specs: by name where a dict is given and all specs have names.
func flatInputs(t *object.Thread, op *object.Instance, specs []object.Object, input object.Object) ([]object.Object, error) {
	d, ok := object.Of(input).(*object.Dict)
	if !ok {
		return tree.Flatten(input), nil
	}
	var out []object.Object
	for _, s := range specs {
		i, ok := s.(*object.Instance)
		if !ok {
			return tree.Flatten(input), nil
		}
		name := self(t, i).Str("name")
		if name == "" {
			return tree.Flatten(input), nil
		}
		v := d.GetName(name)
		if v == nil {
			return nil, BadInput{Layer: op, Input: input, What: "missing", Want: object.NewStr(name)}.refuse("the dict has no key '%s'.", name)
		}
		out = append(out, v)
	}
	return tree.Flatten(object.NewList(out...)), nil
}

func checkOne(t *object.Thread, op *object.Instance, index int, x, want object.Object) error {
	i, ok := want.(*object.Instance)
	if !ok {
		return nil
	}
	s := self(t, i)
	if x == object.None && s.Bool("optional") {
		return nil
	}
	b := BadInput{Layer: op, Input: x, Index: index}
	shape, ok := tensorShapeOf(t, x)
	if !ok {
		b.What = "tensor"
		return b.refuse("it is no tensor but a value of type %s.", x.Class().Name)
	}
	squeeze := s.Bool("allow_last_axis_squeeze")
	for _, rule := range []struct {
		name, words string
		bad         func(n int) bool
	}{
		{"ndim", "exactly", func(n int) bool { return !squeeze && len(shape) != n }},
		{"max_ndim", "at most", func(n int) bool { return len(shape) > n }},
		{"min_ndim", "at least", func(n int) bool { return len(shape) < n }},
	} {
		if !s.IsNone(rule.name) && rule.bad(s.Int(rule.name)) {
			b.What, b.Want = rule.name, s.Value(rule.name)
			return b.refuse("it must have %s %d dimensions, and its shape %s has %d.", rule.words, s.Int(rule.name), shape.String(), len(shape))
		}
	}
	return checkSizes(t, s, b, shape, squeeze)
}

func tensorShapeOf(t *object.Thread, x object.Object) (spec.Shape, bool) {
	if k, ok := x.(*tensor.KerasTensor); ok {
		return k.Shape.Plain(), true
	}
	v, err := object.LookupAttr(t, x, object.Intern("shape"))
	if v == nil || err != nil {
		return nil, false
	}
	s, err := StandardizeShape(t, v)
	return s, err == nil
}

func checkSizes(t *object.Thread, s *spec.Instance, b BadInput, shape spec.Shape, squeeze bool) error {
	if !s.IsNone("dtype") {
		got := ""
		if v, err := object.GetAttr(t, b.Input, object.Intern("dtype")); err == nil {
			got, _ = config.Dtype(t, v)
		}
		if want := s.Str("dtype"); got != want {
			b.What, b.Want = "dtype", s.Value("dtype")
			return b.refuse("its dtype must be %s, and it is %s.", want, got)
		}
	}
	if axes, ok := object.Of(s.Value("axes")).(*object.Dict); ok {
		for k, v := range axes.All() {
			axis, ok := axisOf(k)
			if !ok {
				continue
			}
			if err := checkAxis(b, axis, v, shape); err != nil {
				return err
			}
		}
	}
	want, ok := spec.ReadShape(s.Value("shape"))
	if !ok {
		return nil
	}
	full := shape
	if squeeze {
		shape, want = withoutLastOne(shape), withoutLastOne(want)
	}
	for i := 0; i < len(want) && i < len(shape); i++ {
		if want[i] != tensor.Unknown && shape[i] != tensor.Unknown && want[i] != shape[i] {
			b.What, b.Want = "shape", s.Value("shape")
			return b.refuse("its shape must be %s, and it is %s.", arg.Repr(t, s.Value("shape")), full.String())
		}
	}
	return nil
}

func checkAxis(b BadInput, axis int, size object.Object, shape spec.Shape) error {
	n, ok := object.Of(size).(object.Int)
	if !ok {
		return nil
	}
	at := axis
	if at < 0 {
		at += len(shape)
	}
	if at < 0 || at >= len(shape) {
		return object.NewError(object.IndexErrorClass, "tuple index out of range")
	}
	if shape[at] != tensor.Unknown && shape[at] != int(n) {
		b.What, b.Want, b.Axis = "axes", size, axis
		return b.refuse("axis %d must have the size %d, and the shape is %s.", axis, int(n), shape.String())
	}
	return nil
}

func withoutLastOne(s spec.Shape) spec.Shape {
	if len(s) > 0 && s[len(s)-1] == 1 {
		return s[:len(s)-1]
	}
	return s
}
