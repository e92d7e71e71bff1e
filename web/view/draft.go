package view

import (
	"strconv"
	"strings"

	"layerglass/core/protocol"
)

// Draft is a configuration that is being edited. It lives beside the object's own until it is put into code or reset.
type Draft struct {
	// Open says that the pane shows the draft; a closed draft waits.
	Open bool
	// AsText says that it is edited as Text, a Python literal or JSON, and not in fields.
	AsText bool
	Text   string
	// Root is the edited configuration, Original the one it began as.
	Root     protocol.Node
	Original protocol.Node
	// Problem says why Text or a field cannot be read; Root is then the last one that could.
	Problem string
	// Result is what came back when the draft was last recreated, nil before; Missed says that Root is newer.
	Result *protocol.Recreated
	Missed bool
	// changed and changes are what is known of Root as it is: whether it differs from Original, and where.
	changed *bool
	changes []protocol.Difference
	// trial is what the object and the copy of the edited configuration computed, empty before it was asked for.
	trial Markup
	// target is the path of the container that Add adds to.
	target string
	// own holds the first children of the containers that belong to the draft alone. The others are still the original's, so
	// that a large configuration is not copied to change one value in it.
	own map[*protocol.Node]bool
}

func newDraft(config *protocol.Node, open bool) *Draft {
	return &Draft{Open: open, Original: *config, Root: *config, own: map[*protocol.Node]bool{}}
}

// Draft returns the draft that Configuration shows, or nil.
func (s *State) Draft() *Draft {
	if d := s.Drafts[s.Object]; d != nil && d.Open {
		return d
	}
	return nil
}

// Edit opens the draft of the chosen object, a new one if there is none.
func (s *State) Edit() {
	o := s.Chosen()
	if o == nil || o.Config == nil {
		return
	}
	d := s.Drafts[s.Object]
	if d == nil {
		d = newDraft(o.Config, true)
		s.Drafts[s.Object] = d
	}
	d.Open = true
	s.Form = Tree
	s.Refresh()
}

// EditedDraft returns the draft that Recreated shows, or nil.
func (s *State) EditedDraft() *Draft {
	if d := s.Draft(); d != nil && (d.Changed() || d.Result != nil) {
		return d
	}
	return nil
}

// Came takes in what came back.
func (d *Draft) Came(r *protocol.Recreated) { d.Result, d.trial = r, Markup{} }

// Show takes in what the object and the copy of the edited configuration compute.
func (d *Draft) Show(p *protocol.Panel) { d.trial = Markup{p.Markup} }

// Reset forgets what was edited.
func (s *State) Reset() {
	d, o := s.Draft(), s.Chosen()
	if d == nil || o == nil || o.Config == nil {
		return
	}
	asText := d.AsText
	d = newDraft(o.Config, true)
	if d.AsText = asText; asText {
		d.Text = Wrap(Literal(&d.Root), 56)
	}
	s.Drafts[s.Object] = d
	s.Refresh()
}

// Close leaves the draft. One without a change is forgotten.
func (s *State) Close() {
	if d := s.Draft(); d != nil {
		d.Open = false
		if !d.Changed() {
			delete(s.Drafts, s.Object)
		}
	}
	s.Refresh()
}

// Changed reports whether the draft differs from what it began as.
func (d *Draft) Changed() bool {
	if d.changed == nil {
		differs := !same(&d.Original, &d.Root)
		d.changed = &differs
	}
	return d.Problem != "" || *d.changed
}

// Changes lists how the draft differs from what it began as.
func (d *Draft) Changes() []protocol.Difference {
	if d.changes == nil && d.Changed() {
		d.changes = Differences(&d.Original, &d.Root)
	}
	return d.changes
}

// renewed forgets what was known of Root.
func (d *Draft) renewed() { d.changed, d.changes = nil, nil }

// same reports whether two values are written alike.
func same(a, b *protocol.Node) bool {
	if container(a) != container(b) || len(a.Children) != len(b.Children) || container(a) == "" && a.Repr != b.Repr {
		return false
	}
	if shared(a, b) {
		return true
	}
	for i := range a.Children {
		if a.Children[i].Key != b.Children[i].Key || !same(&a.Children[i], &b.Children[i]) {
			return false
		}
	}
	return true
}

// shared reports whether two containers hold the very same children.
func shared(a, b *protocol.Node) bool {
	return len(a.Children) > 0 && len(a.Children) == len(b.Children) && &a.Children[0] == &b.Children[0]
}

// container returns the kind of a container, "" for a plain value. A serialized object is a dict.
func container(n *protocol.Node) string {
	switch n.Kind {
	case "dict", "object":
		return "dict"
	case "list", "tuple":
		return n.Kind
	}
	return ""
}

