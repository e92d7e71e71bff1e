package re

import "layerglass/core/python/object"

// A program is what a pattern is compiled to: instructions for the matcher of match.go.

type opcode uint8

const (
	opMatch      opcode = iota // the end of the pattern
	opSuccess                  // the end of a part that is matched on its own
	opUnit                     // one character
	opAt                       // an anchor
	opJump                     // go on at x
	opSplit                    // go on at x, or else at y
	opSave                     // note the place as mark x
	opRepeatUnit               // a character repeatedly
	opLoop                     // begin loop x; its turn is decided at y
	opTurn                     // the end of a turn of loop x, whose body begins at y
	opAtomic                   // match what follows up to opSuccess on its own; go on at x
	opPossessive               // the same repeatedly
	opLook                     // the same at this place, without moving
	opReference                // the text of group x
	opCondition                // go on at y if group x did not match
)

type instruction struct {
	op       opcode
	manner   manner
	at       anchor
	negate   bool // of opLook
	fold     folding
	ascii    bool // of opAt: words are those of ASCII
	x, y     int
	min, max int // of repeats
	back     int // of opLook: how far back to begin
	unit     unit
}

type program struct {
	code   []instruction
	loops  int
	groups int    // without group 0
	prefix []rune // characters with which every match begins
	least  int    // the least length of a match
}

type compiler struct {
	program
	t       *object.Thread
	pattern object.Object
}

func compile(t *object.Thread, p *parser, seq sequence) (*program, error) {
	c := &compiler{t: t, pattern: p.subject.object}
	c.groups = len(p.widths) - 1
	c.least, _ = seq.width()
	if err := c.sequence(seq, p.flags); err != nil {
		return nil, err
	}
	c.emit(instruction{op: opMatch})
	for i := range c.code {
		in := &c.code[i]
		if in.op != opUnit || in.unit.kind != oneCharacter || in.unit.fold != exact {
			break
		}
		c.prefix = append(c.prefix, in.unit.c)
	}
	return &c.program, nil
}

func (c *compiler) emit(in instruction) int {
	c.code = append(c.code, in)
	return len(c.code) - 1
}

func (c *compiler) here() int { return len(c.code) }

func (c *compiler) sequence(seq sequence, flags int) error {
	if err := c.t.Spend(int64(len(seq))); err != nil {
		return err
	}
	for _, n := range seq {
		if err := c.node(n, flags); err != nil {
			return err
		}
	}
	return nil
}

func (c *compiler) node(n *node, flags int) error {
	switch n.kind {
	case nodeUnit, nodeAny, nodeSet:
		c.emit(instruction{op: opUnit, unit: unitOf(n, flags)})
	case nodeAt:
		at := n.at
		if flags&flagMultiline != 0 && at == atBeginning {
			at = atLineBegin
		} else if flags&flagMultiline != 0 && at == atEnd {
			at = atLineEnd
		}
		c.emit(instruction{op: opAt, at: at, ascii: flags&flagUnicode == 0})
	case nodeBranch:
		return c.branch(n, flags)
	case nodeRepeat:
		return c.repeat(n, flags)
	case nodeGroup:
		return c.group(n, flags)
	case nodeAtomic:
		return c.apart(instruction{op: opAtomic}, n, flags)
	case nodeLook:
		return c.look(n, flags)
	case nodeReference:
		c.emit(instruction{op: opReference, x: n.group, fold: foldingOf(flags)})
	case nodeConditional:
		return c.conditional(n, flags)
	}
	return nil
}

func unitOf(n *node, flags int) unit {
	switch {
	case n.kind == nodeAny && flags&flagDotAll != 0:
		return unit{kind: anyCharacter}
	case n.kind == nodeAny:
		return unit{kind: anyButNewline}
	case n.kind == nodeUnit:
		return newUnit(n.c, n.negate, flags)
	}
	return unit{kind: inSet, set: newCharset(n.items, n.negate, flags)}
}

func (c *compiler) branch(n *node, flags int) error {
	var jumps []int
	for i, k := range n.kids {
		split := -1
		if i < len(n.kids)-1 {
			split = c.emit(instruction{op: opSplit, x: c.here() + 1})
		}
		if err := c.sequence(k, flags); err != nil {
			return err
		}
		if split >= 0 {
			jumps = append(jumps, c.emit(instruction{op: opJump}))
			c.code[split].y = c.here()
		}
	}
	for _, j := range jumps {
		c.code[j].x = c.here()
	}
	return nil
}

func (c *compiler) repeat(n *node, flags int) error {
	body := n.kids[0]
	if one := body.single(); one != nil {
		c.emit(instruction{op: opRepeatUnit, manner: n.manner, min: n.min, max: n.max, unit: unitOf(one, flags)})
		return nil
	}
	if n.manner == possessive {
		return c.apart(instruction{op: opPossessive, min: n.min, max: n.max}, n, flags)
	}
	loop := c.newLoop()
	begin := c.emit(instruction{op: opLoop, x: loop})
	if err := c.sequence(body, flags); err != nil {
		return err
	}
	c.code[begin].y = c.emit(instruction{op: opTurn, manner: n.manner, x: loop, y: begin + 1, min: n.min, max: n.max})
	return nil
}

func (c *compiler) newLoop() int {
	c.loops++
	return c.loops - 1
}

func (c *compiler) group(n *node, flags int) error {
	if n.group > 0 {
		c.emit(instruction{op: opSave, x: 2 * (n.group - 1)})
	}
	if err := c.sequence(n.kids[0], combine(flags, n.add, n.del)); err != nil {
		return err
	}
	if n.group > 0 {
		c.emit(instruction{op: opSave, x: 2*(n.group-1) + 1})
	}
	return nil
}

// apart emits a part that is matched on its own.
func (c *compiler) apart(in instruction, n *node, flags int) error {
	at := c.emit(in)
	if err := c.sequence(n.kids[0], flags); err != nil {
		return err
	}
	c.emit(instruction{op: opSuccess})
	c.code[at].x = c.here()
	return nil
}

func (c *compiler) look(n *node, flags int) error {
	in := instruction{op: opLook, negate: n.negate}
	if n.behind {
		lo, hi := n.kids[0].width()
		if lo != hi {
			return newError("look-behind requires fixed-width pattern", object.None, -1)
		}
		in.back = lo
	}
	return c.apart(in, n, flags)
}

func (c *compiler) conditional(n *node, flags int) error {
	at := c.emit(instruction{op: opCondition, x: n.group})
	if err := c.sequence(n.kids[0], flags); err != nil {
		return err
	}
	if len(n.kids) > 1 && len(n.kids[1]) > 0 {
		jump := c.emit(instruction{op: opJump})
		c.code[at].y = c.here()
		if err := c.sequence(n.kids[1], flags); err != nil {
			return err
		}
		c.code[jump].x = c.here()
		return nil
	}
	c.code[at].y = c.here()
	return nil
}
