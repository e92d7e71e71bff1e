package re

import (
	"strconv"

	"layerglass/core/python/object"
)

// parser reads a pattern as Python 3.11 does, with its errors and the places they name.
type parser struct {
	*scanner
	flags  int
	names  *object.Dict
	widths [][2]int // of the groups; lo -1 while a group is open
	behind int      // the first group inside the outermost look-behind, or -1
	// conditions are the places where conditionals named groups by number, which may come later.
	conditions []condition
}

type condition struct{ group, pos int }

func parse(t *object.Thread, s *subject, flags int) (*parser, sequence, error) {
	if err := t.Spend(int64(len(s.s)) * 4); err != nil {
		return nil, nil, err
	}
	x, err := newScanner(t, s)
	if err != nil {
		return nil, nil, err
	}
	p := &parser{scanner: x, flags: flags, names: object.NewDict(), widths: [][2]int{{}}, behind: -1}
	seq, err := p.alternatives(flags&flagVerbose != 0, true)
	if err == nil {
		err = p.failed
	}
	if err != nil {
		return nil, nil, err
	}
	if p.flags, err = fixFlags(s.isBytes, p.flags); err != nil {
		return nil, nil, err
	}
	if p.next != none {
		return nil, nil, p.fail("unbalanced parenthesis", 0)
	}
	for _, c := range p.conditions {
		if c.group >= len(p.widths) {
			return nil, nil, newError("invalid group reference "+strconv.Itoa(c.group), s.object, c.pos)
		}
	}
	return p, seq, nil
}

// alternatives reads sequences between bars, up to a closing bracket or the end.
func (p *parser) alternatives(verbose, top bool) (sequence, error) {
	if err := p.t.Deeper(); err != nil {
		return nil, err
	}
	defer p.t.Shallower()
	var list []sequence
	for {
		seq, err := p.sequence(verbose, top && list == nil)
		if err != nil {
			return nil, err
		}
		list = append(list, seq)
		if !p.match('|') {
			break
		}
		if top {
			verbose = p.flags&flagVerbose != 0
		}
	}
	if len(list) == 1 {
		return list[0], nil
	}
	if set := mergedSet(list); set != nil {
		return sequence{set}, nil
	}
	return sequence{{kind: nodeBranch, kids: list}}, nil
}

// mergedSet makes a set of alternatives that are single characters or sets; nil if they are not.
func mergedSet(list []sequence) *node {
	set := &node{kind: nodeSet}
	for _, s := range list {
		if len(s) != 1 || s[0].negate {
			return nil
		}
		switch n := s[0]; n.kind {
		case nodeUnit:
			set.items = append(set.items, setItem{lo: n.c, hi: n.c})
		case nodeSet:
			set.items = append(set.items, n.items...)
		default:
			return nil
		}
	}
	return set
}

// sequence reads items up to a bar, a closing bracket or the end. first says that global flags may stand here.
func (p *parser) sequence(verbose, first bool) (sequence, error) {
	var seq sequence
	for p.failed == nil {
		if p.next == none || !p.escaped && (p.next == '|' || p.next == ')') {
			break
		}
		k := p.get()
		if verbose && !k.escaped {
			if isNextIn(k.c, whitespace) {
				continue
			}
			if k.c == '#' {
				for p.next != none && !p.get().is('\n') {
				}
				continue
			}
		}
		n, err := p.item(k, &seq, &verbose, first)
		if err != nil {
			return nil, err
		}
		if n != nil {
			seq = append(seq, n)
		}
	}
	return flattened(seq), p.failed
}

func isNextIn(c rune, set string) bool {
	for _, s := range set {
		if s == c {
			return true
		}
	}
	return false
}

// flattened puts the contents of groups that do nothing in their place.
func flattened(seq sequence) sequence {
	out := make(sequence, 0, len(seq))
	for _, n := range seq {
		if n.kind == nodeGroup && n.group == 0 && n.add|n.del == 0 {
			out = append(out, n.kids[0]...)
		} else {
			out = append(out, n)
		}
	}
	return out
}

// item reads one item, of which the first token is taken; nil for one that matches nothing of its own.
func (p *parser) item(k token, seq *sequence, verbose *bool, first bool) (*node, error) {
	if k.escaped {
		return p.escape(k.c)
	}
	switch k.c {
	case '[':
		return p.set()
	case '*', '+', '?', '{':
		return p.repeat(k.c, seq)
	case '.':
		return &node{kind: nodeAny}, nil
	case '(':
		return p.group(verbose, first && len(*seq) == 0)
	case '^':
		return &node{kind: nodeAt, at: atBeginning}, nil
	case '$':
		return &node{kind: nodeAt, at: atEnd}, nil
	}
	return &node{kind: nodeUnit, c: k.c}, nil
}