// at returns the node at a path of child indices and its container, nil where there is none. The empty path is the root.
func (d *Draft) at(path string) (n, parent *protocol.Node) {
	n = &d.Root
	if path == "" {
		return n, nil
	}
	for part := range strings.SplitSeq(path, ".") {
		parent, n = n, childAt(n, part)
		if n == nil {
			return nil, nil
		}
	}
	return n, parent
}

// take is at for a caller that will change the node: what is still the original's on the way is copied.
func (d *Draft) take(path string) (n, parent *protocol.Node) {
	n = &d.Root
	d.copyChildren(n)
	if path == "" {
		return n, nil
	}
	for part := range strings.SplitSeq(path, ".") {
		parent, n = n, childAt(n, part)
		if n == nil {
			return nil, nil
		}
		d.copyChildren(n)
	}
	return n, parent
}

func (d *Draft) copyChildren(n *protocol.Node) {
	if len(n.Children) == 0 || d.own[&n.Children[0]] {
		return
	}
	n.Children = append(make([]protocol.Node, 0, len(n.Children)+4), n.Children...)
	d.own[&n.Children[0]] = true
}

func childAt(n *protocol.Node, index string) *protocol.Node {
	i, err := strconv.Atoi(index)
	if err != nil || i < 0 || i >= len(n.Children) {
		return nil
	}
	return &n.Children[i]
}

// Set gives a value as it was typed: text of a text field, a literal elsewhere. The sentence says why it cannot be read.
func (d *Draft) Set(path, typed string) string {
	n, _ := d.take(path)
	if n == nil {
		return ""
	}
	if n.Kind != "str" {
		return d.SetLiteral(path, typed)
	}
	d.put(n, protocol.Node{Kind: "str", Repr: Quote(typed)})
	return ""
}

// SetLiteral gives a value that is written as a literal.
func (d *Draft) SetLiteral(path, literal string) string {
	n, _ := d.take(path)
	if n == nil {
		return ""
	}
	v, sentence := ParseValue(literal)
	if sentence != "" {
		d.Problem = sentence
		return sentence
	}
	d.put(n, v)
	return ""
}

// put replaces a value and keeps its key and what is known of it.
func (d *Draft) put(n *protocol.Node, v protocol.Node) {
	v.Key, v.Doc, v.Origin = n.Key, n.Doc, protocol.Origin{Kind: "edit"}
	*n = v
	d.touched()
}

// touched says that the draft has changed in a way that could be read.
func (d *Draft) touched() {
	d.Problem, d.Missed = "", true
	d.renewed()
	d.copyChildren(&d.Root)
	d.describe(&d.Root)
}

// describe renews the short forms of the containers on the first levels.
func (d *Draft) describe(n *protocol.Node) {
	for i := range n.Children {
		c := &n.Children[i]
		switch container(c) {
		case "dict":
			if name := child(c, "class_name"); name != nil && child(c, "config") != nil {
				c.Kind = "object"
				if c.Repr == "" {
					c.Repr = Unquote(name.Repr) + "(…)"
				}
			} else {
				c.Kind, c.Repr = "dict", count(len(c.Children), "key")
			}
		case "list", "tuple":
			c.Repr = count(len(c.Children), "item")
		}
	}
}

// Kinds are the kinds that a field can be given, with their words.
var Kinds = []struct{ Kind, Words, Start string }{
	{"str", "text", "''"}, {"int", "number", "0"}, {"bool", "bool", "False"}, {"none", "None", "None"},
	{"list", "list", "[]"}, {"tuple", "tuple", "()"}, {"dict", "dict", "{}"},
}

// SetKind turns a value into one of another kind, and keeps what it can of it.
func (d *Draft) SetKind(path, kind string) {
	n, _ := d.take(path)
	if n == nil {
		return
	}
	d.put(n, convert(n, kind))
}

func convert(n *protocol.Node, kind string) protocol.Node {
	start := ""
	for _, k := range Kinds {
		if k.Kind == kind {
			start = k.Start
		}
	}
	v, _ := ParseValue(start)
	switch {
	case kind == "str" && n.Kind != "none" && container(n) == "":
		v.Repr = Quote(n.Repr)
	case kind == "int" && n.Kind == "str":
		if number, sentence := ParseValue(Unquote(n.Repr)); sentence == "" && (number.Kind == "int" || number.Kind == "float") {
			v = number
		}
	case kind == "list" || kind == "tuple":
		if container(n) != "" && container(n) != "dict" {
			v.Children = n.Children
		} else if n.Kind != "none" && container(n) == "" {
			v.Children = []protocol.Node{{Key: "0", Kind: n.Kind, Repr: n.Repr}}
		}
		v.Repr = count(len(v.Children), "item")
	}
	return v
}

