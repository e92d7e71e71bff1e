package object

import (
	"strconv"
	"strings"
	"sync/atomic"
)

// ParamKind says how an argument may be given.
type ParamKind uint8

// Kinds of parameters, in the order in which inspect.Parameter numbers them.
const (
	PositionalOnly ParamKind = iota
	PositionalOrKeyword
	VarPositional
	KeywordOnly
	VarKeyword
)

// Param is one parameter.
type Param struct {
	Name    *Str
	Kind    ParamKind
	Default Object // nil: required, or hidden
	// Hidden marks an optional parameter without a value to show (default "?"): when not given its slot is nil.
	Hidden     bool
	Annotation Object // nil: none
}

// Signature is a parameter list.
type Signature struct {
	Params []Param
	Return Object // annotation or nil
	// Bad is the text ParseSignature could not read; tests look for it.
	Bad string

	positional int // parameters that take positions
	bound      atomic.Pointer[Signature]
}

// exact fills out from positions alone, where there are no other parameters; ok is false when the call needs more care.
func (s *Signature) exact(self Object, a Args, out []Object) (ok bool) {
	first := 0
	if self != nil {
		first = 1
	}
	given := first + len(a.Pos)
	if len(a.Kw) > 0 || s.positional != len(s.Params) || given > s.positional || first > s.positional {
		return false
	}
	for i := given; i < len(out); i++ {
		p := &s.Params[i]
		if p.Default == nil && !p.Hidden {
			return false
		}
		out[i] = p.Default
	}
	if first == 1 {
		out[0] = self
	}
	copy(out[first:], a.Pos)
	return true
}

// fixed reports whether n positional arguments behind the first ones are all there is to give.
func (s *Signature) fixed(first, n int) bool {
	if len(s.Params) != first+n {
		return false
	}
	for _, p := range s.Params[first:] {
		if p.Kind != PositionalOnly || p.Default != nil || p.Hidden {
			return false
		}
	}
	return true
}

// named reports whether a keyword can name a parameter behind the first ones.
func (s *Signature) named(first int) bool {
	for _, p := range s.Params[min(first, len(s.Params)):] {
		if p.Kind == PositionalOrKeyword || p.Kind == KeywordOnly || p.Kind == VarKeyword {
			return true
		}
	}
	return false
}

// Bound returns the signature without self, as a bound method shows it.
func (s *Signature) Bound() *Signature {
	if len(s.Params) == 0 || s.Params[0].Kind > PositionalOrKeyword {
		return s
	}
	b := s.bound.Load()
	if b == nil {
		b = NewSignature(s.Params[1:])
		s.bound.Store(b)
	}
	return b
}

// Has reports whether there is a parameter of this name.
func (s *Signature) Has(name string) bool {
	for i := range s.Params {
		if s.Params[i].Name.s == name {
			return true
		}
	}
	return false
}

// Signatured is a callable that knows its parameters.
type Signatured interface {
	Signature() *Signature
}

// NewSignature makes a signature of parameters in order.
func NewSignature(params []Param) *Signature {
	s := &Signature{Params: params}
	for _, p := range params {
		if p.Kind <= PositionalOrKeyword {
			s.positional++
		}
	}
	return s
}

// ParseSignature reads "(a, b=1, /, c=None, *args, d, e='x', **kw)". Defaults are None, True, False, numbers, strings
// without escapes, (), and ? for an optional parameter that has no value to show.
func ParseSignature(text string) *Signature {
	var params []Param
	kind := PositionalOrKeyword
	bad := ""
	body := strings.TrimSuffix(strings.TrimPrefix(text, "("), ")")
	for _, part := range splitParams(body) {
		switch {
		case part == "/":
			for i := range params {
				params[i].Kind = PositionalOnly
			}
		case part == "*":
			kind = KeywordOnly
		case strings.HasPrefix(part, "**"):
			params = append(params, Param{Name: Intern(part[2:]), Kind: VarKeyword})
		case strings.HasPrefix(part, "*"):
			params = append(params, Param{Name: Intern(part[1:]), Kind: VarPositional})
			kind = KeywordOnly
		default:
			p, ok := parseParam(part, kind)
			if !ok {
				bad = part
			}
			params = append(params, p)
		}
	}
	s := NewSignature(params)
	s.Bad = bad
	return s
}