// set reads [...] behind its opening bracket.
func (p *parser) set() (*node, error) {
	here := p.tell() - 1
	n := &node{kind: nodeSet, negate: p.match('^')}
	for {
		k := p.get()
		if p.failed != nil {
			return nil, p.failed
		}
		if k.c == none {
			return nil, p.fail("unterminated character set", p.tell()-here)
		}
		if k.is(']') && len(n.items) > 0 {
			break
		}
		item, err := p.setItem(k)
		if err != nil {
			return nil, err
		}
		if !p.match('-') {
			n.items = append(n.items, item)
			continue
		}
		end := p.get()
		if p.failed != nil {
			return nil, p.failed
		}
		if end.c == none {
			return nil, p.fail("unterminated character set", p.tell()-here)
		}
		if end.is(']') {
			n.items = append(n.items, item, setItem{lo: '-', hi: '-'})
			break
		}
		last, err := p.setItem(end)
		if err != nil {
			return nil, err
		}
		if item.cat != noCategory || last.cat != noCategory || last.lo < item.lo {
			text := k.text() + "-" + end.text()
			return nil, p.fail("bad character range "+text, width(text))
		}
		n.items = append(n.items, setItem{lo: item.lo, hi: last.lo})
	}
	if it := n.items[0]; len(n.items) == 1 && it.cat == noCategory && it.lo == it.hi {
		return &node{kind: nodeUnit, c: it.lo, negate: n.negate}, nil
	}
	return n, nil
}

func (p *parser) setItem(k token) (setItem, error) {
	if !k.escaped {
		return setItem{lo: k.c, hi: k.c}, nil
	}
	if c := categoryOf(k.c); c != noCategory {
		return setItem{cat: c}, nil
	}
	c, err := p.setEscape(k.c)
	return setItem{lo: c, hi: c}, err
}

// repeat reads a quantifier behind its first character and puts what it repeats into a new node.
func (p *parser) repeat(c rune, seq *sequence) (*node, error) {
	here := p.tell()
	n := &node{kind: nodeRepeat, max: unlimited}
	switch c {
	case '?':
		n.max = 1
	case '+':
		n.min = 1
	case '{':
		if literal, err := p.bounds(n, here); literal || err != nil {
			return &node{kind: nodeUnit, c: c}, err
		}
	}
	if len(*seq) == 0 || (*seq)[len(*seq)-1].kind == nodeAt {
		return nil, p.fail("nothing to repeat", p.tell()-here+1)
	}
	last := (*seq)[len(*seq)-1]
	if last.kind == nodeRepeat {
		return nil, p.fail("multiple repeat", p.tell()-here+1)
	}
	n.kids = []sequence{{last}}
	if last.kind == nodeGroup && last.group == 0 && last.add|last.del == 0 {
		n.kids[0] = last.kids[0]
	}
	switch {
	case p.match('?'):
		n.manner = lazy
	case p.match('+'):
		n.manner = possessive
	}
	*seq = (*seq)[:len(*seq)-1]
	return n, nil
}

// bounds reads {m,n} behind its opening brace; literal tells that the brace is no quantifier.
func (p *parser) bounds(n *node, here int) (literal bool, err error) {
	if p.next == '}' && !p.escaped {
		return true, nil
	}
	low := p.while(len(p.chars), digits)
	high := low
	if p.match(',') {
		high = p.while(len(p.chars), digits)
	}
	if !p.match('}') {
		p.seek(here)
		return true, nil
	}
	if low != "" {
		if n.min, err = repeatCount(low); err != nil {
			return false, err
		}
	}
	if high != "" {
		if n.max, err = repeatCount(high); err != nil {
			return false, err
		}
		if n.max < n.min {
			return false, p.fail("min repeat greater than max repeat", p.tell()-here)
		}
	}
	return false, nil
}

func repeatCount(s string) (int, error) {
	n, err := strconv.ParseUint(s, 10, 62)
	if err != nil || n >= unlimited {
		return 0, object.NewError(object.OverflowErrorClass, "the repetition number is too large")
	}
	return int(n), nil
}

// openGroup gives the next group its number, and its name.
func (p *parser) openGroup(name string) (int, error) {
	group := len(p.widths)
	p.widths = append(p.widths, [2]int{-1, -1})
	if name == "" {
		return group, nil
	}
	if old := p.names.GetName(name); old != nil {
		was, _ := object.AsInt64(old)
		return 0, p.fail("redefinition of group name "+object.QuoteStr(name)+" as group "+strconv.Itoa(group)+"; was group "+
			strconv.Itoa(int(was)), width(name)+1)
	}
	p.names.SetName(name, object.Int(group))
	return group, nil
}

func (p *parser) closed(group int) bool { return group < len(p.widths) && p.widths[group][0] >= 0 }

// checkBehind refuses references inside a look-behind to groups that are not complete before it.
func (p *parser) checkBehind(group int) error {
	switch {
	case p.behind < 0:
		return nil
	case !p.closed(group):
		return p.fail("cannot refer to an open group", 0)
	case group >= p.behind:
		return p.fail("cannot refer to group defined in the same lookbehind subpattern", 0)
	}
	return nil
}

func (p *parser) reference(group int) *node {
	return &node{kind: nodeReference, group: group, lo: p.widths[group][0], hi: p.widths[group][1]}
}
