package inspect

import (
	"strings"

	"layerglass/core/python/object"
)

// Text writes a parameter list as it would stand in a definition, with its annotations and defaults.
func Text(t *object.Thread, s *object.Signature) (string, error) {
	var parts []string
	positionalOnly, star := false, false
	for i := range s.Params {
		p := &s.Params[i]
		if positionalOnly && p.Kind != object.PositionalOnly {
			parts = append(parts, "/")
			positionalOnly = false
		}
		switch p.Kind {
		case object.PositionalOnly:
			positionalOnly = true
		case object.VarPositional:
			star = true
		case object.KeywordOnly:
			if !star {
				parts = append(parts, "*")
				star = true
			}
		}
		text, err := paramText(t, p)
		if err != nil {
			return "", err
		}
		parts = append(parts, text)
	}
	if positionalOnly {
		parts = append(parts, "/")
	}
	text := "(" + strings.Join(parts, ", ") + ")"
	if s.Return != nil {
		r, err := annotationText(t, s.Return, "")
		if err != nil {
			return "", err
		}
		text += " -> " + r
	}
	return text, nil
}

func paramText(t *object.Thread, p *object.Param) (string, error) {
	text := p.Name.String()
	switch p.Kind {
	case object.VarPositional:
		text = "*" + text
	case object.VarKeyword:
		text = "**" + text
	}
	equals := "="
	if p.Annotation != nil {
		a, err := annotationText(t, p.Annotation, "")
		if err != nil {
			return "", err
		}
		text += ": " + a
		equals = " = "
	}
	if p.Default == nil {
		if p.Hidden {
			text += equals + "<unrepresentable>"
		}
		return text, nil
	}
	d, err := object.Repr(t, p.Default)
	return text + equals + d, err
}

// annotationText writes an annotation: classes by their name, with the module unless it is base or builtins.
func annotationText(t *object.Thread, o object.Object, base string) (string, error) {
	if moduleOf(t, o) == "typing" {
		s, err := object.Repr(t, o)
		return strings.ReplaceAll(s, "typing.", ""), err
	}
	c, ok := o.(*object.Class)
	if !ok {
		return object.Repr(t, o)
	}
	if m := c.Module(); m == "builtins" || m == base {
		return c.QualifiedName(), nil
	}
	return c.Module() + "." + c.QualifiedName(), nil
}

// moduleOf returns the __module__ of an object, "" when it has none.
func moduleOf(t *object.Thread, o object.Object) string {
	v, err := object.LookupAttr(t, o, object.Intern("__module__"))
	if err != nil || v == nil {
		return ""
	}
	s, _ := object.AsString(v)
	return s
}
