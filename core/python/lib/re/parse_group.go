package re

import (
	"strconv"
	"unicode"

	"layerglass/core/python/object"
)

// group reads (...) behind its opening bracket; nil for comments and global flags.
func (p *parser) group(verbose *bool, first bool) (*node, error) {
	start := p.tell() - 1
	n := &node{kind: nodeGroup}
	name := ""
	if !p.match('?') {
		return p.body(n, name, true, *verbose, start)
	}
	k := p.get()
	if p.failed != nil {
		return nil, p.failed
	}
	if k.c == none {
		return nil, p.fail("unexpected end of pattern", 0)
	}
	if _, isFlag := inlineFlags[k.c]; !k.escaped && (isFlag || k.c == '-') {
		return p.flagGroup(k.c, n, verbose, first, start)
	}
	switch {
	case k.escaped:
	case k.c == 'P':
		return p.named3(n, *verbose, start)
	case k.c == ':':
		return p.body(n, "", false, *verbose, start)
	case k.c == '>':
		n.kind = nodeAtomic
		return p.body(n, "", false, *verbose, start)
	case k.c == '#':
		return nil, p.comment(start)
	case k.c == '=' || k.c == '!' || k.c == '<':
		return p.look(k.c, *verbose, start)
	case k.c == '(':
		return p.conditional(*verbose, start)
	}
	return nil, p.fail("unknown extension ?"+k.text(), width(k.text())+1)
}

// body reads the inside of a group and its closing bracket.
func (p *parser) body(n *node, name string, capture, verbose bool, start int) (*node, error) {
	if capture {
		var err error
		if n.group, err = p.openGroup(name); err != nil {
			return nil, err
		}
	}
	verbose = (verbose || n.add&flagVerbose != 0) && n.del&flagVerbose == 0
	seq, err := p.alternatives(verbose, false)
	if err != nil {
		return nil, err
	}
	if err := p.closing(start); err != nil {
		return nil, err
	}
	n.kids = []sequence{seq}
	if n.group > 0 {
		lo, hi := seq.width()
		p.widths[n.group] = [2]int{lo, hi}
	}
	return n, nil
}

func (p *parser) closing(start int) error {
	if p.failed != nil {
		return p.failed
	}
	if !p.match(')') {
		return p.fail("missing ), unterminated subpattern", p.tell()-start)
	}
	return p.failed
}

func (p *parser) comment(start int) error {
	for {
		if p.failed != nil {
			return p.failed
		}
		if p.next == none {
			return p.fail("missing ), unterminated comment", p.tell()-start)
		}
		if p.get().is(')') {
			return nil
		}
	}
}

// named3 reads (?P<name>...) and (?P=name) behind the P.
func (p *parser) named3(n *node, verbose bool, start int) (*node, error) {
	switch {
	case p.match('<'):
		name, err := p.groupName('>')
		if err != nil {
			return nil, err
		}
		return p.body(n, name, true, verbose, start)
	case p.match('='):
		name, err := p.groupName(')')
		if err != nil {
			return nil, err
		}
		v := p.names.GetName(name)
		if v == nil {
			return nil, p.fail("unknown group name "+object.QuoteStr(name), width(name)+1)
		}
		group, _ := object.AsInt64(v)
		if !p.closed(int(group)) {
			return nil, p.fail("cannot refer to an open group", width(name)+1)
		}
		if err := p.checkBehind(int(group)); err != nil {
			return nil, err
		}
		return p.reference(int(group)), nil
	}
	k := p.get()
	if p.failed != nil {
		return nil, p.failed
	}
	if k.c == none {
		return nil, p.fail("unexpected end of pattern", 0)
	}
	return nil, p.fail("unknown extension ?P"+k.text(), width(k.text())+2)
}

func (x *scanner) groupName(end rune) (string, error) {
	name, err := x.until(end, "group name")
	if err == nil && !object.IsIdentifier(name) {
		err = x.fail("bad character in group name "+object.QuoteStr(name), width(name)+1)
	}
	return name, err
}

// look reads look-ahead and look-behind behind the first of the characters that tell them apart.
func (p *parser) look(c rune, verbose bool, start int) (*node, error) {
	n := &node{kind: nodeLook}
	outer := p.behind
	if c == '<' {
		k := p.get()
		if p.failed != nil {
			return nil, p.failed
		}
		if k.c == none {
			return nil, p.fail("unexpected end of pattern", 0)
		}
		if !k.is('=') && !k.is('!') {
			return nil, p.fail("unknown extension ?<"+k.text(), width(k.text())+2)
		}
		c, n.behind = k.c, true
		if outer < 0 {
			p.behind = len(p.widths)
		}
	}
	n.negate = c == '!'
	seq, err := p.alternatives(verbose, false)
	if err != nil {
		return nil, err
	}
	if n.behind && outer < 0 {
		p.behind = -1
	}
	n.kids = []sequence{seq}
	return n, p.closing(start)
}

