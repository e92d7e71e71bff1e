// Package tensor holds what flows between layers: symbols with a shape and a dtype (KerasTensor), and arrays of numbers.
package tensor

import (
	"strconv"
	"strings"

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
		if d == Unknown {
			items[i] = object.None
		} else {
			items[i] = object.Int(d)
		}
	}
	return object.NewTuple(items...)
}

// String returns the tuple's repr: "(None, 3)".
func (s Shape) String() string {
	parts := make([]string, len(s))
	for i, d := range s {
		if parts[i] = "None"; d != Unknown {
			parts[i] = strconv.Itoa(d)
		}
	}
	if len(parts) == 1 {
		return "(" + parts[0] + ",)"
	}
	return "(" + strings.Join(parts, ", ") + ")"
}

// KerasTensor is a symbolic tensor: keras.KerasTensor.
type KerasTensor struct {
	Shape  Shape
	Dtype  string
	Sparse bool
	Ragged bool
	Name   string
	// History is the node that made the tensor, or nil for a bare KerasTensor.
	History *Node
	// Index is the position among the node's flattened outputs; NodeIndex the node's position among its operation's nodes.
	Index     int
	NodeIndex int
	// Mask is what the layer that made the tensor computed as its mask (_keras_mask), or nil.
	Mask object.Object

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

// Class returns keras.KerasTensor.
func (*KerasTensor) Class() *object.Class { return KerasTensorClass }
