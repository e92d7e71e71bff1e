package saving

import (
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// globals is what register_keras_serializable fills; clear_session leaves it.
type globals struct {
	objects *object.Dict // registered name → object
	names   *object.Dict // object → registered name
	// lambdas are the functions behind the text they were dumped as.
	lambdas map[string]object.Object
}

type globalsKey struct{}

func globalsOf(t *object.Thread) *globals {
	return t.State(globalsKey{}, func() any {
		return &globals{object.NewDict(), object.NewDict(), map[string]object.Object{}}
	}).(*globals)
}

// scoped is what the scopes of this package set, and clear_session forgets.
type scoped struct {
	custom   *object.Dict
	safeMode object.Object // nil outside of a scope
	// byConfig and byID are the tables of an ObjectSharingScope, nil outside.
	byConfig map[object.Object]*object.Dict
	byID     map[int64]object.Object
}

type scopedKey struct{}

func scopedOf(t *object.Thread) *scoped {
	return operation.Global(t, scopedKey{}, func() any { return &scoped{custom: object.NewDict()} }).(*scoped)
}

// InSafeMode reports whether code that a config carries must not be run: true unless a scope or the argument says else.
func InSafeMode(t *object.Thread, arg bool) bool {
	s := scopedOf(t).safeMode
	if s == nil || s == object.None {
		return arg
	}
	on, _ := object.Truth(t, s)
	return on
}

// SetSafeMode sets the safe mode of the session; nil leaves it to the argument of each call.
func SetSafeMode(t *object.Thread, v object.Object) { scopedOf(t).safeMode = v }

// Sharing runs f inside an ObjectSharingScope: objects that occur twice are written and brought back once.
func Sharing(t *object.Thread, f func() error) error {
	s := scopedOf(t)
	s.byConfig, s.byID = map[object.Object]*object.Dict{}, map[int64]object.Object{}
	err := f()
	s = scopedOf(t)
	s.byConfig, s.byID = nil, nil
	return err
}

var nameObjects = "custom_objects"

// CustomObjectScope is the context manager that makes names known while it is open.
var CustomObjectScope = spec.Declare("keras.src.saving.object_registration", "keras.saving.CustomObjectScope keras.saving.custom_object_scope keras.utils.CustomObjectScope keras.utils.custom_object_scope", func() spec.Class {
	return spec.Class{
		Doc:      "Makes custom objects known to Keras while the scope is open.",
		Inherits: true, Config: spec.None,
		Methods: []spec.Method{
			{Name: "__init__", Takes: "custom_objects", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				d := a[0]
				if on, err := object.Truth(l.T, d); err != nil || !on {
					if err != nil {
						return nil, err
					}
					d = object.NewDict()
				}
				return nil, l.SetAll(nameObjects, d, "backup", nil)
			}},
			{Name: "__enter__", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				s := scopedOf(l.T)
				if err := l.Set("backup", s.custom.Copy()); err != nil {
					return nil, err
				}
				d, ok := object.Of(l.Value(nameObjects)).(*object.Dict)
				if !ok {
					v := l.Value(nameObjects)
					return nil, object.AttributeError(v, "copy", "custom_objects must be a dict of names and objects, got %s.", l.Repr(v))
				}
				s.custom = d.Copy()
				return l.Instance, nil
			}},
			{Name: "__exit__", Takes: "*args, **kwargs", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				if d, ok := l.Value("backup").(*object.Dict); ok {
					scopedOf(l.T).custom = d.Copy()
				}
				return nil, nil
			}},
		},
	}
})

// SafeModeScope is the context manager that sets the safe mode.
var SafeModeScope = spec.Declare("keras.src.saving.serialization_lib", "SafeModeScope", func() spec.Class {
	return spec.Class{
		Doc:      "Allows or forbids deserializing code while the scope is open.",
		Inherits: true, Config: spec.None,
		Methods: []spec.Method{
			{Name: "__init__", Takes: "safe_mode=True", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				return nil, l.Set("safe_mode", a[0])
			}},
			{Name: "__enter__", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				old := scopedOf(l.T).safeMode
				if old == nil {
					old = object.None
				}
				scopedOf(l.T).safeMode = l.Value("safe_mode")
				return nil, l.Set("original_value", old)
			}},
			{Name: "__exit__", Takes: "*args, **kwargs", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				scopedOf(l.T).safeMode = l.Value("original_value")
				return nil, nil
			}},
		},
	}
})

// ObjectSharingScope is the context manager inside which shared objects stay shared.
var ObjectSharingScope = spec.Declare("keras.src.saving.serialization_lib", "ObjectSharingScope", func() spec.Class {
	return spec.Class{
		Doc:      "Keeps objects that occur several times in a config one object.",
		Inherits: true, Config: spec.None,
		Methods: []spec.Method{
			{Name: "__enter__", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				s := scopedOf(l.T)
				s.byConfig, s.byID = map[object.Object]*object.Dict{}, map[int64]object.Object{}
				return nil, nil
			}},
			{Name: "__exit__", Takes: "*args, **kwargs", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				s := scopedOf(l.T)
				s.byConfig, s.byID = nil, nil
				return nil, nil
			}},
		},
	}
})
