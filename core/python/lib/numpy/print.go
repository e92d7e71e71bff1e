package numpy

import (
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

type printKey struct{}

// printState is what set_printoptions sets for one session.
type printState struct {
	array.PrintOptions
	formatter *object.Dict
	// legacy is the version of numpy whose printing is asked for, "" for the newest.
	legacy string
}

// bareScalars says that scalars are shown without their type, as before numpy 2.
func (s *printState) bareScalars() bool { return s.legacy == "1.21" || s.legacy == "1.25" }

// setLegacy reads the option legacy; what numpy does not know it ignores. How numpy 1.13 printed arrays is not done here.
func (s *printState) setLegacy(v object.Object) error {
	switch name, _ := object.AsString(v); {
	case name == "1.13":
		return object.NewError(object.NotImplementedErrClass, "Printing as numpy 1.13 did is not modelled here.")
	case name == "1.21", name == "1.25", name == "2.1", name == "2.2":
		s.legacy = name
	case v == object.False:
		s.legacy = ""
	}
	return nil
}

func printStateOf(t *object.Thread) *printState {
	return t.State(printKey{}, func() any { return &printState{PrintOptions: array.DefaultPrintOptions()} }).(*printState)
}

// printed formats an array with the session's options. Python code may run, for objects and formatters; its first error
// is returned.
func printed(t *object.Thread, show func(o array.PrintOptions) string) (string, error) {
	return printedWith(t, *printStateOf(t), show)
}

func printedWith(t *object.Thread, s printState, show func(o array.PrintOptions) string) (string, error) {
	if err := t.Deeper(); err != nil {
		return "", err
	}
	defer t.Shallower()
	var first error
	keep := func(text string, err error) string {
		if err != nil && first == nil {
			first = err
		}
		return text
	}
	o := s.PrintOptions
	o.Object = func(v any) string {
		if l, ok := v.(*object.List); ok {
			text, err := object.Repr(t, l)
			return "list(" + keep(text, err) + ")"
		}
		return keep(object.Repr(t, objectOf(v)))
	}
	if s.formatter != nil {
		o.Custom = func(a *array.Array) func(v any) string {
			f := formatterFor(s.formatter, a.Dtype())
			if f == nil {
				return nil
			}
			return func(v any) string {
				r, err := object.Call(t, f, pythonValue(v))
				if err != nil {
					return keep("", err)
				}
				return keep(object.ToStr(t, r))
			}
		}
	}
	out := show(o)
	return out, first
}

// formatterFor finds the function for a dtype in a formatter dict.
func formatterFor(d *object.Dict, dtype array.Dtype) object.Object {
	names := []string{"object"}
	switch {
	case dtype == array.Bool:
		names = []string{"bool"}
	case dtype.IsInteger():
		names = []string{"int", "int_kind"}
	case dtype.IsFloat():
		names = []string{"float", "float_kind"}
	case dtype.IsComplex():
		names = []string{"complexfloat", "complex_kind"}
	case dtype == array.Str:
		names = []string{"numpystr", "str_kind"}
	}
	for _, n := range append(names, "all") {
		if f := d.GetName(n); given(f) {
			return f
		}
	}
	return nil
}

const printArguments = "(precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, nanstr=None, infstr=None, " +
	"formatter=None, sign=None, floatmode=None, *, legacy=None, override_repr=None)"

func addPrinting() {
	register(
		fn("set_printoptions", printArguments, "Sets how arrays are printed.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			s, err := changedOptions(t, *printStateOf(t), a)
			if err == nil {
				s.formatter, _ = object.Of(a[7]).(*object.Dict)
				*printStateOf(t) = s
			}
			return object.None, err
		}),
		fn("get_printoptions", "()", "Returns how arrays are printed.", func(t *object.Thread, _ []object.Object) (object.Object, error) {
			return optionsDict(printStateOf(t)), nil
		}),
		fn("printoptions", printArguments, "Sets how arrays are printed inside a with statement.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			s, err := changedOptions(t, *printStateOf(t), a)
			if d, ok := object.Of(a[7]).(*object.Dict); ok {
				s.formatter = d
			}
			return &printScope{options: s}, err
		}),
		fn("array2string", "(a, max_line_width=None, precision=None, suppress_small=None, separator=' ', prefix='', *, formatter=None, "+
			"threshold=None, edgeitems=None, sign=None, floatmode=None, suffix='', legacy=None)", "Returns an array as text.", array2string),
		fn("array_repr", "(arr, max_line_width=None, precision=None, suppress_small=None)", "Returns repr of an array.",
			func(t *object.Thread, a []object.Object) (object.Object, error) { return arrayText(t, a, array.Repr) }),
		fn("array_str", "(a, max_line_width=None, precision=None, suppress_small=None)", "Returns str of an array.",
			func(t *object.Thread, a []object.Object) (object.Object, error) { return arrayText(t, a, array.Text) }),
		fn("format_float_positional", "(x, precision=None, unique=True, fractional=True, trim='k', sign=False, pad_left=None, pad_right=None, min_digits=None)",
			"Formats a float without an exponent.", formatPositional),
		fn("format_float_scientific", "(x, precision=None, unique=True, trim='k', sign=False, pad_left=None, exp_digits=None, min_digits=None)",
			"Formats a float with an exponent.", formatScientific),
	)
}

