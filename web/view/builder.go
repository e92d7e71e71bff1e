package view

import (
	"slices"
	"strconv"
	"strings"

	"layerglass/core/protocol"
)

// Builder is the part of Define that writes Python from forms: the catalogue of what Keras has, or the form of one call.
type Builder struct {
	Open bool
	// Entries is the catalogue, nil until the engine has told it; Choices are the values that forms offer.
	Entries []protocol.Entry
	Choices []protocol.Choices
	// Kind and Query choose from the catalogue.
	Kind, Query string
	// Chosen is the class whose call the form shows, in full, or nil for the catalogue.
	Chosen *protocol.Entry
	// Text is the program, Call the call in it.
	Text string
	Call *Call
	// All says that the arguments of the base class are shown too.
	All bool
	// Wrong is what the engine says of the call, by the argument's name; "" is the call itself.
	Wrong map[string]string
	// Unwritten names the argument whose field holds what cannot stand in code.
	Unwritten string
}

var builderKinds = []struct{ kind, words string }{
	{"layer", "Layers"}, {"activation", "Activations"}, {"initializer", "Initializers"}, {"regularizer", "Regularizers"}, {"constraint", "Constraints"},
	{"optimizer", "Optimizers"}, {"schedule", "Schedules"}, {"loss", "Losses"}, {"metric", "Metrics"}, {"policy", "Dtype policies"}, {"quantizer", "Quantizers"},
}

// Build writes the builder.
func Build(b *Builder) Markup {
	var w builder
	if b.Chosen != nil && b.Call != nil {
		w.callForm(b)
	} else {
		w.catalogue(b)
	}
	return w.markup()
}

func (w *builder) catalogue(b *Builder) {
	w.raw(`<header class="build-bar"><input type="search" id="build-search" placeholder="Search layers" aria-label="Search the catalogue" spellcheck="false" autocapitalize="off" autocomplete="off"`)
	w.attr("value", b.Query)
	w.raw(`><select id="build-kind" aria-label="Kind">`)
	for _, k := range builderKinds {
		w.raw("<option")
		w.attr("value", k.kind)
		if k.kind == b.Kind {
			w.raw(" selected")
		}
		w.raw(">")
		w.text(k.words)
		w.raw("</option>")
	}
	w.raw(`</select></header><div class="body" id="build-list">`)
	w.add(Catalogue(b))
	w.raw("</div>")
}

// Catalogue writes the list of classes that fit the search, by family.
func Catalogue(b *Builder) Markup {
	var w builder
	if b.Entries == nil {
		w.paragraph("empty", "Asking the engine what Keras has.")
		return w.markup()
	}
	families, of := b.families()
	if len(families) == 0 {
		w.paragraph("empty", "Nothing of this kind is called `"+b.Query+"`.")
	}
	for _, family := range families {
		if family != "" {
			w.element("h3", "", family)
		}
		w.raw(`<ul class="entries">`)
		for _, e := range of[family] {
			w.raw(`<li><button type="button"`)
			w.attr("data-class", e.Public)
			w.raw(">")
			w.element("b", "", e.Name)
			w.raw(" ")
			w.element("span", "", e.Doc)
			w.raw("</button></li>")
		}
		w.raw("</ul>")
	}
	return w.markup()
}

// families sorts what fits into families, the usual ones first. What matches by name comes before what matches by its sentence.
func (b *Builder) families() ([]string, map[string][]*protocol.Entry) {
	query := strings.ToLower(strings.TrimSpace(b.Query))
	of := map[string][]*protocol.Entry{}
	var names []string
	for pass := range 2 {
		for i := range b.Entries {
			e := &b.Entries[i]
			if e.Kind != b.Kind || e.Base {
				continue
			}
			byName := b.named(e, query)
			if pass == 0 && !byName || pass == 1 && (byName || !contains(e.Doc, query)) {
				continue
			}
			if of[e.Family] == nil {
				names = append(names, e.Family)
			}
			of[e.Family] = append(of[e.Family], e)
		}
	}
	if query == "" {
		slices.SortStableFunc(names, func(a, b string) int { return rank(a) - rank(b) })
	}
	return names, of
}

