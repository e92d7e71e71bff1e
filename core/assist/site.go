package assist

import (
	"strings"

	"layerglass/core/protocol"
	"layerglass/core/python/object"
)

// Site reads the call of a class around a place, the innermost one; nil when there is none. program is the module of the last run,
// or nil.
func (a *Assistant) Site(text string, at int, program *object.Module) *protocol.Site {
	r := &reader{Assistant: a, outline: read(text), program: program, budget: 500}
	at = min(max(at, 0), len(text))
	w := r.at(at)
	var best *protocol.Site
	for i := range w {
		if w[i].text != "(" || i == 0 || !continues(w[i-1]) {
			continue
		}
		from, end := primary(w[:i]), closing(w, i)
		if from >= i || end == len(w) || w[from].start > at || at > w[end].end || from > 0 && (w[from-1].text == "class" || w[from-1].text == "def") {
			continue
		}
		if best != nil && best.Span.Start == w[from].start && best.Span.End >= at {
			continue // Dense(3)(x): the layer counts, not its call
		}
		h := r.constructed(w[from:i])
		if h == nil {
			continue
		}
		best = &protocol.Site{Name: h.Name, Public: h.Public, Arguments: h.Arguments, Given: r.given(w[i+1:end], h.Arguments),
			Span: protocol.Span{Start: w[from].start, End: w[end].end}, Callee: protocol.Span{Start: w[from].start, End: w[i-1].end}}
		if from > 1 && w[from-1].text == "=" && w[from-2].kind == wordName && from == 2 {
			best.Variable = w[0].text
		}
	}
	return best
}

// constructed describes what is called, if it is a class.
func (r *reader) constructed(callee []word) *protocol.CallHelp {
	x := r.eval(callee)
	if x.def != nil && x.def.class {
		return r.callee(x)
	}
	switch v := x.value.(type) {
	case *object.Class:
		return r.callee(x)
	case *object.Builtin:
		if results[v.Name] != nil && strings.HasPrefix(v.Module, "keras") {
			return r.callee(x)
		}
	}
	return nil
}

// given lists the arguments between the brackets of a call.
func (r *reader) given(inside []word, list []protocol.Argument) []protocol.Given {
	var out []protocol.Given
	position := 0
	for _, part := range split(inside) {
		if len(part) == 0 {
			continue
		}
		g := protocol.Given{}
		switch {
		case part[0].text == "*" && len(part) > 2 && part[1].text == "*":
			g.Name, part = "**", part[2:]
		case part[0].text == "*" && len(part) > 1:
			g.Name, part = "*", part[1:]
		case len(part) > 2 && part[0].kind == wordName && part[1].text == "=" && part[2].text != "=":
			g.Name, g.Keyword, part = part[0].text, true, part[2:]
		default:
			if position < len(list) && !list[position].KeywordOnly {
				g.Name = list[position].Name
			}
			position++
		}
		g.Span = protocol.Span{Start: part[0].start, End: part[len(part)-1].end}
		g.Value = r.text[g.Span.Start:g.Span.End]
		out = append(out, g)
	}
	return out
}

// Change returns the edits that set one argument of a call, or take it out; the sentence says why there are none.
func (a *Assistant) Change(text string, s *protocol.Site, name, value string) ([]protocol.Edit, string) {
	index := -1
	for i := range s.Given {
		if s.Given[i].Name == name {
			index = i
		}
	}
	value = strings.TrimSpace(value)
	required := false
	for _, d := range s.Arguments {
		if d.Name == name {
			required = d.Required
			if !required && sameLiteral(value, d.Default) && !fromElsewhere(s) {
				value = ""
			}
		}
	}
	switch {
	case index < 0 && value == "":
		return nil, ""
	case index < 0 && fromElsewhere(s) && value != "" && !known(s, name):
		return nil, name + " may come from what the call unpacks: change it there."
	case index < 0:
		return []protocol.Edit{insertion(text, s, name, value, required)}, ""
	case value != "":
		return []protocol.Edit{{Span: s.Given[index].Span, Text: value}}, ""
	case required:
		return nil, name + " must be given: put another value in its place."
	}
	return removal(text, s, index), ""
}

