package traceback

import (
	"strings"

	"layerglass/core/python/object"
	"layerglass/core/python/source"
)

const (
	causeMessage   = "\nThe above exception was the direct cause of the following exception:\n\n"
	contextMessage = "\nDuring handling of the above exception, another exception occurred:\n\n"
	header         = "Traceback (most recent call last):\n"
)

// formatter formats an exception with those that it came from.
type formatter struct {
	t     *object.Thread
	limit *int
	seen  map[*object.Exception]bool
	group *[2]int // width and depth of groups; nil for what is usual
}

func (f *formatter) exception(e *object.Exception, chain bool) []string {
	var lines []string
	f.seen[e] = true
	if cause, ok := e.Cause.(*object.Exception); ok && chain && !f.seen[cause] {
		lines = append(f.exception(cause, chain), causeMessage)
	} else if !ok && chain && e.Context != nil && !e.SuppressContext && !f.seen[e.Context] {
		lines = append(f.exception(e.Context, chain), contextMessage)
	}
	if e.IsGroup() && f.group != nil {
		return append(lines, split(object.FormatGroup(f.t, e, f.group[0], f.group[1]))...)
	}
	if e.IsGroup() {
		return append(lines, split(object.FormatChain(f.t, e, false))...)
	}
	if entries := limited(e.Trace, f.limit); len(entries) > 0 {
		lines = append(append(lines, header), traceLines(entries)...)
	}
	return append(lines, lastLines(f.t, e)...)
}

// lastLines are type and message in one text, then the notes line by line.
func lastLines(t *object.Thread, e *object.Exception) []string {
	lines := split(object.FormatExceptionOnly(t, e))
	message, err := object.ToStr(t, e)
	n := strings.Count(message, "\n") + 1
	if err != nil || n == 1 || n > len(lines) || e.Class().IsSubclass(object.SyntaxErrorClass) {
		return lines
	}
	return append([]string{strings.Join(lines[:n], "")}, lines[n:]...)
}

// split cuts a text into lines with their ends.
func split(text string) []string {
	return strings.SplitAfter(strings.TrimSuffix(text, "\n")+"\n", "\n")[:strings.Count(strings.TrimSuffix(text, "\n")+"\n", "\n")]
}

// limitOf reads a limit argument; nil stands for none.
func limitOf(t *object.Thread, o object.Object) (*int, error) {
	if o == object.None || o == nil {
		return nil, nil
	}
	n, err := object.Index(t, o)
	return &n, err
}

// limited keeps the outermost entries, or with a negative limit the innermost ones. Entries are innermost first.
func limited(entries []object.TraceEntry, limit *int) []object.TraceEntry {
	n := len(entries)
	switch {
	case limit == nil:
		return entries
	case *limit >= 0:
		return entries[n-min(*limit, n):]
	}
	return entries[:min(-*limit, n)]
}

// entriesOf returns the entries of a traceback object.
func entriesOf(t *object.Thread, tb, limit object.Object) ([]object.TraceEntry, error) {
	n, err := limitOf(t, limit)
	if err != nil {
		return nil, err
	}
	switch x := tb.(type) {
	case *object.Traceback:
		return limited(x.Entries(), n), nil
	case *object.NoneType:
		return nil, nil
	}
	return nil, object.AttributeError(tb, "tb_frame", "'%s' object has no attribute 'tb_frame'", tb.Class().Name)
}

// active lists the calls under way, innermost first, without the parts of their lines that are being evaluated.
func active(t *object.Thread, frame, limit object.Object) ([]object.TraceEntry, error) {
	n, err := limitOf(t, limit)
	if err != nil {
		return nil, err
	}
	f, ok := frame.(*object.FrameObject)
	if !ok {
		f = object.NewFrameObject(t.Top)
	}
	var entries []object.TraceEntry
	for ; f != nil; f = f.Back {
		if f.Code != nil && f.Code.File != nil {
			entries = append(entries, object.TraceEntry{Code: f.Code, Span: source.Span{Start: f.Span.Start, End: f.Span.Start}})
		}
	}
	if n != nil { // a limit keeps the innermost calls
		m := -*n
		n = &m
	}
	return limited(entries, n), nil
}

// traceLines formats entries, outermost first, each as one text of two or three lines.
func traceLines(entries []object.TraceEntry) []string {
	var lines []string
	for i := len(entries) - 1; i >= 0; {
		same := i
		for same > 0 && alike(entries[i], entries[same-1]) {
			same--
		}
		if i-same < 3 {
			lines = append(lines, object.FormatTrace(entries[i:i+1]))
			i--
			continue
		}
		one := object.FormatTrace(entries[i : i+1])
		all := object.FormatTrace(entries[same : i+1])
		lines = append(lines, one, one, one)
		if at := strings.LastIndex(all, "  [Previous line"); at >= 0 {
			lines = append(lines, all[at:])
		}
		i = same - 1
	}
	return lines
}

func alike(a, b object.TraceEntry) bool {
	return a.Code != nil && b.Code != nil && a.Code.File == b.Code.File && a.Code.Name == b.Code.Name && a.Line() == b.Line()
}
