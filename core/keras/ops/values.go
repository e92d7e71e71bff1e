package ops

import (
	"layerglass/core/keras/operation"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// Other libraries' spellings use this file: it tells what kind of arguments a call was given.

// KindOf looks for tensors in the arguments: symbolic is true when a symbol of a graph stands there, traced is the kind of
// the traced values there or at work around.
func KindOf(t *object.Thread, args ...object.Object) (symbolic bool, traced tensor.Kind) {
	traced = operation.Tracing(t)
	for _, v := range args {
		if v == nil {
			continue
		}
		tree.Each(v, func(v object.Object) bool {
			if x, ok := v.(*tensor.KerasTensor); ok {
				symbolic = symbolic || !x.Traced()
				traced = max(traced, x.Kind)
			}
			return true
		})
	}
	return symbolic, traced
}

// SymbolError is the error of a function of another library that was given a KerasTensor.
func SymbolError(t *object.Thread, name string) error { return symbolAsValue(t, name) }

// NotComputed is the error about values that a function has no kernel for. name is the whole public name.
func NotComputed(name string) error { return notComputedName(name) }

// Describe returns shape and dtype of an argument inside a trace, where lists and numbers stand for arrays.
func Describe(t *object.Thread, v object.Object) (s tensor.Shape, d Dtype, err error) {
	c := &Call{T: t, Op: Find("convert_to_tensor"), traced: true}
	err = run(func() {
		s = c.arrayShape(v)
		d = c.promoted(v)
	})
	return s, d, err
}

// Traced makes a value of a trace.
func Traced(kind tensor.Kind, s tensor.Shape, dtype string) *tensor.KerasTensor {
	return &tensor.KerasTensor{Shape: s, Dtype: dtype, Name: "traced", Kind: kind}
}

// SizesOf reads a shape argument inside a trace: a tensor of sizes, an int, or a list of sizes of any kind. -1 is unknown.
func SizesOf(t *object.Thread, v object.Object) (s tensor.Shape, err error) {
	c := &Call{T: t, Op: Find("reshape"), traced: true}
	err = run(func() {
		if isInt(v) {
			v = object.NewTuple(v)
		}
		s, _ = c.newShape(v)
		for i, d := range s {
			if d == inferDim {
				s[i] = unknown
			}
		}
	})
	return s, err
}
