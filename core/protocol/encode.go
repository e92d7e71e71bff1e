package protocol

// AppendJSON appends the message as compact JSON. Field names are the structs' own with a small first letter. Every field
// is present, absent parts as null and empty lists as []; only Node and Origin, of which a result may hold a hundred
// thousand, and the messages that are not about a run leave out what is empty.
func (r *Request) AppendJSON(out []byte) []byte {
	w := writer{out: out}
	w.open('{')
	w.number("id", int64(r.ID))
	if r.Run != nil {
		w.key("run")
		w.open('{')
		w.member("file", r.Run.File)
		w.member("text", r.Run.Text)
		w.number("steps", r.Run.Steps)
		w.close('}')
	}
	if r.Recreate != nil {
		w.key("recreate")
		w.open('{')
		w.member("object", r.Recreate.Object)
		w.member("config", r.Recreate.Config)
		w.close('}')
	}
	requestFields(&fields{w: &w}, r)
	w.close('}')
	if r.attached != nil {
		w.out = append(append(w.out, 0), r.attached...)
	}
	return w.out
}

// AppendJSON appends the message as compact JSON, in the form that Request.AppendJSON describes.
func (r *Response) AppendJSON(out []byte) []byte {
	w := writer{out: out}
	w.open('{')
	w.number("id", int64(r.ID))
	w.key("result")
	w.result(r.Result)
	w.key("recreated")
	w.recreated(r.Recreated)
	responseFields(&fields{w: &w}, r)
	w.member("failure", r.Failure)
	w.close('}')
	return w.out
}

// AppendJSON appends the result as compact JSON, in the form that Request.AppendJSON describes.
func (r *Result) AppendJSON(out []byte) []byte {
	w := writer{out: out}
	w.result(r)
	return w.out
}

// AppendJSON appends what came back as compact JSON, in the form that Request.AppendJSON describes.
func (r *Recreated) AppendJSON(out []byte) []byte {
	w := writer{out: out}
	w.recreated(r)
	return w.out
}

// list writes items as a JSON list.
func list[T any](w *writer, name string, items []T, write func(*T)) {
	w.key(name)
	w.open('[')
	for i := range items {
		write(&items[i])
	}
	w.close(']')
}

func (w *writer) result(r *Result) {
	if r == nil {
		w.word("null")
		return
	}
	w.open('{')
	w.member("stdout", r.Stdout)
	w.flag("truncated", r.Truncated)
	w.member("stderr", r.Stderr)
	w.exception("exception", r.Exception)
	list(w, "diagnostics", r.Diagnostics, w.diagnostic)
	list(w, "objects", r.Objects, w.object)
	w.number("steps", r.Steps)
	w.number("micros", r.Micros)
	w.close('}')
}

func (w *writer) exception(name string, e *Exception) {
	if e == nil {
		w.null(name)
		return
	}
	w.key(name)
	w.open('{')
	w.member("type", e.Type)
	w.member("message", e.Message)
	w.member("traceback", e.Traceback)
	w.number("status", int64(e.Status))
	list(w, "frames", e.Frames, func(f *Frame) {
		w.open('{')
		w.member("function", f.Function)
		w.number("line", int64(f.Line))
		w.span(f.Span)
		w.close('}')
	})
	w.close('}')
}

func (w *writer) span(s Span) {
	w.key("span")
	w.open('{')
	w.number("start", int64(s.Start))
	w.number("end", int64(s.End))
	w.close('}')
}

func (w *writer) diagnostic(d *Diagnostic) {
	w.open('{')
	w.member("code", d.Code)
	w.member("severity", d.Severity)
	w.span(d.Span)
	w.number("line", int64(d.Line))
	w.number("column", int64(d.Column))
	w.member("message", d.Message)
	w.member("why", d.Why)
	w.member("exception", d.Exception)
	list(w, "notes", d.Notes, func(n *Note) {
		w.open('{')
		w.span(n.Span)
		w.member("message", n.Message)
		w.close('}')
	})
	list(w, "fixes", d.Fixes, func(f *Fix) {
		w.open('{')
		w.member("title", f.Title)
		list(w, "edits", f.Edits, func(e *Edit) {
			w.open('{')
			w.span(e.Span)
			w.member("text", e.Text)
			w.close('}')
		})
		w.close('}')
	})
	w.close('}')
}

func (w *writer) object(o *Object) {
	w.open('{')
	w.member("name", o.Name)
	list(w, "aliases", o.Aliases, func(s *string) { w.string(*s) })
	w.member("class", o.Class)
	w.member("module", o.Module)
	w.member("kind", o.Kind)
	w.span(o.Span)
	w.node("config", o.Config)
	w.exception("configError", o.ConfigError)
	list(w, "configDiagnostics", o.ConfigDiagnostics, w.diagnostic)
	w.member("json", o.JSON)
	w.member("jsonError", o.JSONError)
	w.member("python", o.Python)
	w.member("serialized", o.Serialized)
	w.flag("built", o.Built)
	w.member("inputShape", o.InputShape)
	w.member("outputShape", o.OutputShape)
	w.number("params", o.Params)
	w.number("checked", int64(o.Checked))
	list(w, "weights", o.Weights, w.weight)
	w.key("recreated")
	w.recreated(o.Recreated)
	w.close('}')
}

func (w *writer) weight(v *Weight) {
	w.open('{')
	w.member("path", v.Path)
	list(w, "shape", v.Shape, func(n *int) { w.integer(int64(*n)) })
	w.member("dtype", v.Dtype)
	w.flag("trainable", v.Trainable)
	w.close('}')
}

func (w *writer) node(name string, n *Node) {
	if n == nil {
		w.null(name)
		return
	}
	w.key(name)
	w.nodeValue(n)
}

func (w *writer) nodeValue(n *Node) {
	w.open('{')
	w.member("key", n.Key)
	w.member("kind", n.Kind)
	w.member("repr", n.Repr)
	if len(n.Children) > 0 {
		list(w, "children", n.Children, w.nodeValue)
	}
	if n.Origin != (Origin{}) {
		w.key("origin")
		w.open('{')
		w.member("kind", n.Origin.Kind)
		if n.Origin.Span != (Span{}) {
			w.span(n.Origin.Span)
		}
		if n.Origin.Line != 0 {
			w.number("line", int64(n.Origin.Line))
		}
		w.close('}')
	}
	if n.Default {
		w.flag("default", true)
	}
	if n.Doc != "" {
		w.member("doc", n.Doc)
	}
	w.close('}')
}

func (w *writer) recreated(r *Recreated) {
	if r == nil {
		w.word("null")
		return
	}
	w.open('{')
	w.member("verdict", r.Verdict)
	w.member("class", r.Class)
	w.node("config", r.Config)
	list(w, "differences", r.Differences, w.difference)
	w.exception("exception", r.Exception)
	list(w, "diagnostics", r.Diagnostics, w.diagnostic)
	w.flag("jsonSafe", r.JSONSafe)
	w.member("jsonWhy", r.JSONWhy)
	w.flag("coldReload", r.ColdReload)
	w.member("coldWhy", r.ColdWhy)
	list(w, "weights", r.Weights, w.weight)
	w.number("params", r.Params)
	recreatedFields(&fields{w: w}, r)
	w.close('}')
}

func (w *writer) difference(d *Difference) {
	w.open('{')
	w.member("path", d.Path)
	w.member("want", d.Want)
	w.member("got", d.Got)
	w.member("why", d.Why)
	w.close('}')
}
