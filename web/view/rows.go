package view

import (
	"slices"
	"strings"

	"layerglass/core/protocol"
)

const (
	// unfolded is how many rows a tree may have before its containers start folded.
	unfolded = 24
	// inlineWidth is how long a list of plain values may be to stand in one row.
	inlineWidth = 60
	// short is how many rows are written as they are; of a longer tree only those around the visible part are.
	short = 150
	// Window is how many rows of a long tree are written at once.
	Window = 120
	// fieldWindow is the same for a draft, whose rows are fields and cost more.
	fieldWindow = 60
)

// Row is one line of a configuration tree that is not hidden in a folded container.
type Row struct {
	Node *protocol.Node
	// Parent is the index of the container's row, -1 at the top.
	Parent int
	// Index is the place among the container's Size children; Level counts from 1.
	Index, Size, Level int
	// Folding says that the row can be opened; Open that it is.
	Folding, Open bool
}

// Rows returns the visible rows of the chosen configuration, or of the part that a search finds. They are worked out once
// and kept until Refresh.
func (s *State) Rows() []Row {
	if s.rows != nil {
		return s.rows
	}
	root := s.root()
	if root == nil {
		return nil
	}
	l := lister{state: s, left: unfolded - len(root.Children), query: strings.ToLower(strings.TrimSpace(s.Query))}
	if l.query != "" {
		l.search(root, -1, 1)
	} else {
		l.children(root, -1, "", 1)
	}
	if l.rows == nil {
		l.rows = []Row{}
	}
	s.rows, s.found = l.rows, l.found
	return s.rows
}

// Found returns how many rows the search itself found; the others only lead to them.
func (s *State) Found() int {
	s.Rows()
	return s.found
}

// Refresh lets Rows be worked out anew.
func (s *State) Refresh() { s.rows = nil }

// root returns the tree that is shown: the edited configuration, or the object's own.
func (s *State) root() *protocol.Node {
	if d := s.Draft(); d != nil {
		return &d.Root
	}
	if o := s.Chosen(); o != nil {
		return o.Config
	}
	return nil
}

type lister struct {
	state *State
	rows  []Row
	left  int // rows that may still be unfolded on their own
	query string
	found int
}

func (l *lister) children(n *protocol.Node, parent int, keys string, level int) {
	l.rows = slices.Grow(l.rows, len(n.Children))
	for i := range n.Children {
		c := &n.Children[i]
		row := Row{Node: c, Parent: parent, Index: i, Size: len(n.Children), Level: level}
		if !l.folds(c) {
			l.rows = append(l.rows, row)
			continue
		}
		path := keys + "\x1f" + c.Key
		row.Folding, row.Open = true, l.open(c, path)
		l.rows = append(l.rows, row)
		if row.Open {
			l.children(c, len(l.rows)-1, path, level+1)
		}
	}
}

// folds reports whether a node has rows of its own. In a draft an empty container does not fold, but a short list does: each
// of its items is a field.
func (l *lister) folds(n *protocol.Node) bool {
	if len(n.Children) == 0 {
		return false
	}
	if l.state.Draft() != nil {
		return true
	}
	_, inline := inlineList(n)
	return !inline
}

// open says whether a container is unfolded: by hand, else while there is room. Serialized objects start folded.
func (l *lister) open(n *protocol.Node, keys string) bool {
	if open, ok := l.state.Folds[keys]; ok {
		return open
	}
	if n.Kind == "object" || len(n.Children) > l.left {
		return false
	}
	l.left -= len(n.Children)
	return true
}

// search lists the rows that match and the containers that lead to them. It reports whether there were any.
func (l *lister) search(n *protocol.Node, parent int, level int) bool {
	any := false
	for i := range n.Children {
		c := &n.Children[i]
		at := len(l.rows)
		l.rows = append(l.rows, Row{Node: c, Parent: parent, Index: i, Size: len(n.Children), Level: level})
		hit := contains(c.Key, l.query) || len(c.Children) == 0 && contains(c.Repr, l.query)
		if hit {
			l.found++
		}
		inside := len(c.Children) > 0 && l.search(c, at, level+1)
		if !hit && !inside {
			l.rows = l.rows[:at]
			continue
		}
		if l.folds(c) {
			l.rows[at].Folding, l.rows[at].Open = true, inside
		} else {
			l.rows = l.rows[:at+1]
		}
		any = true
	}
	return any
}

// contains reports whether s holds the lower-case query, letters of both cases being the same. It makes no garbage: a search
// goes through everything at each keystroke.
func contains(s, query string) bool {
	for i := 0; i+len(query) <= len(s); i++ {
		j := 0
		for j < len(query) {
			c := s[i+j]
			if c >= 'A' && c <= 'Z' {
				c |= 0x20
			}
			if c != query[j] {
				break
			}
			j++
		}
		if j == len(query) {
			return true
		}
	}
	return false
}

// PathOf returns the path of child indices of a row, as State.Key has it.
func (s *State) PathOf(row int) string {
	r := &s.Rows()[row]
	if r.Parent < 0 {
		return join("", r.Index)
	}
	return join(s.PathOf(r.Parent), r.Index)
}

// keysOf returns the path of keys of a row, as State.Folds has it.
func (s *State) keysOf(row int) string {
	if row < 0 {
		return ""
	}
	r := &s.rows[row]
	return s.keysOf(r.Parent) + "\x1f" + r.Node.Key
}

// RowAt returns the index of the row with a path, or -1 when it is folded away or not there.
func (s *State) RowAt(path string) int {
	n, rows := s.NodeAt(path), s.Rows()
	switch {
	case n == nil:
		return -1
	case s.last < len(rows) && rows[s.last].Node == n:
		return s.last
	}
	for i := range rows {
		if rows[i].Node == n {
			s.last = i
			return i
		}
	}
	return -1
}

// Fold opens or closes a row's container.
func (s *State) Fold(row int, open bool) {
	s.Folds[s.keysOf(row)] = open
	s.Refresh()
}

// Unfold opens the containers around a path, so that it has a row.
func (s *State) Unfold(path string) {
	root, keys := s.root(), ""
	for part := range strings.SplitSeq(path, ".") {
		if root == nil {
			return
		}
		if root != s.root() && !s.Folds[keys] {
			s.Folds[keys] = true
			s.Refresh()
		}
		root = childAt(root, part)
		if root != nil {
			keys += "\x1f" + root.Key
		}
	}
}

// Long says whether the tree has too many rows to be written as a whole.
func (s *State) Long() bool { return len(s.Rows()) > short }

// Span returns the range of rows that is written.
func (s *State) Span() (from, to int) {
	n := len(s.Rows())
	if n <= short {
		return 0, n
	}
	window := s.Window()
	from = min(max(s.First, 0), max(n-window, 0))
	return from, min(from+window, n)
}

// Window returns how many rows of a long tree are written at once.
func (s *State) Window() int {
	if s.Draft() != nil {
		return fieldWindow
	}
	return Window
}

// inlineList returns a short list or tuple of plain values as one literal.
func inlineList(n *protocol.Node) (string, bool) {
	if n.Kind != "list" && n.Kind != "tuple" || len(n.Children) == 0 || len(n.Children) > inlineWidth {
		return "", false
	}
	size := 2
	for i := range n.Children {
		c := &n.Children[i]
		size += len(c.Repr) + 2
		if len(c.Children) > 0 || size > inlineWidth+4 {
			return "", false
		}
	}
	return Literal(n), true
}
