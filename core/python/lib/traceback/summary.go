package traceback

import (
	"strconv"
	"strings"

	"layerglass/core/python/object"
)

// summary is a FrameSummary: one entry of a traceback, taken apart.
type summary struct {
	entry  *object.TraceEntry // nil for one that a program made
	parts  [4]object.Object   // filename, lineno, name, line
	locals *object.Dict       // the texts of variables; nil if they were not asked for
}

var frameClass = object.NewType("FrameSummary", "traceback", nil).Final()

// stackClass is StackSummary: a list of summaries.
var stackClass = object.NewType("StackSummary", "traceback", object.ListClass)

// Class returns the type traceback.FrameSummary.
func (*summary) Class() *object.Class { return frameClass }

func newSummary(e object.TraceEntry) *summary {
	s := &summary{entry: &e}
	line := ""
	if e.Code != nil && e.Code.File != nil {
		if !e.Code.File.Unlisted {
			line = strings.TrimSpace(e.Code.File.LineText(e.Line()))
		}
		s.parts = [4]object.Object{object.NewStr(e.Code.File.Name), object.Int(e.Line()), object.NewStr(e.Code.Name), object.NewStr(line)}
		return s
	}
	s.parts = [4]object.Object{object.NewStr("?"), object.Int(0), object.NewStr("?"), object.NewStr(line)}
	return s
}

func newStack(entries []object.TraceEntry) object.Object {
	list := object.NewList()
	for i := len(entries) - 1; i >= 0; i-- {
		list.Items = append(list.Items, newSummary(entries[i]))
	}
	stack := object.NewInstance(stackClass)
	stack.Native = list
	return stack
}

// Repr shows file, line and function.
func (s *summary) Repr(t *object.Thread) (string, error) {
	var texts [3]string
	for i := range texts {
		var err error
		if texts[i], err = object.ToStr(t, s.parts[i]); err != nil {
			return "", err
		}
	}
	return "<FrameSummary file " + texts[0] + ", line " + texts[1] + " in " + texts[2] + ">", nil
}

// Len returns 4, as of the tuple that a summary once was.
func (*summary) Len() int { return 4 }

// Iter iterates over file, line, function and text.
func (s *summary) Iter(t *object.Thread) (object.Object, error) {
	return object.Iter(t, object.NewTuple(s.parts[:]...))
}

// GetItem returns one of the four parts.
func (s *summary) GetItem(t *object.Thread, key object.Object) (object.Object, error) {
	return object.NewTuple(s.parts[:]...).GetItem(t, key)
}

// Compare is equality of the parts, with a tuple of four as well.
func (s *summary) Compare(t *object.Thread, op object.CompareOp, o object.Object) (object.Object, error) {
	var other object.Object = o
	if x, ok := o.(*summary); ok { // the text of the line does not matter
		if op != object.Eq && op != object.Ne {
			return object.NotImplemented, nil
		}
		return object.Compare(t, op, object.NewTuple(s.parts[:3]...), object.NewTuple(x.parts[:3]...))
	}
	if op != object.Eq && op != object.Ne {
		return object.NotImplemented, nil
	}
	return object.Compare(t, op, object.NewTuple(s.parts[:]...), other)
}

// text is the entry as a traceback prints it.
func (s *summary) text(t *object.Thread) (string, error) {
	if s.entry != nil && s.entry.Code != nil && s.entry.Code.File != nil {
		return object.FormatTrace([]object.TraceEntry{*s.entry}), nil
	}
	var texts [4]string
	for i := range texts {
		if s.parts[i] == object.None {
			continue
		}
		var err error
		if texts[i], err = object.ToStr(t, s.parts[i]); err != nil {
			return "", err
		}
	}
	out := "  File \"" + texts[0] + "\", line " + texts[1] + ", in " + texts[2] + "\n"
	if line := strings.TrimSpace(texts[3]); line != "" {
		out += "    " + line + "\n"
	}
	locals, err := s.localsText(t)
	return out + locals, err
}

