package view

import (
	"strconv"
	"strings"

	"layerglass/core/protocol"
)

// Call is a call in a program's text, taken apart far enough to change single arguments.
type Call struct {
	// Open and Close are the places of the brackets.
	Open, Close int
	Args        []CallArg
}

// CallArg is one argument as it is written, without white space around it.
type CallArg struct {
	// Name is the keyword, "" for an argument given by position; Star says that it is unpacked.
	Name string
	Star bool
	// Start and End are the whole argument, Value where its value begins.
	Start, Value, End int
}

// ParseCall takes apart the call whose callee ends at a place of the text. It returns nil when there is no whole call.
func ParseCall(text string, at int) *Call {
	for at < len(text) && (text[at] == ' ' || text[at] == '\t') {
		at++
	}
	if at < 0 || at >= len(text) || text[at] != '(' {
		return nil
	}
	c := &Call{Open: at, Close: -1}
	var open []byte // the closing brackets that are waited for
	start := at + 1
	for i := at; i < len(text); {
		switch b := text[i]; b {
		case '\'', '"':
			end, closed := skipString(text, i)
			if !closed {
				return nil
			}
			i = end
			continue
		case '#':
			for i < len(text) && text[i] != '\n' {
				i++
			}
			continue
		case '(':
			open = append(open, ')')
		case '[', '{':
			open = append(open, b+2) // in ASCII the closing one is two further on
		case ')', ']', '}':
			if open[len(open)-1] != b {
				return nil
			}
			if open = open[:len(open)-1]; len(open) == 0 {
				c.add(text, start, i)
				c.Close = i
				return c
			}
		case ',':
			if len(open) == 1 {
				c.add(text, start, i)
				start = i + 1
			}
		}
		i++
	}
	return nil
}

// skipString returns the place behind the string literal that begins at i, and whether it ends at all.
func skipString(text string, i int) (end int, closed bool) {
	quote := text[i : i+1]
	if strings.HasPrefix(text[i:], strings.Repeat(quote, 3)) {
		quote = strings.Repeat(quote, 3)
	}
	for i += len(quote); i < len(text); i++ {
		switch {
		case text[i] == '\\':
			i++
		case len(quote) == 1 && text[i] == '\n':
			return i, false
		case strings.HasPrefix(text[i:], quote):
			return i + len(quote), true
		}
	}
	return len(text), false
}

// add takes in the argument between two places, if there is one.
func (c *Call) add(text string, start, end int) {
	start = skipBlank(text, start, end)
	end = start + len(strings.TrimRight(stripComments(text[start:end]), " \t\r\n\\"))
	if start >= end {
		return
	}
	a := CallArg{Start: start, Value: start, End: end}
	switch {
	case text[start] == '*':
		a.Star = true
	case isLetter(text[start]):
		i := start
		for i < end && (isLetter(text[i]) || text[i] >= '0' && text[i] <= '9') {
			i++
		}
		eq := skipBlank(text, i, end)
		if eq < end && text[eq] == '=' && !strings.HasPrefix(text[eq:], "==") {
			a.Name, a.Value = text[start:i], skipBlank(text, eq+1, end)
		}
	}
	c.Args = append(c.Args, a)
}

func isLetter(b byte) bool { return b == '_' || b|0x20 >= 'a' && b|0x20 <= 'z' || b >= 0x80 }

// skipBlank passes over white space and comments.
func skipBlank(text string, at, end int) int {
	for at < end {
		switch text[at] {
		case ' ', '\t', '\r', '\n', '\\':
			at++
		case '#':
			for at < end && text[at] != '\n' {
				at++
			}
		default:
			return at
		}
	}
	return at
}

// stripComments replaces the comments of an argument's end by white space of the same length.
func stripComments(s string) string {
	for i := 0; i < len(s); {
		switch s[i] {
		case '\'', '"':
			i, _ = skipString(s, i)
			continue
		case '#':
			end := i + strings.IndexByte(s[i:], '\n')
			if end < i {
				end = len(s)
			}
			s = s[:i] + strings.Repeat(" ", end-i) + s[end:]
			i = end
			continue
		}
		i++
	}
	return s
}

// Find returns the index of the argument that a parameter takes, or -1. Arguments by position fill the parameters in order.
func (c *Call) Find(parameters []protocol.Argument, name string) int {
	for i := range c.Args {
		a := &c.Args[i]
		if a.Name == name || a.Name == "" && !a.Star && i < len(parameters) && parameters[i].Name == name && !parameters[i].KeywordOnly {
			return i
		}
	}
	return -1
}

