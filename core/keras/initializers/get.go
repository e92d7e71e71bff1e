package initializers

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/variable"
	"layerglass/core/python/object"
)

// Family holds the functions get, serialize and deserialize.
var Family = (&saving.Family{
	Kind: "initializer", Module: "keras.initializers",
	Classes: []*spec.Class{Initializer, Constant, Identity, Ones, STFT, Zeros, GlorotNormal, GlorotUniform, HeNormal, HeUniform, LecunNormal,
		LecunUniform, Orthogonal, RandomNormal, RandomUniform, TruncatedNormal, VarianceScaling},
	More: map[string]*spec.Class{"IdentityInitializer": Identity, "normal": RandomNormal, "one": Ones, "STFTInitializer": STFT,
		"OrthogonalInitializer": Orthogonal, "uniform": RandomUniform, "zero": Zeros},
	Array: fromArray,
}).Declare()

// Get is keras.initializers.get.
func Get(t *object.Thread, v object.Object) (object.Object, error) { return Family.Get(t, v) }

// fromArray makes the function that Keras puts in the place of an array: it gives the array's values.
func fromArray(t *object.Thread, v object.Object) (object.Object, bool) {
	_, _, tensor, _ := saving.TensorParts(t, v)
	if !tensor && v.Class().Module() != "numpy" {
		return v, false
	}
	f := object.Func("initialize_fn", "(shape, dtype=None)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		own, err := object.GetAttr(t, v, object.Intern("shape"))
		if err != nil {
			return nil, err
		}
		want, err := object.Items(t, a[0])
		if err != nil {
			return nil, err
		}
		if equal, err := object.Equal(t, own, object.NewTuple(want...)); err != nil || !equal {
			if err != nil {
				return nil, err
			}
			return nil, object.ValueError("An array is the values of a weight of its own shape, which is %s; this one has the shape %s.", arg.Repr(t, own), arg.Repr(t, a[0]))
		}
		return object.CallMethod(t, v, "astype", a[1])
	})
	f.Module = "keras.src.initializers"
	return f, true
}

func init() { variable.GetInitializer = Get }