func (b *Builder) named(e *protocol.Entry, query string) bool {
	if contains(e.Name, query) {
		return true
	}
	for _, alias := range e.Aliases {
		if contains(alias, query) {
			return true
		}
	}
	return false
}

// familyOrder is the order in which families are listed; others follow as they come.
var familyOrder = []string{"Core", "Convolution", "Pooling", "Recurrent", "Attention", "Normalization", "Regularization", "Activation", "Reshaping", "Merging",
	"Preprocessing", "Image preprocessing", "Other frameworks"}

func rank(family string) int {
	for i, f := range familyOrder {
		if f == family {
			return i
		}
	}
	return len(familyOrder)
}

// callForm writes the form of one call.
func (w *builder) callForm(b *Builder) {
	e := b.Chosen
	w.raw(`<header class="build-bar"><button type="button" class="quiet" id="build-back">‹ All</button><h3 class="space">`)
	w.element("code", "", e.Name)
	w.raw(`</h3><button type="button" class="quiet" id="build-show">Show in code</button></header><form class="body build-form" id="build-form" novalidate>`)
	w.paragraph("doc", e.Doc)
	if e.Checked > 0 {
		w.paragraph("doc", "Checked against Keras 3.15.1: "+count(e.Checked, "case")+".")
	}
	w.raw(`<div id="build-wrong" role="alert">`)
	w.add(FieldProblem(b.Wrong[""]))
	w.raw("</div>")
	inherited := 0
	for i := range e.Arguments {
		a := &e.Arguments[i]
		if a.Inherited && !b.All && b.Call.Find(e.Arguments, a.Name) < 0 {
			inherited++
			continue
		}
		w.argument(b, a)
	}
	if inherited > 0 {
		w.raw(`<button type="button" class="link" id="build-all">`)
		w.text(count(inherited, "argument") + " of the base class")
		w.raw("</button>")
	}
	for i := range b.Choices {
		w.datalist("of-"+b.Choices[i].Form, b.Choices[i].Values)
	}
	w.raw("</form>")
}

// datalist writes the values that a field offers. Text is offered without its quotes.
func (w *builder) datalist(id string, values []string) {
	w.raw("<datalist")
	w.attr("id", id)
	w.raw(">")
	for _, v := range values {
		w.raw("<option")
		w.attr("value", Unquote(v))
		w.raw("></option>")
	}
	w.raw("</datalist>")
}

// Value returns what an argument's field holds: its value in the code, text without quotes, "" for the default.
func (b *Builder) Value(a *protocol.Argument) string {
	i := b.Call.Find(b.Chosen.Arguments, a.Name)
	if i < 0 {
		return ""
	}
	value := b.Call.Text(b.Text, i)
	if fills(a) {
		return value
	}
	return Unquote(value)
}

// fills reports whether an argument's field is a list of literals, in which text keeps its quotes.
func fills(a *protocol.Argument) bool { return a.Form == "bool" || a.Form == "choice" }

