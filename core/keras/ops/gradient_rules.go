package ops

import (
	"math"
	"sync"

	"layerglass/core/keras/config"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// gradientRules are the rules of the operations that have one, by their paths.
var gradientRules func() map[string]func(*flow)

func init() { gradientRules = sync.OnceValue(makeGradientRules) } // the rules need one another

func makeGradientRules() map[string]func(*flow) {
	rules := map[string]func(*flow){}
	for name, slope := range slopes() {
		rules[name] = func(f *flow) {
			x := f.Arg(f.first())
			f.give(x, f.mul(f.g[0], slope(f, x, f.y(0))))
		}
	}
	for name, make := range compositions() {
		rules[name] = func(f *flow) { f.replay(func(f *flow) []object.Object { return []object.Object{make(f)} }) }
	}
	for _, name := range constants {
		rules[name] = func(*flow) {}
	}
	for _, list := range []map[string]func(*flow){arithmeticRules(), reductionRules(), shapeRules(), linearRules(), windowRules(), orderRules(), matrixRules()} {
		for name, rule := range list {
			rules[name] = rule
		}
	}
	for operator, function := range map[string]string{"sub": "subtract", "mul": "multiply", "truediv": "divide", "floordiv": "floor_divide", "pow": "power"} {
		rules[operator] = rules[function]
	}
	return rules
}

// constants are the operations that do not change with a small change of their arguments, or hold gradients back.
var constants = fields("floor, ceil, round, trunc, stop_gradient, zeros_like, ones_like, full_like, heaviside, floor_divide, random.randint, one_hot, multi_hot")

// first is the name of the first parameter.
func (f *flow) first() string { return f.Op.sig.Params[0].Name.String() }

// slopes are the derivatives of functions of one argument, of x and the result y.
func slopes() map[string]func(f *flow, x, y object.Object) object.Object {
	return map[string]func(f *flow, x, y object.Object) object.Object{
		"sign":       func(f *flow, x, _ object.Object) object.Object { return f.do("zeros_like", x) },
		"absolute":   func(f *flow, x, _ object.Object) object.Object { return f.do("sign", x) },
		"fabs":       func(f *flow, x, _ object.Object) object.Object { return f.do("sign", x) },
		"negative":   func(f *flow, x, _ object.Object) object.Object { return f.do("full_like", x, -1.0) },
		"exp":        func(_ *flow, _, y object.Object) object.Object { return y },
		"exp2":       func(f *flow, _, y object.Object) object.Object { return f.mul(y, math.Ln2) },
		"expm1":      func(f *flow, _, y object.Object) object.Object { return f.add(y, 1.0) },
		"log":        func(f *flow, x, _ object.Object) object.Object { return f.div(1.0, x) },
		"log1p":      func(f *flow, x, _ object.Object) object.Object { return f.div(1.0, f.add(x, 1.0)) },
		"log2":       func(f *flow, x, _ object.Object) object.Object { return f.div(1/math.Ln2, x) },
		"log10":      func(f *flow, x, _ object.Object) object.Object { return f.div(1/math.Ln10, x) },
		"sqrt":       func(f *flow, _, y object.Object) object.Object { return f.div(0.5, y) },
		"rsqrt":      func(f *flow, x, y object.Object) object.Object { return f.mul(-0.5, f.div(y, x)) },
		"cbrt":       func(f *flow, x, y object.Object) object.Object { return f.div(y, f.mul(3.0, x)) },
		"square":     func(f *flow, x, _ object.Object) object.Object { return f.mul(2.0, x) },
		"reciprocal": func(f *flow, _, y object.Object) object.Object { return f.do("negative", f.do("square", y)) },
		"sin":        func(f *flow, x, _ object.Object) object.Object { return f.do("cos", x) },
		"cos":        func(f *flow, x, _ object.Object) object.Object { return f.do("negative", f.do("sin", x)) },
		"tan":        func(f *flow, _, y object.Object) object.Object { return f.add(1.0, f.do("square", y)) },
		"sinh":       func(f *flow, x, _ object.Object) object.Object { return f.do("cosh", x) },
		"cosh":       func(f *flow, x, _ object.Object) object.Object { return f.do("sinh", x) },
		"tanh":       func(f *flow, _, y object.Object) object.Object { return f.sub(1.0, f.do("square", y)) },
		"arcsin":     func(f *flow, x, _ object.Object) object.Object { return f.do("rsqrt", f.sub(1.0, f.do("square", x))) },
		"arccos": func(f *flow, x, _ object.Object) object.Object {
			return f.do("negative", f.do("rsqrt", f.sub(1.0, f.do("square", x))))
		},
		"arctan":  func(f *flow, x, _ object.Object) object.Object { return f.div(1.0, f.add(1.0, f.do("square", x))) },
		"arcsinh": func(f *flow, x, _ object.Object) object.Object { return f.do("rsqrt", f.add(f.do("square", x), 1.0)) },
		"arccosh": func(f *flow, x, _ object.Object) object.Object { return f.do("rsqrt", f.sub(f.do("square", x), 1.0)) },
		"arctanh": func(f *flow, x, _ object.Object) object.Object { return f.div(1.0, f.sub(1.0, f.do("square", x))) },
		"erf": func(f *flow, x, _ object.Object) object.Object {
			return f.mul(2/math.Sqrt(math.Pi), f.do("exp", f.do("negative", f.do("square", x))))
		},
		"erfc": func(f *flow, x, _ object.Object) object.Object {
			return f.mul(-2/math.Sqrt(math.Pi), f.do("exp", f.do("negative", f.do("square", x))))
		},
		"erfinv": func(f *flow, _, y object.Object) object.Object {
			return f.mul(math.Sqrt(math.Pi)/2, f.do("exp", f.do("square", y)))
		},
		"deg2rad":     func(f *flow, x, _ object.Object) object.Object { return f.do("full_like", x, math.Pi/180) },
		"rad2deg":     func(f *flow, x, _ object.Object) object.Object { return f.do("full_like", x, 180/math.Pi) },
		"relu":        func(f *flow, x, _ object.Object) object.Object { return f.where("greater", x, 0.0) },
		"sigmoid":     func(f *flow, _, y object.Object) object.Object { return f.mul(y, f.sub(1.0, y)) },
		"softplus":    func(f *flow, x, _ object.Object) object.Object { return f.do("sigmoid", x) },
		"log_sigmoid": func(f *flow, x, _ object.Object) object.Object { return f.do("sigmoid", f.do("negative", x)) },
		"softsign": func(f *flow, x, _ object.Object) object.Object {
			return f.div(1.0, f.do("square", f.add(1.0, f.do("absolute", x))))
		},
		"conjugate":         func(f *flow, x, _ object.Object) object.Object { return f.do("ones_like", x) },
		"real":              func(f *flow, x, _ object.Object) object.Object { return f.do("ones_like", x) },
		"copy":              func(f *flow, x, _ object.Object) object.Object { return f.do("ones_like", x) },
		"cast":              func(f *flow, x, _ object.Object) object.Object { return f.do("ones_like", x) },
		"saturate_cast":     func(f *flow, x, _ object.Object) object.Object { return f.do("ones_like", x) },
		"convert_to_tensor": func(f *flow, x, _ object.Object) object.Object { return f.do("ones_like", x) },
		"nan_to_num": func(f *flow, x, _ object.Object) object.Object {
			return f.cast(f.do("isfinite", x), f.Results[0].Dtype)
		},
	}
}

// where is 1 where a comparison holds, and 0 elsewhere, in the dtype of the result.
func (f *flow) where(comparison string, x, y any) object.Object {
	return f.cast(f.do(comparison, x, y), f.Results[0].Dtype)
}

// toSix cuts x to the range from 0 to 6, whose ends have no slope in tensorflow.
func (f *flow) toSix(x object.Object) object.Object {
	cut := f.do("minimum", f.do("maximum", x, 0.0), 6.0)
	if !wide(f.t) {
		return cut
	}
	inside := f.do("logical_and", f.do("greater", x, 0.0), f.do("less", x, 6.0))
	return f.do("where", inside, x, f.do("stop_gradient", cut))
}

// compositions write operations as others, so that their gradients follow.
func compositions() map[string]func(f *flow) object.Object {
	x := func(f *flow) object.Object { return f.Arg(f.first()) }
	pick := func(f *flow, comparison string, a, b any, yes, no object.Object) object.Object {
		return f.do("where", f.do(comparison, a, b), yes, no)
	}
	return map[string]func(f *flow) object.Object{
		"relu6": func(f *flow) object.Object { return f.toSix(x(f)) },
		"silu":  func(f *flow) object.Object { return f.mul(x(f), f.do("sigmoid", x(f))) },
		"hard_sigmoid": func(f *flow) object.Object {
			return f.div(f.toSix(f.add(x(f), 3.0)), 6.0)
		},
		"hard_silu": func(f *flow) object.Object {
			return f.mul(x(f), f.div(f.toSix(f.add(x(f), 3.0)), 6.0))
		},
		"hard_tanh": func(f *flow) object.Object { return f.do("minimum", f.do("maximum", x(f), -1.0), 1.0) },
		"leaky_relu": func(f *flow) object.Object {
			return pick(f, "greater_equal", x(f), 0.0, x(f), f.mul(f.Arg("negative_slope"), x(f)))
		},
		"elu": func(f *flow) object.Object { return f.exponentialUnit(f.Arg("alpha"), 1.0) },
		"selu": func(f *flow) object.Object {
			return f.mul(1.0507009873554805, f.exponentialUnit(object.Float(1.6732632423543772), 1.0))
		},
		"celu":        func(f *flow) object.Object { return f.exponentialUnit(f.Arg("alpha"), f.Arg("alpha")) },
		"gelu":        gaussianUnit,
		"mish":        func(f *flow) object.Object { return f.mul(x(f), f.do("tanh", f.do("softplus", x(f)))) },
		"tanh_shrink": func(f *flow) object.Object { return f.sub(x(f), f.do("tanh", x(f))) },
		"soft_shrink": func(f *flow) object.Object {
			t := f.Arg("threshold")
			low := pick(f, "less", x(f), f.do("negative", t), f.add(x(f), t), object.Float(0))
			return pick(f, "greater", x(f), t, f.sub(x(f), t), low)
		},
		"hard_shrink": func(f *flow) object.Object {
			return pick(f, "greater", f.do("absolute", x(f)), f.Arg("threshold"), x(f), object.Float(0))
		},
		"threshold": func(f *flow) object.Object {
			return pick(f, "greater", x(f), f.Arg("threshold"), x(f), f.Arg("default_value"))
		},
		"squareplus": func(f *flow) object.Object {
			return f.div(f.add(x(f), f.do("sqrt", f.add(f.do("square", x(f)), f.Arg("b")))), 2.0)
		},
		"sparse_sigmoid": func(f *flow) object.Object {
			return f.mul(0.5, f.do("minimum", f.do("maximum", f.add(x(f), 1.0), 0.0), 2.0))
		},
		"sparse_plus": func(f *flow) object.Object {
			middle := f.mul(0.25, f.do("square", f.add(x(f), 1.0)))
			return pick(f, "less_equal", x(f), -1.0, object.Float(0), pick(f, "less", x(f), 1.0, middle, x(f)))
		},
		"glu": func(f *flow) object.Object {
			both := f.do("split", x(f), 2, named("axis", f.Arg("axis"))).(*object.List).Items
			return f.mul(both[0], f.do("sigmoid", both[1]))
		},
		"normalize": func(f *flow) object.Object {
			if !f.Given("order") || f.Int("order") != 2 {
				return f.noGradient("normalize with another order than 2")
			}
			e := 1e-12
			if f.Given("epsilon") {
				e = f.Float("epsilon")
			}
			squares := f.do("sum", f.do("square", x(f)), named("axis", f.Arg("axis")), named("keepdims", true))
			return f.mul(x(f), f.do("rsqrt", f.do("maximum", squares, e*e)))
		},
		"norm": func(f *flow) object.Object {
			if f.Given("ord") {
				if n, ok := object.AsInt64(f.Arg("ord")); !ok || n != 2 {
					return f.noGradient("norm of another order than 2")
				}
			}
			return f.do("sqrt", f.do("sum", f.do("square", x(f)), named("axis", f.Arg("axis")), named("keepdims", f.Arg("keepdims"))))
		},
		"logaddexp": func(f *flow) object.Object {
			a, b := f.Arg("x1"), f.Arg("x2")
			most := f.do("stop_gradient", f.do("maximum", a, b))
			return f.add(most, f.do("log", f.add(f.do("exp", f.sub(a, most)), f.do("exp", f.sub(b, most)))))
		},
		"hypot": func(f *flow) object.Object {
			return f.do("sqrt", f.add(f.do("square", f.Arg("x1")), f.do("square", f.Arg("x2"))))
		},
		"average":                         weightedMean,
		"batch_normalization":             normalizedBatch,
		"layer_normalization":             normalizedLayer,
		"rms_normalization":               func(f *flow) object.Object { return f.rootMeanSquare(f.Arg("scale")) },
		"dot_product_attention":           attended,
		"categorical_crossentropy":        func(f *flow) object.Object { return f.crossentropy(f.Arg("target")) },
		"sparse_categorical_crossentropy": sparseComposed,
		"binary_crossentropy":             binaryComposed,
		"separable_conv": func(f *flow) object.Object {
			n := len(f.shape(f.Arg("inputs"))) - 2
			format := named("data_format", f.Arg("data_format"))
			deep := f.do("depthwise_conv", f.Arg("inputs"), f.Arg("depthwise_kernel"), named("strides", f.Arg("strides")), named("padding", f.Arg("padding")), format,
				named("dilation_rate", f.Arg("dilation_rate")))
			return f.do("conv", deep, f.Arg("pointwise_kernel"), named("strides", ones(n)), named("padding", "valid"), format)
		},
	}
}

func (f *flow) noGradient(of string) object.Object {
	fail(object.NewError(object.NotImplementedErrClass, "The gradient of %s is not modelled here.", of))
	return nil
}

// exponentialUnit is x above 0 and alpha·(exp(x/by) - 1) below.
func (f *flow) exponentialUnit(alpha object.Object, by any) object.Object {
	x := f.Arg(f.first())
	positive := f.do("greater", x, 0.0)
	below := f.do("where", positive, object.Float(0), x) // where it does not count it must not overflow
	return f.do("where", positive, x, f.mul(alpha, f.do("expm1", f.div(below, by))))
}

func gaussianUnit(f *flow) object.Object {
	x := f.Arg("x")
	if f.Bool("approximate") {
		inner := f.mul(math.Sqrt(2/math.Pi), f.add(x, f.mul(0.044715, f.do("power", x, 3))))
		return f.mul(x, f.mul(0.5, f.add(1.0, f.do("tanh", inner))))
	}
	return f.mul(f.mul(0.5, x), f.do("erfc", f.mul(-math.Sqrt2/2, x)))
}

func weightedMean(f *flow) object.Object {
	x, axis := f.Arg("x"), named("axis", f.Arg("axis"))
	if !f.Given("weights") {
		return f.do("mean", x, axis)
	}
	w := f.Arg("weights")
	if s := f.shape(x); len(f.shape(w)) == 1 && len(s) > 1 && f.Given("axis") {
		to := ones(len(s))
		k := f.Int("axis")
		if k < 0 {
			k += len(s)
		}
		to[k] = s[k]
		w = f.do("reshape", w, to)
	}
	w = f.mul(w, f.do("ones_like", x))
	return f.div(f.do("sum", f.mul(x, w), axis), f.do("sum", w, axis))
}

func normalizedBatch(f *flow) object.Object {
	x := f.Arg("x")
	to := ones(len(f.shape(x)))
	for _, a := range f.Axes("axis") {
		if a < 0 {
			a += len(to)
		}
		to[a] = f.shape(x)[a]
	}
	along := func(v object.Object) object.Object { return f.do("reshape", v, to) }
	by := f.do("rsqrt", f.add(along(f.Arg("variance")), f.Arg("epsilon")))
	if f.Given("scale") {
		by = f.mul(by, along(f.Arg("scale")))
	}
	shift := f.mul(f.do("negative", along(f.Arg("mean"))), by)
	if f.Given("offset") {
		shift = f.add(shift, along(f.Arg("offset")))
	}
	return f.add(f.mul(x, by), shift)
}

// overAxes spreads a weight over the axes that it is for.
func (f *flow) overAxes(v object.Object) object.Object {
	s := f.shape(f.Arg("x"))
	to := ones(len(s))
	for _, a := range f.Axes("axis") {
		if a < 0 {
			a += len(s)
		}
		to[a] = s[a]
	}
	return f.do("reshape", v, to)
}

func (f *flow) epsilon() any {
	if f.Given("epsilon") {
		return f.Arg("epsilon")
	}
	return config.Epsilon(f.t)
}

func (f *flow) rootMeanSquare(scale object.Object) object.Object {
	x := f.Arg("x")
	mean := f.do("mean", f.do("square", x), named("axis", f.Axes("axis")), named("keepdims", true))
	out := f.mul(x, f.do("rsqrt", f.add(mean, f.epsilon())))
	if scale != object.None {
		out = f.mul(out, f.overAxes(scale))
	}
	return out
}

func normalizedLayer(f *flow) object.Object {
	x, axis := f.Arg("x"), named("axis", f.Axes("axis"))
	centered := f.sub(x, f.do("mean", x, axis, named("keepdims", true)))
	variance := f.do("mean", f.do("square", centered), axis, named("keepdims", true))
	out := f.mul(centered, f.do("rsqrt", f.add(variance, f.epsilon())))
	if f.Given("gamma") {
		out = f.mul(out, f.overAxes(f.Arg("gamma")))
	}
	if f.Given("beta") {
		out = f.add(out, f.overAxes(f.Arg("beta")))
	}
	return out
}

// crossentropy is that of a target with a share for each class.
func (f *flow) crossentropy(target object.Object) object.Object {
	output, axis := f.Arg("output"), named("axis", f.Arg("axis"))
	var logs object.Object
	if f.Bool("from_logits") {
		logs = f.do("log_softmax", output, axis)
	} else {
		logs = f.do("log", f.bounded(f.div(output, f.do("sum", output, axis, named("keepdims", true)))))
	}
	return f.do("negative", f.do("sum", f.mul(target, logs), axis))
}

// bounded keeps chances away from 0 and 1.
func (f *flow) bounded(x object.Object) object.Object {
	e, _ := object.ToFloat(f.t, config.Epsilon(f.t))
	return f.do("clip", x, e, 1-e)
}

func sparseComposed(f *flow) object.Object {
	output := f.Arg("output")
	shape := f.shape(output)
	target := f.do("cast", f.Arg("target"), "int32")
	if s := f.shape(target); len(s) == len(shape) && s[len(s)-1] == 1 {
		target = f.do("squeeze", target, named("axis", -1))
	}
	axis := f.Int("axis")
	at := axis
	if at < 0 {
		at += len(shape)
	}
	return f.crossentropy(f.do("one_hot", target, shape[at], named("axis", axis), named("dtype", f.Results[0].Dtype)))
}

func binaryComposed(f *flow) object.Object {
	target, output := f.Arg("target"), f.Arg("output")
	var yes, no object.Object
	if f.Bool("from_logits") {
		yes, no = f.do("log_sigmoid", output), f.do("log_sigmoid", f.do("negative", output))
	} else {
		output = f.bounded(output)
		yes, no = f.do("log", output), f.do("log", f.sub(1.0, output))
	}
	return f.do("negative", f.add(f.mul(target, yes), f.mul(f.sub(1.0, target), no)))
}

// attended is attention of heads, as the operation computes it: query, key and value have batch, place, head and feature.
func attended(f *flow) object.Object {
	query, key, value := f.Arg("query"), f.Arg("key"), f.Arg("value")
	q, k := f.shape(query), f.shape(key)
	if len(q) != 4 || len(k) != 4 || q[2] != k[2] {
		return f.noGradient("attention whose heads share keys")
	}
	scale := any(1 / math.Sqrt(float64(q[3])))
	if f.Given("scale") {
		scale = f.Arg("scale")
	}
	scores := f.mul(f.do("einsum", "btnh,bsnh->bnts", query, key), scale)
	if f.Given("bias") {
		scores = f.add(scores, f.Arg("bias"))
	}
	if f.Given("mask") {
		scores = f.do("where", f.Arg("mask"), scores, -1e30)
	}
	if f.Bool("is_causal") {
		seen := f.do("tril", f.do("ones", []int{q[1], k[1]}, named("dtype", "bool")))
		scores = f.do("where", seen, scores, -1e30)
	}
	return f.do("einsum", "bnts,bsnh->btnh", f.do("softmax", scores), value)
}

// arithmeticRules are those of functions of two arguments that are broadcast together.
func arithmeticRules() map[string]func(*flow) {
	both := func(rule func(f *flow, a, b object.Object)) func(*flow) {
		return func(f *flow) {
			p := f.Op.sig.Params
			rule(f, f.Arg(p[0].Name.String()), f.Arg(p[1].Name.String()))
		}
	}
	divide := both(func(f *flow, a, b object.Object) {
		if f.wants(a) {
			f.give(a, f.div(f.g[0], b))
		}
		if f.wants(b) {
			f.give(b, f.do("negative", f.mul(f.g[0], f.div(f.y(0), b))))
		}
	})
	extreme := func(first, second string) func(*flow) {
		return both(func(f *flow, a, b object.Object) {
			if wide(f.t) { // tensorflow gives all to the first of two equal numbers
				mine := f.where(first+"_equal", a, b)
				f.give(a, f.mul(f.g[0], mine))
				f.give(b, f.mul(f.g[0], f.sub(1.0, mine)))
				return
			}
			same := f.mul(0.5, f.where("equal", a, b))
			f.give(a, f.mul(f.g[0], f.add(f.where(first, a, b), same)))
			f.give(b, f.mul(f.g[0], f.add(f.where(second, a, b), same)))
		})
	}
	return map[string]func(*flow){
		"add":      both(func(f *flow, a, b object.Object) { f.give(a, f.g[0]); f.give(b, f.g[0]) }),
		"subtract": both(func(f *flow, a, b object.Object) { f.give(a, f.g[0]); f.giveNegative(b) }),
		"multiply": both(func(f *flow, a, b object.Object) {
			if f.wants(a) {
				f.give(a, f.mul(f.g[0], b))
			}
			if f.wants(b) {
				f.give(b, f.mul(f.g[0], a))
			}
		}),
		"divide": divide, "true_divide": divide,
		"divide_no_nan": both(func(f *flow, a, b object.Object) {
			zero := f.do("equal", b, 0.0)
			safe := f.do("where", zero, 1.0, b)
			f.give(a, f.do("where", zero, 0.0, f.div(f.g[0], safe)))
			if f.wants(b) {
				f.give(b, f.do("where", zero, 0.0, f.do("negative", f.mul(f.g[0], f.div(f.y(0), safe)))))
			}
		}),
		"maximum": extreme("greater", "less"), "fmax": extreme("greater", "less"),
		"minimum": extreme("less", "greater"), "fmin": extreme("less", "greater"),
		"power": both(func(f *flow, a, b object.Object) {
			if f.wants(a) {
				slope := f.mul(b, f.do("power", a, f.do("where", f.do("equal", b, 0), 1.0, f.sub(b, 1))))
				f.give(a, f.mul(f.g[0], slope))
			}
			if f.wants(b) {
				log := f.do("log", f.do("where", f.do("equal", a, 0), 1.0, a))
				f.give(b, f.mul(f.g[0], f.mul(f.y(0), log)))
			}
		}),
		"mod": both(func(f *flow, a, b object.Object) {
			f.give(a, f.g[0])
			if f.wants(b) {
				f.give(b, f.do("negative", f.mul(f.g[0], f.do("floor", f.div(a, b)))))
			}
		}),
		"arctan2": both(func(f *flow, a, b object.Object) {
			by := f.div(f.g[0], f.add(f.do("square", a), f.do("square", b)))
			f.give(a, f.mul(by, b))
			f.give(b, f.do("negative", f.mul(by, a)))
		}),
		"where": func(f *flow) {
			none := f.do("zeros_like", f.g[0])
			f.give(f.Arg("x1"), f.do("where", f.Arg("condition"), f.g[0], none))
			f.give(f.Arg("x2"), f.do("where", f.Arg("condition"), none, f.g[0]))
		},
		"clip": func(f *flow) {
			f.replay(func(f *flow) []object.Object {
				x := f.Arg("x")
				if f.Given("x_min") {
					x = f.do("maximum", x, f.Arg("x_min"))
				}
				if f.Given("x_max") {
					x = f.do("minimum", x, f.Arg("x_max"))
				}
				return []object.Object{x}
			})
		},
		"random.dropout": func(f *flow) {
			kept := f.again(func(v object.Object) object.Object { return f.do("ones_like", v) })
			f.give(f.Arg("inputs"), f.mul(f.g[0], kept))
		},
	}
}

func (f *flow) giveNegative(v object.Object) {
	if f.wants(v) {
		f.give(v, f.do("negative", f.g[0]))
	}
}

// reductionRules are those of functions that bring an axis, or several, to one number.
func reductionRules() map[string]func(*flow) {
	extreme := func(f *flow) {
		x := f.Arg("x")
		y, g := f.spread(f.y(0)), f.spread(f.g[0])
		hit := f.where("equal", x, y)
		count := f.do("sum", hit, named("axis", f.Arg("axis")), named("keepdims", true))
		f.give(x, f.mul(hit, f.div(g, count)))
	}
	variance := func(f *flow, by object.Object) {
		x := f.Arg("x")
		mean := f.do("mean", x, named("axis", f.Arg("axis")), named("keepdims", true))
		f.give(x, f.mul(f.div(f.sub(x, mean), float64(f.reduced())), by))
	}
	normalized := func(of func(f *flow, y, g object.Object) object.Object) func(*flow) {
		return func(f *flow) { f.give(f.Arg("x"), of(f, f.y(0), f.g[0])) }
	}
	total := func(f *flow, v object.Object) object.Object {
		return f.do("sum", v, named("axis", f.Arg("axis")), named("keepdims", true))
	}
	return map[string]func(*flow){
		"sum": func(f *flow) { f.give(f.Arg("x"), f.mul(f.spread(f.g[0]), f.do("ones_like", f.Arg("x")))) },
		"mean": func(f *flow) {
			f.give(f.Arg("x"), f.mul(f.div(f.spread(f.g[0]), float64(f.reduced())), f.do("ones_like", f.Arg("x"))))
		},
		"prod": func(f *flow) { f.give(f.Arg("x"), f.div(f.mul(f.spread(f.g[0]), f.spread(f.y(0))), f.Arg("x"))) },
		"max":  extreme, "min": extreme, "amax": extreme, "amin": extreme,
		"var": func(f *flow) { variance(f, f.mul(2.0, f.spread(f.g[0]))) },
		"std": func(f *flow) { variance(f, f.div(f.spread(f.g[0]), f.spread(f.y(0)))) },
		"logsumexp": func(f *flow) {
			f.give(f.Arg("x"), f.mul(f.spread(f.g[0]), f.do("exp", f.sub(f.Arg("x"), f.spread(f.y(0))))))
		},
		"softmax":     normalized(func(f *flow, y, g object.Object) object.Object { return f.mul(y, f.sub(g, total(f, f.mul(g, y)))) }),
		"log_softmax": normalized(func(f *flow, y, g object.Object) object.Object { return f.sub(g, f.mul(f.do("exp", y), total(f, g))) }),
		"cumsum": func(f *flow) {
			g, axis := f.g[0], f.Arg("axis")
			if axis == object.None {
				axis = object.Int(0)
			}
			back := f.do("flip", f.do("cumsum", f.do("flip", g, named("axis", axis)), named("axis", axis)), named("axis", axis))
			f.give(f.Arg("x"), f.do("reshape", back, []int(f.shape(f.Arg("x")))))
		},
		"moments": func(f *flow) {
			f.replay(func(f *flow) []object.Object {
				x, axis, keep := f.Arg("x"), named("axis", f.Arg("axes")), named("keepdims", f.Arg("keepdims"))
				return []object.Object{f.do("mean", x, axis, keep), f.do("var", x, axis, keep)}
			})
		},
	}
}

// spread gives what a reduction left the dimensions back that it took away, with size 1.
func (f *flow) spread(v object.Object) object.Object {
	s := append(tensor.Shape{}, f.shape(f.Arg("x"))...)
	for i := range s {
		if f.isReduced(i, len(s)) {
			s[i] = 1
		}
	}
	return f.do("reshape", v, []int(s))
}

func (f *flow) isReduced(i, rank int) bool {
	if !f.Given("axis") {
		return true
	}
	for _, a := range f.Axes("axis") {
		if a == i || a+rank == i {
			return true
		}
	}
	return false
}

// reduced is how many numbers become one.
func (f *flow) reduced() int {
	n, s := 1, f.shape(f.Arg("x"))
	for i, d := range s {
		if f.isReduced(i, len(s)) {
			n *= d
		}
	}
	return n
}
