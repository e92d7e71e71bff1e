package view

import (
	"strconv"

	"layerglass/core/protocol"
)

// maxDifferences bounds how many differences are listed.
const maxDifferences = 1000

// Differences lists, key by key, where two configurations differ.
func Differences(want, got *protocol.Node) []protocol.Difference {
	var out []protocol.Difference
	differences(&out, "", want, got)
	return out
}

func differences(out *[]protocol.Difference, path string, want, got *protocol.Node) {
	a, b := container(want), container(got)
	switch {
	case len(*out) >= maxDifferences:
	case a == "dict" && b == "dict":
		dictDifferences(out, path, want, got)
	case a != "" && a == b && len(want.Children) == len(got.Children):
		for i := range want.Children {
			differences(out, dot(path, strconv.Itoa(i)), &want.Children[i], &got.Children[i])
		}
	case a == "" && b == "" && (want.Repr == got.Repr || equalNumbers(want, got)):
	default:
		d := protocol.Difference{Path: path, Want: Literal(want), Got: Literal(got)}
		if a != b && a != "" && b != "" {
			d.Why = "A " + a + " came back as a " + b + "."
		}
		*out = append(*out, d)
	}
}

func dictDifferences(out *[]protocol.Difference, path string, want, got *protocol.Node) {
	for i := range want.Children {
		c := &want.Children[i]
		if other := lookup(got, c.Key, i); other != nil {
			differences(out, dot(path, c.Key), c, other)
		} else if len(*out) < maxDifferences {
			*out = append(*out, protocol.Difference{Path: dot(path, c.Key), Want: Literal(c)})
		}
	}
	for i := range got.Children {
		c := &got.Children[i]
		if lookup(want, c.Key, i) == nil && len(*out) < maxDifferences {
			*out = append(*out, protocol.Difference{Path: dot(path, c.Key), Got: Literal(c)})
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

func dot(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}
