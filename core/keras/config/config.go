// Package config holds Keras's settings of one run: the float type, epsilon, the layout of images, and the reading of
// dtype arguments, which depends on them.
package config

import (
	"strings"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/operation"
	"layerglass/core/python/object"
)

type settings struct {
	floatx, dataFormat string
	epsilon            object.Object
}

type settingsKey struct{}

func of(t *object.Thread) *settings {
	return t.State(settingsKey{}, func() any { return &settings{"float32", "channels_last", object.Float(1e-07)} }).(*settings)
}

// Floatx is keras.config.floatx(): the float type of weights that name none.
func Floatx(t *object.Thread) string { return of(t).floatx }

// SetFloatx is keras.config.set_floatx.
func SetFloatx(t *object.Thread, v object.Object) error {
	s, ok := object.Of(v).(*object.Str)
	if ok {
		switch s.String() {
		case "bfloat16", "float16", "float32", "float64":
			of(t).floatx = s.String()
			return nil
		}
	}
	return object.ValueError("floatx must be 'bfloat16', 'float16', 'float32' or 'float64', got %s.", arg.Repr(t, v))
}

// Epsilon is keras.config.epsilon().
func Epsilon(t *object.Thread) object.Object { return of(t).epsilon }

// SetEpsilon is keras.config.set_epsilon.
func SetEpsilon(t *object.Thread, v object.Object) { of(t).epsilon = v }

// ImageDataFormat is keras.config.image_data_format().
func ImageDataFormat(t *object.Thread) string { return of(t).dataFormat }

// SetImageDataFormat is keras.config.set_image_data_format.
func SetImageDataFormat(t *object.Thread, v object.Object) error {
	s, err := dataFormat(t, v)
	if err == nil {
		of(t).dataFormat = s
	}
	return err
}

func dataFormat(t *object.Thread, v object.Object) (string, error) {
	text, err := object.ToStr(t, v)
	if err != nil {
		return "", err
	}
	if s := strings.ToLower(text); s == "channels_first" || s == "channels_last" {
		return s, nil
	}
	return "", object.ValueError("data_format must be 'channels_last' or 'channels_first', got data_format=%s.", arg.Repr(t, v))
}

// DataFormat reads a data_format argument: None stands for the session's own.
func DataFormat(t *object.Thread, v object.Object) (string, error) {
	if v == nil || v == object.None {
		return ImageDataFormat(t), nil
	}
	return dataFormat(t, v)
}

func init() {
	arg.Provide("data_format", arg.Kind{Get: func(l *arg.Instance, a *arg.Arg, v object.Object) (object.Object, error) {
		s, err := DataFormat(l.T, v)
		if e := object.AsException(err); e != nil && e.Subject == nil {
			return nil, l.Bad(a.Name, v, "'channels_last' or 'channels_first'")
		}
		if err != nil {
			return nil, err
		}
		return object.Intern(s), nil
	}})
}

var allowed = map[string]bool{"float16": true, "float32": true, "float64": true, "uint8": true, "uint16": true, "uint32": true,
	"uint64": true, "int8": true, "int16": true, "int32": true, "int64": true, "bfloat16": true, "bool": true, "string": true,
	"float8_e4m3fn": true, "float8_e5m2": true, "complex64": true, "complex128": true}

// Dtype is keras.backend.standardize_dtype: it reads the name of a dtype, None (the session's float type), one of Python's
// number types, or any object with a name.
func Dtype(t *object.Thread, v object.Object) (string, error) {
	if v == nil || v == object.None {
		return Floatx(t), nil
	}
	name, err := dtypeName(t, v)
	if err != nil {
		return "", err
	}
	if !allowed[name] {
		return "", object.ValueError("%s is not the name of a dtype.", arg.Repr(t, v))
	}
	return name, nil
}

func dtypeName(t *object.Thread, v object.Object) (string, error) {
	tf := operation.Backend(t) == "tensorflow"
	switch x := object.Of(v).(type) {
	case *object.Class:
		switch x {
		case object.BoolClass:
			return "bool", nil
		case object.IntClass:
			return pick(tf, "int64", "int32"), nil
		case object.FloatClass:
			return "float32", nil
		case object.StrClass:
			return "string", nil
		case object.ComplexClass:
			return pick(tf, "complex128", "complex64"), nil
		}
		return x.Name, nil
	case *object.Str:
		if x.String() == "int" {
			return pick(tf, "int64", "int32"), nil
		}
		return x.String(), nil
	}
	for _, attr := range []string{"name", "__name__"} {
		n, err := object.LookupAttr(t, v, object.Intern(attr))
		if err != nil && !object.IsKind(err, object.AttributeErrorClass) {
			return "", err
		}
		if n != nil && err == nil {
			if s, ok := object.Of(n).(*object.Str); ok {
				return s.String(), nil
			}
			return "", nil
		}
	}
	return "", nil
}

func pick(first bool, a, b string) string {
	if first {
		return a
	}
	return b
}

// IsFloat reports whether the name is a float type's.
func IsFloat(dtype string) bool {
	return strings.HasPrefix(dtype, "float") || strings.HasPrefix(dtype, "bfloat")
}

// IsInt reports whether the name is an integer type's.
func IsInt(dtype string) bool {
	return strings.HasPrefix(dtype, "int") || strings.HasPrefix(dtype, "uint")
}
