package ops

import (
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// asTensors puts tensors in the place of numbers and arrays, as they come out of jax's control functions. Python's numbers stay weak.
func (c *Call) asTensors(v object.Object) object.Object {
	out, err := tree.Map(v, func(v object.Object) (object.Object, error) {
		if _, ok := v.(*tensor.KerasTensor); ok || v == object.None {
			return v, nil
		}
		x, err := Convert(c.T, v, "")
		if err != nil {
			return nil, err
		}
		if isNumber(v) && x.Dtype != "bool" && !x.TF {
			weak := *x
			weak.Weak = true
			return &weak, nil
		}
		return x, nil
	})
	must(err)
	return out
}

// call calls a function of the program.
func (c *Call) call(f object.Object, args ...object.Object) object.Object {
	must(c.T.Spend(50))
	out, err := object.Call(c.T, f, args...)
	must(err)
	return out
}

func (c *Call) truth(v object.Object) bool {
	b, err := object.Truth(c.T, v)
	must(err)
	return b
}

// whileEager runs the loop.
func whileEager(c *Call) object.Object {
	vars := c.Arg("loop_vars")
	list := isList(vars)
	args := []object.Object{vars}
	if list {
		args = c.Items("loop_vars")
	}
	args = append([]object.Object(nil), args...)
	for i, v := range args {
		args[i] = c.asTensors(v)
	}
	for n := 0; ; n++ {
		if !c.truth(c.call(c.Arg("cond"), args...)) || c.Given("maximum_iterations") && n >= c.Int("maximum_iterations") {
			break
		}
		out := c.call(c.Arg("body"), args...)
		if !list {
			args = []object.Object{c.asTensors(out)}
			continue
		}
		items, err := object.Items(c.T, out)
		must(err)
		if len(items) != len(args) {
			c.typeError("body must return as many values as loop_vars holds: got %d for %d.", len(items), len(args))
		}
		args = append([]object.Object(nil), items...)
		for i, v := range args {
			args[i] = c.asTensors(v)
		}
	}
	if !list {
		return args[0]
	}
	return object.NewTuple(args...)
}

// foriEager runs the body for each number from lower up to upper.
func foriEager(c *Call) object.Object {
	state := c.asTensors(c.Arg("init_val"))
	for i := c.Int("lower"); i < c.Int("upper"); i++ {
		state = c.asTensors(c.call(c.Arg("body_fun"), c.asTensors(object.Int(i)), state))
	}
	return state
}

// rowsCount is the size of the first dimension, which all tensors of a structure must share.
func (c *Call) rowsCount(xs object.Object) int {
	n := -1
	tree.Each(xs, func(v object.Object) bool {
		if v == object.None {
			return true
		}
		s := c.arrayShape(v)
		if len(s) == 0 {
			c.value("%s() takes tensors with at least one dimension.", c.Op.Name)
		}
		if n >= 0 && n != s[0] {
			c.value("the tensors must have the same size along the first dimension, got %d and %d.", n, s[0])
		}
		n = s[0]
		return true
	})
	return n
}

// rowOf is the i-th row of each tensor.
func (c *Call) rowOf(xs object.Object, i int) object.Object {
	out, err := tree.Map(xs, func(v object.Object) (object.Object, error) {
		if v == object.None {
			return v, nil
		}
		return Do(c.T, "get_item", v, object.Int(i))
	})
	must(err)
	return out
}

// stackRows stacks the leaves of structures of one form.
func (c *Call) stackRows(rows []object.Object) object.Object {
	if len(rows) == 0 {
		return object.None
	}
	flat := make([][]object.Object, len(rows))
	for i, r := range rows {
		flat[i] = tree.Flatten(r)
		if len(flat[i]) != len(flat[0]) {
			c.typeError("the function must return the same structure for each row.")
		}
	}
	leaf := 0
	out, err := tree.Map(rows[0], func(v object.Object) (object.Object, error) {
		column := make([]object.Object, len(rows))
		for i := range rows {
			column[i] = flat[i][leaf]
		}
		leaf++
		if v == object.None {
			return v, nil
		}
		return Do(c.T, "stack", object.NewList(column...))
	})
	must(err)
	return out
}

// mapEager calls f on each row and stacks what it returns.
func mapEager(f, xs string) func(c *Call) object.Object {
	return func(c *Call) object.Object {
		in := c.asTensors(c.Arg(xs))
		n := c.room(c.rowsCount(in))
		rows := make([]object.Object, n)
		for i := range rows {
			rows[i] = c.asTensors(c.call(c.Arg(f), c.rowOf(in, i)))
		}
		if n == 0 {
			c.value("there are no rows to call the function on.")
		}
		return c.stackRows(rows)
	}
}

// scanEager carries a state through the rows.
func scanEager(c *Call) object.Object {
	xs := object.Object(object.None)
	n := c.IntOr("length", -1)
	if c.Given("xs") {
		xs = c.asTensors(c.Arg("xs"))
		if rows := c.rowsCount(xs); n >= 0 && rows >= 0 && rows != n {
			c.value("length is %d, but xs has %d rows.", n, rows)
		} else if rows >= 0 {
			n = rows
		}
	}
	if n < 0 {
		c.value("the number of steps must be known: give length, or xs.")
	}
	state := c.asTensors(c.Arg("init"))
	rows := make([]object.Object, c.room(n))
	reverse := c.Bool("reverse")
	for k := range rows {
		i := k
		if reverse {
			i = n - 1 - k
		}
		pair, err := object.Items(c.T, c.call(c.Arg("f"), state, c.rowOf(xs, i)))
		must(err)
		if len(pair) != 2 {
			c.typeError("f must return a pair: the carry and the output of the step.")
		}
		state, rows[i] = c.asTensors(pair[0]), c.asTensors(pair[1])
	}
	return object.NewTuple(state, c.stackRows(rows))
}

// associativeEager combines neighbours pairwise, as jax does.
func associativeEager(c *Call) object.Object {
	elems := c.asTensors(c.Arg("elems"))
	flat := tree.Flatten(elems)
	if len(flat) == 0 {
		c.value("elems must hold at least one tensor.")
	}
	axis := c.Int("axis")
	reverse := func(list []object.Object) []object.Object {
		if !c.Bool("reverse") {
			return list
		}
		out := make([]object.Object, len(list))
		for i, v := range list {
			out[i] = c.do("flip", v, object.Int(axis))
		}
		return out
	}
	combine := func(a, b []object.Object) []object.Object {
		out := c.call(c.Arg("f"), c.packLike(elems, a), c.packLike(elems, b))
		return tree.Flatten(c.asTensors(out))
	}
	done := reverse(c.scanPairs(reverse(flat), axis, combine))
	return c.packLike(elems, done)
}

func (c *Call) do(name string, args ...object.Object) object.Object {
	out, err := Do(c.T, name, args...)
	must(err)
	return out
}

// packLike puts leaves into the form of a structure.
func (c *Call) packLike(form object.Object, leaves []object.Object) object.Object {
	i := 0
	out, err := tree.Map(form, func(object.Object) (object.Object, error) {
		i++
		return leaves[i-1], nil
	})
	must(err)
	return out
}

func (c *Call) scanPairs(elems []object.Object, axis int, combine func(a, b []object.Object) []object.Object) []object.Object {
	must(c.T.Deeper())
	defer c.T.Shallower()
	s := c.arrayShape(elems[0])
	ax := c.axis(axis, len(s))
	n := s[ax]
	if n < 2 {
		return elems
	}
	cut := func(list []object.Object, start, stop, step int) []object.Object {
		out := make([]object.Object, len(list))
		for i, v := range list {
			key := make([]object.Object, ax+1)
			for d := range key {
				key[d] = &object.Slice{Start: object.None, Stop: object.None, Step: object.None}
			}
			key[ax] = &object.Slice{Start: object.Int(start), Stop: object.Int(stop), Step: object.Int(step)}
			out[i] = c.do("get_item", v, object.NewTuple(key...))
		}
		return out
	}
	odd := c.scanPairs(combine(cut(elems, 0, n-1, 2), cut(elems, 1, n, 2)), axis, combine)
	m := c.arrayShape(odd[0])[ax]
	if n%2 == 0 {
		m--
	}
	even := cut(elems, 0, 1, 1)
	if n > 2 {
		later := combine(cut(odd, 0, m, 1), cut(elems, 2, n, 2))
		for i := range even {
			even[i] = c.do("concatenate", object.NewList(even[i], later[i]), object.Int(ax))
		}
	}
	out := make([]object.Object, len(elems))
	for i := range out {
		out[i] = c.interleaved(even[i], odd[i], ax, n)
	}
	return out
}

// interleaved puts two tensors together, position by position.
func (c *Call) interleaved(even, odd object.Object, axis, n int) object.Object {
	parts := make([]object.Object, n)
	for i := range parts {
		from := even
		if i%2 == 1 {
			from = odd
		}
		parts[i] = c.do("take", from, object.Int(i/2), object.Int(axis))
	}
	return c.do("stack", object.NewList(parts...), object.Int(axis))
}
