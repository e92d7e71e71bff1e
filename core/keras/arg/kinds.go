package arg

import (
	"strings"

	"layerglass/core/python/object"
)

func made(kind *Kind, name string, def []any) Arg {
	a := Arg{Name: name, Kind: kind, Doc: About(name)}
	if len(def) > 0 {
		a.Default = Value(def[0])
	}
	return a
}

// Kinds that take the value as it is: they tell people what is meant, and leave refusing to the checks.
var (
	anyKind   = &Kind{Name: "any value"}
	intKind   = &Kind{Name: "integer"}
	floatKind = &Kind{Name: "number"}
	boolKind  = &Kind{Name: "true or false"}
	textKind  = &Kind{Name: "text"}
)

// Any takes any value as it is. Here and below: without def the argument must be given; nil stands for None.
func Any(name string, def ...any) Arg { return made(anyKind, name, def) }

// Int takes an integer.
func Int(name string, def ...any) Arg { return made(intKind, name, def) }

// Float takes a number.
func Float(name string, def ...any) Arg { return made(floatKind, name, def) }

// Bool takes a truth value.
func Bool(name string, def ...any) Arg { return made(boolKind, name, def) }

// Str takes a string.
func Str(name string, def ...any) Arg { return made(textKind, name, def) }

// OneOf takes one of a few strings, listed as people write them: "fan_in, fan_out or fan_avg". The list only tells people, see
// Instance.OneOf for the check.
func OneOf(name string, allowed string, def ...any) Arg {
	a := made(&Kind{Name: allowed}, name, def)
	list := strings.ReplaceAll(strings.ReplaceAll(allowed, " or ", ", "), "'", "")
	return a.Among(strings.Split(list, ", ")...)
}

// Kinds that other packages bring, because what they do needs those packages: they are filled in by Provide.
var (
	activationKind  = &Kind{Name: "activation"}
	initializerKind = &Kind{Name: "initializer"}
	regularizerKind = &Kind{Name: "regularizer"}
	constraintKind  = &Kind{Name: "constraint"}
	objectKind      = &Kind{Name: "Keras object"}
	serializedKind  = &Kind{Name: "any value"}
	dataFormatKind  = &Kind{Name: "data format"}
)

// Provide fills in a kind that this package only names: "activation", "initializer", "regularizer", "constraint",
// "object", "serialized", "data_format". The package that knows how calls it from its init.
func Provide(kind string, k Kind) {
	for name, to := range map[string]*Kind{"activation": activationKind, "initializer": initializerKind, "regularizer": regularizerKind,
		"constraint": constraintKind, "object": objectKind, "serialized": serializedKind, "data_format": dataFormatKind} {
		if name == kind {
			k.Name = to.Name
			*to = k
		}
	}
}

// Activation takes the name, function, layer or config of an activation; None means linear.
func Activation(name string, def ...any) Arg { return made(activationKind, name, def) }

// Initializer takes the name, object or config of an initializer.
func Initializer(name string, def ...any) Arg { return made(initializerKind, name, def) }

// Regularizer takes the name, object or config of a regularizer.
func Regularizer(name string, def ...any) Arg { return made(regularizerKind, name, def) }

// Constraint takes the name, object or config of a constraint.
func Constraint(name string, def ...any) Arg { return made(constraintKind, name, def) }

// Object takes a Keras object that the config holds serialized, and that from_config brings back.
func Object(name string, def ...any) Arg { return made(objectKind, name, def) }

// Serialized takes any value; the config holds it serialized, and from_config hands that to the constructor as it is.
func Serialized(name string, def ...any) Arg { return made(serializedKind, name, def) }

// DataFormat takes "channels_last", "channels_first" or None for the session's own.
func DataFormat(name string, def ...any) Arg { return made(dataFormatKind, name, def) }

// Weights is the usual run of arguments about one kernel and a bias, in Keras's order: initializers, regularizers, the
// activity regularizer (which Layer takes), constraints.
func Weights(kernel string) List {
	return Of(
		Initializer(kernel+"_initializer", "glorot_uniform"), Initializer("bias_initializer", "zeros"),
		Regularizer(kernel+"_regularizer", nil), Regularizer("bias_regularizer", nil), Regularizer("activity_regularizer", nil).ToBase(),
		Constraint(kernel+"_constraint", nil), Constraint("bias_constraint", nil),
	)
}

// LoRA is the pair of arguments about low-rank adaptation; an alpha that is not given takes the rank's value.
func LoRA() List {
	alpha := Any("lora_alpha", nil)
	alpha.Kind = &Kind{Name: "number", Get: func(l *Instance, _ *Arg, v object.Object) (object.Object, error) {
		if v == object.None {
			return l.Value("lora_rank"), nil
		}
		return v, nil
	}}
	return Of(Int("lora_rank", nil), alpha)
}

// IntOf takes what int() makes an integer of.
func IntOf(name string, def ...any) Arg {
	return made(&Kind{Name: "integer", Get: func(l *Instance, _ *Arg, v object.Object) (object.Object, error) {
		return object.Call(l.T, object.IntClass, v)
	}}, name, def)
}

// FloatOf takes what float() makes a number of.
func FloatOf(name string, def ...any) Arg {
	return made(&Kind{Name: "number", Get: func(l *Instance, _ *Arg, v object.Object) (object.Object, error) {
		return object.Call(l.T, object.FloatClass, v)
	}}, name, def)
}
