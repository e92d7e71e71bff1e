package main

import "encoding/binary"

// What the runtime's tables only count up is left out of the data section and made when the binary is instantiated, by a start
// function. Two tables are such.
//
// The runtime finds a function's record by a table of buckets: for each 4 kB of program counters the number of the function there. In
// WebAssembly a function has 16 such buckets to itself. The table is 5 MB long and costs 70 kB on the way.
//
// Before the records stands for each function its place in WebAssembly's table, which is one after the last one's, and the offset of
// its record, which begins with the place once more. The offsets follow from the lengths of the records: a byte for each is all
// that is sent. That saves as much again.
const (
	bucketSize        = 20 // internal/abi.FindFuncBucket: a number, and 16 bytes that are 0 here
	bucketsOfFunction = 16 // 64 kB of program counters
	unit              = 4  // what records are long in
)

// start is what the start function does.
type start struct {
	t       *tables
	buckets int // how many it makes
	records int // how many it makes; their lengths stand where the buckets come later
	place   int // of the first function in WebAssembly's table
	offset  int // offset of its record
}

// clearCounted clears what the start function makes.
func (t *tables) clearCounted() start {
	s := start{t: t}
	s.clearBuckets()
	s.clearRecords()
	return s
}

// clearBuckets clears what is a counting up at the head of the table of buckets. It is all of the table but perhaps the last bucket,
// which the linker cuts short.
func (s *start) clearBuckets() {
	want := make([]byte, bucketSize)
	for s.buckets < bucketsOfFunction*s.t.nfunc {
		binary.LittleEndian.PutUint32(want, uint32(s.buckets/bucketsOfFunction))
		b := s.t.buckets + bucketSize*s.buckets
		if b < 0 || b+bucketSize > len(s.t.memory) || string(s.t.memory[b:b+bucketSize]) != string(want) {
			break
		}
		clear(s.t.memory[b : b+bucketSize])
		s.buckets++
	}
}

// clearRecords clears places and offsets of all functions but the last, or nothing if one of them is not as expected.
func (s *start) clearRecords() {
	t := s.t
	count := t.nfunc - 1
	if count < 1 || count > bucketSize*s.buckets {
		return
	}
	entry := func(i int) (place, offset int) {
		return int(t.get(t.functions + 8*i)), int(t.get(t.functions + 8*i + 4))
	}
	first, at := entry(0)
	lengths := make([]byte, count)
	for i := range count {
		place, offset := entry(i)
		_, next := entry(i + 1)
		length := next - offset
		if place != first+i || length <= 0 || length%unit != 0 || length/unit > 255 {
			return
		}
		if own := int(t.get(t.functions + offset)); own != place && own != 0 { // 0: the record moved
			return
		}
		lengths[i] = byte(length / unit)
	}
	s.records, s.place, s.offset = count, first, at
	for i := range count {
		_, offset := entry(i)
		clear(t.memory[t.functions+offset:][:4])
	}
	clear(t.memory[t.functions:][:8*count])
	copy(t.memory[t.buckets:], lengths)
}

// empty says that nothing was cleared.
func (s *start) empty() bool { return s.buckets == 0 && s.records == 0 }

// body is the body of the start function.
func (s *start) body() []byte {
	b := []byte{1, 2, 0x7f} // two locals, i and at, of i32
	if s.records > 0 {
		b = s.makeRecords(b)
		b = append(b, 0x41, 0, 0x21, 0) // i32.const 0; local.set i
	}
	if s.buckets > 0 {
		b = s.makeBuckets(b)
	}
	return append(b, 0x0b) // end
}

// makeRecords writes functions[i] = (place, at) and the record's first word, takes at on by the record's length, and so on for
// every i; then the lengths are cleared.
func (s *start) makeRecords(b []byte) []byte {
	place := func(b []byte) []byte { // local.get i; i32.const; i32.add
		return append(appendSigned(append(b, 0x20, 0, 0x41), int64(s.place)), 0x6a)
	}
	entry := func(b []byte) []byte { return append(b, 0x20, 0, 0x41, 3, 0x74) } // local.get i; i32.const 3; i32.shl
	store := func(b []byte, address int) []byte { return appendUint(append(b, 0x36, 2), address) }

	b = append(appendSigned(append(b, 0x41), int64(s.offset)), 0x21, 1, 0x03, 0x40) // i32.const; local.set at; loop
	b = store(place(entry(b)), s.t.functions)
	b = store(append(entry(b), 0x20, 1), s.t.functions+4)              // local.get at
	b = store(place(append(b, 0x20, 1)), s.t.functions)                // local.get at
	b = append(b, 0x20, 1, 0x20, 0, 0x2d, 0)                           // local.get at; local.get i; i32.load8_u
	b = append(appendUint(b, s.t.buckets), 0x41, 2, 0x74, 0x6a)        // i32.const 2; i32.shl; i32.add
	b = append(b, 0x21, 1, 0x20, 0, 0x41, 1, 0x6a, 0x22, 0, 0x41)      // local.set at; local.get i; i32.const 1; i32.add; local.tee i; i32.const
	b = append(appendSigned(b, int64(s.records)), 0x49, 0x0d, 0, 0x0b) // i32.lt_u; br_if; end
	b = appendSigned(append(b, 0x41), int64(s.t.buckets))              // i32.const
	b = appendSigned(append(b, 0x41, 0, 0x41), int64(s.records))       // i32.const 0; i32.const
	return append(b, 0xfc, 11, 0)                                      // memory.fill
}

// makeBuckets counts i up and stores i/16 at address + 20·i.
func (s *start) makeBuckets(b []byte) []byte {
	b = append(b, 0x03, 0x40, 0x20, 0, 0x41)                              // loop; local.get i; i32.const
	b = appendSigned(b, bucketSize)                                       //
	b = append(b, 0x6c, 0x20, 0, 0x41, 4, 0x76, 0x36, 2)                  // i32.mul; local.get i; i32.const 4; i32.shr_u; i32.store
	b = appendUint(b, s.t.buckets)                                        //
	b = append(b, 0x20, 0, 0x41, 1, 0x6a, 0x22, 0, 0x41)                  // local.get i; i32.const 1; i32.add; local.tee i; i32.const
	return append(appendSigned(b, int64(s.buckets)), 0x49, 0x0d, 0, 0x0b) // i32.lt_u; br_if; end
}

// startWith makes a function without parameters and results the one that runs when the binary is instantiated. It is numbered
// behind all others, and its type behind all other types.
func (m module) startWith(imports int, body []byte) module {
	typ := reader{b: m.find(typeSection)}
	number := typ.uint()
	out := make(module, 0, len(m)+1)
	for _, s := range m {
		r := reader{b: s.body}
		count := 0
		switch s.id {
		case typeSection, functionSection, codeSection:
			count = r.uint() + 1
		}
		switch s.id {
		case typeSection:
			s.body = append(append(appendUint(nil, count), r.b...), 0x60, 0, 0)
		case functionSection:
			s.body = appendUint(append(appendUint(nil, count), r.b...), number)
		case codeSection:
			s.body = appendBytes(append(appendUint(nil, count), r.b...), body)
		case elementSection:
			functions := reader{b: m.find(functionSection)}
			out = append(out, section{startSection, appendUint(nil, imports+functions.uint())})
		}
		out = append(out, s)
	}
	return out
}
