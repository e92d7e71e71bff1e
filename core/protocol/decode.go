package protocol

import "bytes"

// UnmarshalJSON reads what AppendJSON wrote. Fields that this version does not know are passed over.
func (r *Request) UnmarshalJSON(in []byte) error {
	*r = Request{}
	if i := bytes.IndexByte(in, 0); i >= 0 { // JSON has no such byte
		in, r.attached = in[:i], in[i+1:]
	}
	p := reader{in: in}
	p.object(func(name string) {
		switch name {
		case "id":
			r.ID = int(p.integer())
		case "run":
			r.Run = optional(&p, p.runRequest)
		case "recreate":
			r.Recreate = optional(&p, p.recreateRequest)
		default:
			p.further(name, func(f *fields) { requestFields(f, r) })
		}
	})
	return p.end()
}

// UnmarshalJSON reads what AppendJSON wrote. Fields that this version does not know are passed over.
func (r *Response) UnmarshalJSON(in []byte) error { return r.Read(in, nil) }

// Read is UnmarshalJSON in steps: rest is called every few thousand values, for a caller that must not work for long at a
// time.
func (r *Response) Read(in []byte, rest func()) error {
	p := reader{in: in, rest: rest}
	*r = Response{}
	p.object(func(name string) {
		switch name {
		case "id":
			r.ID = int(p.integer())
		case "result":
			r.Result = optional(&p, p.result)
		case "recreated":
			r.Recreated = optional(&p, p.recreated)
		case "failure":
			r.Failure = p.string()
		default:
			p.further(name, func(f *fields) { responseFields(f, r) })
		}
	})
	return p.end()
}

// UnmarshalJSON reads what AppendJSON wrote. Fields that this version does not know are passed over.
func (r *Result) UnmarshalJSON(in []byte) error {
	p := reader{in: in}
	*r = Result{}
	p.result(r)
	return p.end()
}

// UnmarshalJSON reads what AppendJSON wrote. Fields that this version does not know are passed over.
func (r *Recreated) UnmarshalJSON(in []byte) error {
	p := reader{in: in}
	*r = Recreated{}
	p.recreated(r)
	return p.end()
}

// optional reads null as nil, anything else into a new T.
func optional[T any](p *reader, read func(*T)) *T {
	if p.null() {
		return nil
	}
	v := new(T)
	read(v)
	return v
}

// items reads a list; an empty one is nil.
func items[T any](p *reader, read func(*T)) []T {
	var out []T
	p.list(func() {
		var v T
		read(&v)
		out = append(out, v)
	})
	return out
}

func (r *reader) runRequest(q *RunRequest) {
	r.object(func(name string) {
		switch name {
		case "file":
			q.File = r.string()
		case "text":
			q.Text = r.string()
		case "steps":
			q.Steps = r.integer()
		default:
			r.skip()
		}
	})
}

func (r *reader) recreateRequest(q *RecreateRequest) {
	r.object(func(name string) {
		switch name {
		case "object":
			q.Object = r.string()
		case "config":
			q.Config = r.string()
		default:
			r.skip()
		}
	})
}

func (r *reader) result(v *Result) {
	r.object(func(name string) {
		switch name {
		case "stdout":
			v.Stdout = r.string()
		case "truncated":
			v.Truncated = r.bool()
		case "stderr":
			v.Stderr = r.string()
		case "exception":
			v.Exception = optional(r, r.exception)
		case "diagnostics":
			v.Diagnostics = items(r, r.diagnostic)
		case "objects":
			v.Objects = items(r, r.kerasObject)
		case "steps":
			v.Steps = r.integer()
		case "micros":
			v.Micros = r.integer()
		default:
			r.skip()
		}
	})
}

func (r *reader) exception(e *Exception) {
	r.object(func(name string) {
		switch name {
		case "type":
			e.Type = r.string()
		case "message":
			e.Message = r.string()
		case "traceback":
			e.Traceback = r.string()
		case "frames":
			e.Frames = items(r, r.frame)
		case "status":
			e.Status = int(r.integer())
		default:
			r.skip()
		}
	})
}

func (r *reader) frame(f *Frame) {
	r.object(func(name string) {
		switch name {
		case "function":
			f.Function = r.string()
		case "line":
			f.Line = int(r.integer())
		case "span":
			r.span(&f.Span)
		default:
			r.skip()
		}
	})
}

func (r *reader) span(s *Span) {
	r.object(func(name string) {
		switch name {
		case "start":
			s.Start = int(r.integer())
		case "end":
			s.End = int(r.integer())
		default:
			r.skip()
		}
	})
}

func (r *reader) diagnostic(d *Diagnostic) {
	r.object(func(name string) {
		switch name {
		case "code":
			d.Code = r.string()
		case "severity":
			d.Severity = r.string()
		case "span":
			r.span(&d.Span)
		case "line":
			d.Line = int(r.integer())
		case "column":
			d.Column = int(r.integer())
		case "message":
			d.Message = r.string()
		case "why":
			d.Why = r.string()
		case "exception":
			d.Exception = r.string()
		case "notes":
			d.Notes = items(r, r.note)
		case "fixes":
			d.Fixes = items(r, r.fix)
		default:
			r.skip()
		}
	})
}

func (r *reader) note(n *Note) {
	r.object(func(name string) {
		switch name {
		case "span":
			r.span(&n.Span)
		case "message":
			n.Message = r.string()
		default:
			r.skip()
		}
	})
}

func (r *reader) fix(f *Fix) {
	r.object(func(name string) {
		switch name {
		case "title":
			f.Title = r.string()
		case "edits":
			f.Edits = items(r, r.edit)
		default:
			r.skip()
		}
	})
}

func (r *reader) edit(e *Edit) {
	r.object(func(name string) {
		switch name {
		case "span":
			r.span(&e.Span)
		case "text":
			e.Text = r.string()
		default:
			r.skip()
		}
	})
}
