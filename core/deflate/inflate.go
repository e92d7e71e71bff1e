package deflate

import "errors"

// What can be wrong with a stream.
var (
	ErrTruncated = errors.New("the compressed data ends too early")
	ErrCorrupt   = errors.New("the compressed data is damaged")
	ErrTooLarge  = errors.New("the data is larger than is allowed once it is unpacked")
)

// Inflate unpacks the stream at the beginning of src and returns its content and how many bytes of src it took. dictionary is what the writer had as
// preset dictionary, nil for none. Content above limit bytes is refused with ErrTooLarge before memory is taken for it.
func Inflate(src, dictionary []byte, limit int) (content []byte, taken int, err error) {
	dictionary = window(dictionary)
	// The window and the content are one slice, so that a match may begin in the dictionary.
	d := &inflater{src: src, start: len(dictionary), limit: len(dictionary) + limit}
	d.out = append(make([]byte, 0, len(dictionary)+min(limit, 4*len(src)+64)), dictionary...)
	for last := false; !last; {
		if last, err = d.block(); err != nil {
			return nil, 0, err
		}
	}
	return d.out[d.start:], d.at - int(d.count/8), nil
}

// window returns the part of a dictionary that a match can reach.
func window(dictionary []byte) []byte { return dictionary[max(0, len(dictionary)-windowSize):] }

type inflater struct {
	src   []byte
	at    int    // next byte of src
	bits  uint32 // bits taken from src and not used yet, the next one lowest
	count uint
	out   []byte // dictionary and content
	start int
	limit int
}

// take returns the next n bits, at most 16.
func (d *inflater) take(n uint) (int, error) {
	for d.count < n {
		if d.at >= len(d.src) {
			return 0, ErrTruncated
		}
		d.bits |= uint32(d.src[d.at]) << d.count
		d.at++
		d.count += 8
	}
	v := d.bits & (1<<n - 1)
	d.bits >>= n
	d.count -= n
	return int(v), nil
}

// block unpacks one block and reports whether it is the last.
func (d *inflater) block() (last bool, err error) {
	head, err := d.take(3)
	if err != nil {
		return false, err
	}
	switch head >> 1 {
	case storedBlock:
		err = d.stored()
	case fixedBlock:
		literals, distances := fixedLengths()
		err = d.compressed(literals, distances)
	case dynamicBlock:
		var literals, distances []uint8
		if literals, distances, err = d.codes(); err == nil {
			err = d.compressed(literals, distances)
		}
	default:
		err = ErrCorrupt
	}
	return head&1 == 1, err
}

func (d *inflater) stored() error {
	d.at -= int(d.count / 8) // whole bytes taken ahead
	d.bits, d.count = 0, 0
	if d.at+4 > len(d.src) {
		return ErrTruncated
	}
	head := d.src[d.at:]
	n := int(head[0]) | int(head[1])<<8
	if n^0xffff != int(head[2])|int(head[3])<<8 {
		return ErrCorrupt
	}
	d.at += 4
	if d.at+n > len(d.src) {
		return ErrTruncated
	}
	if len(d.out)+n > d.limit {
		return ErrTooLarge
	}
	d.out = append(d.out, d.src[d.at:d.at+n]...)
	d.at += n
	return nil
}

// codes reads the code lengths that a dynamic block begins with.
func (d *inflater) codes() (literals, distances []uint8, err error) {
	head, err := d.take(14)
	if err != nil {
		return nil, nil, err
	}
	nl, nd, nc := head&31+257, head>>5&31+1, head>>10+4
	if nl > numLiterals || nd > numDistance {
		return nil, nil, ErrCorrupt
	}
	var of [numLengths]uint8
	for _, s := range lengthOrder[:nc] {
		n, err := d.take(3)
		if err != nil {
			return nil, nil, err
		}
		of[s] = uint8(n)
	}
	code, ok := newDecoder(of[:])
	if !ok {
		return nil, nil, ErrCorrupt
	}
	all := make([]uint8, 0, nl+nd)
	for len(all) < nl+nd {
		if all, err = d.lengths(code, all, nl+nd); err != nil {
			return nil, nil, err
		}
	}
	if all[endOfBlock] == 0 {
		return nil, nil, ErrCorrupt
	}
	return all[:nl], all[nl:], nil
}

// lengths reads one symbol of the code for code lengths and appends what it stands for.
func (d *inflater) lengths(code *decoder, all []uint8, total int) ([]uint8, error) {
	s, err := d.symbol(code)
	if err != nil {
		return nil, err
	}
	var value uint8
	times, extra := 0, uint(0)
	switch s {
	case 16:
		if len(all) == 0 {
			return nil, ErrCorrupt
		}
		value, times, extra = all[len(all)-1], 3, 2
	case 17:
		times, extra = 3, 3
	case 18:
		times, extra = 11, 7
	default:
		return append(all, uint8(s)), nil
	}
	more, err := d.take(extra)
	if err != nil {
		return nil, err
	}
	if times += more; len(all)+times > total {
		return nil, ErrCorrupt
	}
	for range times {
		all = append(all, value)
	}
	return all, nil
}

