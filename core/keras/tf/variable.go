package tf

import (
	"layerglass/core/keras/operation"
	"layerglass/core/keras/ops"
	"layerglass/core/keras/variable"
	"layerglass/core/python/object"
)

// variableParameters are those of tf.Variable; what places it on a device or in a graph is read and means nothing here.
var variableParameters = object.ParseSignature("(initial_value=None, trainable=None, validate_shape=True, caching_device=None, name=None, " +
	"variable_def=None, dtype=None, import_scope=None, constraint=None, synchronization=None, aggregation=None, shape=None)")

// tfVariable is the class tf.Variable. What it makes are variables of Keras that show themselves as TensorFlow's, which no layer
// counts among its weights.
func tfVariable(t *object.Thread) (object.Object, error) {

	return sessionClass(t, "Variable", func(c *object.Class) {
		c.New = func(t *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
			v, err := operation.Bind("Variable.__init__", variableParameters, a)
			if err != nil {
				return nil, err
			}
			given := func(i int) object.Object {
				if v[i] == nil {
					return object.None
				}
				return v[i]
			}
			value := given(0)
			if value == object.None {
				return nil, object.ValueError("tf.Variable needs an initial_value: a tensor, an array or a number, or a function that makes one.")
			}
			if _, is := value.(*variable.Variable); !is && object.IsCallable(value) {
				if value, err = object.Call(t, value); err != nil {
					return nil, err
				}
			}
			if w, is := value.(*variable.Variable); is {
				if value, err = variable.Compute.Value(t, w); err != nil {
					return nil, err
				}
			}
			trainable := true
			if given(1) != object.None {
				if trainable, err = object.Truth(t, given(1)); err != nil {
					return nil, err
				}
			}
			dtype := given(6)
			if dtype != object.None {
				d, err := dtypeOf(t, dtype)
				if err != nil {
					return nil, err
				}
				dtype = object.NewStr(d)
			}
			name := given(4)
			if name == object.None {
				name = object.NewStr("Variable")
			}
			made, err := variable.New(t, value, nil, variable.Options{Dtype: dtype, Trainable: trainable, Name: name})
			if err != nil {
				return nil, err
			}
			made.TF = true
			return made, nil
		}
	}), nil
}

func init() {
	variable.TensorFlowDtype = func(name string) object.Object { return ops.DTypeOf(name) }
}
