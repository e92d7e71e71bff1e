package dtypes

import (
	"layerglass/core/keras/config"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

func function(name, module, takes, doc string, exports []string, do func(t *object.Thread, a []object.Object) (object.Object, error)) {
	spec.DeclareFunc(spec.Function{Name: name, Module: module, Export: exports, Takes: takes, Doc: doc, Do: do})
}

func init() {
	policyFunctions()
	settingFunctions()
}

func policyFunctions() {
	function("serialize", "keras.src.dtype_policies", "dtype_policy", "Writes a policy down as plain values.",
		spec.Keys("keras.dtype_policies.serialize"), func(t *object.Thread, a []object.Object) (object.Object, error) {
			return saving.Serialize(t, a[0])
		})
	function("deserialize", "keras.src.dtype_policies", "config, custom_objects=None", "Makes the policy that a config describes.",
		spec.Keys("keras.dtype_policies.deserialize"), func(t *object.Thread, a []object.Object) (object.Object, error) {
			custom, _ := object.Of(a[1]).(*object.Dict)
			return Deserialize(t, a[0], custom)
		})
	function("get", "keras.src.dtype_policies", "identifier", "Makes a policy of a name, a config or a policy.",
		spec.Keys("keras.dtype_policies.get"), func(t *object.Thread, a []object.Object) (object.Object, error) {
			p, err := Get(t, a[0])
			if err != nil {
				return nil, err
			}
			return p, nil
		})
	function("set_dtype_policy", module, "policy", "Sets the session's dtype policy.",
		spec.Keys("keras.config.set_dtype_policy", "keras.mixed_precision.set_dtype_policy", "keras.mixed_precision.set_global_policy"),
		func(t *object.Thread, a []object.Object) (object.Object, error) { return nil, SetGlobal(t, a[0]) })
	function("dtype_policy", module, "", "Returns the session's dtype policy.",
		spec.Keys("keras.config.dtype_policy", "keras.mixed_precision.dtype_policy", "keras.mixed_precision.global_policy"),
		func(t *object.Thread, _ []object.Object) (object.Object, error) {
			p, err := Global(t)
			if err != nil {
				return nil, err
			}
			return p, nil
		})
}

func settingFunctions() {
	const module = "keras.src.backend.config"
	both := func(name string) []string { return spec.Keys("keras.config."+name, "keras.backend."+name) }
	text := func(get func(*object.Thread) string) func(*object.Thread, []object.Object) (object.Object, error) {
		return func(t *object.Thread, _ []object.Object) (object.Object, error) { return object.NewStr(get(t)), nil }
	}
	function("floatx", module, "", "Returns the session's float type.", both("floatx"), text(config.Floatx))
	function("set_floatx", module, "value", "Sets the session's float type.", both("set_floatx"),
		func(t *object.Thread, a []object.Object) (object.Object, error) {
			return nil, config.SetFloatx(t, a[0])
		})
	function("epsilon", module, "", "Returns the small number that keeps divisions safe.", both("epsilon"),
		func(t *object.Thread, _ []object.Object) (object.Object, error) { return config.Epsilon(t), nil })
	function("set_epsilon", module, "value", "Sets the small number that keeps divisions safe.", both("set_epsilon"),
		func(t *object.Thread, a []object.Object) (object.Object, error) {
			config.SetEpsilon(t, a[0])
			return nil, nil
		})
	function("image_data_format", module, "", "Returns where images have their channels.", both("image_data_format"), text(config.ImageDataFormat))
	function("set_image_data_format", module, "data_format", "Sets where images have their channels.", both("set_image_data_format"),
		func(t *object.Thread, a []object.Object) (object.Object, error) {
			return nil, config.SetImageDataFormat(t, a[0])
		})
	function("backend", module, "", "Returns the name of the backend.", both("backend"), text(operation.Backend))
	function("standardize_dtype", "keras.src.backend.common.variables", "dtype", "Returns the name of a dtype.",
		spec.Keys("keras.backend.standardize_dtype", "keras.utils.standardize_dtype"),
		func(t *object.Thread, a []object.Object) (object.Object, error) {
			s, err := config.Dtype(t, a[0])
			return object.NewStr(s), err
		})
	is := func(name string, test func(string) bool) {
		function(name, "keras.src.backend.common.variables", "dtype", "Tells whether a dtype is of that kind.",
			spec.Keys("keras.backend."+name), func(t *object.Thread, a []object.Object) (object.Object, error) {
				s, err := config.Dtype(t, a[0])
				return object.BoolOf(test(s)), err
			})
	}
	is("is_float_dtype", config.IsFloat)
	is("is_int_dtype", config.IsInt)
	function("get_uid", "keras.src.utils.naming", "prefix=''", "Counts the uses of a prefix.", spec.Keys("keras.backend.get_uid"),
		func(t *object.Thread, a []object.Object) (object.Object, error) {
			s, err := object.ToStr(t, a[0])
			if err != nil {
				return nil, err
			}
			return object.Int(operation.GetUID(t, s)), nil
		})
}
