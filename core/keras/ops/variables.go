package ops

import (
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/variable"
	"layerglass/core/python/object"
)

// operatorOps are the functions of keras.ops that Python's operators stand for.
var operatorOps = map[object.BinaryOp]string{object.Add: "add", object.Sub: "subtract", object.Mul: "multiply", object.MatMul: "matmul",
	object.TrueDiv: "true_divide", object.FloorDiv: "floor_divide", object.Mod: "mod", object.Pow: "power", object.And: "logical_and",
	object.Or: "logical_or", object.Xor: "logical_xor"}

var compareOps = map[object.CompareOp]string{object.Eq: "equal", object.Ne: "not_equal", object.Lt: "less", object.Le: "less_equal",
	object.Gt: "greater", object.Ge: "greater_equal"}

func init() {
	variable.Operators.Binary = func(t *object.Thread, op object.BinaryOp, v *variable.Variable, o object.Object, reflected bool) (object.Object, error) {
		name := operatorOps[op]
		if name == "" {
			return object.NotImplemented, nil
		}
		return withVariable(t, name, v, o, reflected)
	}
	variable.Operators.Compare = func(t *object.Thread, op object.CompareOp, v *variable.Variable, o object.Object) (object.Object, error) {
		if _, traced := KindOf(t, o); traced == tensor.Symbolic && (op == object.Eq || op == object.Ne) {
			return object.NotImplemented, nil
		}
		return withVariable(t, compareOps[op], v, o, false)
	}
	variable.Operators.Unary = func(t *object.Thread, op object.UnaryOp, v *variable.Variable) (object.Object, error) {
		switch op {
		case object.Neg:
			return Do(t, "negative", v)
		case object.Abs:
			return Do(t, "absolute", v)
		case object.Invert:
			return Do(t, "logical_not", v)
		}
		return object.NotImplemented, nil
	}
	variable.Operators.GetItem = func(t *object.Thread, v *variable.Variable, key object.Object) (object.Object, error) {
		return Do(t, "get_item", v, key)
	}
}

// withVariable is an operator with a variable on one side. On the left it is the backend's, which takes no symbols.
func withVariable(t *object.Thread, name string, v *variable.Variable, o object.Object, reflected bool) (object.Object, error) {
	if isSymbol(o) && !reflected {
		return nil, symbolAsValue(t, "keras.Variable."+name)
	}
	if reflected {
		return Do(t, name, o, v)
	}
	return Do(t, name, v, o)
}
