package core

import (
	"layerglass/core/protocol"
	"layerglass/core/python/diag"
	"layerglass/core/python/source"
)

func span(s source.Span) protocol.Span {
	return protocol.Span{Start: int(s.Start), End: int(s.End)}
}

// diagnostics puts what the doctor said into the protocol's form.
func diagnostics(file *source.File, list []diag.Diagnostic) []protocol.Diagnostic {
	out := make([]protocol.Diagnostic, 0, len(list))
	for _, d := range list {
		p := protocol.Diagnostic{
			Code: string(d.Code), Severity: d.Severity.String(), Span: span(d.Span),
			Message: d.Message, Why: d.Why, Exception: d.Exception,
		}
		if !d.Span.IsZero() {
			line, column := file.Position(d.Span.Start)
			p.Line, p.Column = line, column+1
		}
		for _, n := range d.Notes {
			p.Notes = append(p.Notes, protocol.Note{Span: span(n.Span), Message: n.Message})
		}
		for _, f := range d.Fixes {
			fix := protocol.Fix{Title: f.Title}
			for _, e := range f.Edits {
				fix.Edits = append(fix.Edits, protocol.Edit{Span: span(e.Span), Text: e.Text})
			}
			p.Fixes = append(p.Fixes, fix)
		}
		out = append(out, p)
	}
	return out
}