// Set returns the edit that gives a parameter a value. The empty value takes the argument out, so that the default counts.
func (c *Call) Set(text string, parameters []protocol.Argument, name, value string) protocol.Edit {
	i := c.Find(parameters, name)
	switch {
	case i >= 0 && value != "":
		return edit(c.Args[i].Value, c.Args[i].End, value)
	case i >= 0:
		return c.remove(text, i)
	case value == "":
		return edit(c.Close, c.Close, "")
	case len(c.Args) == 0:
		return edit(c.Open+1, c.Open+1, name+"="+value)
	}
	last := &c.Args[len(c.Args)-1]
	return edit(last.End, last.End, ","+c.gap(text, last)+name+"="+value)
}

func edit(start, end int, text string) protocol.Edit {
	return protocol.Edit{Span: protocol.Span{Start: start, End: end}, Text: text}
}

// gap returns what stands between arguments: a space, or a new line where each has its own.
func (c *Call) gap(text string, last *CallArg) string {
	line := lineStart(text, last.Start)
	if indent := text[line:last.Start]; line > c.Open && strings.TrimSpace(indent) == "" {
		return "\n" + indent
	}
	return " "
}

// remove returns the edit that takes an argument out. One given by position takes the ones after it along: they would move up.
func (c *Call) remove(text string, i int) protocol.Edit {
	from, to := c.Args[i].Start, c.Args[i].End
	switch {
	case i > 0:
		from = c.Args[i-1].End
	case len(c.Args) > 1:
		to = c.Args[1].Start
	case strings.TrimLeft(stripComments(text[to:c.Close]), " \t\r\n,") == "":
		to = c.Close
	}
	return edit(from, to, "")
}

// Removable reports whether an argument can be taken out without moving others.
func (c *Call) Removable(i int) bool {
	return c.Args[i].Name != "" || i == len(c.Args)-1 || c.Args[i+1].Name != ""
}

// Text returns an argument's value as it is written.
func (c *Call) Text(text string, i int) string { return text[c.Args[i].Value:c.Args[i].End] }

// Writing is what is put into a program to make an object of a class.
type Writing struct {
	// Edits are in the order of the text; At is where the class's name ends once they are made.
	Edits []protocol.Edit
	Name  string // the new variable
	At    int
}

// Write returns the edits that make an object at the end of a program, with an import where one is needed.
func Write(text string, e *protocol.Entry) Writing {
	prefix, importing := qualifier(text, e.Public)
	name := freeName(text, snake(e.Name))
	var w Writing
	if importing != "" {
		at := importPlace(text)
		w.Edits = append(w.Edits, edit(at, at, importing+"\n"))
	}
	lead := ""
	if trimmed := strings.TrimRight(text, " \t"); trimmed != "" && !strings.HasSuffix(trimmed, "\n") {
		lead = "\n"
	}
	line := lead + name + " = " + prefix + e.Name
	w.At = len(text) + len(line)
	if importing != "" {
		w.At += len(importing) + 1
	}
	var required []string
	for i := range e.Arguments {
		if a := &e.Arguments[i]; a.Required {
			required = append(required, a.Name+"="+firstValue(a, prefix))
		}
	}
	w.Edits = append(w.Edits, edit(len(text), len(text), line+"("+strings.Join(required, ", ")+")\n"))
	w.Name = name
	return w
}

// qualifier returns what stands before a class's name in this program, and the import it needs when it has none.
func qualifier(text, public string) (prefix, importing string) {
	module := public[:max(strings.LastIndexByte(public, '.'), 0)] // "keras.layers"
	short := module[strings.LastIndexByte(module, '.')+1:]
	for line := range strings.Lines(text) {
		switch line = strings.TrimRight(line, " \t\r\n"); {
		case line == "from keras import "+short, line == "from tensorflow.keras import "+short, line == "import "+module+" as "+short:
			return short + ".", ""
		case strings.HasPrefix(line, "from keras import ") && hasWord(line[len("from keras import "):], short):
			return short + ".", ""
		case strings.HasPrefix(line, "from tensorflow.keras import ") && hasWord(line[len("from tensorflow.keras import "):], short):
			return short + ".", ""
		case line == "import keras", line == "from tensorflow import keras":
			prefix = module + "."
		case line == "import tensorflow as tf" && prefix == "":
			prefix = "tf." + module + "."
		}
	}
	if prefix != "" {
		return prefix, ""
	}
	if short == "keras" || short == "" {
		return "keras.", "import keras"
	}
	return short + ".", "from keras import " + short
}

