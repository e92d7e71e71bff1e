package inspect

import (
	"layerglass/core/python/object"
)

// signature is inspect.Signature.
type signature struct {
	object.Signature
	byName object.Object // the mapping that programs see, made when first asked for
}

var signatureClass = object.NewType("Signature", "inspect", nil).WithPayload()

// Class returns the type inspect.Signature.
func (*signature) Class() *object.Class { return signatureClass }

func newSignature(params []object.Param, ret object.Object) *signature {
	s := &signature{}
	s.Params, s.Return = params, ret
	return s
}

// Repr shows the parameter list.
func (s *signature) Repr(t *object.Thread) (string, error) {
	text, err := Text(t, &s.Signature)
	return "<Signature " + text + ">", err
}

// Str is the parameter list as it would be written.
func (s *signature) Str(t *object.Thread) (string, error) { return Text(t, &s.Signature) }

// parameters returns the mapping from names to parameters.
func (s *signature) parameters(t *object.Thread) (object.Object, error) {
	if s.byName != nil {
		return s.byName, nil
	}
	m, err := t.Import(t, "collections")
	if err != nil {
		return nil, err
	}
	d, err := object.CallMethod(t, m, "OrderedDict")
	if err != nil {
		return nil, err
	}
	for _, p := range s.Params {
		if err := object.SetItem(t, d, p.Name, &parameter{p}); err != nil {
			return nil, err
		}
	}
	s.byName = &object.MappingProxy{Mapping: d}
	return s.byName, nil
}

// Compare is equality of parameters and return annotation; the order of keyword-only parameters does not count.
func (s *signature) Compare(t *object.Thread, op object.CompareOp, o object.Object) (object.Object, error) {
	r, ok := o.(*signature)
	if !ok || op != object.Eq && op != object.Ne {
		return object.NotImplemented, nil
	}
	same, err := s.equals(t, r)
	return object.Bool(same == (op == object.Eq)), err
}

func (s *signature) equals(t *object.Thread, r *signature) (bool, error) {
	if len(s.Params) != len(r.Params) {
		return false, nil
	}
	if same, err := object.Equal(t, orEmpty(s.Return), orEmpty(r.Return)); !same || err != nil {
		return false, err
	}
	for i := range s.Params {
		p, q := &s.Params[i], &r.Params[i]
		if p.Kind == object.KeywordOnly {
			q = r.find(p.Name.String())
		}
		if q == nil {
			return false, nil
		}
		if same, err := sameParam(t, p, q); !same || err != nil {
			return false, err
		}
	}
	return true, nil
}

func (s *signature) find(name string) *object.Param {
	for i := range s.Params {
		if s.Params[i].Name.String() == name {
			return &s.Params[i]
		}
	}
	return nil
}

// Hash mixes the parameters' hashes.
func (s *signature) Hash(t *object.Thread) (uint64, error) {
	var items []object.Object
	for _, p := range s.Params {
		items = append(items, &parameter{p})
	}
	return object.Hash(t, object.NewTuple(append(items, orEmpty(s.Return))...))
}

var signatureSignature = object.ParseSignature("(parameters=None, *, return_annotation=?, __validate_parameters__=True)")

func init() {
	signatureClass.Protocols(&signature{})
	signatureClass.Set("empty", emptyClass)
	signatureClass.New = func(t *object.Thread, cls *object.Class, a object.Args) (object.Object, error) {
		v, err := signatureSignature.Bind(t, "Signature", nil, a, nil)
		if err != nil {
			return nil, err
		}
		s, err := makeSignature(t, v[0], v[1])
		if err != nil {
			return nil, err
		}
		return object.Wrap(cls, s), nil
	}
	signatureClass.Getter("parameters", "", func(t *object.Thread, o object.Object) (object.Object, error) {
		return object.Of(o).(*signature).parameters(t)
	})
	signatureClass.Getter("return_annotation", "", func(_ *object.Thread, o object.Object) (object.Object, error) {
		return orEmpty(object.Of(o).(*signature).Return), nil
	})
	signatureClass.Methods(
		object.Func("replace", "(self, *, parameters=?, return_annotation=?)", "Returns a signature with other parts.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			s := a[0].(*signature)
			if a[2] == nil {
				a[2] = orEmpty(s.Return)
			}
			if a[1] == nil {
				return newSignature(s.Params, present(a[2])), nil
			}
			return makeSignature(t, a[1], a[2])
		}),
		object.RawFunc("bind", "(self, /, *args, **kwargs)", "Gives arguments to the parameters.", func(t *object.Thread, a object.Args) (object.Object, error) {
			return a.Pos[0].(*signature).bind(t, object.Args{Pos: a.Pos[1:], Kw: a.Kw}, false)
		}),
		object.RawFunc("bind_partial", "(self, /, *args, **kwargs)", "Gives arguments to the parameters; some may be missing.", func(t *object.Thread, a object.Args) (object.Object, error) {
			return a.Pos[0].(*signature).bind(t, object.Args{Pos: a.Pos[1:], Kw: a.Kw}, true)
		}),
	)
	signatureClass.ClassMethods(object.Func("from_callable", "(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False)", "Returns the Signature of a callable.",
		func(t *object.Thread, a []object.Object) (object.Object, error) {
			follow, err := object.Truth(t, a[2])
			if err != nil {
				return nil, err
			}
			return signatureOf(t, a[1], follow)
		}))
}

// makeSignature checks that the parameters can stand in one list.
func makeSignature(t *object.Thread, parameters, ret object.Object) (*signature, error) {
	var list []object.Param
	if parameters == object.None {
		return newSignature(nil, present(ret)), nil
	}
	kind, defaults := object.PositionalOnly, false
	seen := map[string]bool{}
	err := object.Iterate(t, parameters, func(v object.Object) (bool, error) {
		p, ok := object.Of(v).(*parameter)
		if !ok {
			return false, object.AttributeError(v, "kind", "'%s' object has no attribute 'kind'", v.Class().Name)
		}
		if p.Kind < kind {
			return false, object.ValueError("wrong parameter order: %s parameter before %s parameter", kindTexts[kind], kindTexts[p.Kind])
		}
		kind = p.Kind
		if p.Kind <= object.PositionalOrKeyword {
			if p.Default == nil && defaults {
				return false, object.ValueError("non-default argument follows default argument")
			}
			defaults = p.Default != nil
		}
		if seen[p.Name.String()] {
			return false, object.ValueError("duplicate parameter name: %s", object.QuoteStr(p.Name.String()))
		}
		seen[p.Name.String()] = true
		list = append(list, p.Param)
		return true, nil
	})
	return newSignature(list, present(ret)), err
}
