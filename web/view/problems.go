package view

import (
	"strconv"
	"strings"

	"layerglass/core/protocol"
)

// Problem is a diagnostic together with the object that it was found on, if the program itself did not meet it.
type Problem struct {
	protocol.Diagnostic
	Found string
}

// Problems returns what there is to tell, the most important first: what stopped the program, then what was found by asking
// its objects for their configuration and recreating them.
func (s *State) Problems() []Problem {
	if s.Result == nil {
		return nil
	}
	var out []Problem
	seen := map[string]bool{}
	add := func(all []protocol.Diagnostic, found string) {
		for _, d := range all {
			id := d.Code + "\x00" + strconv.Itoa(d.Span.Start) + "\x00" + d.Message
			if !seen[id] {
				seen[id] = true
				out = append(out, Problem{d, found})
			}
		}
	}
	add(s.Result.Diagnostics, "")
	if s.Result.Exception != nil && len(out) == 0 {
		out = append(out, unexplained(s.Result.Exception))
	}
	for i := range s.Result.Objects {
		o := &s.Result.Objects[i]
		add(o.ConfigDiagnostics, o.Name)
		if o.Recreated != nil {
			add(o.Recreated.Diagnostics, o.Name)
		}
		if c := s.Coverage.of[o.Name]; c != nil && s.Coverage.Text == s.Text && c.Tried > 0 {
			add(c.Diagnostics, o.Name)
		}
	}
	return out
}

// Worst names the gravest severity among the problems, "" without any.
func Worst(s *State) string {
	worst := ""
	for _, p := range s.Problems() {
		switch {
		case p.Severity == "warning" && worst != "error":
			worst = "warning"
		case p.Severity == "info" && worst == "":
			worst = "info"
		case p.Severity != "warning" && p.Severity != "info":
			worst = "error"
		}
	}
	return worst
}

// unexplained tells of an exception that has no diagnosis.
func unexplained(e *protocol.Exception) Problem {
	p := Problem{Diagnostic: protocol.Diagnostic{Severity: "error", Exception: e.Type, Message: e.Message}}
	if p.Message == "" {
		p.Message = "The program raised " + e.Type + "."
	}
	if n := len(e.Frames); n > 0 {
		p.Span, p.Line = e.Frames[n-1].Span, e.Frames[n-1].Line
	}
	return p
}

// Problems writes the pane of cards: what happened, where, why, and the way out.
func Problems(s *State) Markup {
	var w builder
	all := s.Problems()
	if len(all) == 0 {
		if s.Result == nil {
			w.paragraph("empty", "The program has not run yet.")
		} else {
			w.paragraph("empty", "No problems found.")
		}
	}
	for i := range all {
		w.card(s, &all[i], i)
	}
	return w.markup()
}

func (w *builder) card(s *State, p *Problem, i int) {
	w.raw(`<article class="card `)
	switch p.Severity {
	case "warning":
		w.raw("warning")
	case "info":
		w.raw("info")
	default:
		w.raw("error")
	}
	w.raw(`"><h3>`)
	w.prose(middle(p.Message))
	w.raw(`</h3><p class="where">`)
	w.place(p.Span, p.Line, p.Column)
	if p.Exception != "" {
		w.raw(" ")
		w.element("code", "type", p.Exception)
	}
	if p.Found != "" {
		w.raw(` <span>found by asking `)
		w.element("code", "", p.Found)
		w.raw(` for its configuration</span>`)
	}
	w.raw("</p>")
	if p.Why != "" {
		w.paragraph("why", p.Why)
	}
	for _, n := range p.Notes {
		w.raw(`<p class="note">`)
		w.prose(n.Message)
		w.raw(" ")
		w.place(n.Span, lineOf(s.Text, n.Span.Start), 0)
		w.raw("</p>")
	}
	for j := range p.Fixes {
		w.fix(s.Text, &p.Fixes[j], FixID(i, j))
	}
	w.raw("</article>")
}

// A message that is longer than this many bytes loses its middle in a card: it would push what to do out of sight. Output shows all of it.
const (
	messageHead = 240
	messageTail = 80
)

// middle returns a message with a dash of dots for its middle where it is too long to be a heading.
func middle(message string) string {
	if len(message) <= messageHead+messageTail+40 {
		return message
	}
	tail := len(message) - messageTail
	for tail < len(message) && message[tail]&0xc0 == 0x80 {
		tail++
	}
	return shorten(message, messageHead) + " " + message[tail:]
}

// place writes a button that goes to a place in the code.
func (w *builder) place(span protocol.Span, line, column int) {
	if line == 0 || span.Start == 0 && span.End == 0 {
		return
	}
	label := "line " + strconv.Itoa(line)
	if column > 0 {
		label += ", column " + strconv.Itoa(column)
	}
	w.raw(`<button type="button" class="link"`)
	w.attr("data-goto", strconv.Itoa(span.Start)+" "+strconv.Itoa(span.End))
	w.raw(">")
	w.text(label)
	w.raw("</button>")
}

func lineOf(text string, at int) int {
	return 1 + strings.Count(text[:min(max(at, 0), len(text))], "\n")
}

func (w *builder) fix(text string, f *protocol.Fix, id string) {
	w.raw(`<div class="fix"><div class="head"><p class="title"`)
	w.attr("id", "fix-"+strings.ReplaceAll(id, ".", "-"))
	w.raw(">")
	w.prose(f.Title)
	w.raw(`</p><button type="button" class="apply"`)
	w.attr("data-fix", id)
	w.attr("aria-describedby", "fix-"+strings.ReplaceAll(id, ".", "-"))
	w.raw(`>Apply fix</button></div><div class="diff">`)
	for _, h := range Hunks(text, f.Edits) {
		w.raw(`<pre>`)
		w.lines("del", "− ", h.Line, h.Before)
		w.lines("ins", "+ ", h.Line, h.After)
		w.raw("</pre>")
	}
	w.raw("</div></div>")
}

// FixID names a fix of a problem, both counted from 0.
func FixID(problem, fix int) string { return strconv.Itoa(problem) + "." + strconv.Itoa(fix) }

// FixAt returns the fix that FixID named, or nil.
func (s *State) FixAt(id string) *protocol.Fix {
	all := s.Problems()
	problem, fix, _ := strings.Cut(id, ".")
	i, err := strconv.Atoi(problem)
	j, err2 := strconv.Atoi(fix)
	if err != nil || err2 != nil || i < 0 || i >= len(all) || j < 0 || j >= len(all[i].Fixes) {
		return nil
	}
	return &all[i].Fixes[j]
}

// Plain returns a sentence without the marks around code.
func Plain(s string) string { return strings.ReplaceAll(s, "`", "") }

func (w *builder) lines(tag literal, sign string, line int, lines []string) {
	for i, l := range lines {
		w.raw("<")
		w.raw(tag)
		w.raw(`><span class="nr">`)
		w.text(strconv.Itoa(line + i))
		w.raw("</span> ")
		w.text(sign + shorten(l, 400))
		w.raw("</")
		w.raw(tag)
		w.raw(">")
	}
}