// Remove takes a value out of its container.
func (d *Draft) Remove(path string) {
	n, parent := d.take(path)
	if n == nil || parent == nil {
		return
	}
	i, _ := strconv.Atoi(path[strings.LastIndexByte(path, '.')+1:])
	parent.Children = append(parent.Children[:i:i], parent.Children[i+1:]...)
	renumber(parent)
	d.touched()
}

func renumber(n *protocol.Node) {
	if k := container(n); k == "list" || k == "tuple" {
		for i := range n.Children {
			n.Children[i].Key = strconv.Itoa(i)
		}
	}
}

// Target chooses the container that Add adds to: that of a path, or the container at it.
func (d *Draft) Target(path string) {
	n, _ := d.at(path)
	if n != nil && container(n) == "" {
		path = path[:max(strings.LastIndexByte(path, '.'), 0)]
		n, _ = d.at(path)
	}
	if n != nil {
		d.target = path
	}
}

// Add adds a value at the end of the target. The path is that of the new value; the sentence says why it was not added.
func (d *Draft) Add(key, typed string) (path, sentence string) {
	n, _ := d.take(d.target)
	if n == nil {
		d.target = ""
		n, _ = d.take("")
	}
	if strings.TrimSpace(typed) == "" {
		typed = "None"
	}
	v, sentence := ParseValue(typed)
	if sentence != "" {
		return "", sentence
	}
	v.Key, v.Origin = key, protocol.Origin{Kind: "edit"}
	if container(n) == "dict" {
		if key == "" {
			return "", "Give the key a name."
		}
		if child(n, key) != nil {
			return "", "There is a key `" + key + "` already."
		}
	}
	n.Children = append(n.Children, v)
	renumber(n)
	d.touched()
	return join(d.target, len(n.Children)-1), ""
}

// SetText takes the draft as text.
func (d *Draft) SetText(text string) { d.SetTextAt(text, nil) }

// SetTextAt is SetText at a pace.
func (d *Draft) SetTextAt(text string, pace *Pace) {
	d.Text, d.Missed = text, true
	n, sentence := ParseAt(text, pace)
	if sentence == "" && n.Kind != "dict" && n.Kind != "object" {
		sentence = "A configuration is a dict: `{'name': …}`."
	}
	d.Problem = sentence
	if sentence == "" {
		adopt(&n, &d.Root)
		d.Root = n
		d.renewed()
	}
}

// adopt lets the values of a newly read configuration keep what was known of those that they replace.
func adopt(n, old *protocol.Node) {
	for i := range n.Children {
		c := &n.Children[i]
		was := lookup(old, c.Key, i)
		if was == nil {
			c.Origin.Kind = "edit"
			continue
		}
		c.Doc = was.Doc
		if same(c, was) {
			c.Origin, c.Default, c.Repr, c.Kind = was.Origin, was.Default, was.Repr, was.Kind
		} else {
			c.Origin.Kind = "edit"
		}
		adopt(c, was)
	}
}

// lookup returns the child under a key. It looks at the expected place first.
func lookup(n *protocol.Node, key string, i int) *protocol.Node {
	if i < len(n.Children) && n.Children[i].Key == key {
		return &n.Children[i]
	}
	return child(n, key)
}

// Config returns the draft as the text that is sent to be recreated.
func (d *Draft) Config() string { return d.ConfigAt(nil) }

// ConfigAt is Config at a pace.
func (d *Draft) ConfigAt(pace *Pace) string {
	if d.AsText {
		return d.Text
	}
	return LiteralAt(&d.Root, pace)
}

// Unwritable returns the dotted path of a value that has no literal, so that a draft with it cannot be sent; "" without one.
func (d *Draft) Unwritable() string { return strings.TrimPrefix(unwritable(&d.Root), ".") }

func unwritable(n *protocol.Node) string {
	if n.Kind == "other" {
		return "." + n.Key
	}
	for i := range n.Children {
		if at := unwritable(&n.Children[i]); at != "" {
			if n.Key != "" {
				return "." + n.Key + at
			}
			return at
		}
	}
	return ""
}

// original returns what the draft began with at a row, or nil for a new key.
func (s *State) original(d *Draft, row int) *protocol.Node {
	if row < 0 {
		return &d.Original
	}
	r := &s.rows[row]
	parent := s.original(d, r.Parent)
	if parent == nil {
		return nil
	}
	return lookup(parent, r.Node.Key, r.Index)
}
