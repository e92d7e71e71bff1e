package deflate

// Deflate packs content into one stream. dictionary is the preset dictionary that the reader must have too, nil for none. The same input always
// gives the same bytes. rest is called now and then, for a caller that must not work for long at a time; it may be nil.
func Deflate(content, dictionary []byte, rest func()) []byte {
	if rest == nil {
		rest = func() {}
	}
	dictionary = window(dictionary)
	all := append(append(make([]byte, 0, len(dictionary)+len(content)), dictionary...), content...)
	f := newFinder(all, len(dictionary))
	w := &writer{}
	for at := len(dictionary); ; {
		end := min(at+blockSize, len(all))
		w.block(all, f, at, end, rest)
		if at = end; at == len(all) {
			return w.finish()
		}
	}
}

const (
	// blockSize is how much content shares one code.
	blockSize = 1 << 16
	// rounds is how often a block is parsed anew with the prices that the round before led to.
	rounds = 8
	// quick is how much content of a stream times the rounds is parsed at most, beyond the second round: a program is parsed thoroughly, a megabyte quickly.
	quick = 1 << 20
)

// step is a piece of parsed content: a literal (distance 0) or a match.
type step struct {
	length, distance uint16
}

// block writes the content between at and end in the shortest form found.
func (w *writer) block(all []byte, f *finder, at, end int, rest func()) {
	last := end == len(all)
	found := f.matches(at, end, rest)
	fixed := &prices{}
	fixed.set(fixedLengths())
	best := newPlan(all, at, parse(all, at, end, found, fixed, rest), true)
	p, size := fixed, 0
	for range min(rounds, max(2, quick/(len(all)+1))) {
		next := newPlan(all, at, parse(all, at, end, found, p, rest), false)
		if next.size < best.size {
			best = next
		}
		if next.size == size {
			break // the prices no longer change anything
		}
		size = next.size
		p = &prices{}
		p.set(next.literals, next.distances)
	}
	if stored := storedSize(end-at, w.count); stored < best.size {
		w.stored(all[at:end], last)
		return
	}
	w.plan(all, at, best, last)
}

// storedSize returns the bits that content takes as it stands.
func storedSize(n int, pending uint) int {
	return 8*n + (n/0xffff+1)*(3+32) + int(-(pending+3)&7)
}

// plan is a parsed block with the code to write it in.
type plan struct {
	steps               []step
	fixed               bool
	literals, distances []uint8
	head                []lengthStep // of a dynamic block: the code lengths, packed
	headCode            []uint8
	counts              [3]int // literals, distances and lengths of the code for code lengths, as far as they are written
	size                int    // bits
}

func newPlan(all []byte, at int, steps []step, fixed bool) *plan {
	p := &plan{steps: steps, fixed: fixed, size: 3}
	literals, distances := make([]int, numLiterals), make([]int, numDistance)
	literals[endOfBlock]++
	for _, s := range steps {
		if s.distance == 0 {
			literals[all[at]]++
		} else {
			l, d := lengthSymbol(int(s.length)), distanceSymbol(int(s.distance))
			literals[endOfBlock+1+l]++
			distances[d]++
			p.size += int(lengthBits[l]) + int(distanceBits[d])
		}
		at += int(s.length)
	}
	if fixed {
		p.literals, p.distances = fixedLengths()
	} else {
		p.literals, p.distances = codeLengths(literals, maxBits), codeLengths(distances, maxBits)
		p.size += p.describe()
	}
	for s, n := range literals {
		p.size += n * int(p.literals[s])
	}
	for s, n := range distances {
		p.size += n * int(p.distances[s])
	}
	return p
}

// describe works out how the code is written at the head of the block, and returns the bits that takes.
func (p *plan) describe() int {
	nl, nd := trimmed(p.literals, endOfBlock+1), trimmed(p.distances, 1)
	p.head = packLengths(append(append([]uint8(nil), p.literals[:nl]...), p.distances[:nd]...))
	uses := make([]int, numLengths)
	size := 14
	for _, s := range p.head {
		uses[s.symbol]++
		size += int(s.bits)
	}
	p.headCode = codeLengths(uses, 7)
	nc := numLengths
	for nc > 4 && p.headCode[lengthOrder[nc-1]] == 0 {
		nc--
	}
	for s, n := range uses {
		size += n * int(p.headCode[s])
	}
	p.counts = [3]int{nl, nd, nc}
	return size + 3*nc
}

// trimmed returns how many of the lengths have to be written: at least least, and all up to the last that is not 0.
func trimmed(lengths []uint8, least int) int {
	n := len(lengths)
	for n > least && lengths[n-1] == 0 {
		n--
	}
	return n
}

// lengthStep is a symbol of the code for code lengths with the bits after it.
type lengthStep struct {
	symbol, extra, bits uint8
}

// packLengths writes code lengths with repetitions.
func packLengths(lengths []uint8) (steps []lengthStep) {
	for i := 0; i < len(lengths); {
		value, run := lengths[i], 1
		for i+run < len(lengths) && lengths[i+run] == value {
			run++
		}
		i += run
		if value != 0 {
			steps = append(steps, lengthStep{symbol: value})
			run--
		}
		for run >= 3 {
			var n int
			switch {
			case value != 0:
				n = min(run, 6)
				if run == 7 { // 4 and 3 rather than 6 and one by itself
					n = 4
				}
				steps = append(steps, lengthStep{16, uint8(n - 3), 2})
			case run < 11:
				n = run
				steps = append(steps, lengthStep{17, uint8(n - 3), 3})
			default:
				n = min(run, 138)
				steps = append(steps, lengthStep{18, uint8(n - 11), 7})
			}
			run -= n
		}
		for range run {
			steps = append(steps, lengthStep{symbol: value})
		}
	}
	return steps
}
