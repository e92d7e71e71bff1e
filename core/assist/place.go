package assist

// place is where in the text a question points.
type place struct {
	at     int
	before []word // the words of the statement that end before the place, without the one being written
	word   word   // the name or string that the place stands in or behind, or an empty one
	string bool   // word is a string, and the place is inside of it
	first  bool   // nothing of the statement stands before
}

// locate finds the statement and the word at an offset; ok is false inside a comment.
func (o *outline) locate(at int) (p place, ok bool) {
	p = place{at: at, word: word{start: at, end: at}}
	all := o.at(at)
	for i, w := range all {
		if w.start >= at {
			break
		}
		inside := at <= w.end
		switch {
		case w.kind == wordString && (at < w.end || w.open && inside):
			p.word, p.string = w, true
		case w.kind == wordName && inside:
			p.word = w
		default:
			p.before = all[:i+1]
			continue
		}
		p.before = all[:i]
		break
	}
	p.first = len(p.before) == 0
	return p, !o.inComment(at)
}

// at returns the words of the statement that an offset belongs to.
func (o *outline) at(at int) []word {
	var found []word
	for _, s := range o.statements {
		if s.words[0].start > at {
			break
		}
		found = s.words
	}
	if len(found) == 0 {
		return nil
	}
	// A place on a later line belongs to the statement only as long as a bracket of it is open.
	last := found[len(found)-1]
	if last.end < at && opened(found) < 0 {
		for i := last.end; i < at && i < len(o.text); i++ {
			if o.text[i] == '\n' {
				return nil
			}
		}
	}
	return found
}

func (o *outline) inComment(at int) bool {
	start := at
	for start > 0 && o.text[start-1] != '\n' {
		start--
	}
	line := o.text[start:lineEnd(o.text, start)]
	for _, w := range words(line) {
		if w.kind == wordComment && start+w.start < at && !o.inString(start+w.start) {
			return true
		}
	}
	return false
}

// inString reports whether a place lies in a string that began on an earlier line.
func (o *outline) inString(at int) bool {
	for _, s := range o.statements {
		for _, w := range s.words {
			if w.kind == wordString && w.start < at && at < w.end {
				return true
			}
		}
	}
	return false
}

// opened returns the index of the innermost bracket that the words leave open, or -1.
func opened(w []word) int {
	depth := 0
	for i := len(w) - 1; i >= 0; i-- {
		switch w[i].text {
		case ")", "]", "}":
			depth++
		case "(", "[", "{":
			if depth == 0 {
				return i
			}
			depth--
		}
	}
	return -1
}

// primary returns where the chain of names, attributes, calls and subscripts begins that ends with the words, or len(w).
func primary(w []word) int {
	i := len(w)
	for i > 0 {
		last := w[i-1]
		switch {
		case last.text == ")" || last.text == "]" || last.text == "}":
			open := opening(w, i-1)
			if open < 0 {
				return len(w)
			}
			i = open
			if open > 0 && continues(w[open-1]) {
				continue
			}
		case last.kind == wordName && !isKeyword(last.text) || last.kind == wordString:
			i--
		default:
			return len(w)
		}
		if i > 0 && w[i-1].text == "." {
			if i--; i == 0 {
				return len(w)
			}
			continue
		}
		return i
	}
	return i
}

// continues reports whether a bracket behind the word is a call or a subscript of it.
func continues(w word) bool {
	return w.kind == wordName && !isKeyword(w.text) || w.text == ")" || w.text == "]" || w.kind == wordString
}

func opening(w []word, i int) int {
	depth := 0
	for ; i >= 0; i-- {
		switch w[i].text {
		case ")", "]", "}":
			depth++
		case "(", "[", "{":
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// call is the call around a place.
type call struct {
	callee   []word
	given    [][]word // the arguments before the one at the place
	position int      // how many of them have no name
	keyword  string   // the name of the argument at the place, "" for none
	names    map[string]bool
	begun    int // how many words of the argument at the place stand before it
}

// callAround finds the call whose brackets hold the place; nil when there is none.
func (p *place) callAround() *call {
	w := p.before
	for {
		i := opened(w)
		if i < 0 {
			return nil
		}
		if w[i].text == "(" && i > 0 && continues(w[i-1]) {
			from := primary(w[:i])
			if from < i && !(from > 0 && (w[from-1].text == "def" || w[from-1].text == "class")) {
				return newCall(w[from:i], p.before[i+1:])
			}
		}
		if w[i].text != "(" || i == 0 || !continues(w[i-1]) {
			w = w[:i]
			continue
		}
		return nil
	}
}

func newCall(callee, inside []word) *call {
	c := &call{callee: callee, names: map[string]bool{}}
	parts := split(inside)
	if n := len(inside); n > 0 && len(parts) > 0 && (inside[n-1].text != "," || opened(inside) >= 0) {
		current := parts[len(parts)-1]
		parts = parts[:len(parts)-1]
		c.begun = len(current)
		if len(current) > 1 && current[1].text == "=" {
			c.keyword = current[0].text
		}
	}
	c.given = parts
	for _, g := range parts {
		if len(g) > 1 && g[0].kind == wordName && g[1].text == "=" {
			c.names[g[0].text] = true
		} else {
			c.position++
		}
	}
	return c
}

var keywords = map[string]bool{"False": true, "None": true, "True": true, "and": true, "as": true, "assert": true, "async": true, "await": true,
	"break": true, "class": true, "continue": true, "def": true, "del": true, "elif": true, "else": true, "except": true, "finally": true, "for": true,
	"from": true, "global": true, "if": true, "import": true, "in": true, "is": true, "lambda": true, "nonlocal": true, "not": true, "or": true,
	"pass": true, "raise": true, "return": true, "try": true, "while": true, "with": true, "yield": true}

func isKeyword(s string) bool { return keywords[s] }
