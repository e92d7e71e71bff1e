package dtypes

import (
	"strings"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/blame"
	"layerglass/core/keras/config"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

type policyKey struct{}

type current struct{ policy *object.Instance }

func currentOf(t *object.Thread) *current {
	return operation.Global(t, policyKey{}, func() any { return &current{} }).(*current)
}

// Global returns the session's dtype policy.
func Global(t *object.Thread) (*object.Instance, error) {
	c := currentOf(t)
	if c.policy == nil {
		p, err := newPolicy(t, "DTypePolicy", arg.Pairs("name", object.NewStr(config.Floatx(t)))...)
		if err != nil {
			return nil, err
		}
		c.policy = p
	}
	return c.policy, nil
}

// SetGlobal is keras.config.set_dtype_policy.
func SetGlobal(t *object.Thread, v object.Object) error {
	p, ok := isPolicy(t, v)
	if !ok {
		s, isText := object.Of(v).(*object.Str)
		if !isText {
			return badPolicy(t, "policy", v, "the name of a policy, such as 'mixed_float16', or a DTypePolicy")
		}
		var err error
		if p, err = named(t, s); err != nil {
			return err
		}
	}
	currentOf(t).policy = p
	return nil
}

func badPolicy(t *object.Thread, name string, v object.Object, allowed string) error {
	e := object.ValueError("%s must be %s, got %s=%s.", name, allowed, name, arg.Repr(t, v))
	e.Subject = blame.Argument{Name: name, Value: v, Allowed: allowed}
	return e
}

func isPolicy(t *object.Thread, v object.Object) (*object.Instance, bool) {
	p, ok := v.(*object.Instance)
	return p, ok && p.Class().IsSubclass(class(t, "DTypePolicy"))
}

// named makes the policy of a name, quantized ones included.
func named(t *object.Thread, s *object.Str) (*object.Instance, error) {
	name := s.String()
	if !quantized(name) {
		return newPolicy(t, "DTypePolicy", arg.Pairs("name", s)...)
	}
	parts := strings.Split(name, "_from_")
	if len(parts) != 2 {
		return nil, badPolicy(t, "policy", s, "of the form '<mode>_from_<policy>'")
	}
	cls := "QuantizedDTypePolicy"
	switch mode := parts[0]; {
	case strings.HasPrefix(name, "int4") && strings.Contains(mode, "/"):
		cls = "Int4DTypePolicy"
	case strings.HasPrefix(name, "gptq"):
		cls = "GPTQDTypePolicy"
	case strings.HasPrefix(name, "awq"):
		cls = "AWQDTypePolicy"
	case strings.HasPrefix(name, "float8"):
		cls = "QuantizedFloat8DTypePolicy"
	}
	return newPolicy(t, cls, arg.Pairs("mode", parts[0], "source_name", parts[1])...)
}

// Get is keras.dtype_policies.get: it reads a policy, its config, a policy's name, a dtype, or None for the session's own.
func Get(t *object.Thread, v object.Object) (*object.Instance, error) {
	if v == nil || v == object.None {
		return Global(t)
	}
	if p, ok := isPolicy(t, v); ok {
		return p, nil
	}
	switch x := object.Of(v).(type) {
	case *object.Dict:
		o, err := Deserialize(t, x, nil)
		if err != nil {
			return nil, err
		}
		if p, ok := o.(*object.Instance); ok {
			return p, nil
		}
		return nil, badPolicy(t, "dtype", v, "the config of a DTypePolicy")
	case *object.Str:
		return named(t, x)
	}
	d, err := config.Dtype(t, v)
	if err == nil {
		return newPolicy(t, "DTypePolicy", arg.Pairs("name", object.NewStr(d))...)
	}
	if object.AsException(err) == nil {
		return nil, err
	}
	return nil, badPolicy(t, "dtype", v, "the name of a dtype or policy, or a DTypePolicy")
}

// class returns the session's class of a policy. The declarations speak of each other, so they are found by name.
func class(t *object.Thread, name string) *object.Class {
	return spec.Find("keras.dtype_policies." + name).In(t)
}

func newPolicy(t *object.Thread, name string, kw ...object.Kwarg) (*object.Instance, error) {
	return operation.Construct(t, class(t, name), object.Args{Kw: kw})
}

// classes are the policies by their names, for configs.
func classes(t *object.Thread) func(string) object.Object {
	return func(name string) object.Object {
		if c := spec.Find("keras.dtype_policies." + name); c != nil {
			return c.In(t)
		}
		return nil
	}
}

// Deserialize is keras.dtype_policies.deserialize.
func Deserialize(t *object.Thread, v object.Object, custom *object.Dict) (object.Object, error) {
	r := saving.Reader{T: t, Custom: custom, SafeMode: true, Module: classes(t)}
	return r.Object(v)
}

// Name returns the text of one of a policy's properties: "compute_dtype", "variable_dtype", "name", "quantization_mode";
// None gives "".
func Name(t *object.Thread, p *object.Instance, property string) string {
	return arg.Self(t, p).Str(property)
}

// fromConfig turns a policy's config inside an operation's config into what the constructor takes: the name, except for
// maps and quantized policies.
func fromConfig(t *object.Thread, d *object.Dict) (object.Object, error) {
	o, err := Deserialize(t, d, nil)
	if err != nil {
		return nil, err
	}
	p, ok := o.(*object.Instance)
	if !ok || p.Class().IsSubclass(class(t, "DTypePolicyMap")) {
		return o, nil
	}
	mode, err := object.GetAttr(t, p, object.Intern("quantization_mode"))
	if err != nil || mode != object.None {
		return o, err
	}
	return object.GetAttr(t, p, object.Intern("name"))
}

func init() { operation.DeserializePolicy = fromConfig }
