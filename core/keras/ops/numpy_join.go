package ops

import (
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// joinOps put tensors together and take them apart.
var joinOps = []*Op{
	{Name: "append", Class: "Append", Sig: "x1, x2, axis=None", Init: "axis", Infer: appendTensors, Kernel: appendKernel},
	{Name: "array_split", Class: "ArraySplit", Sig: "x, indices_or_sections, axis=0", Init: "indices_or_sections, axis", Prepare: checkSections,
		Infer: arraySplit, Kernel: splitKernel(givenAxis)},
	{Name: "concatenate", Class: "Concatenate", Sig: "xs, axis=0", Init: "axis", Prepare: noLoneTensor("xs"), Setup: func(c *Call) {
		if !c.Given("axis") {
			c.value("axis must not be None.")
		}
	}, Infer: concatenate, Kernel: concatKernel},
	{Name: "dsplit", Class: "Dsplit", Sig: "x, indices_or_sections", Init: "indices_or_sections", Infer: splitAlong(3, 2), Kernel: splitKernel(fixedAxis(2))},
	{Name: "dstack", Class: "Dstack", Sig: "xs", Infer: dstack, Kernel: pileKernel("dstack")},
	{Name: "hsplit", Class: "Hsplit", Sig: "x, indices_or_sections", Init: "indices_or_sections", Infer: func(c *Call) object.Object {
		s := c.Shape("x")
		if len(s) < 1 {
			c.value("x must have at least one dimension, got shape %s.", s)
		}
		return c.split(s, min(len(s)-1, 1))
	}, Kernel: splitKernel(fixedAxis(1))},
	{Name: "hstack", Class: "Hstack", Sig: "xs", Infer: stackAlong(1), Value: columnsOf, Kernel: pileKernel("hstack")},
	{Name: "split", Class: "Split", Sig: "x, indices_or_sections, axis=0", Init: "indices_or_sections, axis", Infer: func(c *Call) object.Object {
		return c.split(c.Shape("x"), c.Int("axis"))
	}, Kernel: splitKernel(givenAxis)},
	{Name: "stack", Class: "Stack", Sig: "x, axis=0", Init: "axis", Infer: stack, Kernel: stackKernel},
	{Name: "vsplit", Class: "Vsplit", Sig: "x, indices_or_sections", Init: "indices_or_sections", Infer: splitAlong(2, 0), Kernel: splitKernel(fixedAxis(0))},
	{Name: "vstack", Class: "Vstack", Sig: "xs", Infer: stackAlong(0), Value: rowsOf, Kernel: pileKernel("vstack")},
}

func appendTensors(c *Call) object.Object {
	a, b := c.Shape("x1"), c.Shape("x2")
	d := c.ResultOf("x1", "x2")
	if !c.Given("axis") {
		return c.New(tensor.Shape{tensor.AddDims(a.Size(), b.Size())}, d)
	}
	axis := c.Int("axis")
	if !c.sameShape(a, b, axis) {
		c.value("x1 and x2 may differ in size along axis %d only, got shapes %s and %s.", axis, a, b)
	}
	i := c.at(axis, len(a))
	if a[i] == unknown || b[i] == unknown {
		c.typeError("the size of x1 and x2 along axis %d must be known, got shapes %s and %s.", axis, a, b)
	}
	a[i] = tensor.AddDims(a[i], b[i])
	return c.New(a, d)
}

// list returns the tensors of a sequence argument.
func (c *Call) list(name string) []object.Object {
	v := c.Arg(name)
	if x, ok := v.(*tensor.KerasTensor); ok { // a tensor where a list belongs: its rows
		fail(object.NewError(object.NotImplementedErrClass, "%s() takes a list of tensors as %s, got one tensor of shape %s.", c.Op.Name, name, x.Shape))
	}
	items := c.Items(name)
	if len(items) == 0 {
		if c.eager {
			c.value("at least one tensor is needed in %s.", name)
		}
		fail(object.NewError(object.IndexErrorClass, "%s() needs at least one tensor in %s.", c.Op.Name, name))
	}
	return items
}

// noLoneTensor refuses a symbol where a list or pair of tensors belongs.
func noLoneTensor(name string) func(*Call) {
	return func(c *Call) {
		if x, ok := c.Arg(name).(*tensor.KerasTensor); ok && !x.Traced() {
			c.typeError("%s must be a list or tuple of tensors, got one tensor of shape %s.", name, x.Shape)
		}
	}
}

// concat is the shape of shapes put together along a dimension.
func (c *Call) concat(shapes []tensor.Shape, axis int) tensor.Shape {
	out := shapes[0].Clone()
	total := 0
	for _, s := range shapes {
		if !c.sameShape(s, shapes[0], axis) {
			c.unfit("all tensors must have the same shape apart from axis %d, got %s beside %s.", axis, s, shapes[0])
		}
		total = tensor.AddDims(total, s[c.at(axis, len(s))])
	}
	out[c.at(axis, len(out))] = total
	return out
}

// shapesOf returns shape and promotion of each tensor.
func (c *Call) shapesOf(items []object.Object) ([]tensor.Shape, []Dtype) {
	shapes, list := make([]tensor.Shape, len(items)), make([]Dtype, len(items))
	for i, v := range items {
		shapes[i], list[i] = c.mustShape(v), c.promoted(v)
	}
	return shapes, list
}

func concatenate(c *Call) object.Object {
	items := c.list("xs")
	axis := c.axis(c.Int("axis"), len(c.mustShape(items[0])))
	shapes, list := c.shapesOf(items)
	out := c.concat(shapes, axis)
	sparse := true
	for _, v := range items {
		x, ok := v.(*tensor.KerasTensor)
		sparse = sparse && ok && x.Sparse
	}
	return c.Sparse(out, c.Result(list...), sparse)
}

func stackAlong(axis int) func(*Call) object.Object {
	return func(c *Call) object.Object {
		shapes, list := c.shapesOf(c.list("xs"))
		return c.New(c.concat(shapes, axis), c.Result(list...))
	}
}

func dstack(c *Call) object.Object {
	shapes, list := c.shapesOf(c.list("xs"))
	for i, s := range shapes {
		switch len(s) {
		case 0:
			shapes[i] = tensor.Shape{1, 1, 1}
		case 1:
			shapes[i] = tensor.Shape{1, s[0], 1}
		case 2:
			shapes[i] = append(s, 1)
		}
	}
	return c.New(c.concat(shapes, 2), c.Result(list...))
}

func stack(c *Call) object.Object {
	if x, ok := c.Arg("x").(*tensor.KerasTensor); ok {
		fail(object.NewError(object.NotImplementedErrClass, "stack() takes a list of tensors, got one tensor of shape %s.", x.Shape))
	}
	items := c.list("x")
	first := c.mustShape(items[0])
	axis := c.axis(c.Int("axis"), len(first)+1)
	shapes, list := c.shapesOf(items)
	for _, s := range shapes {
		if !c.sameShape(s, first) {
			c.value("all tensors must have the same shape, got %s beside %s.", s, first)
		}
	}
	return c.New(inserted(first, axis, len(items)), c.Result(list...))
}

func splitAlong(rank, axis int) func(*Call) object.Object {
	return func(c *Call) object.Object {
		s := c.Shape("x")
		if len(s) < rank {
			c.value("x must have at least %d dimensions, got shape %s.", rank, s)
		}
		return c.split(s, axis)
	}
}

// split returns the parts of x along a dimension: a number of equal ones, or those between the given places.
func (c *Call) split(s tensor.Shape, axis int) object.Object {
	i := c.axis(axis, len(s))
	d := c.Dtype("x")
	var parts []object.Object
	add := func(n int) {
		out := s.Clone()
		out[i] = n
		parts = append(parts, c.New(out, d))
	}
	if isInt(c.Arg("indices_or_sections")) {
		n := c.Int("indices_or_sections")
		if n == 0 && s[i] != unknown {
			fail(object.NewError(object.ZeroDivisionErrorClass, "%s() cannot make 0 parts.", c.Op.Name))
		}
		if s[i] >= 0 && s[i]%n != 0 {
			c.value("the size %d along axis %d cannot be divided into %d equal parts.", s[i], axis, n)
		}
		size := tensor.DivDims(s[i], n)
		if tensor.IsExpr(s[i]) && size == unknown {
			c.value("the size %s along axis %d is not known to divide into %d parts inside a layer's call.", tensor.DimString(s[i]), axis, n)
		}
		for range c.room(n) {
			add(size)
		}
		return object.NewList(parts...)
	}
	last := 0
	for _, v := range c.Items("indices_or_sections") {
		n := c.asInt("indices_or_sections", v)
		add(c.size(n - last))
		last = n
	}
	if s[i] >= 0 {
		add(c.size(s[i] - last))
	} else {
		add(tensor.SubDims(s[i], last))
	}
	return object.NewList(parts...)
}

func checkSections(c *Call) {
	whole := func(name string) {
		if !isInt(c.Arg(name)) {
			c.typeError("%s must be an int, got %s.", name, c.show(c.Arg(name)))
		}
	}
	whole("indices_or_sections")
	if n := c.Int("indices_or_sections"); n <= 0 {
		c.value("indices_or_sections must be positive, got %d.", n)
	}
	whole("axis")
}

func arraySplit(c *Call) object.Object {
	s, d := c.Shape("x"), c.Dtype("x")
	n, i := c.Int("indices_or_sections"), c.Int("axis")
	if i < 0 {
		i += len(s)
	}
	i = c.at(i, len(s))
	parts := make([]object.Object, c.room(n))
	total := s[i]
	for k := range parts {
		part := s.Clone()
		if part[i] = unknown; total >= 0 {
			part[i] = total / n
			if k < total%n {
				part[i]++
			}
		}
		parts[k] = c.New(part, d)
	}
	if total < 0 {
		return object.NewTuple(parts...)
	}
	return object.NewList(parts...)
}
