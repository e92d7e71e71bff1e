package warnings

import (
	"strings"

	"layerglass/core/python/object"
)

func filter(action string, message object.Object, category *object.Class, module object.Object, line int) *object.Tuple {
	return object.NewTuple(object.Intern(action), message, category, module, object.Int(line))
}

func (s *state) filters() object.Object {
	if f := s.module.Dict.GetName("filters"); f != nil {
		return f
	}
	return object.NewList()
}

// checkAction refuses a word that no filter knows.
func checkAction(t *object.Thread, o object.Object) (string, error) {
	action, _ := object.AsString(o)
	switch action {
	case "error", "ignore", "always", "default", "module", "once":
		return action, nil
	}
	shown, err := object.Repr(t, o)
	if err != nil {
		return "", err
	}
	return "", object.NewError(object.AssertionErrorClass, "invalid action: %s", shown)
}

// checkLine reads a lineno argument: an int from 0.
func checkLine(t *object.Thread, o object.Object) (int, error) {
	line, ok := object.AsInt64(o)
	if !ok {
		return 0, object.NewError(object.AssertionErrorClass, "lineno must be an int >= 0")
	}
	if line < 0 {
		return 0, object.NewError(object.AssertionErrorClass, "lineno must be an int >= 0")
	}
	return int(line), nil
}

func checkCategory(o object.Object) (*object.Class, error) {
	if o == nil {
		return object.WarningClass, nil
	}
	c, ok := o.(*object.Class)
	if !ok || !c.IsSubclass(object.WarningClass) {
		return nil, object.NewError(object.AssertionErrorClass, "category must be a Warning subclass")
	}
	return c, nil
}

func filterWarnings(t *object.Thread, a []object.Object) (object.Object, error) {
	action, err := checkAction(t, a[0])
	if err != nil {
		return nil, err
	}
	message, ok := object.AsString(a[1])
	if !ok {
		return nil, object.NewError(object.AssertionErrorClass, "message must be a string")
	}
	c, ok := a[2].(*object.Class)
	if a[2] != nil && !ok {
		return nil, object.NewError(object.AssertionErrorClass, "category must be a class")
	}
	if c, err = checkCategory(a[2]); err != nil {
		return nil, err
	}
	module, ok := object.AsString(a[3])
	if !ok {
		return nil, object.NewError(object.AssertionErrorClass, "module must be a string")
	}
	line, err := checkLine(t, a[4])
	if err != nil {
		return nil, err
	}
	var texts, modules object.Object = object.None, object.None
	if message != "" {
		if texts, err = compile(t, message, true); err != nil {
			return nil, err
		}
	}
	if module != "" {
		if modules, err = compile(t, module, false); err != nil {
			return nil, err
		}
	}
	return object.None, addFilter(t, filter(action, texts, c, modules, line), a[5])
}

// compile makes the regular expression that a filter matches with.
func compile(t *object.Thread, pattern string, anyCase bool) (object.Object, error) {
	re, err := t.Import(t, "re")
	if err != nil {
		return nil, err
	}
	flags := object.Object(object.Int(0))
	if anyCase {
		if flags, err = object.GetAttr(t, re, object.Intern("I")); err != nil {
			return nil, err
		}
	}
	return object.CallMethod(t, re, "compile", object.NewStr(pattern), flags)
}

func simpleFilter(t *object.Thread, a []object.Object) (object.Object, error) {
	action, err := checkAction(t, a[0])
	if err != nil {
		return nil, err
	}
	line, err := checkLine(t, a[2])
	if err != nil {
		return nil, err
	}
	c, ok := a[1].(*object.Class)
	if a[1] == nil {
		c = object.WarningClass
	} else if !ok {
		return nil, object.TypeError("category must be a class, not %s", a[1].Class().Name)
	}
	return object.None, addFilter(t, filter(action, object.None, c, object.None, line), a[3])
}

// addFilter puts a filter in front, or behind all others unless it is there already.
func addFilter(t *object.Thread, f *object.Tuple, behind object.Object) error {
	s, err := stateOf(t)
	if err != nil {
		return err
	}
	last, err := object.Truth(t, behind)
	if err != nil {
		return err
	}
	filters := s.filters()
	there, err := object.Contains(t, filters, f)
	if err != nil {
		return err
	}
	if last {
		if !there {
			_, err = object.CallMethod(t, filters, "append", f)
		}
	} else {
		if there {
			if _, err := object.CallMethod(t, filters, "remove", f); err != nil {
				return err
			}
		}
		_, err = object.CallMethod(t, filters, "insert", object.Int(0), f)
	}
	s.version++
	return err
}

// warning is one warning on its way through the filters.
type warning struct {
	text     string
	message  object.Object // the Warning
	category *object.Class
	file     string
	line     int
	module   string
	registry *object.Dict
	source   object.Object
	// sourceLine is the line of the program, "" when it is not known.
	sourceLine object.Object
}

// action finds the first filter that matches and returns what it says, with the filter itself.
func (s *state) action(t *object.Thread, w *warning) (string, error) {
	filters, err := object.Items(t, s.filters())
	if err != nil {
		return "", err
	}
	for _, item := range filters {
		f, ok := item.(*object.Tuple)
		if !ok || len(f.Items) != 5 {
			return "", object.ValueError("warnings.filters item isn't a 5-tuple")
		}
		match, err := w.matches(t, f.Items)
		if err != nil {
			return "", err
		}
		if match {
			action, _ := object.AsString(f.Items[0])
			return action, nil
		}
	}
	action, _ := object.AsString(s.module.Dict.GetName("defaultaction"))
	return action, nil
}

func (w *warning) matches(t *object.Thread, f []object.Object) (bool, error) {
	if ok, err := object.IsSubclassOf(t, w.category, f[2]); !ok || err != nil {
		return false, err
	}
	if n, ok := object.AsInt64(f[4]); ok && n != 0 && int(n) != w.line {
		return false, nil
	}
	if ok, err := matchText(t, f[1], w.text); !ok || err != nil {
		return false, err
	}
	return matchText(t, f[3], w.module)
}

// matchText applies a filter's part: None matches all, a str itself, a regular expression from the start.
func matchText(t *object.Thread, pattern object.Object, text string) (bool, error) {
	if pattern == object.None {
		return true, nil
	}
	if s, ok := object.AsString(pattern); ok {
		return s == text, nil
	}
	v, err := object.CallMethod(t, pattern, "match", object.NewStr(text))
	if err != nil {
		return false, err
	}
	return object.Truth(t, v)
}

// moduleOf is the module name that a file name stands for.
func moduleOf(file string) string {
	if file == "" {
		return "<unknown>"
	}
	return strings.TrimSuffix(file, ".py")
}