// changedOptions applies the arguments of set_printoptions, which are in the order of printArguments.
func changedOptions(t *object.Thread, s printState, a []object.Object) (printState, error) {
	for i, to := range []*int{&s.Precision, &s.Threshold, &s.EdgeItems, &s.LineWidth} {
		if !given(a[i]) {
			continue
		}
		if f, ok := object.Of(a[i]).(object.Float); ok && i == 1 && f > 1e15 { // threshold=np.inf
			*to = 1 << 60
			continue
		}
		n, err := object.Index(t, a[i])
		if err != nil {
			return s, err
		}
		if n < 0 {
			return s, valueError("%s must be >= 0", []string{"precision", "threshold", "edgeitems", "linewidth"}[i])
		}
		*to = n
	}
	if given(a[4]) {
		v, err := object.Truth(t, a[4])
		if err != nil {
			return s, err
		}
		s.Suppress = v
	}
	s.NaN, s.Inf = text(a[5], s.NaN), text(a[6], s.Inf)
	if v := text(a[8], ""); v != "" {
		if v != "-" && v != "+" && v != " " {
			return s, valueError("sign option must be one of ' ', '+', or '-'")
		}
		s.Sign = v[0]
	}
	if v := text(a[9], ""); v != "" {
		if v != "fixed" && v != "unique" && v != "maxprec" && v != "maxprec_equal" {
			return s, valueError("floatmode option must be one of fixed, unique, maxprec, maxprec_equal")
		}
		s.FloatMode = v
	}
	if len(a) > 10 {
		return s, s.setLegacy(a[10])
	}
	return s, nil
}

func optionsDict(s *printState) *object.Dict {
	d := object.NewDict()
	d.SetName("precision", object.Int(s.Precision))
	d.SetName("threshold", object.Int(s.Threshold))
	d.SetName("edgeitems", object.Int(s.EdgeItems))
	d.SetName("linewidth", object.Int(s.LineWidth))
	d.SetName("suppress", object.BoolOf(s.Suppress))
	d.SetName("nanstr", object.NewStr(s.NaN))
	d.SetName("infstr", object.NewStr(s.Inf))
	d.SetName("sign", object.NewStr(string(s.Sign)))
	d.SetName("formatter", object.None)
	if s.formatter != nil {
		d.SetName("formatter", s.formatter)
	}
	d.SetName("floatmode", object.NewStr(s.FloatMode))
	d.SetName("legacy", object.False)
	if s.legacy != "" {
		d.SetName("legacy", object.NewStr(s.legacy))
	}
	d.SetName("override_repr", object.None)
	return d
}

