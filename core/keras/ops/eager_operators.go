package ops

import (
	"layerglass/core/keras/operation"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/variable"
	"layerglass/core/python/array"
	"layerglass/core/python/lib/numpy"
	"layerglass/core/python/object"
)

// Python's operators on eager tensors are the backend's, not keras.ops': jax promotes by its own lattice, in which Python's
// numbers are weak, and & means bits; tensorflow takes one dtype only. Each operator is an Op that no module shows.

// operatorKind groups the operators by the dtype that comes out.
type operatorKind uint8

const (
	arithmeticOperator operatorKind = iota
	quotientOperator
	comparisonOperator
	bitOperator
	productOperator
)

// eagerOperators are the binary operators by the name of their method.
var eagerOperators = []struct {
	method string
	kind   operatorKind
	op     array.BinaryOp
}{
	{"add", arithmeticOperator, array.Add}, {"sub", arithmeticOperator, array.Subtract}, {"mul", arithmeticOperator, array.Multiply},
	{"truediv", quotientOperator, array.Divide}, {"floordiv", arithmeticOperator, array.FloorDivide},
	{"mod", arithmeticOperator, array.Remainder}, {"pow", arithmeticOperator, array.Power}, {"matmul", productOperator, 0},
	{"and", bitOperator, array.BitwiseAnd}, {"or", bitOperator, array.BitwiseOr}, {"xor", bitOperator, array.BitwiseXor},
	{"lshift", bitOperator, array.LeftShift}, {"rshift", bitOperator, array.RightShift},
	{"lt", comparisonOperator, array.Less}, {"le", comparisonOperator, array.LessEqual}, {"gt", comparisonOperator, array.Greater},
	{"ge", comparisonOperator, array.GreaterEqual}, {"eq", comparisonOperator, array.Equal}, {"ne", comparisonOperator, array.NotEqual},
}

// tracedOperators are the functions of keras.ops that the operators stand for inside a trace.
var tracedOperators = func() map[string]string {
	names := map[string]string{"eq": "equal", "lshift": "left_shift", "rshift": "right_shift"}
	for _, o := range operators {
		names[o.method] = o.op
	}
	return names
}()

// operatorMethodsOf makes the methods of a class of eager tensors.
func eagerOperatorMethods() []*object.Builtin {
	var list []*object.Builtin
	for _, o := range eagerOperators {
		jax := &Op{Name: o.method, Sig: "x1, x2", Infer: jaxRule(o.kind, o.op), Kernel: operatorKernel(o.kind, o.op)}
		tf := &Op{Name: o.method, Sig: "x1, x2", Infer: tfRule(o.kind), Kernel: operatorKernel(o.kind, o.op)}
		list = append(list, object.Func("__"+o.method+"__", "(self, other, /)", "", eagerOperator(o.method, jax, tf, false)))
		if o.kind != comparisonOperator {
			list = append(list, object.Func("__r"+o.method+"__", "(self, other, /)", "", eagerOperator(o.method, jax, tf, true)))
		}
	}
	for _, reflected := range []bool{false, true} {
		name := "__divmod__"
		if reflected {
			name = "__rdivmod__"
		}
		list = append(list, object.Func(name, "(self, other, /)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			x, y := a[0], a[1]
			if reflected {
				x, y = y, x
			}
			q, err := object.Binary(t, object.FloorDiv, x, y)
			if err != nil {
				return nil, err
			}
			r, err := object.Binary(t, object.Mod, x, y)
			return object.NewTuple(q, r), err
		}))
	}
	return list
}

func eagerOperator(method string, jax, tf *Op, reflected bool) func(*object.Thread, []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		x, y := a[0], a[1]
		if reflected {
			x, y = y, x
		}
		if symbolic, kind := KindOf(t, x, y); symbolic {
			return nil, symbolAsValue(t, x.Class().Name+".__"+method+"__")
		} else if kind != tensor.Eager {
			return Do(t, tracedOperators[method], x, y)
		}
		if a[0].(*tensor.KerasTensor).TF {
			return tf.Apply(t, x, y)
		}
		if !jaxOperand(a[1]) {
			if method == "eq" || method == "ne" {
				if isList(a[1]) {
					return nil, object.TypeError("a jax array and a %s are not compared element by element: make an array of it.", a[1].Class().Name)
				}
			}
			return object.NotImplemented, nil
		}
		return jax.Apply(t, x, y)
	}
}

// jaxOperand reports whether jax's operators take a value: numbers and arrays, no lists.
func jaxOperand(v object.Object) bool {
	switch object.Of(v).(type) {
	case *tensor.KerasTensor, *variable.Variable, object.Int, *object.BigInt, object.Float, object.Bool, object.Complex:
		return true
	}
	_, ok := numpy.Of(v)
	return ok
}

// weakly is the dtype with which a value takes part in jax's promotion.
func (c *Call) weakly(name string) Dtype {
	v := c.Arg(name)
	if x, ok := v.(*tensor.KerasTensor); ok {
		if x.Weak && x.Dtype != "bool" {
			return weakKind(x.Dtype)
		}
		return Dtype{x.Dtype, false}
	}
	if a, ok := numpy.Of(v); ok {
		return Dtype{narrowed(a.Dtype().String(), wide(c.T)), false}
	}
	return c.promoted(v)
}

