package re

// unlimitedLeft is the count in a frame that does not go down.
const unlimitedLeft = 1<<31 - 1

// repeatUnit repeats one character: as often as possible, or as few times.
func (m *matcher) repeatUnit(in *instruction, pc, at int) (to int, failed bool) {
	want := in.max
	if in.manner == lazy {
		want = in.min
	}
	end := m.end
	if want < end-at {
		end = at + want
	}
	to = at
	for to < end && in.unit.matches(m.text.at(to)) {
		to++
	}
	m.steps += (to - at) / 4
	switch {
	case to-at < in.min:
		return at, true
	case in.manner == greedy && to > at+in.min:
		m.push(fewer, pc, to, at+in.min)
	case in.manner == lazy && in.max > in.min:
		left := unlimitedLeft
		if in.max != unlimited {
			left = min(in.max-in.min, unlimitedLeft-1)
		}
		m.push(more, pc, to, left)
	}
	return to, false
}

// turn decides at the end of a loop's turn, or before the first one, whether to take another: next is what follows the loop.
// An optional turn that would begin where the last one began is not taken, so that empty turns end.
func (m *matcher) turn(in *instruction, next, at int) (pc int) {
	count := int(m.counts[in.x]) + 1
	if count < in.min {
		m.setCount(in.x, count)
		return in.y
	}
	if in.manner == lazy {
		m.push(oneTurn, next-1, at, 0)
		return next
	}
	if (in.max != unlimited && count >= in.max) || int32(at) == m.lasts[in.x] {
		return next
	}
	m.push(tryAt, next, at, 0)
	m.setCount(in.x, count)
	m.setLast(in.x, at)
	return in.y
}

// possessive repeats a part and gives no turn back.
func (m *matcher) possessive(in *instruction, pc, at int) (next, to int, failed bool) {
	start := len(m.stack)
	last := -1
	for count := 0; in.max == unlimited || count < in.max; count++ {
		if count >= in.min {
			if at == last {
				break
			}
			last = at
		}
		base := len(m.stack)
		end, ok := m.run(pc, at, false)
		if m.err != nil {
			return pc, at, true
		}
		if !ok {
			if count < in.min {
				m.undo(start)
				return pc, at, true
			}
			break
		}
		m.commit(base)
		at = end
	}
	return in.x, at, false
}

// look matches a look-ahead or look-behind. What groups a positive one matched stays; a negative one leaves nothing.
func (m *matcher) look(in *instruction, pc, at int) bool {
	if at-in.back < m.begin {
		return in.negate
	}
	base := len(m.stack)
	_, ok := m.run(pc, at-in.back, false)
	if ok && in.negate {
		m.undo(base)
	} else if ok {
		m.commit(base)
	}
	return ok != in.negate && m.err == nil
}

func (m *matcher) reference(in *instruction, at int) (to int, failed bool) {
	from, end := m.span(in.x)
	if from < 0 || end < from || end-from > m.end-at {
		return at, true
	}
	for i := from; i < end; i++ {
		if in.fold.lower(m.text.at(i)) != in.fold.lower(m.text.at(at)) {
			return at, true
		}
		at++
	}
	m.steps += (end - from) / 4
	return at, false
}

func (m *matcher) isWord(at int, ascii bool) bool {
	return at >= m.begin && at < m.end && word.matches(m.text.at(at), ascii)
}

func (m *matcher) anchored(in *instruction, at int) bool {
	switch in.at {
	case atBeginning, atStringHead:
		return at == m.begin
	case atLineBegin:
		return at == m.begin || m.text.at(at-1) == '\n'
	case atEnd:
		return at == m.end || at == m.end-1 && m.text.at(at) == '\n'
	case atLineEnd:
		return at == m.end || m.text.at(at) == '\n'
	case atStringEnd:
		return at == m.end
	case atBoundary:
		return m.begin != m.end && m.isWord(at-1, in.ascii) != m.isWord(at, in.ascii)
	}
	return m.begin != m.end && m.isWord(at-1, in.ascii) == m.isWord(at, in.ascii)
}