// hasWord reports whether a list of imported names has one, under its own name.
func hasWord(list, name string) bool {
	for part := range strings.SplitSeq(strings.Trim(list, "() "), ",") {
		if strings.TrimSpace(part) == name {
			return true
		}
	}
	return false
}

// importPlace is behind the last import at the top of a program, or behind its first comments.
func importPlace(text string) int {
	at, place := 0, 0
	for line := range strings.Lines(text) {
		at += len(line)
		switch trimmed := strings.TrimSpace(line); {
		case strings.HasPrefix(line, "import "), strings.HasPrefix(line, "from "):
			if strings.HasSuffix(line, "\n") && !strings.Contains(line, "(") {
				place = at
			}
		case trimmed == "":
		case strings.HasPrefix(line, "#"):
			if place == 0 && strings.HasSuffix(line, "\n") {
				place = at
			}
		default:
			return place
		}
	}
	return place
}

// snake writes a class's name as Keras names its layers: Conv2D is conv2d, LSTMCell is lstm_cell.
func snake(name string) string {
	var b strings.Builder
	for i := 0; i < len(name); i++ {
		c := name[i]
		upper := c >= 'A' && c <= 'Z'
		before := i > 0 && name[i-1] >= 'a' && name[i-1] <= 'z'
		after := i > 0 && i+1 < len(name) && name[i+1] >= 'a' && name[i+1] <= 'z'
		if upper && i > 0 && (before || after) {
			b.WriteByte('_')
		}
		if upper {
			c |= 0x20
		}
		b.WriteByte(c)
	}
	return b.String()
}

// freeName returns a name that the program does not use yet.
func freeName(text, name string) string {
	for n := 1; ; n++ {
		candidate := name
		if n > 1 {
			candidate += "_" + strconv.Itoa(n)
		}
		if !usesName(text, candidate) {
			return candidate
		}
	}
}

func usesName(text, name string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], name)
		if i < 0 {
			return false
		}
		at += i
		end := at + len(name)
		wordBefore := at > 0 && (isLetter(text[at-1]) || text[at-1] >= '0' && text[at-1] <= '9' || text[at-1] == '.')
		wordAfter := end < len(text) && (isLetter(text[end]) || text[end] >= '0' && text[end] <= '9')
		if !wordBefore && !wordAfter {
			return true
		}
		at = end
	}
}

// samples are first values for arguments that must be given, by name: small, usual ones.
var samples = map[string]string{
	"units": "64", "filters": "32", "rate": "0.5", "stddev": "0.1", "input_dim": "1000", "output_dim": "64", "num_heads": "8", "key_dim": "64",
	"head_dim": "64", "num_query_heads": "8", "num_key_value_heads": "2", "target_shape": "(-1,)", "dims": "(2, 1)", "n": "4", "axes": "-1",
	"function": "lambda x: x", "num_bins": "10", "num_tokens": "10", "height": "32", "width": "32", "factor": "0.2", "scale": "1 / 255",
	"learning_rate": "0.001", "initial_learning_rate": "0.01", "decay_steps": "1000", "decay_rate": "0.9", "boundaries": "[1000]", "values": "[0.1, 0.01]",
	"activation": "'relu'", "num_classes": "10", "data": "[1, 2, 3]", "shape": "(32,)", "max_value": "1.0", "value": "1.0",
}

// firstValue returns a first value for an argument.
func firstValue(a *protocol.Argument, prefix string) string {
	if v := samples[a.Name]; v != "" {
		return v
	}
	switch {
	case len(a.Allowed) > 0:
		return a.Allowed[0]
	case a.Name == "layer":
		return prefix + "LSTM(8)"
	case a.Name == "cell":
		return prefix + "LSTMCell(8)"
	case a.Form == "int":
		return "1"
	case a.Form == "ints":
		return "3"
	case a.Form == "float":
		return "0.5"
	case a.Form == "bool":
		return "True"
	case a.Form == "str":
		return "'" + a.Name + "'"
	}
	return "None"
}