// compressed unpacks literals and matches up to the end of the block.
func (d *inflater) compressed(literals, distances []uint8) error {
	lit, ok := newDecoder(literals)
	if !ok {
		return ErrCorrupt
	}
	dist, ok := newDecoder(distances)
	if !ok {
		return ErrCorrupt
	}
	for {
		s, err := d.symbol(lit)
		switch {
		case err != nil:
			return err
		case s == endOfBlock:
			return nil
		case s < endOfBlock:
			if len(d.out) >= d.limit {
				return ErrTooLarge
			}
			d.out = append(d.out, byte(s))
			continue
		case s >= numLiterals:
			return ErrCorrupt
		}
		if err := d.match(s-endOfBlock-1, dist); err != nil {
			return err
		}
	}
}

// match copies what a length symbol and the distance after it stand for.
func (d *inflater) match(s int, dist *decoder) error {
	more, err := d.take(uint(lengthBits[s]))
	if err != nil {
		return err
	}
	length := int(lengthBase[s]) + more
	if s, err = d.symbol(dist); err != nil {
		return err
	}
	if s >= numDistance {
		return ErrCorrupt
	}
	if more, err = d.take(uint(distanceBits[s])); err != nil {
		return err
	}
	distance := int(distanceBase[s]) + more
	if distance > len(d.out) {
		return ErrCorrupt
	}
	if len(d.out)+length > d.limit {
		return ErrTooLarge
	}
	for range length { // byte by byte: a match may reach into itself
		d.out = append(d.out, d.out[len(d.out)-distance])
	}
	return nil
}

// tableBits is how many bits a symbol is looked up by at once; longer codes are walked bit by bit.
const tableBits = 9

// decoder turns bits into symbols. Codes are canonical: those of one length are consecutive, in the order of their symbols.
type decoder struct {
	table   [1 << tableBits]uint16 // symbol<<4 | length, 0 for longer codes
	count   [maxBits + 1]int       // codes of each length
	symbols []uint16               // in the order of their codes
}

// newDecoder returns the decoder of code lengths, and false if they make no code: if they claim more codes than there are, or fewer, except that one
// code alone, or none, is allowed.
func newDecoder(lengths []uint8) (*decoder, bool) {
	d := &decoder{}
	for _, n := range lengths {
		d.count[n]++
	}
	d.count[0] = 0
	var first, code [maxBits + 2]int // of each length: place in symbols, first code
	left, total := 1, 0
	for n := 1; n <= maxBits; n++ {
		left = left<<1 - d.count[n]
		if left < 0 {
			return nil, false
		}
		total += d.count[n]
		first[n+1] = first[n] + d.count[n]
		code[n+1] = (code[n] + d.count[n]) << 1
	}
	if left > 0 && (total > 1 || total == 1 && d.count[1] != 1) {
		return nil, false
	}
	d.symbols = make([]uint16, total)
	for s, n := range lengths {
		if n == 0 {
			continue
		}
		d.symbols[first[n]] = uint16(s)
		first[n]++
		if n <= tableBits {
			for i := reverse(code[n], int(n)); i < len(d.table); i += 1 << n {
				d.table[i] = uint16(s)<<4 | uint16(n)
			}
		}
		code[n]++
	}
	return d, true
}

// reverse returns the lowest n bits of code the other way round, as codes stand in a stream.
func reverse(code, n int) (r int) {
	for range n {
		r = r<<1 | code&1
		code >>= 1
	}
	return r
}

// symbol reads one symbol.
func (d *inflater) symbol(code *decoder) (int, error) {
	for d.count <= 16 && d.at < len(d.src) {
		d.bits |= uint32(d.src[d.at]) << d.count
		d.at++
		d.count += 8
	}
	if e := code.table[d.bits&(1<<tableBits-1)]; e != 0 && uint(e&15) <= d.count {
		d.bits >>= e & 15
		d.count -= uint(e & 15)
		return int(e >> 4), nil
	}
	value, first, at := 0, 0, 0
	for n := uint(1); n <= maxBits; n++ {
		if n > d.count {
			return 0, ErrTruncated
		}
		value = value<<1 | int(d.bits>>(n-1)&1)
		count := code.count[n]
		if value-first < count {
			d.bits >>= n
			d.count -= n
			return int(code.symbols[at+value-first]), nil
		}
		at += count
		first = (first + count) << 1
	}
	return 0, ErrCorrupt
}
