package pprint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"layerglass/core/python/object"
)

// text writes a value from the left margin.
func (p *printer) text(t *object.Thread, o object.Object) (string, error) {
	p.out.Reset()
	p.busy = nil
	err := p.value(t, o, 0, 0, 0)
	return p.out.String(), err
}

func (p *printer) write(s string) { p.out.WriteString(s) }

func spaces(n int) string { return strings.Repeat(" ", max(n, 0)) }

// value writes a value at a column; allowance is the room that must stay free behind it.
func (p *printer) value(t *object.Thread, o object.Object, indent, allowance, level int) error {
	if p.busy[o] {
		p.write(recursion(t, o))
		return nil
	}
	r, err := p.repr(t, o, p.depth, level)
	if err != nil {
		return err
	}
	if r.width() <= p.width-indent-allowance {
		p.write(r.text)
		return nil
	}
	lay := p.layout(t, o)
	if lay == nil {
		p.write(r.text)
		return nil
	}
	if err := t.Deeper(); err != nil {
		return err
	}
	defer t.Shallower()
	if p.busy == nil {
		p.busy = map[object.Object]bool{}
	}
	p.busy[o] = true
	defer delete(p.busy, o)
	return lay(indent, allowance, level+1)
}

type layout func(indent, allowance, level int) error

// layout returns how a value is written over several lines, nil for one that is not.
func (p *printer) layout(t *object.Thread, o object.Object) layout {
	c := definer(o)
	switch x := object.Of(o).(type) {
	case *object.Dict:
		return p.dictLayout(t, o, x, c)
	case *object.List:
		if c == object.ListClass {
			return func(i, a, l int) error { return p.enclosed(t, "[", x.Items, "]", i, a, l) }
		}
	case *object.Tuple:
		if c == object.TupleClass {
			end := ")"
			if len(x.Items) == 1 {
				end = ",)"
			}
			return func(i, a, l int) error { return p.enclosed(t, "(", x.Items, end, i, a, l) }
		}
	case *object.Set:
		if c == object.SetClass || c == object.FrozenSetClass {
			return func(i, a, l int) error { return p.set(t, o, i, a, l) }
		}
	case *object.Str:
		if c == object.StrClass {
			return func(i, a, l int) error { return p.str(t, x, i, a, l) }
		}
	case *object.Bytes:
		if c == object.BytesClass {
			return func(i, a, l int) error { return p.bytes(t, x.String(), i, a, l) }
		}
	case *object.ByteArray:
		if c == object.ByteArrayClass {
			return func(i, a, l int) error {
				p.write("bytearray(")
				err := p.bytes(t, string(x.Bytes()), i+10, a+1, l+1)
				p.write(")")
				return err
			}
		}
	case *object.MappingProxy:
		return func(i, a, l int) error {
			p.write("mappingproxy(")
			v, err := object.CallMethod(t, o, "copy")
			if err == nil {
				err = p.value(t, v, i+13, a+1, l)
			}
			p.write(")")
			return err
		}
	}
	return p.libraryLayout(t, o, c)
}

func (p *printer) dictLayout(t *object.Thread, o object.Object, d *object.Dict, c *object.Class) layout {
	switch {
	case c == object.DictClass:
		return func(i, a, l int) error { return p.dict(t, d, i, a, l) }
	case c.Module() != "collections":
		return p.libraryLayout(t, o, c)
	case c.Name == "OrderedDict":
		return func(i, a, l int) error { return p.ordered(t, o, d, i, a, l) }
	case c.Name == "defaultdict":
		return func(i, a, l int) error { return p.defaults(t, o, d, i, a, l) }
	case c.Name == "Counter":
		return func(i, a, l int) error { return p.counter(t, o, i, a, l) }
	}
	return nil
}