// conditional reads (?(group)yes|no) behind its second bracket.
func (p *parser) conditional(verbose bool, start int) (*node, error) {
	name, err := p.until(')', "group name")
	if err != nil {
		return nil, err
	}
	n := &node{kind: nodeConditional}
	if n.group, err = p.condition(name); err != nil {
		return nil, err
	}
	if err := p.checkBehind(n.group); err != nil {
		return nil, err
	}
	if err := p.t.Deeper(); err != nil {
		return nil, err
	}
	defer p.t.Shallower()
	yes, err := p.sequence(verbose, false)
	if err != nil {
		return nil, err
	}
	n.kids = []sequence{yes}
	if p.match('|') {
		no, err := p.sequence(verbose, false)
		if err != nil {
			return nil, err
		}
		if p.next == '|' && !p.escaped {
			return nil, p.fail("conditional backref with more than two branches", 0)
		}
		n.kids = append(n.kids, no)
	}
	return n, p.closing(start)
}

// condition returns the group that a conditional names.
func (p *parser) condition(name string) (int, error) {
	if object.IsIdentifier(name) {
		v := p.names.GetName(name)
		if v == nil {
			return 0, p.fail("unknown group name "+object.QuoteStr(name), width(name)+1)
		}
		group, _ := object.AsInt64(v)
		return int(group), nil
	}
	group, ok := p.number(name)
	switch {
	case !ok:
		return 0, p.fail("bad character in group name "+object.QuoteStr(name), width(name)+1)
	case group == 0:
		return 0, p.fail("bad group number", width(name)+1)
	case group >= maxGroups:
		return 0, p.fail("invalid group reference "+strconv.Itoa(group), width(name)+1)
	}
	for _, c := range p.conditions {
		if c.group == group {
			return group, nil
		}
	}
	p.conditions = append(p.conditions, condition{group, p.tell() - width(name) - 1})
	return group, nil
}

// flagGroup reads (?flags) and (?flags-flags:...) from the first flag on.
func (p *parser) flagGroup(c rune, n *node, verbose *bool, first bool, start int) (*node, error) {
	global, err := p.inline(c, n)
	if err != nil {
		return nil, err
	}
	if !global {
		return p.body(n, "", false, *verbose, start)
	}
	if !first {
		return nil, p.fail("global flags not at the start of the expression", p.tell()-start)
	}
	*verbose = p.flags&flagVerbose != 0
	return nil, nil
}

// inline reads the flags; global tells that they hold for the whole pattern.
func (p *parser) inline(c rune, n *node) (global bool, err error) {
	if c != '-' {
		if c, err = p.flagsOn(c, n); err != nil {
			return false, err
		}
	}
	if c == ')' {
		p.flags |= n.add
		return true, nil
	}
	if n.add&globalFlags != 0 {
		return false, p.fail("bad inline flags: cannot turn on global flag", 1)
	}
	if c == '-' {
		if err := p.flagsOff(n); err != nil {
			return false, err
		}
	}
	if n.del&globalFlags != 0 {
		return false, p.fail("bad inline flags: cannot turn off global flag", 1)
	}
	if n.add&n.del != 0 {
		return false, p.fail("bad inline flags: flag turned on and off", 1)
	}
	return false, nil
}

// flagsOn reads flags up to one of "-:)", which it returns.
func (p *parser) flagsOn(c rune, n *node) (rune, error) {
	for {
		bit := inlineFlags[c]
		if c == 'L' && !p.subject.isBytes {
			return 0, p.fail("bad inline flags: cannot use 'L' flag with a str pattern", 0)
		}
		if c == 'u' && p.subject.isBytes {
			return 0, p.fail("bad inline flags: cannot use 'u' flag with a bytes pattern", 0)
		}
		n.add |= bit
		if bit&typeFlags != 0 && n.add&typeFlags != bit {
			return 0, p.fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible", 0)
		}
		k, err := p.nextFlag("missing -, : or )", "-:)")
		if err != nil || isNextIn(k, "-:)") {
			return k, err
		}
		c = k
	}
}

func (p *parser) flagsOff(n *node) error {
	c, err := p.nextFlag("missing flag", "")
	for err == nil && c != ':' {
		bit := inlineFlags[c]
		if bit&typeFlags != 0 {
			return p.fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", 0)
		}
		n.del |= bit
		c, err = p.nextFlag("missing :", ":")
	}
	return err
}

// nextFlag reads a flag or one of the characters in ends.
func (p *parser) nextFlag(missing, ends string) (rune, error) {
	k := p.get()
	if p.failed != nil {
		return 0, p.failed
	}
	if k.c == none {
		return 0, p.fail(missing, 0)
	}
	if _, ok := inlineFlags[k.c]; !k.escaped && (ok || isNextIn(k.c, ends)) {
		return k.c, nil
	}
	if !k.escaped && unicode.IsLetter(k.c) {
		missing = "unknown flag"
	}
	return 0, p.fail(missing, width(k.text()))
}
