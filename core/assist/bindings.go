package assist

import "strings"

// bind notes the names that a statement binds.
func (o *outline) bind(w []word, scope *definition) {
	switch {
	case w[0].text == "import":
		o.bindImport(w[1:], scope)
	case w[0].text == "from":
		o.bindFrom(w[1:], scope)
	case w[0].text == "for" || w[0].text == "async" && len(w) > 1 && w[1].text == "for":
		for i, x := range w {
			if x.text == "in" {
				break
			}
			if i > 0 && x.kind == wordName {
				o.add(binding{name: x.text, at: x.start, scope: scope})
			}
		}
	case w[0].text == "with":
		o.bindWith(w, scope)
	default:
		o.bindAssignment(w, scope)
	}
}

func (o *outline) add(b binding) { o.bindings = append(o.bindings, b) }

// bindAssignment reads "a = b = value", "name: type = value" and "self.name = value".
func (o *outline) bindAssignment(w []word, scope *definition) {
	depth, from, end := 0, 0, len(w)
	var targets [][]word
	for i, x := range w {
		switch {
		case x.text == "(" || x.text == "[" || x.text == "{":
			depth++
		case x.text == ")" || x.text == "]" || x.text == "}":
			depth--
		case x.text == ";" && depth == 0 && end == len(w):
			end = i
			if i+1 < len(w) {
				defer o.bind(w[i+1:], scope)
			}
		case x.text == "=" && depth == 0 && i > 0 && end == len(w):
			if next(w, i) == "=" || strings.ContainsAny(w[i-1].text, "=!<>+-*/%&|^@") && w[i-1].kind == wordOther {
				return // a comparison or an augmented assignment
			}
			targets = append(targets, w[from:i])
			from = i + 1
		}
	}
	for _, t := range targets {
		o.bindTarget(t, w[min(from, end):end], scope)
	}
}

func next(w []word, i int) string {
	if i+1 < len(w) {
		return w[i+1].text
	}
	return ""
}

func (o *outline) bindTarget(t, value []word, scope *definition) {
	if i := index(t, ":"); i > 0 { // an annotation
		t = t[:i]
	}
	switch {
	case len(t) == 1 && t[0].kind == wordName:
		o.add(binding{name: t[0].text, at: t[0].start, scope: scope, value: value})
	case len(t) == 3 && t[1].text == "." && scope != nil && t[0].text == scope.self():
		o.add(binding{name: t[2].text, at: t[2].start, scope: scope, value: value, attr: true})
	case index(t, ",") > 0:
		for _, x := range t {
			if x.kind == wordName {
				o.add(binding{name: x.text, at: x.start, scope: scope})
			}
		}
	}
}

func index(w []word, text string) int {
	for i := range w {
		if w[i].text == text {
			return i
		}
	}
	return -1
}

// self returns the name of a method's first parameter, "" of anything else.
func (d *definition) self() string {
	if d == nil || d.class || d.parent == nil || !d.parent.class || len(d.head) == 0 {
		return ""
	}
	return d.head[0].text
}

func (o *outline) bindWith(w []word, scope *definition) {
	for i, x := range w {
		if x.text == "as" && i+1 < len(w) && w[i+1].kind == wordName {
			o.add(binding{name: w[i+1].text, at: w[i+1].start, scope: scope})
		}
	}
}

// bindImport reads "a.b as c, d".
func (o *outline) bindImport(w []word, scope *definition) {
	for _, part := range split(w) {
		module, alias := dotted(part)
		b := binding{at: part0(part), scope: scope, module: module, name: alias}
		if alias == "" {
			b.name, _, _ = strings.Cut(module, ".")
			b.module = b.name
		}
		if b.name != "" {
			o.add(b)
		}
	}
}

func part0(w []word) int {
	if len(w) == 0 {
		return 0
	}
	return w[0].start
}

// dotted reads a dotted name and what follows "as".
func dotted(w []word) (name, alias string) {
	for i := 0; i < len(w); i++ {
		switch {
		case w[i].text == "as":
			if i+1 < len(w) && w[i+1].kind == wordName {
				alias = w[i+1].text
			}
			return name, alias
		case w[i].kind == wordName || w[i].text == ".":
			name += w[i].text
		default:
			return name, ""
		}
	}
	return name, ""
}

// bindFrom reads "module import a as b, (c)".
func (o *outline) bindFrom(w []word, scope *definition) {
	i := index(w, "import")
	if i < 0 {
		return
	}
	module, _ := dotted(w[:i])
	rest := w[i+1:]
	if len(rest) > 0 && rest[0].text == "(" {
		rest = rest[1:closing(rest, 0)]
	}
	for _, part := range split(rest) {
		name, alias := dotted(part)
		if alias == "" {
			alias = name
		}
		if name != "" {
			o.add(binding{name: alias, at: part0(part), scope: scope, module: module, from: name})
		}
	}
}
