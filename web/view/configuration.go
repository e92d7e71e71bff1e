package view

import (
	"strconv"
	"strings"

	"layerglass/core/protocol"
)

// Configuration writes the pane that shows what get_config returns.
func Configuration(s *State) Markup {
	var w builder
	switch o := s.Chosen(); {
	case s.Result == nil:
		w.paragraph("empty", "The program has not run yet.")
	case o == nil && s.Result.Exception != nil:
		w.paragraph("empty", "The program stopped before it made a layer. See Problems.")
	case o == nil:
		w.paragraph("empty", "No variable of the program holds a layer, a model or another Keras object. Assign one to a name: `layer = layers.Dense(64)`.")
	default:
		w.stale(s)
		w.chips(s)
		w.facts(o)
		w.forms(s, o)
	}
	return w.markup()
}

// stale marks panes that belong to an earlier run.
func (w *builder) stale(s *State) {
	if s.Stale {
		w.paragraph("stale", "Older than the code: this is the last run that made `"+s.Object+"`. See Problems.")
	}
}

// chips writes one tab for each object, under the name of its variable.
func (w *builder) chips(s *State) {
	w.raw(`<div class="chips" role="tablist" aria-label="Objects of the program">`)
	for i := range s.Shown.Objects {
		o := &s.Shown.Objects[i]
		w.raw(`<button type="button" role="tab" class="chip" aria-controls="forms"`)
		w.attr("data-object", o.Name)
		w.attr("id", "chip-"+strconv.Itoa(i))
		w.choice(o.Name == s.Object)
		w.raw(">")
		w.element("b", "", strings.Join(append([]string{o.Name}, o.Aliases...), " = "))
		w.raw(" ")
		w.element("span", "class", o.Class)
		w.raw("</button>")
	}
	w.raw("</div>")
}

func (w *builder) choice(chosen bool) {
	if chosen {
		w.raw(` aria-selected="true" tabindex="0"`)
	} else {
		w.raw(` aria-selected="false" tabindex="-1"`)
	}
}

// facts writes the line that says what the object is.
func (w *builder) facts(o *protocol.Object) {
	w.raw(`<p class="facts">`)
	w.element("code", "", o.Name+".get_config()")
	w.raw(" of ")
	w.element("code", "", qualified(o))
	for _, fact := range factsOf(o) {
		w.raw(" · ")
		w.text(fact)
	}
	w.raw("</p>")
}

func qualified(o *protocol.Object) string {
	if o.Module == "" || o.Module == "__main__" || strings.HasPrefix(o.Module, "keras.src.") {
		return o.Class
	}
	return o.Module + "." + o.Class
}

func factsOf(o *protocol.Object) []string {
	if o.Kind != "layer" && o.Kind != "model" {
		return checkedFact(o.Checked)
	}
	if !o.Built {
		return append([]string{"not built"}, checkedFact(o.Checked)...)
	}
	facts := []string{"built"}
	if o.InputShape != "" && o.OutputShape != "" {
		facts = append(facts, o.InputShape+" → "+o.OutputShape)
	}
	if o.Params >= 0 {
		facts = append(facts, plural(o.Params, "parameter"))
	}
	return append(facts, checkedFact(o.Checked)...)
}

// checkedFact says how often a class of Keras is compared with the real one; nothing for a class of the program.
func checkedFact(n int) []string {
	if n == 0 {
		return nil
	}
	return []string{"checked against Keras 3.15.1: " + count(n, "case")}
}

func plural(n int64, what string) string {
	if n != 1 {
		what += "s"
	}
	return group(n) + " " + what
}

var forms = []struct {
	form  Form
	label string
}{{Tree, "Tree"}, {Python, "Python"}, {JSON, "JSON"}, {Object, "Object"}, {Code, "Code"}}

// formActions writes the buttons beside the tabs.
func (w *builder) formActions(s *State) {
	w.raw(`<span class="space"></span><button type="button" class="quiet" id="copy"`)
	if s.Form == Tree {
		w.raw(` popovertarget="copy-menu" aria-haspopup="dialog">Copy</button>`)
	} else {
		w.raw(` data-copy="form">Copy</button>`)
	}
	w.raw(`<button type="button" class="quiet" id="edit" data-edit-mode="on" title="Change the configuration and see what comes back">✎ Edit</button>`)
}

