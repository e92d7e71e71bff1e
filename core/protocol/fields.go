package protocol

// fields is one pass over the fields of a message. It writes all of them, or it reads the one whose name stands in the text:
// so a message lists its fields once for both ways. What is empty is not written, and stays empty when it is read.
type fields struct {
	w    *writer
	r    *reader
	name string // of the member being read
	hit  bool   // a field of that name was found
}

func (f *fields) reads(name string) bool {
	if f.r == nil || f.name != name {
		return false
	}
	f.hit = true
	return true
}

//go:noinline
func (f *fields) text(name string, v *string) {
	switch {
	case f.w != nil && *v != "":
		f.w.member(name, *v)
	case f.reads(name):
		*v = f.r.string()
	}
}

//go:noinline
func (f *fields) integer(name string, v *int) {
	switch {
	case f.w != nil && *v != 0:
		f.w.number(name, int64(*v))
	case f.reads(name):
		*v = int(f.r.integer())
	}
}

//go:noinline
func (f *fields) long(name string, v *int64) {
	switch {
	case f.w != nil && *v != 0:
		f.w.number(name, *v)
	case f.reads(name):
		*v = f.r.integer()
	}
}

//go:noinline
func (f *fields) flag(name string, v *bool) {
	switch {
	case f.w != nil && *v:
		f.w.flag(name, true)
	case f.reads(name):
		*v = f.r.bool()
	}
}

//go:noinline
func (f *fields) texts(name string, v *[]string) {
	switch {
	case f.w != nil && len(*v) > 0:
		list(f.w, name, *v, func(s *string) { f.w.string(*s) })
	case f.reads(name):
		*v = items(f.r, func(s *string) { *s = f.r.string() })
	}
}

//go:noinline
func (f *fields) span(name string, v *Span) {
	switch {
	case f.w != nil && *v != (Span{}):
		f.w.key(name)
		f.w.open('{')
		f.w.number("start", int64(v.Start))
		f.w.number("end", int64(v.End))
		f.w.close('}')
	case f.reads(name):
		f.r.span(v)
	}
}

// The parts of a run's result, whose fields encode.go and decode.go list.

func (f *fields) diagnostics(name string, v *[]Diagnostic) {
	switch {
	case f.w != nil && len(*v) > 0:
		list(f.w, name, *v, f.w.diagnostic)
	case f.reads(name):
		*v = items(f.r, f.r.diagnostic)
	}
}

func (f *fields) exception(name string, v **Exception) {
	switch {
	case f.w != nil && *v != nil:
		f.w.exception(name, *v)
	case f.reads(name):
		*v = optional(f.r, f.r.exception)
	}
}

func (f *fields) weights(name string, v *[]Weight) {
	switch {
	case f.w != nil && len(*v) > 0:
		list(f.w, name, *v, f.w.weight)
	case f.reads(name):
		*v = items(f.r, f.r.weight)
	}
}

func (f *fields) differences(name string, v *[]Difference) {
	switch {
	case f.w != nil && len(*v) > 0:
		list(f.w, name, *v, f.w.difference)
	case f.reads(name):
		*v = items(f.r, f.r.difference)
	}
}

func (f *fields) node(name string, v **Node) {
	switch {
	case f.w != nil && *v != nil:
		f.w.node(name, *v)
	case f.reads(name):
		*v = optional(f.r, f.r.node)
	}
}

func (f *fields) edits(name string, v *[]Edit) {
	many(f, name, v, func(f *fields, e *Edit) {
		f.span("span", &e.Span)
		f.text("text", &e.Text)
	})
}

// one is a message inside a message, or nil.
func one[T any](f *fields, name string, v **T, inner func(*fields, *T)) {
	switch {
	case f.w != nil && *v != nil:
		f.w.key(name)
		f.put(func(g *fields) { inner(g, *v) })
	case f.reads(name):
		*v = optional(f.r, func(x *T) { f.get(func(g *fields) { inner(g, x) }) })
	}
}

// many is a list of messages.
func many[T any](f *fields, name string, v *[]T, inner func(*fields, *T)) {
	switch {
	case f.w != nil && len(*v) > 0:
		list(f.w, name, *v, func(x *T) { f.put(func(g *fields) { inner(g, x) }) })
	case f.reads(name):
		*v = items(f.r, func(x *T) { f.get(func(g *fields) { inner(g, x) }) })
	}
}

// requestFields and responseFields are the members of the two envelopes beside those that decode.go and encode.go know.
func requestFields(f *fields, r *Request) {
	one(f, "describe", &r.Describe, describeFields)
	one(f, "assist", &r.Assist, assistFields)
	one(f, "generate", &r.Generate, generateFields)
	one(f, "site", &r.Site, siteRequestFields)
	one(f, "change", &r.Change, changeFields)
	one(f, "put", &r.Put, putFields)
	one(f, "graph", &r.Graph, graphRequestFields)
	one(f, "cover", &r.Cover, coverRequestFields)
	one(f, "compare", &r.Compare, compareFields)
	one(f, "open", &r.Open, openFields)
	one(f, "export", &r.Export, exportFields)
	one(f, "panel", &r.Panel, panelFields)
}

func responseFields(f *fields, r *Response) {
	one(f, "reference", &r.Reference, referenceFields)
	one(f, "assistance", &r.Assistance, assistanceFields)
	one(f, "code", &r.Code, codeFields)
	one(f, "site", &r.Site, siteFields)
	one(f, "edits", &r.Edits, editsFields)
	one(f, "graph", &r.Graph, graphFields)
	one(f, "coverage", &r.Coverage, coverageFields)
	one(f, "comparison", &r.Comparison, comparisonFields)
	one(f, "opened", &r.Opened, openedFields)
	one(f, "exported", &r.Exported, exportedFields)
	one(f, "panel", &r.Panel, panelFields)
}

// further reads one member by its fields, or passes over it.
func (r *reader) further(name string, read func(*fields)) {
	f := fields{r: r, name: name}
	if read(&f); !f.hit {
		r.skip()
	}
}

func (f *fields) put(inner func(*fields)) {
	f.w.open('{')
	inner(&fields{w: f.w})
	f.w.close('}')
}

func (f *fields) get(inner func(*fields)) {
	f.r.object(func(name string) { f.r.further(name, inner) })
}