// libraryLayout is that of the library's own containers and of dataclasses.
func (p *printer) libraryLayout(t *object.Thread, o object.Object, c *object.Class) layout {
	name := c.Module() + "." + c.Name
	switch name {
	case "types.SimpleNamespace":
		return func(i, _, l int) error { return p.namespace(t, o, i, l) }
	case "collections.deque":
		return func(i, a, l int) error { return p.deque(t, o, i, a, l) }
	case "collections.ChainMap":
		return func(i, a, l int) error { return p.chainMap(t, o, i, a, l) }
	case "collections.UserDict", "collections.UserList", "collections.UserString":
		return func(i, a, l int) error {
			v, err := object.GetAttr(t, o, object.Intern("data"))
			if err != nil {
				return err
			}
			return p.value(t, v, i, a, l-1)
		}
	}
	if _, generated := c.Dict().GetStr(reprName).(*object.Builtin); generated && c.Dict().GetName("__dataclass_params__") != nil {
		return func(i, a, l int) error { return p.dataclass(t, o, i, a, l) }
	}
	return nil
}

// enclosed writes items between brackets.
func (p *printer) enclosed(t *object.Thread, open string, items []object.Object, end string, indent, allowance, level int) error {
	p.write(open)
	if err := p.items(t, items, indent, allowance+len(end), level); err != nil {
		return err
	}
	p.write(end)
	return nil
}

// items writes one item a line, or with compact as many as fit.
func (p *printer) items(t *object.Thread, items []object.Object, indent, allowance, level int) error {
	indent += p.indent
	p.write(spaces(p.indent - 1))
	newline := ",\n" + spaces(indent)
	delim := ""
	room, line := p.width-indent+1, p.width-indent+1
	for i, v := range items {
		last := i == len(items)-1
		behind := 1
		if last {
			line -= allowance
			room -= allowance
			behind = allowance
		}
		if p.compact {
			r, err := p.repr(t, v, p.depth, level)
			if err != nil {
				return err
			}
			w := r.width() + 2
			if room < w {
				room = line
				if delim != "" {
					delim = newline
				}
			}
			if room >= w {
				room -= w
				p.write(delim + r.text)
				delim = ", "
				continue
			}
		}
		p.write(delim)
		delim = newline
		if err := p.value(t, v, indent, behind, level); err != nil {
			return err
		}
	}
	return nil
}

func (p *printer) dict(t *object.Thread, d *object.Dict, indent, allowance, level int) error {
	p.write("{" + spaces(p.indent-1))
	items, err := p.entries(t, d)
	if err != nil {
		return err
	}
	if err := p.dictItems(t, items, indent, allowance+1, level); err != nil {
		return err
	}
	p.write("}")
	return nil
}

func (p *printer) dictItems(t *object.Thread, items []entry, indent, allowance, level int) error {
	indent += p.indent
	for i, e := range items {
		key, err := p.repr(t, e.key, p.depth, level)
		if err != nil {
			return err
		}
		p.write(key.text + ": ")
		last := i == len(items)-1
		behind := 1
		if last {
			behind = allowance
		}
		if err := p.value(t, e.value, indent+key.width()+2, behind, level); err != nil {
			return err
		}
		if !last {
			p.write(",\n" + spaces(indent))
		}
	}
	return nil
}

func (p *printer) ordered(t *object.Thread, o object.Object, d *object.Dict, indent, allowance, level int) error {
	name := o.Class().Name
	if d.Len() == 0 {
		return p.plain(t, o)
	}
	var pairs []object.Object
	for k, v := range d.All() {
		pairs = append(pairs, object.NewTuple(k, v))
	}
	p.write(name + "(")
	err := p.value(t, object.NewList(pairs...), indent+len(name)+1, allowance+1, level)
	p.write(")")
	return err
}

// plain writes repr as it is.
func (p *printer) plain(t *object.Thread, o object.Object) error {
	s, err := object.Repr(t, o)
	p.write(s)
	return err
}

func (p *printer) defaults(t *object.Thread, o object.Object, d *object.Dict, indent, allowance, level int) error {
	if d.Len() == 0 {
		return p.plain(t, o)
	}
	factory, err := object.GetAttr(t, o, object.Intern("default_factory"))
	if err != nil {
		return err
	}
	r, err := p.repr(t, factory, p.depth, level)
	if err != nil {
		return err
	}
	name := o.Class().Name
	indent += len(name) + 1
	p.write(name + "(" + r.text + ",\n" + spaces(indent))
	err = p.dict(t, d, indent, allowance+1, level)
	p.write(")")
	return err
}