// forms writes the tabs Tree, Python, JSON and Object and the chosen one's content, or the draft in their place.
func (w *builder) forms(s *State, o *protocol.Object) {
	if o.Config == nil {
		w.raised(o)
		return
	}
	if d := s.Draft(); d != nil {
		w.draft(s, o, d)
		return
	}
	w.raw(`<div class="forms"><div class="formtabs" role="tablist" aria-label="Form">`)
	for _, f := range forms {
		if f.form == Code && s.Embedded {
			continue // it is asked of the engine apart
		}
		w.formTab("data-form", string(f.form), f.label, f.form == s.Form)
	}
	w.raw(`</div>`)
	if !s.Embedded {
		w.formActions(s)
	}
	w.raw(`</div>`)
	if s.Form == Tree && !s.Embedded {
		w.search(s)
	}
	w.panel(string(s.Form))
	w.form(s, o)
	w.raw("</div>")
	if s.Form == Tree && !s.Embedded {
		w.raw(`<div class="about" id="about" role="region" aria-label="About the key" tabindex="0">`)
		w.about(s)
		w.raw("</div>")
	}
}

func (w *builder) formTab(attribute literal, value, label string, chosen bool) {
	w.raw(`<button type="button" role="tab" class="form" aria-controls="forms"`)
	w.attr(attribute, value)
	w.attr("id", "form-"+value)
	w.choice(chosen)
	w.raw(">")
	w.text(label)
	w.raw("</button>")
}

func (w *builder) panel(form string) {
	w.raw(`<div role="tabpanel" id="forms" class="content" tabindex="0"`)
	w.attr("aria-labelledby", "form-"+form)
	w.raw(">")
}

// searchable is how many values a configuration must have to get a search field.
const searchable = 12

func (w *builder) search(s *State) {
	root := s.root()
	if s.Query == "" && values(root, searchable) < searchable {
		return
	}
	w.raw(`<div class="search"><input type="search" id="search" placeholder="Search keys and values" aria-label="Search keys and values" spellcheck="false" autocapitalize="off" autocomplete="off"`)
	w.attr("value", s.Query)
	w.raw(`><span class="few" id="found" role="status">`)
	w.text(FoundWords(s))
	w.raw(`</span></div>`)
}

// FoundWords says how much the search found.
func FoundWords(s *State) string {
	if s.Query == "" {
		return ""
	}
	return group(int64(s.Found())) + " found"
}

// values counts the values of a tree, up to enough.
func values(n *protocol.Node, enough int) int {
	count := len(n.Children)
	for i := range n.Children {
		if count >= enough {
			break
		}
		count += values(&n.Children[i], enough-count)
	}
	return count
}

// draft writes the configuration as it is being edited.
func (w *builder) draft(s *State, o *protocol.Object, d *Draft) {
	w.raw(`<div class="forms"><div class="formtabs" role="tablist" aria-label="Edit as">`)
	w.formTab("data-draft", "fields", "Fields", !d.AsText)
	w.formTab("data-draft", "text", "Text", d.AsText)
	w.raw(`</div><span class="space"></span><button type="button" class="quiet" id="put" data-put="" title="Write the edit back into the program">Put into code</button><button type="button" class="quiet" id="reset" data-reset="">Reset</button><button type="button" class="quiet" id="edit" data-edit-mode="off">Done</button></div>`)
	if d.AsText {
		w.panel("text")
		w.raw(`<div id="config-text" class="viewer" data-editable=""></div></div>`)
	} else {
		w.search(s)
		w.panel("fields")
		w.raw(`<div role="group" id="tree" class="tree fields`)
		if s.Long() {
			w.raw(" long")
		}
		w.raw(`"`)
		w.attr("aria-label", "Edit the configuration of "+o.Name)
		w.raw(">")
		w.add(Rows(s))
		w.raw("</div>")
		for i := range d.Root.Children {
			if values, _ := s.choices(d.Root.Children[i].Key); i < listed && len(values) > 0 {
				w.datalist("choices-"+d.Root.Children[i].Key, values)
			}
		}
		w.raw("</div>")
	}
	w.raw(`<div class="about" id="about">`)
	w.add(Adder(s))
	w.raw(`<div id="field-problem" role="alert">`)
	if !d.AsText { // the text's own is painted apart: painting the pane would cost the text its cursor
		w.add(FieldProblem(d.Problem))
	}
	w.raw("</div></div>")
}

// drawn is how long a text may be to be written into the page; a longer one is shown by the editor, which draws what is in
// sight.
const drawn = 20_000

