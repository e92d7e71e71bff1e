package normalization

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/calc"
	"layerglass/core/keras/initializers"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/layers/core"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// SpectralNormalization keeps the largest stretch of another layer's kernel at one.
var SpectralNormalization = spec.Declare("keras.src.layers.normalization.spectral_normalization", "keras.layers.SpectralNormalization", func() spec.Class {
	return spec.Class{
		Base: core.Wrapper,
		Doc:  "Divides another layer's kernel by its largest singular value while training.",
		Args: arg.Of(arg.Any("layer").ToBase().Says("the layer whose kernel is divided"), arg.Check(checkIterations),
			arg.Int("power_iterations", 1).Says("how many steps look for the largest singular value")),
		Kwargs: "kwargs", Config: spec.Keys("power_iterations"),
		Takes: "inputs, training=False",
		Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			c := layers.NewCalc(l)
			if c.Truth(a[1]) && !tensor.ShapeOnly(a[0]) {
				if c.Err = normalize(l); c.Err != nil {
					return nil, c.Err
				}
			}
			y := c.Call(l.Value("layer"), a[:1])
			return c.End(c.Do("cast", y, c.Attr(a[0], "dtype")))
		},
		Methods: []spec.Method{
			{Name: "build", Takes: "input_shape", Do: buildSpectral},
			{Name: "compute_output_shape", Takes: "input_shape", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				return object.CallMethod(l.T, l.Value("layer"), "compute_output_shape", a...)
			}},
		},
	}
})

// normalize divides the kernel by its largest singular value, which some steps of power iteration find.
func normalize(l *spec.Instance) error {
	c := calc.New(l.T)
	kernel, u := l.Value("kernel"), c.Attr(l.Value("vector_u"), "value")
	if c.Truth(c.Do("all", c.Do("equal", kernel, 0))) || c.Err != nil {
		return c.Err
	}
	shape := c.Shape(kernel)
	if c.Err != nil || len(shape) == 0 {
		return c.Err
	}
	w := c.Do("reshape", kernel, []int{-1, shape[len(shape)-1]})
	unit := func(x object.Object) object.Object {
		return c.Do("normalize", x, calc.KW("axis", object.None), calc.KW("order", 2))
	}
	var v object.Object
	for range l.Int("power_iterations") {
		v = unit(c.Do("matmul", u, c.Do("transpose", w)))
		if u = unit(c.Do("matmul", v, w)); c.Err != nil {
			return c.Err
		}
	}
	u, v = c.Do("stop_gradient", u), c.Do("stop_gradient", v)
	sigma := c.Do("matmul", c.Do("matmul", v, w), c.Do("transpose", u))
	c.Assign(l.Value("vector_u"), c.Cast(u, c.Attr(l.Value("vector_u"), "dtype")))
	c.Assign(kernel, c.Cast(c.Do("reshape", c.Div(kernel, sigma), shape), c.Attr(kernel, "dtype")))
	return c.Err
}

func checkIterations(l *spec.Instance) error {
	low, err := l.Compare("power_iterations", object.Le, 0)
	if err == nil && low {
		err = l.Bad("power_iterations", l.Value("power_iterations"), "above 0")
	}
	return err
}

func buildSpectral(l *spec.Instance, a []object.Object) (object.Object, error) {
	if err := core.BuildInner(l, "layer", a[0]); err != nil {
		return nil, err
	}
	size, err := object.GetItem(l.T, a[0], object.Int(-1))
	if err != nil {
		return nil, err
	}
	axes := object.NewDict()
	_ = axes.Set(nil, object.Int(-1), size)
	if err := layers.SetInputSpec(l, "min_ndim", 1, "axes", axes); err != nil {
		return nil, err
	}
	kernel, err := kernelOf(l)
	if err != nil {
		return nil, err
	}
	c := layers.NewCalc(l)
	shape := c.Attr(kernel, "shape")
	last := c.Index(shape, -1)
	dtype := c.Attr(kernel, "dtype")
	if c.Err != nil {
		return nil, c.Err
	}
	if err := l.SetAll("kernel", kernel, "kernel_shape", shape); err != nil {
		return nil, err
	}
	normal, err := initializers.TruncatedNormal.New(l.T, arg.Pairs("stddev", 0.02)...)
	if err != nil {
		return nil, err
	}
	return nil, layers.AddWeight(l, "vector_u", "vector_u", layers.Weight{Shape: object.NewTuple(object.Int(1), last), Initializer: normal,
		Frozen: true, Dtype: dtype})
}

// kernelOf returns the weight of the inner layer that is divided.
func kernelOf(l *spec.Instance) (object.Object, error) {
	layer := l.Value("layer")
	for _, name := range []string{"kernel", "embeddings"} {
		if v, err := object.LookupAttr(l.T, layer, object.Intern(name)); err != nil || v != nil {
			if !object.IsKind(err, object.AttributeErrorClass) {
				return v, err
			}
		}
	}
	return nil, l.Fail("layer", "the layer must have a weight called kernel or embeddings, and %s has none.", layer.Class().Name)
}
