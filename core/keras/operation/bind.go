package operation

import (
	"strconv"

	"layerglass/core/python/object"
)

// Bind gives each parameter of a signature its value as a call of a function written in Python would: the errors are
// those of Python functions, not of the built-in ones that object.Signature.Bind speaks for. The result holds one value
// per parameter, *args as a *object.Tuple and **kwargs as a *object.Dict; a hidden default gives nil.
func Bind(qualname string, sig *object.Signature, a object.Args) ([]object.Object, error) {
	b := binding{name: qualname, sig: sig, args: a, out: make([]object.Object, len(sig.Params))}
	b.positions()
	if err := b.keywords(); err != nil {
		return nil, err
	}
	if err := b.surplus(); err != nil {
		return nil, err
	}
	return b.out, b.defaults()
}

// BadCallKind says what is wrong with the arguments of a call.
type BadCallKind uint8

// Kinds of wrong arguments.
const (
	Missing BadCallKind = iota
	Surplus
	Unexpected
	Twice
	PositionalOnly
)

// BadCall is the subject of the TypeError of a call whose arguments do not fit a declared function or constructor.
type BadCall struct {
	Kind BadCallKind
	// Function is the qualified name, "Dense.__init__"; Signature its parameters.
	Function  string
	Signature *object.Signature
	// Names are the arguments at fault.
	Names []string
}

func (b *binding) bad(kind BadCallKind, names []string, text string) error {
	e := object.TypeError("%s", b.name+"() "+text)
	e.Subject = &BadCall{Kind: kind, Function: b.name, Signature: b.sig, Names: names}
	return e
}

type binding struct {
	name string
	sig  *object.Signature
	args object.Args
	out  []object.Object
	max  int // parameters that take positions
	rest bool
}

func (b *binding) positions() {
	taken := 0
	for i, p := range b.sig.Params {
		switch {
		case p.Kind <= object.PositionalOrKeyword:
			b.max++
			if taken < len(b.args.Pos) {
				b.out[i] = b.args.Pos[taken]
				taken++
			}
		case p.Kind == object.VarPositional:
			b.rest = true
			b.out[i] = object.NewTuple(append([]object.Object(nil), b.args.Pos[taken:]...)...)
		}
	}
}

func (b *binding) keywords() error {
	var rest *object.Dict
	for i, p := range b.sig.Params {
		if p.Kind == object.VarKeyword {
			rest = object.NewDict()
			b.out[i] = rest
		}
	}
	for _, k := range b.args.Kw {
		i, positionalOnly := b.find(k.Name.String())
		switch {
		case i >= 0 && b.out[i] != nil:
			n := k.Name.String()
			return b.bad(Twice, []string{n}, "got multiple values for argument '"+n+"'")
		case i >= 0:
			b.out[i] = k.Value
		case rest != nil:
			rest.SetStr(k.Name, k.Value)
		case positionalOnly:
			n := k.Name.String()
			return b.bad(PositionalOnly, []string{n}, "got some positional-only arguments passed as keyword arguments: '"+n+"'")
		default:
			n := k.Name.String()
			return b.bad(Unexpected, []string{n}, "got an unexpected keyword argument '"+n+"'")
		}
	}
	return nil
}

func (b *binding) find(name string) (index int, positionalOnly bool) {
	for i, p := range b.sig.Params {
		if p.Name.String() != name {
			continue
		}
		switch p.Kind {
		case object.PositionalOrKeyword, object.KeywordOnly:
			return i, false
		case object.PositionalOnly:
			positionalOnly = true
		}
	}
	return -1, positionalOnly
}

// surplus complains of positional arguments that no parameter takes.
func (b *binding) surplus() error {
	given := len(b.args.Pos)
	if b.rest || given <= b.max {
		return nil
	}
	optional, keywordOnly := 0, 0
	for i, p := range b.sig.Params {
		if p.Kind <= object.PositionalOrKeyword && (p.Default != nil || p.Hidden) {
			optional++
		}
		if p.Kind == object.KeywordOnly && b.out[i] != nil {
			keywordOnly++
		}
	}
	takes := strconv.Itoa(b.max)
	if optional > 0 {
		takes = "from " + strconv.Itoa(b.max-optional) + " to " + takes
	}
	arguments := "positional arguments"
	if b.max == 1 && optional == 0 {
		arguments = "positional argument"
	}
	were := strconv.Itoa(given) + " were"
	switch {
	case keywordOnly > 0:
		were = strconv.Itoa(given) + " positional argument" + pluralS(given) + " (and " + strconv.Itoa(keywordOnly) +
			" keyword-only argument" + pluralS(keywordOnly) + ") were"
	case given == 1:
		were = "1 was"
	}
	return b.bad(Surplus, nil, "takes "+takes+" "+arguments+" but "+were+" given")
}

func pluralS(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

func (b *binding) defaults() error {
	var missing, missingNamed []string
	for i, p := range b.sig.Params {
		if b.out[i] != nil {
			continue
		}
		switch {
		case p.Default != nil:
			b.out[i] = p.Default
		case p.Hidden:
		case p.Kind == object.VarKeyword:
			b.out[i] = object.NewDict()
		case p.Kind == object.KeywordOnly:
			missingNamed = append(missingNamed, p.Name.String())
		default:
			missing = append(missing, p.Name.String())
		}
	}
	if len(missing) > 0 {
		return b.lacks("positional", missing)
	}
	if len(missingNamed) > 0 {
		return b.lacks("keyword-only", missingNamed)
	}
	return nil
}

func (b *binding) lacks(kind string, names []string) error {
	list := ""
	for i, n := range names {
		switch {
		case i == 0:
		case len(names) == 2:
			list += " and "
		case i == len(names)-1:
			list += ", and "
		default:
			list += ", "
		}
		list += "'" + n + "'"
	}
	return b.bad(Missing, names, "missing "+strconv.Itoa(len(names))+" required "+kind+" argument"+pluralS(len(names))+": "+list)
}

// Keywords turns a dict of keyword arguments into Args to call with.
func Keywords(d *object.Dict) ([]object.Kwarg, error) {
	out := make([]object.Kwarg, 0, d.Len())
	for k, v := range d.All() {
		s, ok := object.Of(k).(*object.Str)
		if !ok {
			return nil, object.TypeError("keywords must be strings")
		}
		out = append(out, object.Kwarg{Name: object.Intern(s.String()), Value: v})
	}
	return out, nil
}
