package utils

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/public"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// settings are those of keras.config that can be read back; most change nothing here.
type settings struct {
	filtering     *bool
	interactive   bool
	flash         object.Object
	epochs, steps object.Object
}

type settingsKey struct{}

func settingsOf(t *object.Thread) *settings {
	s := t.State(settingsKey{}, func() any {
		return &settings{interactive: true, flash: object.None, epochs: object.None, steps: object.None}
	}).(*settings)
	s.filtering = operation.Filtering(t)
	return s
}

// setting declares a function of keras.config that sets or reads.
func setting(name, takes, module string, do func(s *settings, a []object.Object) object.Object, further ...string) {
	spec.DeclareFunc(spec.Function{Name: name, Module: module, Export: append([]string{"keras.config." + name}, further...), Takes: takes, Doc: "Sets or reads a setting.",
		Do: func(t *object.Thread, a []object.Object) (object.Object, error) { return do(settingsOf(t), a), nil }})
}

// toggle declares the three functions of a setting that is on or off.
func toggle(what, module string, at func(s *settings) *bool, utils bool) {
	further := func(name string) []string {
		if utils {
			return spec.Keys("keras.utils." + name)
		}
		return nil
	}
	for _, on := range []bool{true, false} {
		name := "disable_" + what
		if on {
			name = "enable_" + what
		}
		setting(name, "", module, func(s *settings, _ []object.Object) object.Object {
			*at(s) = on
			return object.None
		}, further(name)...)
	}
	name := "is_" + what + "_enabled"
	setting(name, "", module, func(s *settings, _ []object.Object) object.Object { return object.BoolOf(*at(s)) }, further(name)...)
}

func init() {
	const module = "keras.src.backend.config"
	toggle("traceback_filtering", "keras.src.utils.traceback_utils", func(s *settings) *bool { return s.filtering }, false)
	toggle("interactive_logging", "keras.src.utils.io_utils", func(s *settings) *bool { return &s.interactive }, true)
	set := func(name, takes string, at func(s *settings) *object.Object, v object.Object) {
		setting(name, takes, module, func(s *settings, a []object.Object) object.Object {
			*at(s) = v
			if v == nil {
				*at(s) = a[0]
			}
			return object.None
		})
	}
	read := func(name string, at func(s *settings) *object.Object) {
		setting(name, "", module, func(s *settings, _ []object.Object) object.Object { return *at(s) })
	}
	flash := func(s *settings) *object.Object { return &s.flash }
	set("enable_flash_attention", "", flash, object.None)
	set("disable_flash_attention", "", flash, object.False)
	read("is_flash_attention_enabled", flash)
	epochs, steps := func(s *settings) *object.Object { return &s.epochs }, func(s *settings) *object.Object { return &s.steps }
	set("set_max_epochs", "max_epochs", epochs, nil)
	read("max_epochs", epochs)
	set("set_max_steps_per_epoch", "max_steps_per_epoch", steps, nil)
	read("max_steps_per_epoch", steps)
	setting("is_nnx_enabled", "", module, func(*settings, []object.Object) object.Object { return object.False })
	spec.DeclareFunc(spec.Function{Name: "set_backend", Module: "keras.src.utils.backend_utils", Export: spec.Keys("keras.config.set_backend"), Takes: "backend",
		Doc: "Changes the backend.", Do: func(t *object.Thread, a []object.Object) (object.Object, error) {
			if s, ok := object.Of(a[0]).(*object.Str); ok && s.String() == operation.Backend(t) {
				return object.None, nil
			}
			return nil, arg.NotModelled("another backend than " + operation.Backend(t) + " in a running program")
		}})
	spec.DeclareFunc(spec.Function{Name: "version", Module: "keras.src.version", Export: spec.Keys("keras.version"), Doc: "Returns the version of Keras.",
		Do: func(*object.Thread, []object.Object) (object.Object, error) {
			return object.NewStr(public.Version), nil
		}})
}
