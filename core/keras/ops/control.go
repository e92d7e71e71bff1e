package ops

import (
	"layerglass/core/keras/operation"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// controlOps run functions of the program; on symbols each is run once, on traced values, to see what it returns.
var controlOps = []*Op{
	{Name: "associative_scan", Class: "AssociativeScan", Sig: "f, elems, reverse=False, axis=0", Init: "reverse, axis", Infer: associativeScan, Eager: associativeEager},
	{Name: "cond", Class: "Cond", Sig: "pred, true_fn, false_fn", Infer: cond, Eager: branch},
	{Name: "custom_gradient", Sig: "f", Run: func(c *Call) object.Object { return CustomGradient(c.Arg("f")) }},
	{Name: "fori_loop", Class: "ForiLoop", Sig: "lower, upper, body_fun, init_val", Init: "lower, upper, body_fun", Infer: foriLoop, Value: foriLoopValue, Eager: foriEager},
	{Name: "map", Class: "Map", Sig: "f, xs", Eager: mapEager("f", "xs"), Infer: func(c *Call) object.Object { return c.mapRows(c.Arg("f"), c.Arg("xs")) }},
	{Name: "scan", Class: "Scan", Sig: "f, init, xs=None, length=None, reverse=False, unroll=1", Init: "length, reverse, unroll", Infer: scan, Eager: scanEager},
	{Name: "switch", Class: "Switch", Sig: "index, branches, *operands", Eager: switchBranch, Infer: func(c *Call) object.Object {
		branches := c.Items("branches")
		return c.run(branches[c.at(0, len(branches))], c.Items("operands")...)
	}},
	{Name: "vectorized_map", Class: "VectorizedMap", Sig: "function, elements", Init: "function", Config: "name, function", Eager: mapEager("function", "elements"), Infer: func(c *Call) object.Object {
		return c.mapRows(c.Arg("function"), c.Arg("elements"))
	}},
	{Name: "while_loop", Class: "WhileLoop", Sig: "cond, body, loop_vars, maximum_iterations=None", Init: "cond, body, maximum_iterations",
		Infer: whileLoop, Value: whileLoopValue, Eager: whileEager},
}

func whileLoop(c *Call) object.Object { return c.alikeAll(c.Arg("loop_vars")) }

// whileLoopValue runs condition and body once, as tracing them does.
func whileLoopValue(c *Call) object.Object {
	vars := c.alikeAll(c.Arg("loop_vars"))
	args := []object.Object{vars}
	if isList(vars) {
		args, _ = object.Items(c.T, vars)
	}
	c.run(c.Arg("cond"), args...)
	c.run(c.Arg("body"), args...)
	return c.alikeAll(vars)
}

// alikeAll makes fresh tensors in the form of a structure.
func (c *Call) alikeAll(v object.Object) object.Object {
	out, err := tree.Map(v, func(v object.Object) (object.Object, error) {
		if c.traced {
			return c.New(c.arrayShape(v).Clone(), c.standardOf(v).Name), nil
		}
		return c.New(c.mustShape(v), c.mustDtype(v)), nil
	})
	must(err)
	return out
}

func foriLoop(c *Call) object.Object { return c.Like("init_val") }

func foriLoopValue(c *Call) object.Object {
	start := c.alikeAll(c.Arg("init_val"))
	c.run(c.Arg("body_fun"), c.New(tensor.Shape{}, "int32"), start)
	return c.alikeAll(start)
}

// run calls a function of the program on traced values in the place of symbols.
func (c *Call) run(f object.Object, args ...object.Object) object.Object {
	out, err := operation.Trace(c.T, object.Positional(args...), func(a object.Args) (object.Object, error) { return object.CallArgs(c.T, f, a) })
	must(err)
	return out
}

func cond(c *Call) object.Object {
	a, b := c.run(c.Arg("true_fn")), c.run(c.Arg("false_fn"))
	x, y := tree.Flatten(a), tree.Flatten(b)
	same := len(x) == len(y)
	for i := 0; same && i < len(x); i++ {
		same = c.alike(x[i], y[i])
	}
	if !same {
		c.value("true_fn and false_fn must return the same structure with the same shapes and dtypes, got %s and %s.", c.show(a), c.show(b))
	}
	return a
}

// branch runs the function that the condition names.
func branch(c *Call) object.Object {
	name := "false_fn"
	if c.truth(c.Arg("pred")) {
		name = "true_fn"
	}
	return c.asTensors(c.call(c.Arg(name)))
}

// switchBranch runs the function that an int names; an index beyond the ends means the nearest one.
func switchBranch(c *Call) object.Object {
	branches := c.Items("branches")
	if len(branches) == 0 {
		c.value("branches must hold at least one function.")
	}
	i := min(max(c.Int("index"), 0), len(branches)-1)
	return c.asTensors(c.call(branches[i], c.Items("operands")...))
}

// alike compares two results of branches; numbers count as tensors.
func (c *Call) alike(a, b object.Object) bool {
	if a == object.None || b == object.None {
		return a == b
	}
	s, ok1 := c.shapeOf(a)
	u, ok2 := c.shapeOf(b)
	if !ok1 || !ok2 {
		return ok1 == ok2
	}
	return s.Equal(u) && c.mustDtype(a) == c.mustDtype(b)
}

// mapRows runs f on one row of xs, and gives the results the number of rows as first dimension.
func (c *Call) mapRows(f, xs object.Object) object.Object {
	n := unknown
	first := true
	row, err := tree.Map(xs, func(v object.Object) (object.Object, error) {
		s := c.mustShape(v)
		if len(s) == 0 {
			return nil, object.ValueError("%s() takes tensors with at least one dimension.", c.Op.Name)
		}
		if first {
			n, first = s[0], false
		}
		return c.first(v, s)
	})
	must(err)
	return c.rows(c.run(f, row), n)
}

// first is v[0], as the program would write it.
func (c *Call) first(v object.Object, s tensor.Shape) (object.Object, error) {
	if isSymbol(v) {
		return Do(c.T, "get_item", v, object.Int(0))
	}
	return c.New(s[1:], c.mustDtype(v)), nil
}

// rows puts a first dimension before each result.
func (c *Call) rows(out object.Object, n int) object.Object {
	out, err := tree.Map(out, func(v object.Object) (object.Object, error) {
		x, ok := v.(*tensor.KerasTensor)
		if !ok {
			return nil, object.AttributeError(v, "shape", "The function given to %s() must return tensors, got %s.", c.Op.Name, c.show(v))
		}
		r := c.New(joined(tensor.Shape{n}, x.Shape), x.Dtype)
		r.Sparse, r.Ragged = x.Sparse, x.Ragged
		return r, nil
	})
	must(err)
	return out
}

func scan(c *Call) object.Object {
	n := c.IntOr("length", unknown)
	var x object.Object = object.None
	if c.Given("xs") {
		s := c.mustShape(tree.Flatten(c.Arg("xs"))[0])
		if !c.Given("length") {
			n = s[c.at(0, len(s))]
		}
		xs, ok := c.Arg("xs").(*tensor.KerasTensor)
		if ok {
			row, err := c.first(xs, s)
			must(err)
			x = row
		} else if items := c.Items("xs"); len(items) > 0 {
			x = items[0]
		}
	}
	if n == unknown && !c.Given("xs") {
		c.typeError("the number of steps must be known: give length, or xs with a known first dimension.")
	}
	out := c.run(c.Arg("f"), c.Arg("init"), x)
	pair, err := object.Items(c.T, out)
	must(err)
	if len(pair) != 2 {
		c.value("f must return a pair: the carry and the output of the step.")
	}
	return object.NewTuple(pair[0], c.rows(pair[1], n))
}

func associativeScan(c *Call) object.Object {
	axis := c.Int("axis")
	flatElems := tree.Flatten(c.Arg("elems"))
	if len(flatElems) == 0 {
		c.value("elems must hold at least one tensor.")
	}
	first := c.mustShape(flatElems[0])
	for _, v := range flatElems {
		if s := c.mustShape(v); s[c.at(axis, len(s))] != first[c.at(axis, len(first))] {
			c.value("all tensors of elems must have the same size along axis %d, got shapes %s and %s.", axis, first, s)
		}
	}
	one, err := tree.Map(c.Arg("elems"), func(v object.Object) (object.Object, error) {
		s := c.mustShape(v)
		if i := c.at(axis, len(s)); s[i] != unknown {
			s[i] = min(s[i], 1)
		}
		return c.New(s, c.mustDtype(v)), nil
	})
	must(err)
	out, err := tree.Map(c.run(c.Arg("f"), one, one), func(v object.Object) (object.Object, error) {
		return c.New(first.Clone(), c.mustDtype(v)), nil
	})
	must(err)
	return out
}

// jvp gives the results of fun, and tangents of the same shapes.
func jvp(c *Call) object.Object {
	out := c.run(c.Arg("fun"), c.Items("primals")...)
	var aux object.Object
	if c.Bool("has_aux") {
		pair, err := object.Items(c.T, out)
		must(err)
		if len(pair) != 2 {
			c.value("with has_aux=True fun must return a pair.")
		}
		out, aux = pair[0], pair[1]
	}
	tangents, err := tree.Map(out, func(v object.Object) (object.Object, error) { return c.New(c.mustShape(v), c.mustDtype(v)), nil })
	must(err)
	if aux != nil {
		return object.NewTuple(out, tangents, aux)
	}
	return object.NewTuple(out, tangents)
}
