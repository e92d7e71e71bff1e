package ops

import (
	"strings"
	"sync"

	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// Where jax works, on values or inside a layer's call, some functions ask more of their arguments than Keras says of symbols,
// and tracing gives up where a size or a number decides. A refinement says so and then applies the rule, or one in its place.

type refinement func(c *Call, rule func(*Call) object.Object) object.Object

// refinements are found by the name of the function whose rule it is.
var refinements = sync.OnceValue(func() map[string]refinement {
	m := map[string]refinement{
		"bincount": countedTraced, "cross": crossOfThree, "diag": diagonalOfKnown, "diagonal": diagonalOfKnown, "diagflat": flatOfKnown,
		"digitize": knownSequence("bins"), "searchsorted": knownSequence("sorted_sequence"), "histogram": rankOne("x"), "meshgrid": vectorsOnly,
		"array_split": knownParts, "nonzero": notScalar, "trapezoid": axisOfY, "vander": knownColumns, "view": narrowView, "adaptive_average_pool": adaptiveJax, "adaptive_max_pool": adaptiveJax,
		"fold": wholeFold, "moments": notSynchronized, "stft": knownSignal, "cholesky_inverse": choleskyOfBatch, "lstsq": leastSquaresJax,
		"matrix_rank": rankOfKnown, "pinv": pseudoInverseJax, "solve": solveJax, "solve_triangular": triangularJax,
		"rearrange": knownGroups, "elastic_transform": knownSigma, "hsv_to_rgb": threeChannels, "rgb_to_hsv": threeChannels,
		"rgb_to_grayscale": greyOrThree, "corrcoef": correlationOfKnown, "get_item": noListKey, "moveaxis": sourcesOnce, "pad": growingPad,
		"ldexp": wholeExponent, "slogdet": slogdetJax, "categorical_crossentropy": crossentropyAlong, "sparse_categorical_crossentropy": sparseCrossentropyAlong,
		"multi_hot": denseWhileTraced, "istft": knownFrames, "rfft": rfftJax, "view_as_real": partsOf, "slice": knownStart, "unstack": unstackJax,
		"arctan2": standardArctan, "dot": narrowDot, "norm": vectorOrMatrix, "reshape": knownTarget, "split": insideSplit, "conv": knownChannels, "separable_conv": knownChannels,
		"conv_transpose": knownChannels, "depthwise_conv": knownChannels, "gaussian_blur": floatImages,
		"relu": boolBecomesInt, "hard_tanh": boolBecomesInt, "round": inexactRound,
	}
	for _, n := range []string{"argmax", "argmin"} {
		m[n] = oneAxis(object.TypeErrorClass)
	}
	for _, n := range []string{"nancumsum", "nancumprod"} {
		m[n] = func(c *Call, rule func(*Call) object.Object) object.Object {
			out := oneAxis(object.TypeErrorClass)(c, rule)
			if c.Given("axis") {
				c.axis(c.Int("axis"), len(c.Shape("x")))
			}
			return out
		}
	}
	m["count_nonzero"], m["log_softmax"] = hashableAxis(nil), hashableAxis(noTruth)
	for _, n := range []string{"gcd", "lcm"} {
		m[n] = func(c *Call, _ func(*Call) object.Object) object.Object {
			d := c.ResultOf("x1", "x2")
			if !isWhole(d) || d == "bool" {
				c.value("the arguments must be ints, got dtype %s.", d)
			}
			return c.New(c.broadcastOf("x1", "x2"), d)
		}
	}
	for _, n := range []string{"logdet", "logsumexp"} {
		m[n] = func(c *Call, rule func(*Call) object.Object) object.Object {
			x := rule(c).(*tensor.KerasTensor)
			x.Dtype = c.orFloatx(c.Dtype("x"))
			return x
		}
	}
	for _, n := range []string{"lu_factor", "qr", "svd"} {
		m[n] = func(c *Call, rule func(*Call) object.Object) object.Object { return floats(c, rule(c)) }
	}
	for _, n := range []string{"subtract", "ptp", "log_sigmoid", "softmax", "cdist"} {
		m[n] = noTruth
	}
	return m
})

// ruleOf is the rule for this call.
func (c *Call) ruleOf(r *Op) func(*Call) object.Object {
	rule := r.Infer
	if c.traced && r.Value != nil {
		rule = r.Value
	}
	if !c.jax() {
		return rule
	}
	more := refinements()[r.Name]
	if more == nil {
		return rule
	}
	return func(c *Call) object.Object { return more(c, rule) }
}

func inconclusive(format string, a ...any) {
	fail(object.NewError(tensor.InconclusiveClass, format, a...))
}

func concretization(format string, a ...any) {
	fail(object.NewError(ConcretizationErrorClass, format, a...))
}

// atLeast reports whether a >= b; where it depends on the unknown size, tracing ends.
func (c *Call) atLeast(a, b int) bool {
	if a >= 0 && b >= 0 {
		return a >= b
	}
	yes, no := tensor.SubDims(a, b), tensor.SubDims(b, a)
	switch {
	case yes != unknown && tensor.LeastDim(yes) >= 0:
		return true
	case no != unknown && tensor.LeastDim(no) > 0:
		return false
	}
	inconclusive("%s(): whether %s is at least %s depends on the unknown size, which a layer's call must not ask for.", c.Op.Name, tensor.DimString(a), tensor.DimString(b))
	return false
}

func hasExpr(s tensor.Shape) bool {
	for _, d := range s {
		if tensor.IsExpr(d) {
			return true
		}
	}
	return false
}

// floats gives whole tensors of a result floatx.
func floats(c *Call, out object.Object) object.Object {
	eachResult(out, func(i int, x *tensor.KerasTensor) {
		if isWhole(x.Dtype) && !(c.Op.Name == "lu_factor" && i == 1) {
			x.Dtype = "float32"
		}
	})
	return out
}

func eachResult(out object.Object, f func(int, *tensor.KerasTensor)) {
	switch x := out.(type) {
	case *tensor.KerasTensor:
		f(0, x)
	case *object.Tuple:
		for i, v := range x.Items {
			if y, ok := v.(*tensor.KerasTensor); ok {
				f(i, y)
			}
		}
	}
}

// noTruth refuses bools, which jax neither subtracts nor negates.
func noTruth(c *Call, rule func(*Call) object.Object) object.Object {
	for _, n := range []string{"x", "x1", "x2", "y"} {
		for i, p := range c.Op.sig.Params {
			if p.Name.String() != n || c.values[i] == nil {
				continue
			}
			if c.promoted(c.values[i]).Name != "bool" {
				return rule(c)
			}
		}
	}
	c.typeError("bools are not taken: cast them first.")
	return nil
}

func boolBecomesInt(c *Call, rule func(*Call) object.Object) object.Object {
	x := rule(c).(*tensor.KerasTensor)
	x.Dtype = boolToInt(x.Dtype)
	return x
}

func inexactRound(c *Call, rule func(*Call) object.Object) object.Object {
	if c.Dtype("x") == "bool" {
		c.value("bools have nothing to round: cast them first.")
	}
	return rule(c)
}

func oneAxis(class *object.Class) refinement {
	return func(c *Call, rule func(*Call) object.Object) object.Object {
		if a := c.Arg("axis"); a != object.None && !isInt(a) {
			if _, list := object.Of(a).(*object.List); list && c.Op.Name != "argmax" && c.Op.Name != "argmin" {
				class = object.ValueErrorClass
			}
			fail(object.NewError(class, "%s() takes an int as axis, or None, got %s.", c.Op.Name, c.show(a)))
		}
		return rule(c)
	}
}

// hashableAxis refuses a list, which jax cannot keep as a static argument.
func hashableAxis(then refinement) refinement {
	return func(c *Call, rule func(*Call) object.Object) object.Object {
		if _, list := object.Of(c.Arg("axis")).(*object.List); list {
			c.value("axis must be an int or a tuple of ints, got the list %s.", c.show(c.Arg("axis")))
		}
		if then != nil {
			return then(c, rule)
		}
		return rule(c)
	}
}

func standardArctan(c *Call, rule func(*Call) object.Object) object.Object {
	x := rule(c).(*tensor.KerasTensor)
	x.Dtype = c.Result(c.standard("x1"), c.standard("x2"), WeakFloat)
	return x
}

func narrowDot(c *Call, rule func(*Call) object.Object) object.Object {
	for i, n := range []string{"x1", "x2"} {
		if d := c.promoted(c.Arg(n)).Name; (d == "int8" || d == "uint8") && isNumber(c.Arg([]string{"x2", "x1"}[i])) {
			c.typeError("%s of dtype %s cannot be multiplied with a number.", n, d)
		}
	}
	return rule(c)
}

// knownTarget refuses sizes that are tensors: jax needs their numbers.
func knownTarget(c *Call, rule func(*Call) object.Object) object.Object {
	isTraced := func(v object.Object) bool {
		x, ok := v.(*tensor.KerasTensor)
		return ok && x.Kind == tensor.JaxTraced
	}
	v := c.Arg("newshape")
	if isTraced(v) {
		if hasExpr(v.(*tensor.KerasTensor).Shape) {
			inconclusive("reshape() needs to know how many sizes newshape holds (shape %s).", v.(*tensor.KerasTensor).Shape)
		}
		c.typeError("newshape must hold ints: its numbers are not known while a layer's call is traced. Take sizes from keras.ops.shape(x).")
	}
	if items, ok := object.Of(v).(*object.Tuple); ok {
		zero, infer := false, false
		for _, d := range items.Items {
			if isTraced(d) {
				c.typeError("newshape must hold ints, got a tensor whose number is not known while a layer's call is traced.")
			}
			zero = zero || object.Of(d) == object.Object(object.Int(0))
			infer = infer || object.Of(d) == object.Object(object.Int(-1))
		}
		if zero && infer && hasExpr(c.Shape("x")) {
			fail(object.NewError(object.ZeroDivisionErrorClass, "reshape() cannot divide %s elements into rows of 0.", tensor.DimString(c.Shape("x").Size())))
		}
	}
	return rule(c)
}

func insideSplit(c *Call, rule func(*Call) object.Object) object.Object {
	s := c.Shape("x")
	if d := s[c.axis(c.Int("axis"), len(s))]; tensor.IsExpr(d) && isList(c.Arg("indices_or_sections")) {
		for _, v := range c.Items("indices_or_sections") {
			c.atLeast(d, c.asInt("indices_or_sections", v))
		}
	}
	return rule(c)
}

func wholeExponent(c *Call, rule func(*Call) object.Object) object.Object {
	if c.standard("x2").Name == "bool" {
		c.typeError("x2 must hold ints, got bools.")
	}
	return rule(c)
}

func countedTraced(c *Call, rule func(*Call) object.Object) object.Object {
	s := c.Shape("x")
	switch {
	case c.eager:
		return rule(c)
	case c.Bool("sparse"):
		c.typeError("the shape of a sparse result follows from the numbers, which are not known while a layer's call is traced.")
	case len(s) == 2 && tensor.IsExpr(s[0]):
		inconclusive("bincount() counts row by row, and the number of rows (%s) is not known while a layer's call is traced.", tensor.DimString(s[0]))
	}
	concretization("bincount() gives a result whose size depends on the numbers, which are not known while a layer's call is traced.")
	return nil
}

func crossOfThree(c *Call, rule func(*Call) object.Object) object.Object {
	for i, n := range []string{"x1", "x2"} {
		s, axis := c.Shape(n), c.Arg([]string{"axisa", "axisb"}[i])
		if c.Given("axis") {
			axis = c.Arg("axis")
		}
		if d := s[c.axis(c.asInt("axis", axis), len(s))]; d != 2 && d != 3 {
			c.value("%s must have 2 or 3 components along its axis, got %s.", n, tensor.DimString(d))
		}
	}
	return rule(c)
}

func diagonalOfKnown(c *Call, rule func(*Call) object.Object) object.Object {
	x := rule(c).(*tensor.KerasTensor)
	s, i, j, k := c.Shape("x"), 0, 1, 0
	if c.Op.Name == "diagonal" {
		i, j, k = c.at(c.Int("axis1"), len(s)), c.at(c.Int("axis2"), len(s)), c.Int("offset")
	} else if k = c.Int("k"); len(s) < 2 {
		return x
	}
	if m, n := s[i], s[j]; tensor.IsExpr(m) || tensor.IsExpr(n) {
		if m, n = tensor.SubDims(m, max(-k, 0)), tensor.SubDims(n, max(k, 0)); m == unknown || n == unknown {
			m = 0 // the diagonal lies outside
		} else if !c.atLeast(n, m) {
			m = n
		}
		x.Shape[len(x.Shape)-1] = m
	}
	return x
}

func flatOfKnown(c *Call, rule func(*Call) object.Object) object.Object {
	if n := c.Shape("x").Size(); tensor.IsExpr(n) {
		c.typeError("the size of x (%s) must be known.", tensor.DimString(n))
	}
	return rule(c)
}

func knownSequence(name string) refinement {
	return func(c *Call, rule func(*Call) object.Object) object.Object {
		x := rule(c)
		if s := c.Shape(name); len(s) == 1 && tensor.IsExpr(s[0]) {
			inconclusive("%s() needs the size of %s, which is not known while a layer's call is traced.", c.Op.Name, name)
		}
		return x
	}
}

func rankOne(name string) refinement {
	return func(c *Call, rule func(*Call) object.Object) object.Object {
		if s := c.Shape(name); len(s) != 1 {
			c.value("%s must have one dimension, got shape %s.", name, s)
		}
		return rule(c)
	}
}

func vectorsOnly(c *Call, rule func(*Call) object.Object) object.Object {
	for _, v := range c.Items("x") {
		if s := c.mustShape(v); len(s) != 1 {
			c.value("each argument must have one dimension, got shape %s.", s)
		}
	}
	return rule(c)
}

func knownParts(c *Call, rule func(*Call) object.Object) object.Object {
	if s, i := c.Shape("x"), c.Int("axis"); i >= -len(s) && i < len(s) && tensor.IsExpr(s[c.at(i, len(s))]) {
		c.typeError("the size of x along axis %d is not known while a layer's call is traced (shape %s).", i, s)
	}
	return rule(c)
}

func notScalar(c *Call, rule func(*Call) object.Object) object.Object {
	if len(c.Shape("x")) == 0 {
		c.value("x must have at least one dimension.")
	}
	return rule(c)
}

func axisOfY(c *Call, rule func(*Call) object.Object) object.Object {
	c.axis(c.Int("axis"), len(c.Shape("y")))
	return rule(c)
}

func knownColumns(c *Call, rule func(*Call) object.Object) object.Object {
	if s := c.Shape("x"); !c.Given("N") && hasExpr(s) {
		c.typeError("N must be given where the size of x is not known (shape %s).", s)
	}
	return rule(c)
}

func narrowView(c *Call, rule func(*Call) object.Object) object.Object {
	if c.Given("dtype") {
		c.Set("dtype", object.NewStr(narrowed(c.dtypeOr(""), false)))
	}
	return rule(c)
}

// knownGroups refuses what Keras works out with its own operations: they make a tensor of a size while a call is traced.
func knownGroups(c *Call, rule func(*Call) object.Object) object.Object {
	given := c.axisLengths()
	out := rule(c)
	if c.eager {
		return out
	}
	from, _, _ := strings.Cut(c.Text("pattern"), "->")
	for _, g := range axisGroups(from) {
		for _, a := range g.axes {
			if _, known := given[a]; g.grouped && !known {
				c.typeError("inside a layer's call each size in brackets must be given, here that of '%s'.", a)
			}
		}
	}
	return out
}

func correlationOfKnown(c *Call, rule func(*Call) object.Object) object.Object {
	if s := c.Shape("x"); len(s) > 2 || len(s) == 2 && tensor.IsExpr(s[0]) {
		c.value("x must have at most two dimensions and a known number of rows, got shape %s.", s)
	}
	return rule(c)
}

func noListKey(c *Call, rule func(*Call) object.Object) object.Object {
	if c.eager {
		return rule(c)
	}
	switch key := object.Of(c.Arg("key")).(type) {
	case *object.List:
		c.typeError("jax takes no list as an index; make it an array, or write it in a tuple.")
	case object.Bool: // picks all or nothing, along a new dimension
		n := 0
		if key {
			n = 1
		}
		return c.New(joined(tensor.Shape{n}, c.Shape("x")), c.Dtype("x"))
	}
	return rule(c)
}

func sourcesOnce(c *Call, rule func(*Call) object.Object) object.Object {
	s := c.Shape("x")
	seen := make([]bool, len(s))
	for _, a := range c.Ints("source") {
		if i := c.axis(a, len(s)); seen[i] {
			c.typeError("source names the axis %d twice.", a)
		} else {
			seen[i] = true
		}
	}
	return rule(c)
}

func growingPad(c *Call, rule func(*Call) object.Object) object.Object {
	out := rule(c)
	for _, w := range c.padding() {
		if w[0] < 0 || w[1] < 0 {
			c.value("pad_width must not be negative, got %s.", c.show(c.Arg("pad_width")))
		}
	}
	return out
}

func partsOf(c *Call, _ func(*Call) object.Object) object.Object {
	d := c.Dtype("x")
	switch d {
	case "complex64":
		d = "float32"
	case "complex128":
		d = "float64"
	}
	return c.New(append(c.Shape("x"), 2), d)
}

func knownStart(c *Call, rule func(*Call) object.Object) object.Object {
	if x, ok := c.Arg("start_indices").(*tensor.KerasTensor); ok && !c.eager && x.Kind != tensor.Eager {
		for _, v := range c.Items("shape") {
			if object.Of(v) == object.Object(object.Int(-1)) {
				c.typeError("-1 in shape needs start_indices that are known.")
			}
		}
	}
	return rule(c)
}

// unstackJax looks at x alone: num is not read.
func unstackJax(c *Call, rule func(*Call) object.Object) object.Object {
	s := c.Shape("x")
	n := s[c.axis(c.Int("axis"), len(s))]
	if tensor.IsExpr(n) {
		c.typeError("the size of x along axis %d is not known (shape %s).", c.Int("axis"), s)
	}
	c.Set("num", object.Int(n))
	return rule(c)
}