func (w *builder) form(s *State, o *protocol.Object) {
	switch text := formSource(s, o); {
	case s.Form == Tree && len(o.Config.Children) == 0:
		w.paragraph("empty", "An empty configuration: `"+o.Config.Repr+"`.")
	case s.Form == Tree:
		w.tree(s, o)
	case s.Form == Code && len(text) <= drawn:
		w.code(s.Codes[o])
	case len(text) > drawn:
		w.raw(`<div id="config-text" class="viewer"></div>`)
	case text != "":
		w.pre("literal", FormText(s, o, nil))
	case s.Form == JSON:
		w.paragraph("empty", "Not JSON. "+o.JSONError)
	default:
		w.paragraph("empty", "`"+o.Name+"` cannot be written as a serialized object.")
	}
}

// formSource returns the chosen form of an object's configuration as the engine gave it; "" when there is none.
func formSource(s *State, o *protocol.Object) string {
	switch s.Form {
	case Python:
		return o.Python
	case JSON:
		return o.JSON
	case Object:
		return o.Serialized
	case Code:
		if c := s.Codes[o]; c != nil {
			return c.Text
		}
	}
	return ""
}

// code writes the Python that makes the object, and what it cannot say by itself.
func (w *builder) code(c *protocol.Code) {
	if c == nil {
		w.paragraph("empty", "Writing the code.")
		return
	}
	for i := range c.Diagnostics {
		w.paragraph("wrong", c.Diagnostics[i].Message)
	}
	if c.Text != "" {
		w.paragraph(pickLiteral(c.Exact, "exact", "empty"), pick(c.Exact, "✓ Run here, this makes an object with the same configuration.", "This was not run: it may make another configuration."))
		w.pre("literal", c.Text)
	}
	for _, note := range c.Notes {
		w.paragraph("note", note)
	}
}

func pickLiteral(ok bool, yes, no literal) literal {
	if ok {
		return yes
	}
	return no
}

// FormText returns the chosen form of an object's configuration as it is shown and copied.
func FormText(s *State, o *protocol.Object, pace *Pace) string {
	source := formSource(s, o)
	if s.Form == Python {
		return WrapAt(source, 56, pace)
	}
	return source
}

// raised says that get_config itself failed.
func (w *builder) raised(o *protocol.Object) {
	w.raw(`<div class="content" id="forms"><p class="verdict failed"><span class="shape" aria-hidden="true">✕</span> No configuration</p>`)
	if e := o.ConfigError; e != nil {
		w.raw("<p>")
		w.element("code", "", o.Name+".get_config()")
		w.raw(" raises ")
		w.element("code", "", e.Type)
		w.raw(": ")
		w.text(shorten(e.Message, 600))
		w.raw("</p>")
	}
	if len(o.ConfigDiagnostics) > 0 {
		w.raw(`<p>Problems tells why and how to mend it.</p>`)
	}
	w.raw("</div>")
}

// About writes the line below the tree: the key that is pointed at or chosen, where its value came from, and what it means.
func About(s *State) Markup {
	var w builder
	w.about(s)
	return w.markup()
}

func (w *builder) about(s *State) {
	path := s.Pointed
	if s.NodeAt(path) == nil {
		path = s.Key
	}
	n := s.NodeAt(path)
	if n == nil {
		w.raw(`<p>Point at a key to see the code that set it.</p>`)
		return
	}
	w.raw("<p>")
	w.element("code", "", s.dotted(path))
	w.raw(" ")
	w.text(originSentence(n))
	w.raw("</p>")
	if n.Doc != "" {
		w.paragraph("doc", n.Doc)
	}
}

func originSentence(n *protocol.Node) string {
	place := ""
	if n.Origin.Line > 0 {
		place = " in line " + strconv.Itoa(n.Origin.Line)
	}
	switch n.Origin.Kind {
	case "argument":
		return "was passed to the constructor" + place + "."
	case "code":
		return "was written" + place + "."
	case "default":
		return "has its default value."
	case "automatic":
		return "was chosen by Keras."
	case "graph":
		return "follows from how the layers are put together."
	case "edit":
		return "was edited here."
	}
	if n.Default {
		return "has its default value."
	}
	return "came with the configuration."
}

// dotted returns the path of keys at a path of indices, joined by dots.
func (s *State) dotted(path string) string {
	return strings.Join(s.keysAt(path), ".")
}

// keysAt returns the keys along a path of indices.
func (s *State) keysAt(path string) []string {
	var keys []string
	for i := range len(path) + 1 {
		if i == len(path) || path[i] == '.' {
			if n := s.NodeAt(path[:i]); n != nil {
				keys = append(keys, n.Key)
			}
		}
	}
	return keys
}