// printScope is the context manager printoptions.
type printScope struct{ options, before printState }

var printScopeClass = object.NewType("_GeneratorContextManager", "contextlib", nil).Final()

func addPrintScope() {
	printScopeClass.Methods(
		object.Func("__enter__", "(self, /)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			s := a[0].(*printScope)
			s.before = *printStateOf(t)
			*printStateOf(t) = s.options
			return optionsDict(&s.options), nil
		}),
		object.Func("__exit__", "(self, /, *exc)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			*printStateOf(t) = a[0].(*printScope).before
			return object.False, nil
		}))
}

// Class returns the context manager's type.
func (*printScope) Class() *object.Class { return printScopeClass }

func array2string(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	s, err := changedOptions(t, *printStateOf(t), []object.Object{a[2], a[7], a[8], a[1], a[3], nil, nil, nil, a[9], a[10]})
	if err != nil {
		return nil, err
	}
	if d, ok := object.Of(a[6]).(*object.Dict); ok {
		s.formatter = d
	}
	out, err := printedWith(t, s, func(o array.PrintOptions) string {
		return array.Format(x, o, text(a[4], " "), text(a[5], ""), text(a[11], ""))
	})
	return object.NewStr(out), err
}

func arrayText(t *object.Thread, a []object.Object, show func(*array.Array, array.PrintOptions) string) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	s, err := changedOptions(t, *printStateOf(t), []object.Object{a[2], nil, nil, a[1], a[3], nil, nil, nil, nil, nil})
	if err != nil {
		return nil, err
	}
	out, err := printedWith(t, s, func(o array.PrintOptions) string { return show(x, o) })
	return object.NewStr(out), err
}

// floatArgument reads the float to format and its dtype.
func floatArgument(t *object.Thread, o object.Object) (float64, array.Dtype, error) {
	d := array.Float64
	if x, ok := Of(o); ok && x.Dtype().IsFloat() {
		d = x.Dtype()
	}
	f, err := object.ToFloat(t, o)
	return f, d, err
}

func formatPositional(t *object.Thread, a []object.Object) (object.Object, error) {
	f, d, err := floatArgument(t, a[0])
	if err != nil {
		return nil, err
	}
	o, err := floatOptions(t, a[1], a[2], a[8], text(a[4], "k"))
	if err != nil {
		return nil, err
	}
	if o.Plus, err = object.Truth(t, a[5]); err != nil {
		return nil, err
	}
	if o.PadLeft, err = number(t, a[6], 0); err != nil {
		return nil, err
	}
	if o.PadRight, err = number(t, a[7], 0); err != nil {
		return nil, err
	}
	return object.NewStr(array.FormatPositional(f, d, o)), nil
}

func formatScientific(t *object.Thread, a []object.Object) (object.Object, error) {
	f, d, err := floatArgument(t, a[0])
	if err != nil {
		return nil, err
	}
	o, err := floatOptions(t, a[1], a[2], a[7], text(a[3], "k"))
	if err != nil {
		return nil, err
	}
	if o.Plus, err = object.Truth(t, a[4]); err != nil {
		return nil, err
	}
	if o.PadLeft, err = number(t, a[5], 0); err != nil {
		return nil, err
	}
	if o.ExpDigits, err = number(t, a[6], 2); err != nil {
		return nil, err
	}
	return object.NewStr(array.FormatScientific(f, d, o)), nil
}

func floatOptions(t *object.Thread, precision, unique, least object.Object, trim string) (o array.FloatOptions, err error) {
	if o.Precision, err = number(t, precision, -1); err != nil {
		return o, err
	}
	if o.Unique, err = object.Truth(t, unique); err != nil {
		return o, err
	}
	if o.Least, err = number(t, least, 0); err != nil {
		return o, err
	}
	o.Trim = trim[0]
	if !o.Unique && o.Precision < 0 {
		return o, valueError("precision must be given when unique is False")
	}
	return o, nil
}