// sameLiteral compares two literals, whichever quotes their strings have.
func sameLiteral(a, b string) bool {
	return a != "" && strings.ReplaceAll(a, `"`, "'") == strings.ReplaceAll(b, `"`, "'")
}

// fromElsewhere reports whether the call unpacks a sequence or a mapping.
func fromElsewhere(s *protocol.Site) bool {
	for _, g := range s.Given {
		if g.Name == "*" || g.Name == "**" {
			return true
		}
	}
	return false
}

func known(s *protocol.Site, name string) bool {
	for _, d := range s.Arguments {
		if d.Name == name {
			return true
		}
	}
	return false
}

// insertion adds an argument behind the others; where each stands on a line of its own, so does the new one.
func insertion(text string, s *protocol.Site, name, value string, required bool) protocol.Edit {
	end := s.Span.End - 1
	open := s.Callee.End
	for open < end && text[open] != '(' {
		open++
	}
	open++
	item := name + "=" + value
	if len(s.Given) == 0 {
		if required && len(s.Arguments) > 0 && s.Arguments[0].Name == name {
			item = value
		}
		return protocol.Edit{Span: protocol.Span{Start: open, End: end}, Text: item}
	}
	last := s.Given[len(s.Given)-1].Span.End
	behind := text[last:end]
	lines := strings.Contains(text[open:s.Given[0].Span.Start], "\n")
	switch {
	case lines:
		first := s.Given[0].Span.Start
		start := strings.LastIndexByte(text[:first], '\n') + 1
		indent := text[start : start+len(text[start:first])-len(strings.TrimLeft(text[start:first], " \t"))]
		at := last
		if i := strings.IndexByte(behind, ','); i >= 0 && !strings.Contains(behind[:i], "#") {
			at += i + 1
			return protocol.Edit{Span: protocol.Span{Start: at, End: at}, Text: "\n" + indent + item + ","}
		}
		return protocol.Edit{Span: protocol.Span{Start: at, End: at}, Text: ",\n" + indent + item}
	case strings.HasPrefix(strings.TrimLeft(behind, " "), ","):
		at := last + strings.IndexByte(behind, ',') + 1
		return protocol.Edit{Span: protocol.Span{Start: at, End: at}, Text: " " + item}
	}
	return protocol.Edit{Span: protocol.Span{Start: last, End: last}, Text: ", " + item}
}

// removal takes out an argument with its comma. Those that follow by position get their names.
func removal(text string, s *protocol.Site, index int) []protocol.Edit {
	g := s.Given[index]
	start, end := g.Span.Start, g.Span.End
	if g.Keyword {
		start = strings.LastIndex(text[:start], g.Name)
	}
	var edits []protocol.Edit
	if index+1 < len(s.Given) { // up to the next argument
		end = argumentStart(text, &s.Given[index+1])
	} else {
		rest := text[end : s.Span.End-1]
		if trimmed := strings.TrimLeft(rest, " \t\r\n"); strings.HasPrefix(trimmed, ",") {
			end += len(rest) - len(trimmed) + 1
		}
		if index > 0 { // back to the one before, with the comma between
			start = s.Given[index-1].Span.End
			if strings.HasSuffix(strings.TrimRight(text[start:end], " \t"), ",") && strings.Contains(text[start:end], "\n") {
				start = start + strings.IndexByte(text[start:end], ',') + 1
			}
		}
	}
	edits = append(edits, protocol.Edit{Span: protocol.Span{Start: start, End: end}})
	if g.Keyword {
		return edits
	}
	for _, next := range s.Given[index+1:] {
		if !next.Keyword && next.Name != "" && next.Name[0] != '*' {
			edits = append(edits, protocol.Edit{Span: protocol.Span{Start: next.Span.Start, End: next.Span.Start}, Text: next.Name + "="})
		}
	}
	return edits
}

// argumentStart is where an argument begins, its name and stars included.
func argumentStart(text string, g *protocol.Given) int {
	switch {
	case g.Keyword:
		return strings.LastIndex(text[:g.Span.Start], g.Name)
	case g.Name == "*" || g.Name == "**":
		return strings.LastIndex(text[:g.Span.Start], g.Name)
	}
	return g.Span.Start
}
