package dtypes

import (
	"strconv"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// Map is keras.dtype_policies.DTypePolicyMap: a policy for each path of layers, by name or pattern.
var Map = spec.Declare("keras.src.dtype_policies.dtype_policy_map", "keras.dtype_policies.DTypePolicyMap", func() spec.Class {
	return spec.Class{
		Base: Policy,
		Doc:  "Gives layers dtype policies by their paths.",
		Args: arg.Of(arg.BaseInitNone, arg.Check(checkMap),
			arg.Any("default_policy", nil).As("_default_policy_arg").Says("the policy of paths that the map does not name"),
			arg.Any("policy_map", nil).As("-").Says("a dict of paths, or patterns of paths, and policies"), arg.Check(initMap)),
		Config: spec.Keys("default_policy"), Alone: true, Finish: finishMap, FromCustom: true, FromConfig: mapFromConfig,
		Getters: []spec.Getter{
			{Name: "name", Get: func(l *spec.Instance) (object.Object, error) {
				p, err := defaultPolicy(l)
				if err != nil {
					return nil, err
				}
				return object.NewStr("map_" + p.Str("_name")), nil
			}},
			{Name: "default_policy", Get: func(l *spec.Instance) (object.Object, error) {
				p, err := defaultPolicy(l)
				if err != nil {
					return nil, err
				}
				return p.Instance, nil
			}},
			ofDefault("variable_dtype"), ofDefault("compute_dtype"), ofDefault("quantization_mode"),
		},
		Methods: append(mapMethods, spec.MutableMapping()...),
	}
})

func checkMap(l *spec.Instance) error {
	if p, ok := l.Given.Get("default_policy").(*object.Instance); ok && p.Class().IsSubclass(class(l.T, "DTypePolicyMap")) {
		return l.Fail("default_policy", "default_policy must not be a DTypePolicyMap itself.")
	}
	m := l.Given.Get("policy_map")
	if _, ok := object.Of(m).(*object.Dict); !ok && m != object.None {
		return l.BadType("policy_map", m, "a dict or None")
	}
	return nil
}

func initMap(l *spec.Instance) error {
	p, err := Get(l.T, l.Given.Get("default_policy"))
	if err != nil {
		return err
	}
	m := l.Given.Get("policy_map")
	if full, err := object.Truth(l.T, m); err != nil || !full {
		if err != nil {
			return err
		}
		m = object.NewDict()
	}
	return l.SetAll("_default_policy", p, "_policy_map", m)
}

func defaultPolicy(l *spec.Instance) (*spec.Instance, error) {
	p, err := Get(l.T, l.Value("_default_policy"))
	if err != nil {
		return nil, err
	}
	return arg.Self(l.T, p), nil
}

func ofDefault(name string) spec.Getter {
	return spec.Getter{Name: name, Get: func(l *spec.Instance) (object.Object, error) {
		p, err := defaultPolicy(l)
		if err != nil {
			return nil, err
		}
		return p.Value(name), nil
	}}
}

func entries(l *spec.Instance) *object.Dict {
	d, _ := object.Of(l.Value("_policy_map")).(*object.Dict)
	if d == nil {
		return object.NewDict()
	}
	return d
}

// At returns the policy of a path: the entry of that name, the one pattern that matches all of it, or the default.
func At(l *spec.Instance, path object.Object) (object.Object, error) {
	d := entries(l)
	if v, err := d.Get(l.T, path); v != nil || err != nil {
		return v, err
	}
	var found []object.Object
	for k := range d.All() {
		ok, err := fullMatch(l.T, k, path)
		if err != nil {
			return nil, err
		}
		if ok {
			found = append(found, k)
		}
	}
	switch len(found) {
	case 0:
		p, err := defaultPolicy(l)
		if err != nil {
			return nil, err
		}
		return p.Instance, nil
	case 1:
		return d.Get(l.T, found[0])
	}
	return nil, l.Fail("policy_map", "the path %s matches %d of its patterns; it may match one.", l.Repr(path), len(found))
}

// fullMatch is re.fullmatch; a pattern without special characters is compared as text.
func fullMatch(t *object.Thread, pattern, path object.Object) (bool, error) {
	p, ok := object.Of(pattern).(*object.Str)
	s, isText := object.Of(path).(*object.Str)
	if ok && isText && !special(p.String()) {
		return p.String() == s.String(), nil
	}
	if t.Import == nil {
		return false, arg.NotModelled("matching the pattern " + arg.Repr(t, pattern))
	}
	re, err := t.Import(t, "re")
	if err != nil {
		return false, err
	}
	m, err := object.CallMethod(t, re, "fullmatch", pattern, path)
	return err == nil && m != object.None, err
}

func special(s string) bool {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '.', '^', '$', '*', '+', '?', '{', '}', '[', ']', '\\', '|', '(', ')':
			return true
		}
	}
	return false
}

