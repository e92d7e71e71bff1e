package deflate

// prices are the bits that each thing costs.
type prices struct {
	literal  [256]int32
	length   [maxMatch + 1]int32
	distance [numDistance]int32
}

// set takes the prices from code lengths. A symbol without a code may be used too, at the price of a rare one.
func (p *prices) set(literals, distances []uint8) {
	price := func(lengths []uint8) func(int) int32 {
		rare := int32(6)
		for _, n := range lengths {
			rare = max(rare, int32(n))
		}
		return func(s int) int32 {
			if n := lengths[s]; n > 0 {
				return int32(n)
			}
			return rare + 1
		}
	}
	of := price(literals)
	for i := range p.literal {
		p.literal[i] = of(i)
	}
	for n := minMatch; n <= maxMatch; n++ {
		s := lengthSymbol(n)
		p.length[n] = of(endOfBlock+1+s) + int32(lengthBits[s])
	}
	of = price(distances)
	for s := range p.distance {
		p.distance[s] = of(s) + int32(distanceBits[s])
	}
}

// stretch is how many bytes are worked on without a rest.
const stretch = 1 << 12

// long is a match length that is taken without weighing its parts, so that long repetitions do not cost quadratic time.
const long = 96

// parse returns the cheapest way to write the content between at and end, at the given prices.
func parse(all []byte, at, end int, found *found, p *prices, rest func()) []step {
	n := end - at
	cost := make([]int32, n+1)
	how := make([]step, n+1) // the step that ends at each place
	for i := 1; i <= n; i++ {
		cost[i] = 1 << 30
	}
	for i, next := 0, 0; i < n; {
		if i >= next {
			rest()
			next = i + stretch
		}
		here := cost[i]
		if c := here + p.literal[all[at+i]]; c < cost[i+1] {
			cost[i+1], how[i+1] = c, step{1, 0}
		}
		matches := found.at(i)
		if len(matches) > 0 {
			if m := matches[len(matches)-1]; m.length >= long {
				c := here + p.length[m.length] + p.distance[distanceSymbol(int(m.distance))]
				if i += int(m.length); c < cost[i] {
					cost[i], how[i] = c, m
				}
				continue
			}
		}
		length := minMatch
		for _, m := range matches {
			d := here + p.distance[distanceSymbol(int(m.distance))]
			for ; length <= int(m.length); length++ { // most of the time is spent here
				if c := d + p.length[length]; c < cost[i+length] {
					cost[i+length], how[i+length] = c, step{uint16(length), m.distance}
				}
			}
		}
		i++
	}
	count := 0
	for i := n; i > 0; i -= int(how[i].length) {
		count++
	}
	steps := make([]step, count)
	for i := n; i > 0; i -= int(how[i].length) {
		count--
		steps[count] = how[i]
	}
	return steps
}

// finder finds earlier occurrences through chains of places with the same three bytes.
type finder struct {
	all      []byte
	head     []int32 // the latest place of each hash, or -1
	previous []int32 // the place before of the same hash
	hashed   int     // places before this one are in the chains
	chain    int     // how many places are looked at for each byte
}

const hashBits = 14

func newFinder(all []byte, start int) *finder {
	f := &finder{all: all, head: make([]int32, 1<<hashBits), previous: make([]int32, len(all))}
	f.chain = min(max(1<<24/(len(all)+1), 32), 1024) // a program is searched thoroughly, a megabyte quickly
	for i := range f.head {
		f.head[i] = -1
	}
	f.enter(start)
	return f
}

func (f *finder) hash(i int) uint32 {
	v := uint32(f.all[i]) | uint32(f.all[i+1])<<8 | uint32(f.all[i+2])<<16
	return v * 0x9e3779b1 >> (32 - hashBits)
}

// enter puts all places before end into the chains.
func (f *finder) enter(end int) {
	for ; f.hashed < end && f.hashed+minMatch <= len(f.all); f.hashed++ {
		h := f.hash(f.hashed)
		f.previous[f.hashed] = f.head[h]
		f.head[h] = int32(f.hashed)
	}
}

// found are the matches at each place of a block: for each length the nearest, shortest first.
type found struct {
	steps []step
	first []int32
}

func (m *found) at(i int) []step { return m.steps[m.first[i]:m.first[i+1]] }

// matches looks up all places between at and end.
func (f *finder) matches(at, end int, rest func()) *found {
	m := &found{first: make([]int32, 0, end-at+1)}
	skip := 0 // places within a long match are not looked at
	for i := at; i < end; i++ {
		m.first = append(m.first, int32(len(m.steps)))
		if i%stretch == 0 {
			rest()
		}
		f.enter(i)
		if skip > 0 {
			skip--
			continue
		}
		if most := min(maxMatch, end-i); most >= minMatch {
			m.steps = f.look(m.steps, i, most)
			if n := len(m.steps); n > int(m.first[i-at]) && m.steps[n-1].length >= long {
				skip = int(m.steps[n-1].length) - 1
			}
		}
	}
	m.first = append(m.first, int32(len(m.steps)))
	return m
}

func (f *finder) look(steps []step, i, most int) []step {
	best, chain := minMatch-1, f.chain
	for j := f.head[f.hash(i)]; j >= 0 && i-int(j) <= windowSize && chain > 0 && best < most; j = f.previous[j] {
		chain--
		k := int(j)
		if f.all[k+best] != f.all[i+best] {
			continue
		}
		n := 0
		for n < most && f.all[k+n] == f.all[i+n] {
			n++
		}
		if n > best {
			best = n
			steps = append(steps, step{uint16(n), uint16(i - k)})
		}
	}
	return steps
}
