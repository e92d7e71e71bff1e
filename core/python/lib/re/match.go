package re

import "layerglass/core/python/object"

// matcher runs a program by backtracking. What to try next, and what to put back before that, stands on a stack of its own,
// so that long texts need no deep calls.
type matcher struct {
	*program
	t     *object.Thread
	text  *text
	begin int // of the text
	end   int // of what may be searched
	start int // of this attempt

	marks     []int32 // two for each group; -1: not set
	lastGroup int32   // the group that was closed last
	counts    []int32 // turns of the loops
	lasts     []int32 // where the last optional turn of each loop began

	stack []frame
	steps int
	room  int // of stack, already paid for

	wholeText   bool // the match must reach the end
	mustAdvance bool // and must not be empty at this start
	err         error
}

type frameKind uint8

const (
	tryAt    frameKind = iota // go on at instruction a, place b
	fewer                     // a greedy repeat of a character: give one back
	more                      // a lazy one: take one more
	oneTurn                   // a lazy loop: take one more turn
	putMark                   // put back mark a
	putGroup                  // put back lastGroup
	putCount                  // put back the count of loop a
	putLast                   // put back the last place of loop a
)

type frame struct {
	kind    frameKind
	a, b, c int32
}

func newMatcher(t *object.Thread, p *program, x *text, end int) *matcher {
	m := &matcher{program: p, t: t, text: x, end: end, marks: make([]int32, 2*p.groups), counts: make([]int32, p.loops), lasts: make([]int32, p.loops)}
	m.reset()
	return m
}

func (m *matcher) reset() {
	for i := range m.marks {
		m.marks[i] = -1
	}
	m.lastGroup = 0
	m.stack = m.stack[:0]
}

func (m *matcher) push(kind frameKind, a, b, c int) {
	if len(m.stack) == m.room {
		m.room = 2*m.room + 64
		if err := m.t.Alloc(int64(m.room) * 8); err != nil && m.err == nil {
			m.err = err
		}
	}
	m.stack = append(m.stack, frame{kind, int32(a), int32(b), int32(c)})
}

const stepsPerSpend = 256

// spend counts a step and now and then takes what was counted from the session's budget.
func (m *matcher) spend() bool {
	if m.steps++; m.steps >= stepsPerSpend {
		m.pay()
	}
	return m.err == nil
}

func (m *matcher) pay() {
	if err := m.t.Spend(int64(m.steps)); err != nil && m.err == nil {
		m.err = err
	}
	m.steps = 0
}

// try matches at one place.
func (m *matcher) try(at int) (end int, ok bool) {
	m.reset()
	m.start = at
	return m.run(0, at, true)
}

// search finds the first match from a place on; m.start is where it begins.
func (m *matcher) search(from int) (end int, ok bool) {
	for at := from; at <= m.end-m.least; at++ {
		if at = m.candidate(at); at < 0 {
			return 0, false
		}
		if end, ok := m.try(at); ok || m.err != nil {
			return end, ok && m.err == nil
		}
		m.mustAdvance = false
		if !m.spend() {
			return 0, false
		}
	}
	return 0, false
}

// candidate returns the first place from at on where a match could begin, or -1.
func (m *matcher) candidate(at int) int {
	last := m.end - m.least
	first := &m.code[0]
	if first.op != opUnit {
		return at
	}
	for begin := at; at <= last; at++ {
		if len(m.prefix) > 0 && m.beginsAt(at) || len(m.prefix) == 0 && first.unit.matches(m.text.at(at)) {
			m.steps += (at - begin) / 8
			if at > begin {
				m.mustAdvance = false
			}
			return at
		}
	}
	return -1
}

func (m *matcher) beginsAt(at int) bool {
	for i, r := range m.prefix {
		if m.text.at(at+i) != r {
			return false
		}
	}
	return true
}

// run goes through the program from an instruction and a place until opMatch or opSuccess; top tells the whole pattern from
// a part matched on its own. If it fails, everything is as before.
func (m *matcher) run(pc, at int, top bool) (end int, ok bool) {
	base := len(m.stack)
	for m.spend() {
		in := &m.code[pc]
		pc++
		failed := false
		switch in.op {
		case opUnit:
			failed = at >= m.end || !in.unit.matches(m.text.at(at))
			at++
		case opMatch:
			if failed = m.wholeText && at != m.end || m.mustAdvance && at == m.start; !failed {
				return at, true
			}
		case opSuccess:
			return at, true
		case opJump:
			pc = in.x
		case opSplit:
			m.push(tryAt, in.y, at, 0)
			pc = in.x
		case opSave:
			m.save(in.x, at)
		case opAt:
			failed = !m.anchored(in, at)
		case opRepeatUnit:
			at, failed = m.repeatUnit(in, pc-1, at)
		case opLoop:
			m.setCount(in.x, -1)
			m.setLast(in.x, -1)
			pc = in.y
		case opTurn:
			pc = m.turn(in, pc, at)
		default:
			pc, at, failed = m.part(in, pc, at)
		}
		if failed {
			if pc, at = m.back(base); pc < 0 {
				return 0, false
			}
		}
	}
	return 0, false
}

