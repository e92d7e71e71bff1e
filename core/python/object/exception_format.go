package object

import (
	"strconv"
	"strings"
)

const (
	causeMessage   = "\nThe above exception was the direct cause of the following exception:\n\n"
	contextMessage = "\nDuring handling of the above exception, another exception occurred:\n\n"
	// repeatLimit is how often one line of a traceback is printed before repetitions are counted.
	repeatLimit   = 3
	maxGroupWidth = 15
	maxGroupDepth = 10
)

// FormatException returns the text that CPython 3.11 prints for an exception that nobody caught: the traceback with source
// lines and carets, the exceptions it came from, notes, and a suggestion for a mistyped name.
func FormatException(t *Thread, e *Exception) string {
	f := traceFormatter{t: t, width: maxGroupWidth, maxDepth: maxGroupDepth, seen: map[*Exception]bool{}, suggest: true}
	f.chain(e)
	return f.b.String()
}

// FormatExceptionOnly returns the last lines alone: type and message, and notes.
func FormatExceptionOnly(t *Thread, e *Exception) string {
	f := traceFormatter{t: t, width: maxGroupWidth, maxDepth: maxGroupDepth, seen: map[*Exception]bool{}}
	return f.alone(e)
}

// FormatTrace returns the entries of a traceback, innermost first, as they are printed: outermost first.
func FormatTrace(entries []TraceEntry) string {
	var b strings.Builder
	var last TraceEntry
	count := 0
	flush := func() {
		if n := count - repeatLimit; n > 0 {
			b.WriteString("  [Previous line repeated " + strconv.Itoa(n) + " more time" + pluralEnd(n) + "]\n")
		}
	}
	for i := len(entries) - 1; i >= 0; i-- {
		e := entries[i]
		if e.Code == nil || e.Code.File == nil {
			continue
		}
		if last.Code == nil || last.Code.File != e.Code.File || last.Code.Name != e.Code.Name || last.Line() != e.Line() {
			flush()
			last, count = e, 0
		}
		count++
		if count <= repeatLimit {
			writeEntry(&b, e)
		}
	}
	flush()
	return b.String()
}

// FormatChain is FormatException with a choice: whether to print causes and contexts, as the traceback module's functions
// offer. Unlike the interpreter itself that module suggests no names.
func FormatChain(t *Thread, e *Exception, chain bool) string {
	f := traceFormatter{t: t, width: maxGroupWidth, maxDepth: maxGroupDepth, seen: map[*Exception]bool{}}
	if chain {
		f.chain(e)
	} else {
		f.one(e)
	}
	return f.b.String()
}

// FormatGroup returns the text of an exception group without what it came from, with at most width exceptions of each group, and groups
// in one another to a depth.
func FormatGroup(t *Thread, e *Exception, width, depth int) string {
	f := traceFormatter{t: t, width: width, maxDepth: depth, seen: map[*Exception]bool{}}
	f.one(e)
	return f.b.String()
}

type traceFormatter struct {
	width, maxDepth int // of groups
	t               *Thread
	b               strings.Builder
	seen            map[*Exception]bool
	suggest         bool
	depth           int // of exception groups
	needClose       bool
}

// emit writes text with the margin of the group it stands in.
func (f *traceFormatter) emit(text string, margin string) {
	if f.depth == 0 {
		f.b.WriteString(text)
		return
	}
	indent := f.indent() + margin + " "
	for len(text) > 0 {
		line, rest, _ := strings.Cut(text, "\n")
		f.b.WriteString(indent + line + "\n")
		text = rest
	}
}

func (f *traceFormatter) indent() string { return strings.Repeat(" ", 2*f.depth) }

