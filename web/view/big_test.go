package view

import (
	"strconv"
	"testing"

	"layerglass/core/protocol"
)

// big is a state whose object has n values in one dict.
func big(n int) *State {
	r := run(false, "a")
	table := protocol.Node{Key: "table", Kind: "dict", Repr: "many"}
	for i := range n {
		table.Children = append(table.Children, protocol.Node{Key: "key_" + strconv.Itoa(i), Kind: "int", Repr: strconv.Itoa(i)})
	}
	r.Objects[0].Config.Children = append(r.Objects[0].Config.Children, table)
	back := *deep(r.Objects[0].Config)
	r.Objects[0].Recreated = &protocol.Recreated{Verdict: "equal", Config: &back}
	s := fresh()
	s.Folds["\x1ftable"] = true
	s.Adopt("", r)
	return s
}

// deep returns a deep copy.
func deep(n *protocol.Node) *protocol.Node {
	c := *n
	c.Children = nil
	for i := range n.Children {
		c.Children = append(c.Children, *deep(&n.Children[i]))
	}
	return &c
}

func BenchmarkLongTree(b *testing.B) {
	s := big(100_000)
	s.Key = "1.500"
	b.Run("rows", func(b *testing.B) {
		for b.Loop() {
			s.Refresh()
			s.Rows()
		}
	})
	b.Run("search", func(b *testing.B) {
		for b.Loop() {
			s.Query = "9999"
			s.Refresh()
			s.Rows()
		}
		s.Query = ""
		s.Refresh()
	})
	b.Run("configuration", func(b *testing.B) {
		for b.Loop() {
			Configuration(s)
		}
	})
	b.Run("recreated", func(b *testing.B) {
		for b.Loop() {
			Recreated(s)
		}
	})
	s.Edit()
	d := s.Draft()
	d.Set("1.7", "5")
	d.Result = s.Chosen().Recreated
	b.Run("fields", func(b *testing.B) {
		for b.Loop() {
			Configuration(s)
		}
	})
	b.Run("recreated draft", func(b *testing.B) {
		for b.Loop() {
			Recreated(s)
		}
	})
	text := Literal(&d.Root)
	b.Run("literal", func(b *testing.B) {
		for b.Loop() {
			Literal(&d.Root)
		}
	})
	b.Run("wrap", func(b *testing.B) {
		for b.Loop() {
			Wrap(text, 56)
		}
	})
	b.Run("parse", func(b *testing.B) {
		for b.Loop() {
			d.SetText(text)
		}
	})
}
