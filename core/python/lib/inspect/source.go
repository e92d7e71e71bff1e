package inspect

import (
	"strings"

	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// place is where an object is defined: lines first to last of a file, counted from 1.
type place struct {
	file        *source.File
	first, last int
}

// find finds the text that defines an object.
func find(t *object.Thread, o object.Object) (place, error) {
	switch x := object.Of(o).(type) {
	case *object.Class:
		return findClass(t, x)
	case *object.Module:
		if f := programFile(t); f != nil && x == t.Modules.GetName("__main__") {
			return place{f, 1, lastLine(f)}, nil
		}
		return place{}, object.TypeError("<module '%s'> is a built-in module", x.Name)
	}
	if fn, err := unwrap(t, o, func(object.Object) (bool, error) { return false, nil }); err == nil {
		o = fn
	}
	return findOwn(t, o)
}

// findOwn is find for the object itself, not for the function that a decorator wrapped.
func findOwn(t *object.Thread, o object.Object) (place, error) {
	if _, ok := object.Of(o).(*object.Class); ok {
		return find(t, o)
	}
	c := codeOf(t, o)
	if c == nil {
		return place{}, object.TypeError("module, class, method, function, traceback, frame, or code object was expected, got %s", o.Class().Name)
	}
	if c.File == nil || c.File.Unlisted {
		return place{}, object.NewError(object.OSErrorClass, "could not get source code")
	}
	return codePlace(c), nil
}

func lastLine(f *source.File) int {
	n := f.LineCount()
	if f.LineText(n) == "" {
		n--
	}
	return n
}

func codePlace(c *object.Code) place {
	span := c.Span
	switch n := c.Node.(type) {
	case *syntax.FunctionDef:
		span = withDecorators(n.Span(), n.DecoratorList)
	case *syntax.Lambda:
		first := c.File.Line(span.Start)
		return place{c.File, first, lambdaEnd(c.File, first)}
	case *syntax.Module:
		return place{c.File, 1, lastLine(c.File)}
	}
	return placeOf(c.File, span)
}

// lambdaEnd is the last line of the statement that a lambda stands in, as far as the lines from its own on show it: brackets that
// opened before are not known of.
func lambdaEnd(f *source.File, first int) int {
	depth := 0
	text := f.Text
	for i := int(f.LineStart(first)); i < len(text); i++ {
		switch c := text[i]; c {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth--
		case '\\':
			i++
		case '#':
			for i+1 < len(text) && text[i+1] != '\n' {
				i++
			}
		case '"', '\'':
			i = stringEnd(text, i)
		case '\n':
			if depth <= 0 {
				return f.Line(source.Pos(i))
			}
		}
	}
	return lastLine(f)
}

// stringEnd is the place of the last quote of a string that begins at i.
func stringEnd(text string, i int) int {
	quote := text[i : i+1]
	if strings.HasPrefix(text[i:], strings.Repeat(quote, 3)) {
		quote = text[i : i+3]
	}
	for j := i + len(quote); j < len(text); j++ {
		switch {
		case text[j] == '\\':
			j++
		case strings.HasPrefix(text[j:], quote):
			return j + len(quote) - 1
		}
	}
	return len(text)
}

func placeOf(f *source.File, span source.Span) place {
	return place{f, f.Line(span.Start), f.Line(max(span.End-1, span.Start))}
}

func withDecorators(span source.Span, list []syntax.Expr) source.Span {
	for _, d := range list {
		span = span.Join(d.Span())
	}
	return span
}

// programFile is the file of the running program.
func programFile(t *object.Thread) *source.File {
	var file *source.File
	for f := t.Top; f != nil; f = f.Back {
		if f.Code != nil && f.Code.File != nil {
			file = f.Code.File
		}
	}
	return file
}

// findClass finds a class statement by its qualified name; of several the last one outside of functions' other branches
// is the class that the name means.
func findClass(t *object.Thread, c *object.Class) (place, error) {
	builtin := func() error {
		s, err := object.Repr(t, c)
		if err != nil {
			return err
		}
		return object.TypeError("%s is a built-in class", s)
	}
	if c.Immutable() || c.Module() != "__main__" {
		return place{}, builtin()
	}
	file := classFile(c)
	if file == nil {
		file = programFile(t)
	}
	if file == nil {
		return place{}, builtin()
	}
	tree, bad := syntax.Parse(file)
	if bad != nil {
		return place{}, object.NewError(object.OSErrorClass, "could not get source code")
	}
	var found *syntax.ClassDef
	search(tree.Body, "", c.QualifiedName(), &found)
	if found == nil {
		return place{}, object.NewError(object.OSErrorClass, "could not find class definition")
	}
	return placeOf(file, withDecorators(found.Span(), found.DecoratorList)), nil
}

// classFile is the file of the class's own functions.
func classFile(c *object.Class) *source.File {
	for _, v := range c.Dict().All() {
		if v.Class() == object.FunctionClass {
			if code := codeOf(nil, v); code != nil && code.File != nil {
				return code.File
			}
		}
	}
	return nil
}

// search walks definitions and keeps the first class of the wanted qualified name.
func search(body []syntax.Stmt, prefix, want string, found **syntax.ClassDef) {
	for _, s := range body {
		syntax.Walk(s, func(n syntax.Node) bool {
			switch d := n.(type) {
			case *syntax.ClassDef:
				name := prefix + d.Name
				if name == want && *found == nil {
					*found = d
				}
				search(d.Body, name+".", want, found)
				return false
			case *syntax.FunctionDef:
				search(d.Body, prefix+d.Name+".<locals>.", want, found)
				return false
			}
			return true
		})
	}
}

// lines returns the lines of a place with their ends.
func (p place) lines() []object.Object {
	var list []object.Object
	for n := p.first; n <= p.last; n++ {
		text := p.file.LineText(n)
		list = append(list, object.NewStr(text+"\n"))
	}
	return list
}

func getSourceLines(t *object.Thread, a []object.Object) (object.Object, error) {
	p, err := find(t, a[0])
	if err != nil {
		return nil, err
	}
	first := p.first
	if _, ok := a[0].(*object.Module); ok {
		first = 0
	}
	return object.NewTuple(object.NewList(p.lines()...), object.Int(first)), nil
}

func getSource(t *object.Thread, a []object.Object) (object.Object, error) {
	p, err := find(t, a[0])
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	for _, line := range p.lines() {
		b.WriteString(line.(*object.Str).String())
	}
	return object.NewStr(b.String()), nil
}

func getFile(t *object.Thread, a []object.Object) (object.Object, error) {
	p, err := find(t, a[0])
	if err != nil {
		return nil, err
	}
	return object.NewStr(p.file.Name), nil
}

// getComments returns the comment lines right above a definition.
func getComments(t *object.Thread, a []object.Object) (object.Object, error) {
	p, err := findOwn(t, a[0])
	if err != nil {
		return object.None, nil
	}
	text := ""
	for n := p.first - 1; n > 0; n-- {
		line := strings.TrimSpace(p.file.LineText(n))
		if !strings.HasPrefix(line, "#") {
			break
		}
		text = line + "\n" + text
	}
	if text == "" {
		return object.None, nil
	}
	return object.NewStr(text), nil
}

func getModule(t *object.Thread, a []object.Object) (object.Object, error) {
	if m, ok := a[0].(*object.Module); ok {
		return m, nil
	}
	if m := t.Modules.GetName(moduleOf(t, a[0])); m != nil {
		return m, nil
	}
	return object.None, nil
}

func getModuleName(_ *object.Thread, a []object.Object) (object.Object, error) {
	s, ok := object.AsString(a[0])
	if !ok {
		return nil, object.TypeError("expected str, bytes or os.PathLike object, not %s", a[0].Class().Name)
	}
	s = s[strings.LastIndexByte(s, '/')+1:]
	if name, ok := strings.CutSuffix(s, ".py"); ok {
		return object.NewStr(name), nil
	}
	return object.None, nil
}