func parseParam(part string, kind ParamKind) (Param, bool) {
	name, def, has := strings.Cut(part, "=")
	p := Param{Name: Intern(strings.TrimSpace(name)), Kind: kind}
	if !has {
		return p, true
	}
	def = strings.TrimSpace(def)
	if def == "?" {
		p.Hidden = true
		return p, true
	}
	var ok bool
	p.Default, ok = Literal(def)
	return p, ok
}

// splitParams splits at commas outside quotes and brackets.
func splitParams(s string) []string {
	var parts []string
	depth, start := 0, 0
	var quote byte
	for i := 0; i <= len(s); i++ {
		if i < len(s) {
			c := s[i]
			switch {
			case quote != 0:
				if c == quote {
					quote = 0
				}
				continue
			case c == '\'' || c == '"':
				quote = c
				continue
			case c == '(' || c == '[' || c == '{':
				depth++
				continue
			case c == ')' || c == ']' || c == '}':
				depth--
				continue
			case c != ',' || depth > 0:
				continue
			}
		}
		if part := strings.TrimSpace(s[start:i]); part != "" {
			parts = append(parts, part)
		}
		start = i + 1
	}
	return parts
}

// Literal reads a simple Python literal: None, True, False, Ellipsis, a number, a string without escapes, or a tuple,
// list or dict of such.
func Literal(s string) (Object, bool) {
	switch s {
	case "None":
		return None, true
	case "True":
		return True, true
	case "False":
		return False, true
	case "...", "Ellipsis":
		return Ellipsis, true
	case "":
		return nil, false
	}
	if n, err := strconv.ParseInt(s, 0, 64); err == nil {
		return Int(n), true
	}
	if s[0] == '-' || s[0] == '.' || s[0] >= '0' && s[0] <= '9' {
		f, err := strconv.ParseFloat(s, 64)
		return Float(f), err == nil
	}
	last := s[len(s)-1]
	switch {
	case (s[0] == '\'' || s[0] == '"') && last == s[0] && len(s) >= 2:
		return Intern(s[1 : len(s)-1]), true
	case s[0] == '(' && last == ')' || s[0] == '[' && last == ']':
		var items []Object
		for _, p := range splitParams(s[1 : len(s)-1]) {
			v, ok := Literal(p)
			if !ok {
				return nil, false
			}
			items = append(items, v)
		}
		if s[0] == '(' {
			return NewTuple(items...), true
		}
		return NewList(items...), true
	case s == "{}":
		return NewDict(), true
	}
	return nil, false
}

// Bind gives each parameter its value, in order: *args as a *Tuple, **kwargs as a *Dict, nil for a hidden default. self,
// if not nil, fills the first parameter. fname names the function in errors, which are those of CPython's own argument
// clinic. room is used for the result if it is large enough.
func (s *Signature) Bind(t *Thread, fname string, self Object, a Args, room []Object) ([]Object, error) {
	n := len(s.Params)
	out := room
	if cap(out) < n {
		out = make([]Object, n)
	} else {
		out = out[:n]
		clear(out)
	}
	if s.exact(self, a, out) {
		return out, nil
	}
	first := 0
	if self != nil {
		if n > 0 && s.Params[0].Kind <= PositionalOrKeyword {
			out[0] = self
			first = 1
		}
	}
	if err := s.bindPositional(fname, first, a, out); err != nil {
		return nil, err
	}
	unknown, err := s.bindKeywords(fname, first, a, out)
	if err != nil {
		return nil, err
	}
	if err := s.fillDefaults(fname, first, a, out); err != nil {
		return nil, err
	}
	if unknown != nil {
		return nil, TypeError("'%s' is an invalid keyword argument for %s()", unknown.s, fname)
	}
	return out, nil
}