// formatList formats summaries, or tuples of four.
func formatList(t *object.Thread, o object.Object) ([]string, error) {
	items, err := object.Items(t, o)
	if err != nil {
		return nil, err
	}
	var lines []string
	repeated := 0
	for i, item := range items {
		s, ok := item.(*summary)
		if !ok {
			parts, err := object.Items(t, item)
			if err != nil {
				return nil, err
			}
			if len(parts) != 4 {
				return nil, object.ValueError("not enough values to unpack (expected 4, got %d)", len(parts))
			}
			s = &summary{parts: [4]object.Object(parts)}
		}
		if i > 0 {
			same, err := object.Equal(t, object.NewTuple(s.parts[:3]...), firstThree(items[i-1]))
			if err != nil {
				return nil, err
			}
			if !same {
				lines, repeated = closeRepeats(lines, repeated), 0
			}
		}
		if repeated++; repeated > 3 {
			continue
		}
		text, err := s.text(t)
		if err != nil {
			return nil, err
		}
		lines = append(lines, text)
	}
	return closeRepeats(lines, repeated), nil
}

func firstThree(o object.Object) object.Object {
	if s, ok := o.(*summary); ok {
		return object.NewTuple(s.parts[:3]...)
	}
	if x, ok := object.Of(o).(*object.Tuple); ok && len(x.Items) >= 3 {
		return object.NewTuple(x.Items[:3]...)
	}
	return object.None
}

func closeRepeats(lines []string, repeated int) []string {
	n := repeated - 3
	if n <= 0 {
		return lines
	}
	plural := "s"
	if n == 1 {
		plural = ""
	}
	return append(lines, "  [Previous line repeated "+strconv.Itoa(n)+" more time"+plural+"]\n")
}

var summarySignature = object.ParseSignature("(filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None, end_colno=None)")

func init() {
	frameClass.Protocols(&summary{})
	frameClass.New = func(t *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
		v, err := summarySignature.Bind(t, "FrameSummary", nil, a, nil)
		if err != nil {
			return nil, err
		}
		if line, ok := object.AsString(v[5]); ok {
			v[5] = object.NewStr(strings.TrimSpace(line))
		}
		return &summary{parts: [4]object.Object{v[0], v[1], v[2], v[5]}}, nil
	}
	for i, name := range []string{"filename", "lineno", "name", "line"} {
		frameClass.Getter(name, "", func(_ *object.Thread, o object.Object) (object.Object, error) { return o.(*summary).parts[i], nil })
	}
	frameClass.Getter("locals", "", func(_ *object.Thread, o object.Object) (object.Object, error) {
		if s := o.(*summary); s.locals != nil {
			return s.locals, nil
		}
		return object.None, nil
	})
	place := func(name string, get func(e *object.TraceEntry) int) {
		frameClass.Getter(name, "", func(_ *object.Thread, o object.Object) (object.Object, error) {
			e := o.(*summary).entry
			if e == nil || e.Code == nil || e.Code.File == nil || e.Span.Start == e.Span.End {
				return object.None, nil
			}
			return object.Int(get(e)), nil
		})
	}
	place("end_lineno", func(e *object.TraceEntry) int { line, _ := e.Code.File.Position(e.Span.End); return line })
	place("colno", func(e *object.TraceEntry) int { _, c := e.Code.File.Position(e.Span.Start); return c })
	place("end_colno", func(e *object.TraceEntry) int { _, c := e.Code.File.Position(e.Span.End); return c })
	stackClass.Methods(object.Func("format", "(self)", "Returns the lines of the entries.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		lines, err := formatList(t, a[0])
		return list(lines), err
	}))
	stackClass.ClassMethods(object.Func("extract", "(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False)",
		"Makes a summary of pairs of frame and line.", extract))
	stackClass.ClassMethods(object.Func("from_list", "(klass, a_list)", "Makes a summary of tuples or entries.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		items, err := object.Items(t, a[1])
		if err != nil {
			return nil, err
		}
		out := object.NewList()
		for _, item := range items {
			if s, ok := item.(*summary); ok {
				out.Items = append(out.Items, s)
				continue
			}
			parts, err := object.Items(t, item)
			if err != nil || len(parts) != 4 {
				return nil, object.ValueError("an entry has four parts")
			}
			out.Items = append(out.Items, &summary{parts: [4]object.Object(parts)})
		}
		stack := object.NewInstance(stackClass)
		stack.Native = out
		return stack, nil
	}))
}
