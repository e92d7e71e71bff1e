package ops

import (
	"layerglass/core/keras/config"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// further are names under which a function can be found besides its own.
var further = map[string]string{"hard_silu": "hard_swish", "silu": "swish"}

// submodules are the families whose functions stand in a module of their own too.
var submodules = map[string]bool{"numpy": true, "nn": true, "linalg": true}

// declare makes the function known under its public names.
func (o *Op) declare() {
	d := spec.Function{Name: o.Name, Module: "keras.src.ops." + o.Module, Takes: o.Sig}
	switch o.Module {
	case "image":
		d.Export = spec.Keys("keras.ops.image." + o.Name)
	case "random":
		d.Export, d.Module = spec.Keys("keras.random."+o.Name), "keras.src.random.random"
	default:
		for _, name := range []string{o.Name, further[o.Name]} {
			if name == "" {
				continue
			}
			d.Export = append(d.Export, "keras.ops."+name)
			if submodules[o.Module] {
				d.Export = append(d.Export, "keras.ops."+o.Module+"."+name)
			}
		}
	}
	d.Do = func(t *object.Thread, a []object.Object) (object.Object, error) {
		return o.prepared().dispatch(&Call{T: t, Op: o, values: append([]object.Object(nil), a...)})
	}
	o.function = spec.DeclareFunc(d)
}

// Function returns the session's Python function.
func (o *Op) Function(t *object.Thread) *object.Builtin { return o.function.In(t) }

func declareFunctions() {
	for _, f := range families {
		for _, o := range f.ops {
			o.Module = f.module
			o.declare()
		}
	}
	for _, o := range RandomOps {
		o.Module = "random"
		o.declare()
	}
	spec.DeclareFunc(spec.Function{Name: "result_type", Module: "keras.src.backend.common.dtypes", Export: spec.Keys("keras.backend.result_type"),
		Takes: "*dtypes", Doc: "Returns the dtype that the given ones are brought to together.", Do: resultType})
	spec.DeclareFunc(spec.Function{Name: "is_keras_tensor", Module: "keras.src.backend.common.keras_tensor",
		Export: spec.Keys("keras.utils.is_keras_tensor", "keras.backend.is_keras_tensor"), Takes: "x", Doc: "Tells a KerasTensor.",
		Do: func(_ *object.Thread, a []object.Object) (object.Object, error) {
			x, ok := a[0].(*tensor.KerasTensor)
			return object.BoolOf(ok && !x.Traced()), nil
		}})
}

// resultType is keras.backend.result_type; int and float as classes are weak.
func resultType(t *object.Thread, a []object.Object) (object.Object, error) {
	items := a[0].(*object.Tuple).Items
	list := make([]Dtype, len(items))
	for i, v := range items {
		d, err := dtypeArgument(t, v)
		if err != nil {
			return nil, err
		}
		list[i] = d
	}
	name, err := ResultType(t, list...)
	return object.NewStr(name), err
}

func dtypeArgument(t *object.Thread, v object.Object) (Dtype, error) {
	switch v {
	case object.Object(object.IntClass):
		return WeakInt, nil
	case object.Object(object.FloatClass):
		return WeakFloat, nil
	}
	n, err := config.Dtype(t, v)
	return Dtype{n, false}, err
}
