package assist

import (
	"slices"
	"sort"
	"strings"

	"layerglass/core/keras/spec"
	"layerglass/core/protocol"
	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

// maxCompletions bounds what one answer lists.
const maxCompletions = 300

// Ask answers a question about a place in a text. program is the module of the last run, or nil; what the text itself says comes
// before it.
func (a *Assistant) Ask(q *protocol.AssistRequest, program *object.Module) *protocol.Assistance {
	out := &protocol.Assistance{}
	at := min(max(q.Offset, 0), len(q.Text))
	r := &reader{Assistant: a, outline: read(q.Text), program: program, budget: 500}
	p, ok := r.locate(at)
	if !ok {
		return out
	}
	switch q.Ask {
	case "complete":
		r.complete(&p, out)
	case "call":
		out.Call = r.callHelp(&p)
	case "hover":
		r.hover(&p, out)
	}
	return out
}

// complete lists what may stand at a place.
func (r *reader) complete(p *place, out *protocol.Assistance) {
	out.Span = protocol.Span{Start: p.word.start, End: p.word.end}
	l := &lister{reader: r, prefix: r.text[p.word.start:p.at]}
	w := p.before
	switch {
	case p.string:
		content, start := p.word.inside()
		out.Span = protocol.Span{Start: start, End: start + len(content)}
		l.prefix = r.text[min(start, p.at):p.at]
		l.strings(p)
	case len(w) > 0 && (w[0].text == "import" || w[0].text == "from"):
		l.imports(w)
	case len(w) > 0 && w[len(w)-1].text == ".":
		from := primary(w[:len(w)-1])
		l.members(r.eval(w[from : len(w)-1]))
	case len(w) > 0 && w[len(w)-1].text == "def":
		l.overrides(p)
	case len(w) > 0 && (w[len(w)-1].text == "class" || w[len(w)-1].text == "as"), len(w) > 0 && w[len(w)-1].kind == wordNumber:
	default:
		l.expression(p)
	}
	out.Completions = l.sorted()
}

// lister gathers completions that fit what is typed already.
type lister struct {
	*reader
	prefix string
	items  []ranked
	seen   map[string]bool
}

type ranked struct {
	protocol.Completion
	rank int
}

// add takes a completion if its label fits; a lower rank comes first.
func (l *lister) add(c protocol.Completion, rank int) {
	if l.seen == nil {
		l.seen = map[string]bool{}
	}
	at := strings.Index(strings.ToLower(c.Label), strings.ToLower(l.prefix))
	if at < 0 || l.seen[c.Label] {
		return
	}
	if at > 0 {
		rank += 100
	} else if !strings.HasPrefix(c.Label, l.prefix) {
		rank += 50
	}
	l.seen[c.Label] = true
	l.items = append(l.items, ranked{c, rank})
}

func (l *lister) sorted() []protocol.Completion {
	sort.SliceStable(l.items, func(i, j int) bool { return l.items[i].rank < l.items[j].rank })
	out := make([]protocol.Completion, 0, min(len(l.items), maxCompletions))
	for _, c := range l.items {
		if len(out) == maxCompletions {
			break
		}
		out = append(out, c.Completion)
	}
	return out
}

// expression lists names, and before them what the call around the place takes.
func (l *lister) expression(p *place) {
	if p.word.kind != wordName && p.word.start != p.word.end {
		return
	}
	if h := l.callHelp(p); h != nil {
		l.arguments(p, h)
	}
	l.names(p.at)
	for k := range keywords {
		l.add(protocol.Completion{Label: k, Kind: "keyword"}, 40)
	}
	for _, k := range l.reader.members(thing{value: &object.Module{Dict: l.Thread.Builtins}}, false) {
		c := protocol.Completion{Label: k}
		l.describe(&c, thing{value: l.Thread.Builtins.GetName(k)})
		l.add(c, 30)
	}
}

// arguments lists the keyword arguments of a call that are not given yet, or the values of the one at the place.
func (l *lister) arguments(p *place, h *protocol.CallHelp) {
	c := p.callAround()
	if c.keyword != "" || c.begun == 0 && h.Active >= 0 {
		if h.Active >= 0 && c.begun <= 2 {
			for _, v := range l.values(&h.Arguments[h.Active]) {
				l.add(protocol.Completion{Label: v, Kind: "value", Detail: h.Arguments[h.Active].Name}, 5)
			}
		}
	}
	if c.keyword != "" || c.begun > 0 {
		return
	}
	for i, a := range h.Arguments {
		if c.names[a.Name] || i < c.position && !a.KeywordOnly {
			continue
		}
		d := protocol.Completion{Label: a.Name + "=", Kind: "argument", Detail: a.Default, Doc: a.Doc}
		if a.Required {
			d.Detail = "required"
		}
		rank := 6
		if a.Inherited {
			rank = 8
		}
		l.add(d, rank)
	}
}

// values lists what an argument takes, as Python literals.
func (l *lister) values(a *protocol.Argument) []string {
	if len(a.Allowed) > 0 {
		return a.Allowed
	}
	if a.Form == "bool" {
		return []string{"True", "False"}
	}
	for _, c := range choices() {
		if c.Form == a.Form {
			return c.Values
		}
	}
	return nil
}

// names lists the names that a place sees.
func (l *lister) names(at int) {
	for scope := l.around(at); scope != nil; scope = scope.parent {
		for i, p := range scope.parameters(l.text) {
			if scope.class {
				break
			}
			c := protocol.Completion{Label: p.name, Kind: "variable", Detail: p.def}
			if i == 0 && p.name == scope.self() {
				c.Detail = scope.parent.name
			}
			l.add(c, 10)
		}
	}
	for i := range l.bindings {
		b := &l.bindings[i]
		if b.attr || b.scope != nil && (b.scope.class || at <= b.scope.at || at > b.scope.end) || b.at == at || b.at+len(b.name) == at {
			continue
		}
		if l.seen[b.name] || !strings.Contains(strings.ToLower(b.name), strings.ToLower(l.prefix)) {
			continue
		}
		c := protocol.Completion{Label: b.name}
		l.describe(&c, l.name(b.name, at))
		l.add(c, 12)
	}
	for _, d := range l.defs {
		if d.parent == nil || !d.parent.class && d.parent.at < at && at <= d.parent.end {
			c := protocol.Completion{Label: d.name}
			l.describe(&c, thing{def: d})
			l.add(c, 12)
		}
	}
	if l.program != nil {
		for _, n := range l.reader.members(thing{value: l.program}, false) {
			c := protocol.Completion{Label: n}
			l.describe(&c, thing{value: l.program.Dict.GetName(n)})
			l.add(c, 14)
		}
	}
}

// members lists the attributes of a thing.
func (l *lister) members(x thing) {
	if !x.known() {
		return
	}
	for _, n := range l.reader.members(x, strings.HasPrefix(l.prefix, "_")) {
		c := protocol.Completion{Label: n}
		rank := 10
		if strings.HasPrefix(n, "_") {
			rank = 30
		}
		switch full := publicName(x, n); {
		case full == "":
			l.describe(&c, l.attribute(x, n))
			if c.Kind == "variable" {
				c.Kind = "attribute"
			}
		case spec.Find(full) != nil:
			c.Kind, c.Doc = "class", spec.Find(full).Doc
		case spec.FindFunc(full) != nil:
			f := spec.FindFunc(full)
			c.Kind, c.Detail, c.Doc = "function", "("+f.Takes+")", f.Doc
		case lib.Find(full) != nil:
			c.Kind = "module"
		default:
			l.describe(&c, l.attribute(x, n))
			if c.Kind == "variable" && c.Detail == "" {
				c.Detail, rank = "not modelled yet", 40
			}
		}
		l.add(c, rank)
	}
}

// imports lists modules, or what a module holds.
func (l *lister) imports(w []word) {
	i := index(w, "import")
	if w[0].text == "from" && i > 0 {
		module, _ := dotted(w[1:i])
		l.members(l.module(module))
		for _, n := range modulesBelow(module) {
			l.add(protocol.Completion{Label: n, Kind: "module"}, 12)
		}
		return
	}
	before, _ := dotted(w[max(1, lastComma(w)+1):])
	before = strings.TrimSuffix(before, ".")
	if len(w) > 1 && before == "" && w[len(w)-1].text != "," {
		return
	}
	if before != "" && w[len(w)-1].text != "." { // a whole name stands there: only a keyword may follow
		next := "as"
		if w[0].text == "from" {
			next = "import"
		}
		l.add(protocol.Completion{Label: next, Kind: "keyword"}, 5)
		return
	}
	for _, n := range modulesBelow(before) {
		l.add(protocol.Completion{Label: n, Kind: "module"}, 12)
	}
}

func lastComma(w []word) int {
	for i := len(w) - 1; i >= 0; i-- {
		if w[i].text == "," {
			return i
		}
	}
	return 0
}

// modulesBelow lists the modules directly below one, or at the top.
func modulesBelow(parent string) []string {
	var out []string
	for _, n := range lib.Names() {
		if parent != "" {
			rest, ok := strings.CutPrefix(n, parent+".")
			if !ok {
				continue
			}
			n = rest
		}
		n, _, _ = strings.Cut(n, ".")
		if n != "src" && !strings.HasPrefix(n, "_") && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	sort.Strings(out)
	return out
}

// strings lists what a string at the place may hold: the values of an argument, or the keys of a dict.
func (l *lister) strings(p *place) {
	if i := opened(p.before); i > 0 && p.before[i].text == "[" && i == len(p.before)-1 && continues(p.before[i-1]) {
		from := primary(p.before[:i])
		x := l.eval(p.before[from:i])
		if d, ok := x.value.(*object.Dict); ok {
			set := map[string]bool{}
			keys(d, set)
			for k := range set {
				l.add(protocol.Completion{Label: k, Kind: "key", Detail: l.short(d.GetName(k))}, 10)
			}
		}
		return
	}
	h := l.callHelp(p)
	if h == nil || h.Active < 0 {
		return
	}
	for _, v := range l.values(&h.Arguments[h.Active]) {
		if s := strings.Trim(v, "'"); s != v {
			l.add(protocol.Completion{Label: s, Kind: "value", Detail: h.Arguments[h.Active].Name}, 5)
		}
	}
}