func (p *printer) counter(t *object.Thread, o object.Object, indent, allowance, level int) error {
	v, err := object.CallMethod(t, o, "most_common")
	if err != nil {
		return err
	}
	pairs, err := object.Items(t, v)
	if err != nil {
		return err
	}
	if len(pairs) == 0 {
		return p.plain(t, o)
	}
	var items []entry
	for _, pair := range pairs {
		x := pair.(*object.Tuple)
		items = append(items, entry{x.Items[0], x.Items[1]})
	}
	name := o.Class().Name
	p.write(name + "({" + spaces(p.indent-1))
	err = p.dictItems(t, items, indent+len(name)+1, allowance+2, level)
	p.write("})")
	return err
}

func (p *printer) set(t *object.Thread, o object.Object, indent, allowance, level int) error {
	items, err := object.Items(t, o)
	if err != nil {
		return err
	}
	if len(items) == 0 {
		return p.plain(t, o)
	}
	keys := make([]object.Object, len(items))
	for i, v := range items {
		keys[i] = &sortKey{v, i}
	}
	places, err := sorted(t, keys)
	if err != nil {
		return err
	}
	for i, n := range places {
		keys[i] = items[n]
	}
	items = keys
	if o.Class() == object.SetClass {
		return p.enclosed(t, "{", items, "}", indent, allowance, level)
	}
	name := o.Class().Name
	return p.enclosed(t, name+"({", items, "})", indent+len(name)+1, allowance, level)
}

func (p *printer) deque(t *object.Thread, o object.Object, indent, allowance, level int) error {
	items, err := object.Items(t, o)
	if err != nil {
		return err
	}
	if len(items) == 0 {
		return p.plain(t, o)
	}
	most, err := object.GetAttr(t, o, object.Intern("maxlen"))
	if err != nil {
		return err
	}
	name := o.Class().Name
	p.write(name + "([")
	indent += len(name) + 1
	if most == object.None {
		err = p.items(t, items, indent, allowance+2, level)
		p.write("])")
		return err
	}
	if err := p.items(t, items, indent, 2, level); err != nil {
		return err
	}
	r, err := p.repr(t, most, p.depth, level)
	p.write("],\n" + spaces(indent) + "maxlen=" + r.text + ")")
	return err
}

func (p *printer) chainMap(t *object.Thread, o object.Object, indent, allowance, level int) error {
	v, err := object.GetAttr(t, o, object.Intern("maps"))
	if err != nil {
		return err
	}
	maps, err := object.Items(t, v)
	if err != nil {
		return err
	}
	name := o.Class().Name
	p.write(name + "(")
	indent += len(name) + 1
	for i, m := range maps {
		if i == len(maps)-1 {
			err = p.value(t, m, indent, allowance+1, level)
			p.write(")")
			return err
		}
		if err := p.value(t, m, indent, 1, level); err != nil {
			return err
		}
		p.write(",\n" + spaces(indent))
	}
	p.write(")")
	return nil
}

func (p *printer) namespace(t *object.Thread, o object.Object, indent, level int) error {
	name := o.Class().Name
	if name == "SimpleNamespace" {
		name = "namespace"
	}
	var items []entry
	for k, v := range o.(*object.Instance).AttrDict(true).All() {
		items = append(items, entry{k, v})
	}
	return p.fields(t, name, items, indent, 0, level)
}

func (p *printer) dataclass(t *object.Thread, o object.Object, indent, allowance, level int) error {
	var items []entry
	all, ok := o.Class().Lookup(object.Intern("__dataclass_fields__")).(*object.Dict)
	if !ok {
		return p.plain(t, o)
	}
	for k, f := range all.All() {
		kind, err := object.GetAttr(t, f, object.Intern("_field_type"))
		if err != nil {
			return err
		}
		s, err := object.Repr(t, kind)
		if err != nil {
			return err
		}
		wanted, err := object.GetAttr(t, f, object.Intern("repr"))
		if err != nil {
			return err
		}
		if ok, err := object.Truth(t, wanted); !ok || err != nil || s != "_FIELD" {
			if err != nil {
				return err
			}
			continue
		}
		v, err := object.GetAttr(t, o, k.(*object.Str))
		if err != nil {
			return err
		}
		items = append(items, entry{k, v})
	}
	return p.fields(t, o.Class().Name, items, indent, allowance, level)
}