// part does the rarer instructions.
func (m *matcher) part(in *instruction, pc, at int) (next, to int, failed bool) {
	switch in.op {
	case opReference:
		at, failed = m.reference(in, at)
	case opCondition:
		if from, to := m.span(in.x); from < 0 || to < from {
			pc = in.y
		}
	case opAtomic:
		base := len(m.stack)
		end, ok := m.run(pc, at, false)
		if !ok {
			return pc, at, true
		}
		m.commit(base)
		return in.x, end, false
	case opPossessive:
		return m.possessive(in, pc, at)
	case opLook:
		return in.x, at, !m.look(in, pc, at)
	}
	return pc, at, failed
}

// back takes frames off the stack until one tells where to go on; pc is -1 if there is none above base.
func (m *matcher) back(base int) (pc, at int) {
	for len(m.stack) > base {
		f := &m.stack[len(m.stack)-1]
		switch f.kind {
		case tryAt:
			m.stack = m.stack[:len(m.stack)-1]
			return int(f.a), int(f.b)
		case fewer:
			f.b--
			pc, at := int(f.a)+1, int(f.b)
			if f.b <= f.c {
				m.stack = m.stack[:len(m.stack)-1]
			}
			return pc, at
		case more:
			in := &m.code[f.a]
			if at := int(f.b); f.c > 0 && at < m.end && in.unit.matches(m.text.at(at)) {
				f.b++
				if f.c != unlimitedLeft {
					f.c--
				}
				return int(f.a) + 1, at + 1
			}
			m.stack = m.stack[:len(m.stack)-1]
		case oneTurn:
			m.stack = m.stack[:len(m.stack)-1]
			in, at := &m.code[f.a], int(f.b)
			count := int(m.counts[in.x]) + 1
			if (in.max == unlimited || count < in.max) && int32(at) != m.lasts[in.x] {
				m.setCount(in.x, count)
				m.setLast(in.x, at)
				return in.y, at
			}
		default:
			m.stack = m.stack[:len(m.stack)-1]
			m.putBack(*f)
		}
	}
	return -1, 0
}

func (m *matcher) putBack(f frame) {
	switch f.kind {
	case putMark:
		m.marks[f.a] = f.b
	case putGroup:
		m.lastGroup = f.b
	case putCount:
		m.counts[f.a] = f.b
	case putLast:
		m.lasts[f.a] = f.b
	}
}

// commit gives up the alternatives above base, but keeps what is to be put back.
func (m *matcher) commit(base int) {
	kept := m.stack[:base]
	for _, f := range m.stack[base:] {
		if f.kind >= putMark {
			kept = append(kept, f)
		}
	}
	m.stack = kept
}

// undo puts everything above base back.
func (m *matcher) undo(base int) {
	for i := len(m.stack) - 1; i >= base; i-- {
		m.putBack(m.stack[i])
	}
	m.stack = m.stack[:base]
}

func (m *matcher) save(mark, at int) {
	m.push(putMark, mark, int(m.marks[mark]), 0)
	m.marks[mark] = int32(at)
	if mark&1 == 1 {
		m.push(putGroup, 0, int(m.lastGroup), 0)
		m.lastGroup = int32(mark/2 + 1)
	}
}

func (m *matcher) setCount(loop, n int) {
	m.push(putCount, loop, int(m.counts[loop]), 0)
	m.counts[loop] = int32(n)
}

func (m *matcher) setLast(loop, at int) {
	m.push(putLast, loop, int(m.lasts[loop]), 0)
	m.lasts[loop] = int32(at)
}

// span returns the place of a group in this attempt, or -1.
func (m *matcher) span(group int) (from, to int) {
	if group > m.groups {
		return -1, -1
	}
	from, to = int(m.marks[2*group-2]), int(m.marks[2*group-1])
	if to < 0 {
		return -1, -1
	}
	return from, to
}
