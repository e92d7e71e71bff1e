package view

import "strings"

const (
	outputLines = 2000
	outputBytes = 200_000
)

// Output writes the pane that shows what the program printed, and the traceback of what stopped it.
func Output(s *State) Markup {
	var w builder
	r := s.Result
	if r == nil {
		w.paragraph("empty", "The program has not run yet.")
		return w.markup()
	}
	if r.Stdout == "" && r.Stderr == "" && r.Exception == nil {
		w.paragraph("empty", "The program printed nothing.")
	}
	w.stream("out", r.Stdout)
	if r.Truncated {
		w.paragraph("stale", "The program printed more than is kept here; the rest was dropped.")
	}
	if r.Stderr != "" {
		w.raw(`<h3>stderr</h3>`)
		w.stream("out err", r.Stderr)
	}
	if r.Exception != nil {
		w.traceback(r.Exception.Traceback)
	}
	return w.markup()
}

// stream writes printed text. Very long text is cut in the middle of the pane, not in what Copy takes.
func (w *builder) stream(class literal, text string) {
	if text == "" {
		return
	}
	shown, cut := head(text)
	w.pre(class, shown)
	if cut > 0 {
		w.paragraph("stale", group(int64(cut))+" more characters are not drawn. Copy takes all of it.")
	}
}

// traceback writes a traceback. The lines of marks under the code are set apart, for a page too narrow for them.
func (w *builder) traceback(text string) {
	shown, _ := head(text)
	w.raw("<pre class=\"out traceback\">\n")
	for line := range strings.Lines(shown) {
		if marks := strings.Trim(line, " \n"); marks != "" && strings.Trim(marks, "^~") == "" {
			w.element("span", "carets", line)
		} else {
			w.text(line)
		}
	}
	w.raw("</pre>")
}

// head returns the beginning of a text that is not too much to draw, and how many bytes it leaves out.
func head(text string) (string, int) {
	at := 0
	for range outputLines {
		i := strings.IndexByte(text[at:], '\n')
		if i < 0 {
			at = len(text)
			break
		}
		at += i + 1
	}
	at = min(at, outputBytes)
	for at < len(text) && text[at]&0xc0 == 0x80 {
		at--
	}
	return text[:at], len(text) - at
}
