package view

import "strings"

const (
	outputLines = 2000
	outputBytes = 100_000
	// traceLine is how much of a line of a traceback is drawn: a line of code may be all of a pasted file.
	traceLine = 4000
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
	w.raw(`<pre class="`)
	w.raw(class)
	w.raw("\">\n")
	for shown != "" {
		n := tableAt(shown)
		if n > 0 {
			w.element("span", "drawing", shown[:n])
		} else {
			n = plainAt(shown)
			w.text(shown[:n])
		}
		shown = shown[n:]
	}
	w.raw("</pre>")
	if cut > 0 {
		w.paragraph("stale", group(int64(cut))+" more characters are not drawn. Copy takes all of it.")
	}
}

// tableAt returns how many bytes of text, from its beginning on, are lines drawn with the characters for boxes, such as a model's summary. Where such lines
// are wrapped nothing in them lines up.
func tableAt(text string) int {
	n := 0
	for line := range strings.Lines(text) {
		if !drawsBox(line) {
			break
		}
		n += len(line)
	}
	return n
}

// plainAt returns how many bytes of text come before the next line that draws a box; those of the first line at least.
func plainAt(text string) int {
	n := 0
	for line := range strings.Lines(text) {
		if n > 0 && drawsBox(line) {
			break
		}
		n += len(line)
	}
	return n
}

// drawsBox reports whether a line begins with a character for boxes, from U+2500 to U+257F.
func drawsBox(line string) bool {
	line = strings.TrimLeft(line, " ")
	return len(line) > 2 && line[0] == 0xe2 && (line[1] == 0x94 || line[1] == 0x95)
}

// traceback writes a traceback. The lines of marks under the code are set apart, for a page too narrow for them.
func (w *builder) traceback(text string) {
	w.raw("<pre class=\"out traceback\">\n")
	lines, end := outputLines, w.b.Len()+outputBytes
	for line := range strings.Lines(text) {
		if lines--; lines < 0 || w.b.Len() > end {
			break
		}
		if marks := strings.Trim(line, " \n"); marks != "" && strings.Trim(marks, "^~") == "" {
			if len(line) <= traceLine { // of code that is not drawn there is nothing to mark
				w.element("span", "carets", line)
			}
		} else {
			w.text(cutLine(line))
		}
	}
	w.raw("</pre>")
}

// cutLine returns the beginning of a line that is too long to be read.
func cutLine(line string) string {
	if len(line) <= traceLine+1 {
		return line
	}
	return shorten(strings.TrimSuffix(line, "\n"), traceLine) + "\n"
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