// chain writes the exceptions that e came from, then e.
func (f *traceFormatter) chain(e *Exception) {
	type link struct {
		e       *Exception
		message string
	}
	var links []link
	for x := e; x != nil; {
		f.seen[x] = true
		next, message := (*Exception)(nil), ""
		if cause, _ := x.Cause.(*Exception); cause != nil && !f.seen[cause] {
			next, message = cause, causeMessage
		} else if x.Cause == nil && x.Context != nil && !x.SuppressContext && !f.seen[x.Context] {
			next, message = x.Context, contextMessage
		}
		links = append(links, link{x, message})
		x = next
	}
	for i := len(links) - 1; i >= 0; i-- {
		if links[i].message != "" {
			f.emit(links[i].message, "|")
		}
		f.one(links[i].e)
	}
}

func (f *traceFormatter) one(e *Exception) {
	if e.group == nil {
		if len(e.Trace) > 0 {
			f.emit("Traceback (most recent call last):\n", "|")
			f.emit(FormatTrace(e.Trace), "|")
		}
		f.emit(f.alone(e), "|")
		return
	}
	if f.depth > f.maxDepth {
		f.emit("... (max_group_depth is "+strconv.Itoa(f.maxDepth)+")\n", "|")
		return
	}
	f.groupOf(e)
}

func (f *traceFormatter) groupOf(e *Exception) {
	top := f.depth == 0
	margin := "|"
	if top {
		f.depth++
		margin = "+"
	}
	if len(e.Trace) > 0 {
		f.emit("Exception Group Traceback (most recent call last):\n", margin)
		f.emit(FormatTrace(e.Trace), "|")
	}
	f.emit(f.alone(e), "|")
	list := e.group.list
	n := min(len(list), f.width+1)
	f.needClose = false
	for i := range n {
		f.groupItem(e, i, n)
	}
	if top {
		f.depth = 0
	}
}

func (f *traceFormatter) groupItem(e *Exception, i, n int) {
	last := i == n-1
	if last {
		f.needClose = true
	}
	title, edge := strconv.Itoa(i+1), "  "
	truncated := i >= f.width
	if truncated {
		title = "..."
	}
	if i == 0 {
		edge = "+-"
	}
	f.b.WriteString(f.indent() + edge + "+---------------- " + title + " ----------------\n")
	f.depth++
	if truncated {
		rest := len(e.group.list) - f.width
		f.emit("and "+strconv.Itoa(rest)+" more exception"+pluralEnd(rest)+"\n", "|")
	} else if x := ToException(e.group.list[i]); x != nil {
		f.chain(x)
	}
	if last && f.needClose {
		f.b.WriteString(f.indent() + "+------------------------------------\n")
		f.needClose = false
	}
	f.depth--
}

// alone writes type, message, suggestion and notes.
func (f *traceFormatter) alone(e *Exception) string {
	name := e.class.QualifiedName()
	if m := e.class.Module(); m != "builtins" && m != "__main__" {
		name = m + "." + name
	}
	var text string
	if e.class.IsSubclass(SyntaxErrorClass) {
		text = formatSyntax(f.t, e, name)
	} else {
		text = name
		if s := safeStr(f.t, e); s != "" {
			text += ": " + s
		}
		if f.suggest {
			if s := suggestion(f.t, e); s != "" {
				text += ". Did you mean: '" + s + "'?"
			}
		}
		text += "\n"
	}
	return text + f.notes(e)
}

func (f *traceFormatter) notes(e *Exception) string {
	notes := e.attrs.getStr(nameNotes)
	if notes == nil || notes == None {
		return ""
	}
	var items []Object
	switch x := Of(notes).(type) {
	case *List:
		items = x.Items
	case *Tuple:
		items = x.Items
	default:
		s, err := Repr(f.t, notes)
		if err != nil {
			s = "<__notes__ repr() failed>"
		}
		return s + "\n"
	}
	var b strings.Builder
	for _, n := range items {
		s, err := ToStr(f.t, n)
		if err != nil {
			s = "<note str() failed>"
		}
		b.WriteString(s + "\n")
	}
	return b.String()
}

// safeStr is str(o) that never fails.
func safeStr(t *Thread, o Object) string {
	s, err := ToStr(t, o)
	if err != nil {
		return "<exception str() failed>"
	}
	return s
}