// fields writes name(a=1, b=2), one field a line.
func (p *printer) fields(t *object.Thread, name string, items []entry, indent, allowance, level int) error {
	p.write(name + "(")
	indent += len(name) + 1
	for i, e := range items {
		key, _ := object.AsString(e.key)
		p.write(key + "=")
		last := i == len(items)-1
		behind := 1
		if last {
			behind = allowance
		}
		if p.busy[e.value] {
			p.write("...")
		} else if err := p.value(t, e.value, indent+utf8.RuneCountInString(key)+1, behind, level); err != nil {
			return err
		}
		if !last {
			p.write(",\n" + spaces(indent))
		}
	}
	p.write(")")
	return nil
}

// str writes a text as several literals, cut at line ends and spaces.
func (p *printer) str(t *object.Thread, s *object.Str, indent, allowance, level int) error {
	if s.Len() == 0 {
		p.write("''")
		return nil
	}
	v, err := object.CallMethod(t, s, "splitlines", object.True)
	if err != nil {
		return err
	}
	lines, err := object.Items(t, v)
	if err != nil {
		return err
	}
	if level == 1 {
		indent++
		allowance++
	}
	chunks, last := p.chunks(lines, indent, allowance)
	if len(chunks) == 1 {
		p.write(last)
		return nil
	}
	if level == 1 {
		p.write("(")
	}
	p.write(strings.Join(chunks, "\n"+spaces(indent)))
	if level == 1 {
		p.write(")")
	}
	return nil
}

func width(s string) int { return utf8.RuneCountInString(s) }

// chunks cuts lines into literals that fit; last is the literal of the last whole line.
func (p *printer) chunks(lines []object.Object, indent, allowance int) (chunks []string, last string) {
	room := p.width - indent
	for i, o := range lines {
		line, _ := object.AsString(o)
		last = object.QuoteStr(line)
		end := i == len(lines)-1
		fit := room
		if end {
			fit -= allowance
		}
		if width(last) <= fit {
			chunks = append(chunks, last)
			continue
		}
		words := words(line)
		current := ""
		fit = room
		for j, w := range words {
			if j == len(words)-1 && end {
				fit -= allowance
			}
			if width(object.QuoteStr(current+w)) <= fit {
				current += w
				continue
			}
			if current != "" {
				chunks = append(chunks, object.QuoteStr(current))
			}
			current = w
		}
		if current != "" {
			chunks = append(chunks, object.QuoteStr(current))
		}
	}
	return chunks, last
}

// words cuts a text into words with the space behind them.
func words(s string) []string {
	var list []string
	start, inSpace := 0, false
	for i, r := range s {
		space := unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f
		if inSpace && !space {
			list = append(list, s[start:i])
			start = i
		}
		inSpace = space
	}
	return append(list, s[start:])
}

// bytes writes bytes as several literals, cut every four bytes at the earliest.
func (p *printer) bytes(t *object.Thread, s string, indent, allowance, level int) error {
	if len(s) <= 4 {
		return p.plain(t, object.NewBytes(s))
	}
	if level == 1 {
		indent++
		allowance++
		p.write("(")
	}
	fit := p.width - indent
	current, last := "", len(s)/4*4
	first := true
	put := func() error {
		if !first {
			p.write("\n" + spaces(indent))
		}
		first = false
		return p.plain(t, object.NewBytes(current))
	}
	for i := 0; i < len(s); i += 4 {
		part := s[i:min(i+4, len(s))]
		if i == last {
			fit -= allowance
		}
		r, err := object.Repr(t, object.NewBytes(current+part))
		if err != nil {
			return err
		}
		if len(r) <= fit {
			current += part
			continue
		}
		if current != "" {
			if err := put(); err != nil {
				return err
			}
		}
		current = part
	}
	if current != "" {
		if err := put(); err != nil {
			return err
		}
	}
	if level == 1 {
		p.write(")")
	}
	return nil
}