func weakKind(dtype string) Dtype {
	if isWhole(dtype) {
		return WeakInt
	}
	return WeakFloat
}

// jaxPromoted is jax's dtype of two operands together, and whether it is weak.
func (c *Call) jaxPromoted() Dtype {
	a, b := c.weakly("x1"), c.weakly("x2")
	name, err := leastUpperBound([]string{a.Name, b.Name})
	must(err)
	d := Dtype{name, name == "int" || name == "float"}
	return Dtype{narrowed(resolved(d, false), false), d.Weak}
}

func jaxRule(kind operatorKind, op array.BinaryOp) func(c *Call) object.Object {
	return func(c *Call) object.Object {
		d := c.jaxPromoted()
		switch kind {
		case quotientOperator:
			if isWhole(d.Name) {
				d = Dtype{"float32", d.Weak}
			}
		case comparisonOperator:
			d.Name = "bool"
		case bitOperator:
			if !isWhole(d.Name) {
				c.typeError("bits are those of ints and bools, got dtype %s.", d.Name)
			}
			if d.Name == "bool" && (op == array.LeftShift || op == array.RightShift) {
				d.Name = "int32"
			}
		case arithmeticOperator:
			if d.Name == "bool" && (op == array.FloorDivide || op == array.Remainder || op == array.Power) {
				d.Name = "int32"
			}
			if n, ok := c.values[1].(object.Int); ok && n < 0 && op == array.Power && isWhole(d.Name) {
				c.typeError("ints cannot be raised to a negative power, got %d.", int(n))
			}
		}
		x := c.New(c.operatorShape(kind), d.Name)
		x.Weak = d.Weak
		return x
	}
}

// operatorShape is the shape of the operands together.
func (c *Call) operatorShape(kind operatorKind) tensor.Shape {
	if kind != productOperator {
		return c.broadcastOf("x1", "x2")
	}
	out, err := Find("matmul").infer(&Call{T: c.T, Op: Find("matmul"), values: c.values, traced: true, eager: true})
	must(err)
	return out.(*tensor.KerasTensor).Shape
}

// operatorKernel computes in the dtype that the operands have together.
func operatorKernel(kind operatorKind, op array.BinaryOp) func(c *Call) []*array.Array {
	return func(c *Call) []*array.Array {
		d := c.results[0].Dtype
		if kind == comparisonOperator {
			if d = c.tensorDtype(); !wide(c.T) {
				d = c.jaxPromoted().Name
			}
		}
		x, y := c.ArrayAs("x1", d), c.ArrayAs("x2", d)
		switch {
		case kind == productOperator:
			return productKernel(array.MatMul)(c)
		case op == array.FloorDivide && !wide(c.T):
			return one(floorDivided(x, y))
		case op == array.Power:
			return one(raisedTo(x, y))
		}
		return one(array.Binary(op, array.Of(x), array.Of(y)))
	}
}

// tensorDtype is the dtype of the first operand that is a tensor.
func (c *Call) tensorDtype() string {
	for _, v := range c.values {
		if x, ok := v.(*tensor.KerasTensor); ok {
			return x.Dtype
		}
	}
	return c.Floatx()
}

// tfRule gives the one dtype that both operands must have; numbers and arrays take that of the tensor.
func tfRule(kind operatorKind) func(c *Call) object.Object {
	return func(c *Call) object.Object {
		d := c.tensorDtype()
		for _, v := range c.values {
			if x, ok := v.(*tensor.KerasTensor); ok {
				if x.Dtype != d {
					fail(object.NewError(InvalidArgumentErrorClass, "tensorflow does not mix dtypes: one tensor is %s and the other %s. Cast one of them with tf.cast.", d, x.Dtype))
				}
				continue
			}
			if own := c.mustDtype(v); !isWhole(own) && isWhole(d) || (own == "bool") != (d == "bool") {
				c.typeError("tensorflow does not mix dtypes: a tensor of %s and a value of %s. Cast the tensor with tf.cast.", d, own)
			}
		}
		switch {
		case kind == comparisonOperator:
			d = "bool"
		case kind == quotientOperator && isWhole(d):
			if d = tfQuotient(d); d == "" {
				c.typeError("bools cannot be divided.")
			}
		case kind == bitOperator && !isWhole(d):
			c.typeError("bits are those of ints and bools, got dtype %s.", d)
		}
		return c.New(c.operatorShape(kind), d)
	}
}

// tfQuotient is the dtype of a quotient of ints on tensorflow.
func tfQuotient(d string) string {
	switch d {
	case "bool":
		return ""
	case "int8", "int16", "uint8", "uint16":
		return "float32"
	}
	return "float64"
}

// InvalidArgumentErrorClass is tf.errors.InvalidArgumentError.
var InvalidArgumentErrorClass = object.NewType("InvalidArgumentError", "tensorflow.python.framework.errors_impl", object.ExceptionClass)

// eagerUnary is a unary operator, which keeps a weak dtype.
func eagerUnary(op string) func(*object.Thread, []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		x := a[0].(*tensor.KerasTensor)
		name := op
		if op == "invert" {
			if name = "bitwise_not"; x.Dtype == "bool" {
				name = "logical_not"
			}
		}
		out, err := Do(t, name, x)
		if y, ok := out.(*tensor.KerasTensor); ok && operation.Tracing(t) == tensor.Symbolic {
			y.Weak = x.Weak && y != x
		}
		return out, err
	}
}
