package ops

import (
	"strings"

	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// einopsOps is keras.ops.rearrange.
var einopsOps = []*Op{
	{Name: "rearrange", Class: "Rearrange", Sig: "tensor, pattern, **axes_lengths", Infer: rearrange, Kernel: rearrangeKernel},
}

// rearrange reads a pattern such as 'b (h p) c -> b h (p c)'.
func rearrange(c *Call) object.Object {
	from, to, ok := strings.Cut(c.Text("pattern"), "->")
	if !ok || strings.Contains(to, "->") {
		c.value("pattern must hold one '->', got '%s'.", c.Text("pattern"))
	}
	lengths := c.axisLengths()
	s := c.Shape("tensor")
	sizes := map[string]int{}
	for i, group := range axisGroups(from) {
		if i >= len(s) {
			break
		}
		c.place(group, s[i], lengths, sizes)
	}
	out := tensor.Shape{}
	for _, group := range axisGroups(to) {
		n := 1
		for _, axis := range group.axes {
			d, known := sizes[axis]
			if !known {
				if c.eager {
					c.value("'%s' stands on the right side of the pattern only.", axis)
				}
				fail(object.KeyError(object.NewStr(axis)))
			}
			if d == unknown && !c.traced {
				c.typeError("the size of '%s' must be known, got shape %s.", axis, s)
			}
			n = tensor.MulDims(n, d)
		}
		out = append(out, n)
	}
	return c.New(out, c.Dtype("tensor"))
}

// axisGroup is one dimension of a pattern: a name, or several in brackets.
type axisGroup struct {
	axes    []string
	grouped bool
}

func axisGroups(pattern string) []axisGroup {
	var out []axisGroup
	for i := 0; i < len(pattern); {
		switch ch := pattern[i]; {
		case ch == '(':
			end := strings.IndexByte(pattern[i:], ')')
			if end < 0 {
				return out
			}
			out = append(out, axisGroup{strings.Fields(pattern[i+1 : i+end]), true})
			i += end + 1
		case isWord(ch):
			start := i
			for i < len(pattern) && isWord(pattern[i]) {
				i++
			}
			out = append(out, axisGroup{[]string{pattern[start:i]}, false})
		default:
			i++
		}
	}
	return out
}

func isWord(ch byte) bool {
	return ch == '_' || '0' <= ch && ch <= '9' || isLetter(rune(ch)) || ch >= 0x80
}

// place gives the names of one dimension their sizes; in a group one size may follow from the others.
func (c *Call) place(g axisGroup, d int, lengths, sizes map[string]int) {
	if !g.grouped {
		sizes[g.axes[0]] = d
		return
	}
	known, missing := 1, ""
	for _, a := range g.axes {
		if n, ok := lengths[a]; ok {
			known = tensor.MulDims(known, n)
		} else if missing == "" {
			missing = a
		}
	}
	if missing != "" {
		if d == unknown && !c.traced {
			c.typeError("the size of the group (%s) must be known.", strings.Join(g.axes, " "))
		}
		if known == 0 {
			fail(object.NewError(object.ZeroDivisionErrorClass, "integer division or modulo by zero"))
		}
		lengths[missing] = tensor.DivDims(d, known)
	}
	for _, a := range g.axes {
		n, ok := lengths[a]
		if !ok {
			fail(object.KeyError(object.NewStr(a)))
		}
		sizes[a] = n
	}
}