// finishMap writes the map. Without a default policy the entries' own dtypes are forgotten, in the policies themselves.
func finishMap(l *spec.Instance, config *object.Dict) error {
	config.SetName("default_policy", l.Value("_default_policy_arg"))
	d := entries(l)
	if l.IsNone("_default_policy_arg") {
		for _, v := range d.All() {
			if p, ok := v.(*object.Instance); ok && p.Class().IsSubclass(class(l.T, "DTypePolicy")) {
				p.SetAttr("_name", object.None)
				if p.Class().IsSubclass(class(l.T, "QuantizedDTypePolicy")) {
					p.SetAttr("_source_name", object.None)
				}
			}
		}
	}
	s, err := saving.Serialize(l.T, d)
	config.SetName("policy_map", s)
	return err
}

func mapFromConfig(t *object.Thread, cls *object.Class, config *object.Dict) (object.Object, error) {
	config = config.Copy()
	m := config.GetName("policy_map")
	if m == nil {
		return nil, object.KeyError(object.NewStr("policy_map"))
	}
	m, err := saving.Deserialize(t, m, nil)
	if err != nil {
		return nil, err
	}
	config.SetName("policy_map", m)
	return spec.Construct(t, cls, config)
}

var mapMethods = []spec.Method{
	{Name: "__getitem__", Takes: "key", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) { return At(l, a[0]) }},
	{Name: "__setitem__", Takes: "key, policy", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
		return nil, SetAt(l, a[0], a[1])
	}},
	{Name: "__delitem__", Takes: "key", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
		v, err := entries(l).Delete(l.T, a[0])
		if v == nil && err == nil {
			err = object.KeyError(a[0])
		}
		return v, err
	}},
	{Name: "__contains__", Takes: "key", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
		v, err := entries(l).Get(l.T, a[0])
		return object.BoolOf(v != nil), err
	}},
	{Name: "__len__", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
		return object.Int(entries(l).Len()), nil
	}},
	{Name: "__iter__", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) { return object.Iter(l.T, entries(l)) }},
	{Name: "keys", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
		return object.CallMethod(l.T, entries(l), "keys")
	}},
	{Name: "values", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
		return object.CallMethod(l.T, entries(l), "values")
	}},
	{Name: "items", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
		return object.CallMethod(l.T, entries(l), "items")
	}},
	{Name: "__repr__", Do: reprMap},
}

// SetAt gives a path a policy; a path that has one already is refused.
func SetAt(l *spec.Instance, path, policy object.Object) error {
	d := entries(l)
	if old, err := d.Get(l.T, path); old != nil || err != nil {
		if err != nil {
			return err
		}
		return l.Fail("policy_map", "%s has a policy already.", l.Repr(path))
	}
	p, err := Get(l.T, policy)
	if err != nil {
		return l.Fail("policy_map", "%s cannot be read as a dtype policy.", l.Repr(policy))
	}
	return d.Set(l.T, path, p)
}

func reprMap(l *spec.Instance, _ []object.Object) (object.Object, error) {
	p, err := defaultPolicy(l)
	if err != nil {
		return nil, err
	}
	pairs := object.NewList()
	for k, v := range entries(l).All() {
		name, err := object.GetAttr(l.T, v, object.Intern("name"))
		if err != nil {
			return nil, err
		}
		pairs.Items = append(pairs.Items, object.NewTuple(k, name))
	}
	return object.NewStr("<DTypePolicyMap at 0x" + strconv.FormatUint(l.T.ID(l.Instance), 16) + " default_policy=" + p.Str("_name") +
		", mapping=" + l.Repr(pairs) + ">"), nil
}
