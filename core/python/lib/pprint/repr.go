package pprint

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"layerglass/core/python/object"
)

// printer is one way of writing values, and the text it has written.
type printer struct {
	indent, width, depth       int
	compact, sort, underscores bool
	custom                     *object.Instance // asked for the texts of values, if set
	out                        strings.Builder
	busy                       map[object.Object]bool // containers being written
}

// shown is a value's text on one line.
type shown struct {
	text                string
	readable, recursive bool
}

func (s shown) width() int { return utf8.RuneCountInString(s.text) }

var reprName = object.Intern("__repr__")

// definer is the class that gives o its repr.
func definer(o object.Object) *object.Class {
	for _, k := range o.Class().MRO {
		if k.Dict().GetStr(reprName) != nil {
			return k
		}
	}
	return object.ObjectClass
}

func recursion(t *object.Thread, o object.Object) string {
	return "<Recursion on " + o.Class().Name + " with id=" + strconv.FormatUint(t.ID(o), 10) + ">"
}

// repr returns a value's text on one line, by the format method of a subclass if there is one.
func (p *printer) repr(t *object.Thread, o object.Object, depth, level int) (shown, error) {
	if p.custom == nil {
		return p.plainRepr(t, o, depth, level)
	}
	var levels object.Object = object.None
	if depth > 0 {
		levels = object.Int(depth)
	}
	v, err := object.CallMethod(t, p.custom, "format", o, object.NewDict(), levels, object.Int(level))
	if err != nil {
		return shown{}, err
	}
	parts, err := object.Items(t, v)
	if err != nil {
		return shown{}, err
	}
	if len(parts) != 3 {
		return shown{}, object.ValueError("not enough values to unpack (expected 3, got %d)", len(parts))
	}
	r := shown{}
	if r.text, err = object.ToStr(t, parts[0]); err != nil {
		return r, err
	}
	if r.readable, err = object.Truth(t, parts[1]); err != nil {
		return r, err
	}
	r.recursive, err = object.Truth(t, parts[2])
	return r, err
}

// plainRepr is repr of containers with sorted dicts, up to a depth, and with marks where they hold themselves.
func (p *printer) plainRepr(t *object.Thread, o object.Object, depth, level int) (shown, error) {
	if err := t.Deeper(); err != nil {
		return shown{}, err
	}
	defer t.Shallower()
	switch definer(o) {
	case object.IntClass:
		if p.underscores && o.Class() != object.BoolClass {
			s, err := object.Format(t, object.Of(o), "_d")
			return shown{s, true, false}, err
		}
	case object.DictClass:
		if d, ok := object.Of(o).(*object.Dict); ok {
			return p.dictRepr(t, o, d, depth, level)
		}
	case object.ListClass:
		if l, ok := object.Of(o).(*object.List); ok {
			return p.itemsRepr(t, o, l.Items, "[", "]", depth, level)
		}
	case object.TupleClass:
		if x, ok := object.Of(o).(*object.Tuple); ok {
			end := ")"
			if len(x.Items) == 1 {
				end = ",)"
			}
			return p.itemsRepr(t, o, x.Items, "(", end, depth, level)
		}
	}
	s, err := object.Repr(t, o)
	return shown{s, s != "" && s[0] != '<', false}, err
}

// enter marks a container; done is true with what stands for it when it is not to be looked into.
func (p *printer) enter(t *object.Thread, o object.Object, empty bool, open, end string, depth, level int) (r shown, done bool) {
	switch {
	case empty:
		return shown{open + end, true, false}, true
	case depth > 0 && level >= depth:
		return shown{open + "..." + end, false, p.busy[o]}, true
	case p.busy[o]:
		return shown{recursion(t, o), false, true}, true
	}
	if p.busy == nil {
		p.busy = map[object.Object]bool{}
	}
	p.busy[o] = true
	return shown{}, false
}

func (p *printer) dictRepr(t *object.Thread, o object.Object, d *object.Dict, depth, level int) (shown, error) {
	r, done := p.enter(t, o, d.Len() == 0, "{", "}", depth, level)
	if done {
		return r, nil
	}
	defer delete(p.busy, o)
	items, err := p.entries(t, d)
	if err != nil {
		return shown{}, err
	}
	all := shown{readable: true}
	var parts []string
	for _, e := range items {
		k, err := p.repr(t, e.key, depth, level+1)
		if err != nil {
			return shown{}, err
		}
		v, err := p.repr(t, e.value, depth, level+1)
		if err != nil {
			return shown{}, err
		}
		parts = append(parts, k.text+": "+v.text)
		all.readable = all.readable && k.readable && v.readable
		all.recursive = all.recursive || k.recursive || v.recursive
	}
	all.text = "{" + strings.Join(parts, ", ") + "}"
	return all, nil
}

func (p *printer) itemsRepr(t *object.Thread, o object.Object, items []object.Object, open, end string, depth, level int) (shown, error) {
	dots := end
	if len(items) == 1 {
		dots = end
	}
	r, done := p.enter(t, o, len(items) == 0, open, dots, depth, level)
	if done {
		return r, nil
	}
	defer delete(p.busy, o)
	all := shown{readable: true}
	var parts []string
	for _, v := range items {
		r, err := p.repr(t, v, depth, level+1)
		if err != nil {
			return shown{}, err
		}
		parts = append(parts, r.text)
		all.readable = all.readable && r.readable
		all.recursive = all.recursive || r.recursive
	}
	all.text = open + strings.Join(parts, ", ") + end
	return all, nil
}

type entry struct{ key, value object.Object }

// entries lists a dict's entries, sorted by key if dicts are sorted.
func (p *printer) entries(t *object.Thread, d *object.Dict) ([]entry, error) {
	var list []entry
	for k, v := range d.All() {
		list = append(list, entry{k, v})
	}
	if !p.sort {
		return list, nil
	}
	keys := make([]object.Object, len(list))
	for i, e := range list {
		keys[i] = &sortKey{e.key, i}
	}
	places, err := sorted(t, keys)
	out := make([]entry, len(places))
	for i, n := range places {
		out[i] = list[n]
	}
	return out, err
}

// sortKey compares a value that may not be comparable. It stands at a place of the list to be sorted.
type sortKey struct {
	value object.Object
	place int
}

var sortKeyClass = object.NewType("_safe_key", "pprint", nil).Final()

// Class returns the type of the keys.
func (*sortKey) Class() *object.Class { return sortKeyClass }

// Compare orders two keys.
func (k *sortKey) Compare(t *object.Thread, op object.CompareOp, o object.Object) (object.Object, error) {
	other, ok := o.(*sortKey)
	if !ok || op != object.Lt {
		return object.NotImplemented, nil
	}
	less, err := before(t, k.value, other.value)
	return object.Bool(less), err
}

// sorted returns the places of sort keys in order.
func sorted(t *object.Thread, keys []object.Object) ([]int, error) {
	list := object.NewList(keys...)
	if err := list.Sort(t, nil, false); err != nil {
		return nil, err
	}
	places := make([]int, len(list.Items))
	for i, k := range list.Items {
		places[i] = k.(*sortKey).place
	}
	return places, nil
}

// before orders values that may not be comparable: those by type and identity.
func before(t *object.Thread, a, b object.Object) (bool, error) {
	less, err := object.Less(t, a, b)
	if !object.IsKind(err, object.TypeErrorClass) {
		return less, err
	}
	x, err := object.ToStr(t, a.Class())
	if err != nil {
		return false, err
	}
	y, err := object.ToStr(t, b.Class())
	if err != nil || x != y {
		return x < y, err
	}
	return t.ID(a) < t.ID(b), nil
}
