package view

import (
	"strconv"
	"strings"

	"layerglass/core/protocol"
)

// maxDifferences bounds how many differences are listed.
const maxDifferences = 1000

// Differences lists, key by key, where two configurations differ.
func Differences(want, got *protocol.Node) []protocol.Difference {
	var c comparer
	c.compare(want, got)
	return c.out
}

// comparer keeps the keys on the way to where it is. They become text only where something differs.
type comparer struct {
	keys []string
	out  []protocol.Difference
}

func (c *comparer) add(want, got *protocol.Node, why string) {
	if len(c.out) >= maxDifferences {
		return
	}
	d := protocol.Difference{Path: strings.Join(c.keys, "."), Why: why}
	if want != nil {
		d.Want = Literal(want)
	}
	if got != nil {
		d.Got = Literal(got)
	}
	c.out = append(c.out, d)
}

func (c *comparer) compare(want, got *protocol.Node) {
	a, b := container(want), container(got)
	switch {
	case shared(want, got) && a == b:
	case a == "dict" && b == "dict":
		c.dicts(want, got)
	case a != "" && a == b && len(want.Children) == len(got.Children):
		for i := range want.Children {
			c.under(&want.Children[i], &got.Children[i])
		}
	case a == "" && b == "" && (want.Repr == got.Repr || equalNumbers(want, got)):
	case a != b && a != "" && b != "":
		c.add(want, got, "A "+a+" came back as a "+b+".")
	default:
		c.add(want, got, "")
	}
}

// under compares two values under the key of the first.
func (c *comparer) under(want, got *protocol.Node) {
	c.keys = append(c.keys, want.Key)
	c.compare(want, got)
	c.keys = c.keys[:len(c.keys)-1]
}

func (c *comparer) dicts(want, got *protocol.Node) {
	alone := func(n, want, got *protocol.Node) {
		c.keys = append(c.keys, n.Key)
		c.add(want, got, "")
		c.keys = c.keys[:len(c.keys)-1]
	}
	for i := range want.Children {
		n := &want.Children[i]
		if other := lookup(got, n.Key, i); other != nil {
			c.under(n, other)
		} else {
			alone(n, n, nil)
		}
	}
	for i := range got.Children {
		if n := &got.Children[i]; lookup(want, n.Key, i) == nil {
			alone(n, nil, n)
		}
	}
}

// equalNumbers reports whether two numbers are equal though written differently: 1 and 1.0, 1e-3 and 0.001.
func equalNumbers(a, b *protocol.Node) bool {
	for _, n := range []*protocol.Node{a, b} {
		if n.Kind != "int" && n.Kind != "float" {
			return false
		}
	}
	x, err := strconv.ParseFloat(a.Repr, 64)
	y, err2 := strconv.ParseFloat(b.Repr, 64)
	return err == nil && err2 == nil && x == y
}
