package deflate

// writer puts bits into bytes, the lowest first.
type writer struct {
	out   []byte
	bits  uint64
	count uint
}

func (w *writer) put(v, n uint) {
	w.bits |= uint64(v) << w.count
	w.count += n
	for w.count >= 8 {
		w.out = append(w.out, byte(w.bits))
		w.bits >>= 8
		w.count -= 8
	}
}

// finish fills up the last byte.
func (w *writer) finish() []byte {
	if w.count > 0 {
		w.out = append(w.out, byte(w.bits))
		w.bits, w.count = 0, 0
	}
	return w.out
}

func one(last bool) uint {
	if last {
		return 1
	}
	return 0
}

// stored writes content as it stands.
func (w *writer) stored(content []byte, last bool) {
	for {
		n := min(len(content), 0xffff)
		w.put(one(last && n == len(content))|storedBlock<<1, 3)
		w.finish()
		w.out = append(w.out, byte(n), byte(n>>8), byte(^n), byte(^n>>8))
		w.out = append(w.out, content[:n]...)
		if content = content[n:]; len(content) == 0 {
			return
		}
	}
}

// plan writes a block as planned.
func (w *writer) plan(all []byte, at int, p *plan, last bool) {
	if p.fixed {
		w.put(one(last)|fixedBlock<<1, 3)
	} else {
		w.put(one(last)|dynamicBlock<<1, 3)
		w.head(p)
	}
	literals, distances := codes(p.literals), codes(p.distances)
	for _, s := range p.steps {
		if s.distance == 0 {
			c := all[at]
			w.put(uint(literals[c]), uint(p.literals[c]))
		} else {
			l, d := lengthSymbol(int(s.length)), distanceSymbol(int(s.distance))
			w.put(uint(literals[endOfBlock+1+l]), uint(p.literals[endOfBlock+1+l]))
			w.put(uint(s.length-lengthBase[l]), uint(lengthBits[l]))
			w.put(uint(distances[d]), uint(p.distances[d]))
			w.put(uint(s.distance-distanceBase[d]), uint(distanceBits[d]))
		}
		at += int(s.length)
	}
	w.put(uint(literals[endOfBlock]), uint(p.literals[endOfBlock]))
}

// head writes the code of a dynamic block.
func (w *writer) head(p *plan) {
	w.put(uint(p.counts[0]-257), 5)
	w.put(uint(p.counts[1]-1), 5)
	w.put(uint(p.counts[2]-4), 4)
	for _, s := range lengthOrder[:p.counts[2]] {
		w.put(uint(p.headCode[s]), 3)
	}
	code := codes(p.headCode)
	for _, s := range p.head {
		w.put(uint(code[s.symbol]), uint(p.headCode[s.symbol]))
		w.put(uint(s.extra), uint(s.bits))
	}
}
