// Package tensor holds what flows between layers: symbols with a shape and a dtype (KerasTensor), and arrays of numbers.
package tensor

import (
	"strings"

	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// Unknown is a dimension whose size is not known; Python sees None.
const Unknown = -1

// Shape is the size of each dimension.
type Shape []int

// Last returns the size of the last dimension, Unknown for a scalar.
func (s Shape) Last() int {
	if len(s) == 0 {
		return Unknown
	}
	return s[len(s)-1]
}

// WithLast returns a copy with the last dimension replaced.
func (s Shape) WithLast(n int) Shape {
	c := s.Clone()
	if len(c) > 0 {
		c[len(c)-1] = n
	}
	return c
}

// Clone returns a copy.
func (s Shape) Clone() Shape { return append(Shape(nil), s...) }

// Known reports whether every dimension is known.
func (s Shape) Known() bool {
	for _, d := range s {
		if d == Unknown {
			return false
		}
	}
	return true
}

// Equal reports whether both shapes have the same dimensions, unknown ones included.
func (s Shape) Equal(o Shape) bool {
	if len(s) != len(o) {
		return false
	}
	for i, d := range s {
		if d != o[i] {
			return false
		}
	}
	return true
}

// Object returns the shape as Python sees it: a tuple of ints and None.
func (s Shape) Object() *object.Tuple {
	items := make([]object.Object, len(s))
	for i, d := range s {
		items[i] = DimObject(d)
	}
	return object.NewTuple(items...)
}

// String returns the tuple's repr: "(None, 3)".
func (s Shape) String() string {
	parts := make([]string, len(s))
	for i, d := range s {
		parts[i] = DimString(d)
	}
	if len(parts) == 1 {
		return "(" + parts[0] + ",)"
	}
	return "(" + strings.Join(parts, ", ") + ")"
}

// Kind says what a KerasTensor stands for.
type Kind uint8

// Kinds of tensors.
const (
	// Symbolic is keras.KerasTensor: calls on it become nodes of a graph.
	Symbolic Kind = iota
	// JaxTraced is what a layer's call sees on the jax backend while its output is worked out. No graph is recorded.
	JaxTraced
	// TFTraced is the same on the tensorflow backend.
	TFTraced
	// Eager is a value outside of any graph and trace: an array of numbers, which may be worked out later, or only its shape and
	// dtype where what made it is not computed here.
	Eager
)

// KerasTensor is a symbolic tensor: keras.KerasTensor. With another Kind it is a value inside a layer's call whose shape
// and dtype are known and whose numbers are not.
type KerasTensor struct {
	Shape  Shape
	Dtype  string
	Sparse bool
	Ragged bool
	Name   string
	// History is the node that made the tensor, or nil for a bare KerasTensor.
	History *Node
	// Entry says that an operation took the tensor that none made: a graph begins with it, and its history names no operation.
	Entry bool
	// Index is the position among the node's flattened outputs; NodeIndex the node's position among its operation's nodes.
	Index     int
	NodeIndex int
	// Kind tells a symbol of a graph from a value without numbers.
	Kind Kind
	// Sizes are the numbers of a traced tensor of sizes, as tf.shape gives it: one for a scalar, Unknown where not known. nil
	// for any other tensor.
	Sizes Shape
	// NoHistory keeps calls on the tensor out of the graph's history (record_history=False).
	NoHistory bool
	// Mask is what the layer that made the tensor computed as its mask (_keras_mask), or nil.
	Mask object.Object

	// TF and Weak are of eager tensors: it is one of tensorflow, not of jax; its dtype is the weak one of a Python number.
	TF, Weak bool

	data *array.Array
	make func(t *object.Thread) (*array.Array, error)
	// needs are the tensors that make asks for their numbers; depth is how many computations have to wait for one another.
	needs []*KerasTensor
	depth int
	attrs *object.Dict
}

// Node is one call of an operation on symbolic tensors, as keras.src.ops.node.Node.
type Node struct {
	Operation *object.Instance
	// Args and Kwargs are the arguments of the call; KerasTensors stand in them at any depth.
	Args   *object.Tuple
	Kwargs *object.Dict
	// Inputs are the tensors in Args and Kwargs, flattened in order; Outputs the flattened results.
	Inputs  []*KerasTensor
	Outputs []*KerasTensor
	// Result is the structure that the call returned.
	Result object.Object
}

// AttrDict returns the attributes that Python code set on the tensor (_keras_mask and the like).
func (x *KerasTensor) AttrDict(create bool) *object.Dict {
	if x.attrs == nil && create {
		x.attrs = object.NewDict()
	}
	return x.attrs
}

// Rank returns the number of dimensions.
func (x *KerasTensor) Rank() int { return len(x.Shape) }

// KerasTensorClass is the class keras.KerasTensor. Its methods and operators are added by package ops.
var KerasTensorClass = object.NewType("KerasTensor", "keras.src.backend.common.keras_tensor", nil)

// The classes of the values that a layer's call sees while it is traced, and of the eager tensors.
var (
	TracerClass   = object.NewType("DynamicJaxprTracer", "jax._src.interpreters.partial_eval", nil)
	TFTensorClass = object.NewType("Tensor", "tensorflow.python.framework.tensor", nil)
	TFSymbolClass = object.NewType("SymbolicTensor", "tensorflow.python.framework.ops", TFTensorClass)
	ArrayClass    = object.NewType("ArrayImpl", "jaxlib._jax", nil)

	EagerTensorClass = object.NewType("EagerTensor", "tensorflow.python.framework.ops", TFTensorClass)
)

// Class returns keras.KerasTensor, or the backend's class for a traced value.
func (x *KerasTensor) Class() *object.Class {
	switch x.Kind {
	case JaxTraced:
		return TracerClass
	case TFTraced:
		return TFSymbolClass
	case Eager:
		if x.TF {
			return EagerTensorClass
		}
		return ArrayClass
	}
	return KerasTensorClass
}

// Traced reports whether the tensor is a value inside a layer's call.
func (x *KerasTensor) Traced() bool { return x.Kind != Symbolic }

// Repr shows shape, dtype and name; of an eager tensor the numbers.
func (x *KerasTensor) Repr(t *object.Thread) (string, error) {
	switch x.Kind {
	case JaxTraced:
		return "JitTracer(" + x.Dtype + "[" + x.Shape.commas() + "])", nil
	case Eager:
		return x.show(t, true)
	case TFTraced:
		return "<tf.Tensor '" + x.Name + ":0' shape=" + x.Shape.String() + " dtype=" + x.Dtype + ">", nil
	}
	return "<KerasTensor shape=" + x.Shape.String() + ", dtype=" + x.Dtype + ", sparse=" + pyBool(x.Sparse) +
		", ragged=" + pyBool(x.Ragged) + ", name=" + x.Name + ">", nil
}

func pyBool(b bool) string {
	if b {
		return "True"
	}
	return "False"
}

func (s Shape) commas() string {
	parts := make([]string, len(s))
	for i, d := range s {
		parts[i] = DimString(d)
	}
	return strings.Join(parts, ",")
}

// Truth is that of an eager tensor's only element; a tensor without numbers is neither true nor false.
func (x *KerasTensor) Truth(t *object.Thread) (bool, error) {
	switch x.Kind {
	case Eager:
		return x.truth(t)
	case JaxTraced:
		if x.Shape.Size() != 1 {
			return false, object.ValueError("A tensor of shape %s has more than one element, so it is neither true nor false. Use keras.ops.any, "+
				"keras.ops.all, keras.ops.where or keras.ops.cond.", x.Shape)
		}
		return false, object.NewError(TracerBoolErrorClass, "The truth of a tensor is asked for inside a layer's call while only its shape "+
			"%s and dtype %s are known. Use keras.ops.where or keras.ops.cond instead of if, and, or, not.", x.Shape, x.Dtype)
	case TFTraced:
		return false, object.NewError(NotInGraphClass, "A symbolic tf.Tensor of shape %s cannot be used as a Python bool. "+
			"Use keras.ops.where or keras.ops.cond instead of if, and, or, not.", x.Shape)
	}
	return false, object.TypeError("The KerasTensor '%s' of shape %s has no numbers yet, so it is neither true nor false. "+
		"Use keras.ops.where or keras.ops.cond instead of if, and, or, not.", x.Name, x.Shape)
}

// NotInGraphClass is tensorflow's OperatorNotAllowedInGraphError.
var NotInGraphClass = object.NewType("OperatorNotAllowedInGraphError", "tensorflow.python.framework.errors_impl", object.TypeErrorClass)

// TracerBoolErrorClass is jax.errors.TracerBoolConversionError.
var TracerBoolErrorClass = object.NewType("TracerBoolConversionError", "jax.errors", object.TypeErrorClass)
