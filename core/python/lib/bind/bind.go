// Package bind gives arguments to the parameters of a Go function that stands for a function of a program: the __init__ of
// a dataclass, say. Object.Signature binds as the functions of C do; here the rules are the same and the errors are those
// of functions written in Python.
package bind

import (
	"strconv"
	"strings"

	"layerglass/core/python/object"
)

// Function gives each parameter of s its value, in order: *args as a *Tuple, **kwargs as a *Dict. name is the qualified
// name that errors use ("Point.__init__"). A parameter whose default is Hidden stays nil when it is not given.
func Function(name string, s *object.Signature, a object.Args) ([]object.Object, error) {
	b := binder{name: name, params: s.Params, values: make([]object.Object, len(s.Params))}
	for _, p := range s.Params {
		if p.Kind <= object.PositionalOrKeyword {
			b.positional++
		}
	}
	n := copy(b.values[:b.positional], a.Pos)
	rest := a.Pos[n:]
	star := b.ofKind(object.VarPositional)
	if star >= 0 {
		b.values[star] = object.NewTuple(append([]object.Object(nil), rest...)...)
	}
	if err := b.keywords(a.Kw); err != nil {
		return nil, err
	}
	if star < 0 && len(rest) > 0 {
		return nil, b.tooMany(len(a.Pos))
	}
	return b.values, b.defaults()
}

type binder struct {
	name       string
	params     []object.Param
	values     []object.Object
	positional int
}

func (b *binder) ofKind(kind object.ParamKind) int {
	for i, p := range b.params {
		if p.Kind == kind {
			return i
		}
	}
	return -1
}

func (b *binder) find(name string) int {
	for i, p := range b.params {
		if (p.Kind == object.PositionalOrKeyword || p.Kind == object.KeywordOnly) && p.Name.String() == name {
			return i
		}
	}
	return -1
}

func (b *binder) keywords(kw []object.Kwarg) error {
	var rest *object.Dict
	if i := b.ofKind(object.VarKeyword); i >= 0 {
		rest = object.NewDict()
		b.values[i] = rest
	}
	for _, k := range kw {
		i := b.find(k.Name.String())
		switch {
		case i >= 0 && b.values[i] != nil:
			return object.TypeError("%s() got multiple values for argument '%s'", b.name, k.Name.String())
		case i >= 0:
			b.values[i] = k.Value
		case rest != nil:
			rest.SetStr(k.Name, k.Value)
		default:
			return b.unexpected(kw, k.Name.String())
		}
	}
	return nil
}

func (b *binder) unexpected(kw []object.Kwarg, name string) error {
	var only []string
	for _, p := range b.params {
		if p.Kind == object.PositionalOnly {
			for _, k := range kw {
				if k.Name.String() == p.Name.String() {
					only = append(only, p.Name.String())
				}
			}
		}
	}
	if len(only) > 0 {
		return object.TypeError("%s() got some positional-only arguments passed as keyword arguments: '%s'", b.name, strings.Join(only, ", "))
	}
	return object.TypeError("%s() got an unexpected keyword argument '%s'", b.name, name)
}

func optional(p *object.Param) bool { return p.Default != nil || p.Hidden }

func (b *binder) defaults() error {
	for _, kind := range []string{"positional", "keyword-only"} {
		var lost []string
		for i := range b.params {
			p := &b.params[i]
			if b.values[i] != nil || p.Kind == object.KeywordOnly != (kind == "keyword-only") {
				continue
			}
			if b.values[i] = p.Default; p.Default == nil && !p.Hidden {
				lost = append(lost, "'"+p.Name.String()+"'")
			}
		}
		if len(lost) > 0 {
			return object.TypeError("%s() missing %d required %s argument%s: %s", b.name, len(lost), kind, Plural(len(lost)), Listed(lost))
		}
	}
	return nil
}

func (b *binder) tooMany(given int) error {
	least, keywordOnly := 0, 0
	for i := range b.params {
		switch p := &b.params[i]; {
		case p.Kind == object.KeywordOnly && b.values[i] != nil:
			keywordOnly++
		case p.Kind <= object.PositionalOrKeyword && !optional(p):
			least++
		}
	}
	takes := strconv.Itoa(b.positional)
	plural := Plural(b.positional)
	if least < b.positional {
		takes = "from " + strconv.Itoa(least) + " to " + takes
		plural = "s"
	}
	extra := ""
	if keywordOnly > 0 {
		extra = " positional argument" + Plural(given) + " (and " + strconv.Itoa(keywordOnly) + " keyword-only argument" + Plural(keywordOnly) + ")"
	}
	was := "were"
	if given == 1 && keywordOnly == 0 {
		was = "was"
	}
	return object.TypeError("%s() takes %s positional argument%s but %d%s %s given", b.name, takes, plural, given, extra, was)
}

// Plural returns the ending of a noun that is counted.
func Plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

// Listed joins names as errors list them: a, b, and c.
func Listed(names []string) string {
	switch n := len(names); n {
	case 0:
		return ""
	case 1:
		return names[0]
	case 2:
		return names[0] + " and " + names[1]
	default:
		return strings.Join(names[:n-1], ", ") + ", and " + names[n-1]
	}
}