// Expression returns what a field's text means in code: a name given to an argument that takes names becomes text.
func Expression(a *protocol.Argument, typed string) string {
	typed = strings.TrimSpace(typed)
	if typed == "" || fills(a) {
		return typed
	}
	switch a.Form {
	case "str":
		if typed == "None" || typed[0] == '\'' || typed[0] == '"' {
			return typed
		}
		return Quote(typed)
	case "activation", "initializer", "regularizer", "constraint", "dtype":
		if typed != "None" && strings.Trim(typed, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == "" {
			return Quote(typed)
		}
	}
	return typed
}

// Unfit says why an expression cannot be written into a call as it stands, "" when it can.
func Unfit(expression string) string {
	if expression == "" {
		return ""
	}
	c := ParseCall("("+expression+"\n)", 0)
	switch {
	case c == nil || c.Close != len(expression)+2:
		return "A bracket or a quote is not closed."
	case len(c.Args) > 1:
		return "Several values need brackets around them: (1, 2)."
	case len(c.Args) == 0 || c.Args[0].Name != "" || c.Args[0].Star || strings.Contains(expression, "#"):
		return "This is no value."
	}
	return ""
}

func (w *builder) argument(b *Builder, a *protocol.Argument) {
	id, value := "arg-"+a.Name, b.Value(a)
	w.raw(`<div class="arg`)
	if value != "" {
		w.raw(" set")
	}
	w.raw(`"><label`)
	w.attr("for", id)
	w.raw(">")
	w.text(a.Name)
	w.raw("</label>")
	if fills(a) {
		w.choiceField(a, id, value)
	} else {
		w.raw(`<input type="text" class="literal" spellcheck="false" autocapitalize="off" autocomplete="off"`)
		w.attr("id", id)
		w.attr("data-arg", a.Name)
		w.attr("value", value)
		w.attr("placeholder", pick(a.Required, "required", Unquote(a.Default)))
		switch a.Form {
		case "activation", "initializer", "regularizer", "constraint", "dtype":
			w.attr("list", "of-"+a.Form)
		}
		if a.Required {
			w.raw(" required")
		}
		if b.Wrong[a.Name] != "" {
			w.raw(` aria-invalid="true"`)
		}
		w.attr("aria-describedby", "says-"+a.Name)
		w.raw(">")
	}
	w.raw(`<p class="says"`)
	w.attr("id", "says-"+a.Name)
	w.raw(">")
	w.add(Says(b, a))
	w.raw("</p></div>")
}

// Says writes the line under a field: what is wrong with it, or what it means.
func Says(b *Builder, a *protocol.Argument) Markup {
	var w builder
	if wrong := b.Wrong[a.Name]; wrong != "" {
		w.element("span", "wrong", Plain(wrong))
		return w.markup()
	}
	w.text(a.Type)
	if a.Doc != "" {
		w.text(": " + Plain(a.Doc))
	}
	return w.markup()
}

func (w *builder) choiceField(a *protocol.Argument, id, value string) {
	w.raw("<select")
	w.attr("id", id)
	w.attr("data-arg", a.Name)
	w.attr("aria-describedby", "says-"+a.Name)
	w.raw(">")
	allowed := a.Allowed
	if a.Form == "bool" {
		allowed = []string{"True", "False"}
	}
	if !a.Required {
		w.option("", a.Default+" (default)", value == "")
	}
	known := value == ""
	for _, v := range allowed {
		known = known || v == value || Unquote(v) == Unquote(value)
		w.option(v, v, value != "" && Unquote(v) == Unquote(value))
	}
	if !known {
		w.option(value, value, true)
	}
	w.raw("</select>")
}

func (w *builder) option(value, words string, chosen bool) {
	w.raw("<option")
	w.attr("value", value)
	if chosen {
		w.raw(" selected")
	}
	w.raw(">")
	w.text(words)
	w.raw("</option>")
}

// Blame sorts the engine's problems that lie in the call to its arguments. The program is the one whose results they are.
func (b *Builder) Blame(problems []Problem) {
	b.Wrong = map[string]string{}
	if b.Call == nil || b.Chosen == nil {
		return
	}
	for i := range problems {
		p := &problems[i]
		if p.Span.Start >= p.Span.End || p.Span.End <= b.Call.Open-len(b.Chosen.Name)-64 || p.Span.Start > b.Call.Close {
			continue
		}
		name := ""
		for j := range b.Call.Args {
			if a := &b.Call.Args[j]; p.Span.Start >= a.Start && p.Span.End <= a.End {
				name = b.parameter(j)
			}
		}
		if name == "" && (p.Span.End < b.Call.Open || p.Span.Start > b.Call.Open) {
			continue
		}
		if b.Wrong[name] == "" {
			b.Wrong[name] = p.Message
		}
	}
}

// parameter names the parameter that an argument goes to.
func (b *Builder) parameter(arg int) string {
	if a := &b.Call.Args[arg]; a.Name != "" {
		return a.Name
	}
	if arg < len(b.Chosen.Arguments) {
		return b.Chosen.Arguments[arg].Name
	}
	return strconv.Itoa(arg)
}