func (s *Signature) bindPositional(fname string, first int, a Args, out []Object) error {
	pos := a.Pos
	for i := first; i < s.positional && len(pos) > 0; i++ {
		out[i] = pos[0]
		pos = pos[1:]
	}
	for i, p := range s.Params {
		if p.Kind == VarPositional {
			out[i] = NewTuple(append([]Object(nil), pos...)...)
			return nil
		}
	}
	if len(pos) == 0 {
		return nil
	}
	max, given := s.positional-first, len(a.Pos)
	if max > 0 && s.Params[s.positional-1].Kind == PositionalOnly {
		least := ""
		if s.required(first) < max {
			least = "at most "
		}
		return TypeError("%s expected %s%s, got %d", fname, least, argumentCount(max), given)
	}
	switch {
	case max == 0 && len(s.Params) == first:
		return TypeError("%s() takes no arguments (%d given)", fname, given)
	case s.required(first) == max && len(s.Params)-first == max:
		return TypeError("%s() takes exactly %s (%d given)", fname, argumentCount(max), given)
	case max == 0:
		return TypeError("%s() takes no positional arguments", fname)
	}
	if len(s.Params)-first >= given {
		return TypeError("%s() takes at most %d positional argument%s (%d given)", fname, max, pluralEnd(max), given)
	}
	return TypeError("%s() takes at most %s (%d given)", fname, argumentCount(len(s.Params)-first), given)
}

func (s *Signature) required(first int) int {
	n := 0
	for _, p := range s.Params[first:] {
		if p.Default == nil && !p.Hidden && p.Kind != VarPositional && p.Kind != VarKeyword {
			n++
		}
	}
	return n
}

// bindKeywords gives named arguments their places. unknown is the first name that no parameter has: what is missing is
// complained of before it.
func (s *Signature) bindKeywords(fname string, first int, a Args, out []Object) (unknown *Str, err error) {
	if len(a.Kw) == 0 {
		return nil, nil
	}
	var rest *Dict
	for i := len(s.Params) - 1; i >= 0 && rest == nil; i-- {
		if s.Params[i].Kind == VarKeyword {
			rest = NewDict()
			out[i] = rest
		}
	}
	if rest == nil && !s.named(first) {
		return nil, TypeError("%s() takes no keyword arguments", fname)
	}
	for _, k := range a.Kw {
		i := s.find(k.Name)
		switch {
		case i >= first:
			if out[i] != nil {
				return nil, TypeError("argument for %s() given by name ('%s') and position (%d)", fname, k.Name.s, i-first+1)
			}
			out[i] = k.Value
		case rest != nil:
			rest.setStr(k.Name, k.Value)
		case unknown == nil:
			unknown = k.Name
		}
	}
	return unknown, nil
}

// find returns the index of a parameter that a keyword can name, or -1.
func (s *Signature) find(name *Str) int {
	for i := range s.Params {
		p := &s.Params[i]
		if (p.Kind == PositionalOrKeyword || p.Kind == KeywordOnly) && (p.Name == name || p.Name.s == name.s) {
			return i
		}
	}
	return -1
}

func (s *Signature) fillDefaults(fname string, first int, a Args, out []Object) error {
	for i := first; i < len(s.Params); i++ {
		if out[i] != nil {
			continue
		}
		p := &s.Params[i]
		switch {
		case p.Default != nil:
			out[i] = p.Default
		case p.Hidden:
		case p.Kind == VarKeyword:
			out[i] = NewDict()
		case p.Kind == VarPositional:
			out[i] = emptyTuple
		default:
			return s.missing(fname, first, i, a)
		}
	}
	return nil
}

func (s *Signature) missing(fname string, first, i int, a Args) error {
	p := s.Params[i]
	if p.Kind == KeywordOnly || p.Kind == PositionalOrKeyword {
		return TypeError("%s() missing required argument '%s' (pos %d)", fname, p.Name.s, i-first+1)
	}
	need := s.required(first)
	if last := s.Params[len(s.Params)-1].Kind; last == PositionalOrKeyword {
		return TypeError("%s() takes at least %d positional argument%s (%d given)", fname, need, pluralEnd(need), len(a.Pos))
	}
	if need == s.positional-first {
		return TypeError("%s expected %s, got %d", fname, argumentCount(need), len(a.Pos))
	}
	return TypeError("%s expected at least %s, got %d", fname, argumentCount(need), len(a.Pos))
}

func argumentCount(n int) string {
	if n == 1 {
		return "1 argument"
	}
	return strconv.Itoa(n) + " arguments"
}

// ArgumentTypeName names the type of an argument in an error as CPython's argument clinic does: None stands for itself.
func ArgumentTypeName(o Object) string {
	if o == None {
		return "None"
	}
	return o.Class().Name
}
