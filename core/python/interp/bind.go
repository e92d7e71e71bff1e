package interp

import (
	"strconv"

	"layerglass/core/python/object"
)

// bind puts the arguments of a call into the first slots of w.
func (fn *Function) bind(w []object.Object, self object.Object, a object.Args) error {
	k := fn.code
	given, first := len(a.Pos), 0
	if self != nil {
		given, first = given+1, 1
	}
	n := min(given, k.positional)
	if n > 0 && first == 1 {
		w[0] = self
	}
	if n > first {
		copy(w[first:n], a.Pos)
	}
	if given == k.simple && len(a.Kw) == 0 {
		return nil
	}
	k.bindRest(w, self, a, n, given)
	if len(a.Kw) > 0 {
		if err := fn.bindKeywords(w, a.Kw); err != nil {
			return err
		}
	}
	if given > k.positional && !k.varargs {
		return fn.tooMany(w, given)
	}
	return fn.fillDefaults(w, n)
}

// bindRest makes *args and an empty **kwargs.
func (k *code) bindRest(w []object.Object, self object.Object, a object.Args, n, given int) {
	i := k.positional + k.kwOnly
	if k.varargs {
		var rest []object.Object
		if given > n {
			rest = make([]object.Object, 0, given-n)
			if self != nil && n == 0 {
				rest = append(rest, self)
				rest = append(rest, a.Pos...)
			} else {
				rest = append(rest, a.Pos[len(a.Pos)-(given-n):]...)
			}
		}
		w[i] = object.NewTuple(rest...)
		i++
	}
	if k.varkw {
		w[i] = object.NewDict()
	}
}

// parameter returns the slot of the parameter that a keyword names, or -1.
func (k *code) parameter(name *object.Str) int {
	last := k.positional + k.kwOnly
	for i := k.posOnly; i < last; i++ {
		if k.params[i] == name {
			return i
		}
	}
	for i := k.posOnly; i < last; i++ {
		if k.params[i].String() == name.String() {
			return i
		}
	}
	return -1
}

func (fn *Function) bindKeywords(w []object.Object, kw []object.Kwarg) error {
	k := fn.code
	var rest *object.Dict
	if k.varkw {
		rest = w[len(k.params)-1].(*object.Dict)
	}
	for _, arg := range kw {
		i := k.parameter(arg.Name)
		switch {
		case i >= 0 && w[i] != nil:
			return fn.bad(MultipleValues, arg.Name.String(), "got multiple values for argument '"+arg.Name.String()+"'")
		case i >= 0:
			w[i] = arg.Value
		case rest != nil:
			rest.SetStr(arg.Name, arg.Value)
		default:
			return fn.unexpected(kw, arg.Name.String())
		}
	}
	return nil
}

func (fn *Function) fillDefaults(w []object.Object, n int) error {
	k := fn.code
	firstDefault := k.positional - len(fn.Defaults)
	for i := n; i < firstDefault; i++ {
		if w[i] == nil {
			return fn.missing(w[:firstDefault], "positional", 0)
		}
	}
	for i := max(n, firstDefault, 0); i < k.positional; i++ {
		if w[i] == nil {
			w[i] = fn.Defaults[i-firstDefault]
		}
	}
	lacks := false
	for i := k.positional; i < k.positional+k.kwOnly; i++ {
		if w[i] == nil {
			if fn.KwDefaults != nil {
				w[i] = fn.KwDefaults.GetStr(k.params[i])
			}
			lacks = lacks || w[i] == nil
		}
	}
	if lacks {
		return fn.missing(w[:k.positional+k.kwOnly], "keyword-only", k.positional)
	}
	return nil
}

// BadCallKind says what is wrong with the arguments of a call.
type BadCallKind uint8

// Kinds of wrong arguments.
const (
	MissingArgument BadCallKind = iota
	TooManyArguments
	UnexpectedKeyword
	MultipleValues
	PositionalOnlyAsKeyword
	NotAMapping // behind **
)

// BadCall is the Subject of the TypeError that a call with wrong arguments raises, for explanations.
type BadCall struct {
	Kind BadCallKind
	// Function is the function that was called.
	Function *Function
	// Name is the argument at fault; Names are all of them when several are missing.
	Name  string
	Names []string
	// Given counts the positional arguments, self included.
	Given int
}

// bad makes the TypeError for wrong arguments. The text begins with the function's qualified name.
func (fn *Function) bad(kind BadCallKind, name, text string) error {
	e := object.TypeError("%s", fn.qualname+"() "+text)
	e.Subject = &BadCall{Kind: kind, Function: fn, Name: name, Names: []string{name}}
	return e
}

func (fn *Function) unexpected(kw []object.Kwarg, name string) error {
	k := fn.code
	var posOnly []string
	for _, a := range kw {
		for _, p := range k.params[:k.posOnly] {
			if p.String() == a.Name.String() {
				posOnly = append(posOnly, p.String())
			}
		}
	}
	if len(posOnly) > 0 {
		names := ""
		for i, p := range posOnly {
			if i > 0 {
				names += ", "
			}
			names += p
		}
		return fn.bad(PositionalOnlyAsKeyword, posOnly[0],
			"got some positional-only arguments passed as keyword arguments: '"+names+"'")
	}
	return fn.bad(UnexpectedKeyword, name, "got an unexpected keyword argument '"+name+"'")
}

// missing complains of the empty slots of w from start on.
func (fn *Function) missing(w []object.Object, kind string, start int) error {
	var names []string
	for i := start; i < len(w); i++ {
		if w[i] == nil {
			names = append(names, fn.code.params[i].String())
		}
	}
	plural := "s"
	if len(names) == 1 {
		plural = ""
	}
	err := fn.bad(MissingArgument, names[0],
		"missing "+strconv.Itoa(len(names))+" required "+kind+" argument"+plural+": "+enumerate(names))
	object.AsException(err).Subject.(*BadCall).Names = names
	return err
}

// enumerate writes 'a', 'b', and 'c'.
func enumerate(names []string) string {
	switch n := len(names); n {
	case 1:
		return "'" + names[0] + "'"
	case 2:
		return "'" + names[0] + "' and '" + names[1] + "'"
	default:
		s := ""
		for _, name := range names[:n-1] {
			s += "'" + name + "', "
		}
		return s + "and '" + names[n-1] + "'"
	}
}

func (fn *Function) tooMany(w []object.Object, given int) error {
	k := fn.code
	plural, takes := "s", strconv.Itoa(k.positional)
	if d := len(fn.Defaults); d > 0 {
		takes = "from " + strconv.Itoa(k.positional-d) + " to " + takes
	} else if k.positional == 1 {
		plural = ""
	}
	kwGiven := 0
	for _, v := range w[k.positional : k.positional+k.kwOnly] {
		if v != nil {
			kwGiven++
		}
	}
	also, verb := "", "were"
	if kwGiven > 0 {
		also = " positional argument" + pluralOf(given) + " (and " + strconv.Itoa(kwGiven) + " keyword-only argument" + pluralOf(kwGiven) + ")"
	} else if given == 1 {
		verb = "was"
	}
	err := fn.bad(TooManyArguments, "",
		"takes "+takes+" positional argument"+plural+" but "+strconv.Itoa(given)+also+" "+verb+" given")
	object.AsException(err).Subject.(*BadCall).Given = given
	return err
}

func pluralOf(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}
