package inspect

import (
	"strings"

	"layerglass/core/python/object"
)

// CleanDoc removes the indentation that a docstring's lines have in common, and empty lines at both ends.
func CleanDoc(doc string) string {
	lines := strings.Split(expandTabs(doc), "\n")
	margin := -1
	for _, line := range lines[1:] {
		if content := len(strings.TrimLeft(line, whitespace)); content > 0 {
			if indent := len(line) - content; margin < 0 || indent < margin {
				margin = indent
			}
		}
	}
	lines[0] = strings.TrimLeft(lines[0], whitespace)
	for i := 1; margin > 0 && i < len(lines); i++ {
		lines[i] = lines[i][min(margin, len(lines[i])):]
	}
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	for len(lines) > 0 && lines[0] == "" {
		lines = lines[1:]
	}
	return strings.Join(lines, "\n")
}

const whitespace = " \t\n\r\v\f"

func expandTabs(s string) string {
	if !strings.Contains(s, "\t") {
		return s
	}
	var b strings.Builder
	column := 0
	for _, r := range s {
		switch r {
		case '\t':
			n := 8 - column%8
			b.WriteString(strings.Repeat(" ", n))
			column += n
			continue
		case '\n', '\r':
			column = -1
		}
		b.WriteRune(r)
		column++
	}
	return b.String()
}

func getDoc(t *object.Thread, a []object.Object) (object.Object, error) {
	doc, err := attribute(t, a[0], "__doc__")
	if err != nil {
		return nil, err
	}
	if doc == nil || doc == object.None {
		if doc, err = inheritedDoc(t, a[0]); err != nil {
			return nil, err
		}
	}
	if s, ok := object.AsString(doc); ok {
		return object.NewStr(CleanDoc(s)), nil
	}
	return object.None, nil
}

// inheritedDoc finds the docstring of a base class, or of the method that this one overrides.
func inheritedDoc(t *object.Thread, o object.Object) (object.Object, error) {
	if c, ok := o.(*object.Class); ok {
		for _, k := range c.MRO {
			if d := k.Dict().GetName("__doc__"); k != object.ObjectClass && d != nil && d != object.None {
				return d, nil
			}
		}
		return object.None, nil
	}
	c := ownerOf(t, o)
	name, err := attribute(t, o, "__name__")
	s, ok := object.AsString(name)
	if p, isProperty := o.(*object.Property); isProperty && p.Get != nil {
		c = ownerOf(t, p.Get)
		name, err = attribute(t, p.Get, "__name__")
		s, ok = object.AsString(name)
	}
	if c == nil || err != nil || !ok {
		return object.None, err
	}
	for _, k := range c.MRO {
		v := k.Dict().GetName(s)
		if v == nil {
			continue
		}
		d, err := attribute(t, v, "__doc__")
		if err != nil {
			return nil, err
		}
		if d != nil && d != object.None {
			return d, nil
		}
	}
	return object.None, nil
}

// ownerOf finds the class in whose body a function stands, by its qualified name.
func ownerOf(t *object.Thread, o object.Object) *object.Class {
	if m, ok := o.(*object.Method); ok {
		if c, ok := m.Self.(*object.Class); ok {
			return c
		}
		return m.Self.Class()
	}
	v, err := attribute(t, o, "__qualname__")
	qualname, ok := object.AsString(v)
	if err != nil || !ok {
		return nil
	}
	parts := strings.Split(qualname, ".")
	var found object.Object
	m, ok := t.Modules.GetName(moduleOf(t, o)).(*object.Module)
	if !ok {
		return nil
	}
	found = m
	for _, part := range parts[:len(parts)-1] {
		if found, err = attribute(t, found, part); found == nil || err != nil {
			return nil
		}
	}
	c, _ := found.(*object.Class)
	return c
}
