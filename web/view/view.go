// Package view turns what the engine says into what a person reads: one function per pane, from a State to escaped HTML.
//
// It touches no browser, so that the same code paints the page while it is alive and writes the first paint into the
// static page when the site is built.
package view

import (
	"strconv"
	"strings"

	"layerglass/core/protocol"
)

// State is what the panes show: the last result and what the person chose to see of it.
type State struct {
	// Text is the program that Result belongs to.
	Text   string
	Result *protocol.Result
	// Shown is the result that Configuration and Recreated show. It is older than Result when the program fails before it
	// has any object to show; then Stale is set.
	Shown *protocol.Result
	Stale bool
	// Object is the name of the chosen object; Form is the chosen form of its configuration.
	Object string
	Form   Form
	// Folds remembers which containers were opened (true) or folded (false) by hand, by their path of keys.
	Folds map[string]bool
	// Key is the chosen key as a path of child indices ("3.0"), or ""; Pointed is the one under the pointer.
	Key, Pointed string
	// Against is the object that Recreated compares the chosen one with, "" for what came back of it.
	Against string
	// Query is what the tree is searched for.
	Query string
	// First is the first row that is written of a long tree.
	First int
	// Drafts are the configurations being edited, by the object's name.
	Drafts map[string]*Draft
	// Embedded leaves out what only the whole page can do: searching, copying, editing and comparing.
	Embedded bool
	// Classes describes the classes of Keras whose objects are being edited, by name; Offers are the values that forms offer.
	Classes map[string]*protocol.Entry
	Offers  []protocol.Choices

	// Coverage is what is known of the arguments of the program's own classes.
	Coverage Coverage
	// Picture is the graph of a model, nil until one was asked for.
	Picture *Picture
	// Codes are the programs that make objects, by the objects of Shown: what the engine has told so far.
	Codes map[*protocol.Object]*protocol.Code

	panels map[string]Markup // what the engine has drawn, by the panel's name and the object's

	rows  []Row
	found int
	last  int // the row that RowAt found last
}

// NewState returns a state in which nothing has run.
func NewState() State {
	return State{Form: Tree, Folds: map[string]bool{}, Drafts: map[string]*Draft{}, Classes: map[string]*protocol.Entry{}, Codes: map[*protocol.Object]*protocol.Code{},
		panels: map[string]Markup{}}
}

// Form is one of the forms in which a configuration is shown.
type Form string

// The forms of a configuration.
const (
	Tree   Form = "tree"
	Python Form = "python"
	JSON   Form = "json"
	Object Form = "object"
	// Code is the Python that makes the object.
	Code Form = "code"
)

// Adopt takes in a new result. A failing program that lost the chosen object leaves the last good panes standing, marked as
// older than the code.
func (s *State) Adopt(text string, result *protocol.Result) {
	s.Text, s.Result = text, result
	s.Refresh()
	if result.Exception != nil && s.Shown != nil && find(s.Shown, s.Object) != nil && find(result, s.Object) == nil {
		s.Stale = true
		return
	}
	s.Shown, s.Stale = result, false
	clear(s.Codes)
	if find(result, s.Object) == nil {
		s.Object, s.Key = "", ""
		if len(result.Objects) > 0 {
			s.Object = result.Objects[0].Name
		}
	}
	if s.NodeAt(s.Key) == nil {
		s.Key = ""
	}
	for name, d := range s.Drafts {
		switch o := find(result, name); {
		case o == nil || o.Config == nil:
		case same(&d.Original, o.Config):
			d.Missed = true // from_config may have changed
		case d.Changed():
			d.Original, d.Missed = *o.Config, true
			d.renewed()
		default:
			s.Drafts[name] = newDraft(o.Config, d.Open)
		}
	}
}

// Chosen returns the object whose configuration is shown, or nil.
func (s *State) Chosen() *protocol.Object {
	if s.Shown == nil {
		return nil
	}
	return find(s.Shown, s.Object)
}

func find(r *protocol.Result, name string) *protocol.Object {
	for i := range r.Objects {
		if r.Objects[i].Name == name {
			return &r.Objects[i]
		}
	}
	return nil
}

// NodeAt returns the configuration node at a path of child indices, or nil. The empty path names no node.
func (s *State) NodeAt(path string) *protocol.Node {
	n := s.root()
	if path == "" {
		return nil
	}
	for part := range strings.SplitSeq(path, ".") {
		if n == nil {
			return nil
		}
		n = childAt(n, part)
	}
	return n
}

// KeyAt returns the path of the key that the code at byte offset pos set, or "". Of nested origins the narrowest wins.
func (s *State) KeyAt(pos int) string {
	root := s.root()
	if root == nil || s.Stale {
		return ""
	}
	best, width := "", int(^uint(0)>>1)
	var walk func(n *protocol.Node, path string)
	walk = func(n *protocol.Node, path string) {
		if sp := n.Origin.Span; path != "" && sp.Start < sp.End && sp.Start <= pos && pos <= sp.End && sp.End-sp.Start < width {
			best, width = path, sp.End-sp.Start
		}
		for i := range n.Children {
			walk(&n.Children[i], join(path, i))
		}
	}
	walk(root, "")
	return best
}

func join(path string, i int) string {
	if path == "" {
		return strconv.Itoa(i)
	}
	return path + "." + strconv.Itoa(i)
}

// Summary says in two or three words each what the panes hold: for the tabs of a narrow page.
type Summary struct{ Define, Configuration, Recreated string }

// Summarize returns the state's Summary.
func (s *State) Summarize() Summary {
	sum := Summary{Define: "no problems", Configuration: "no object", Recreated: verdict(nil).Words}
	if n := len(s.Problems()); n > 0 {
		sum.Define = count(n, "problem")
	}
	if o := s.Chosen(); o != nil {
		sum.Configuration = "failed"
		if o.Config != nil {
			sum.Configuration = count(len(o.Config.Children), "key")
		}
		if v := verdict(o.Recreated); v.Class != "failed" {
			sum.Recreated = v.Words
		} else {
			sum.Recreated = "Fails"
		}
	}
	return sum
}

func count(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return group(int64(n)) + " " + what
}

// group writes n with a comma between groups of three digits.
func group(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Grouped writes a count with a comma between groups of three digits.
func Grouped(n int) string { return group(int64(n)) }

// choices returns the literals that an argument of the chosen object's class takes, and whether it takes no others.
func (s *State) choices(key string) (values []string, closed bool) {
	o := s.Chosen()
	if o == nil || s.Classes[o.Class] == nil {
		return nil, false
	}
	for i := range s.Classes[o.Class].Arguments {
		a := &s.Classes[o.Class].Arguments[i]
		switch {
		case a.Name != key:
		case a.Form == "choice":
			return a.Allowed, true
		default:
			for _, c := range s.Offers {
				if c.Form == a.Form {
					return c.Values, false
				}
			}
		}
	}
	return nil, false
}
