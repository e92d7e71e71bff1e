package main

import "encoding/binary"

// The runtime finds a function's record by a table of buckets: for each 4 kB of program counters the number of the function
// there. In WebAssembly a function has 16 such buckets to itself, so the table is a mere counting up. It is 5 MB long and costs 70 kB on
// the way, so the binary makes it when it starts.
const (
	bucketSize        = 20 // internal/abi.FindFuncBucket: a number, and 16 bytes that are 0 here
	bucketsOfFunction = 16 // 64 kB of program counters
)

// clearBuckets clears what is a counting up at the head of the table, and returns its address and length. It is all of the table but
// perhaps the last bucket, which the linker cuts short.
func (t *tables) clearBuckets() (at, count int) {
	at = t.buckets
	want := make([]byte, bucketSize)
	for count < bucketsOfFunction*t.nfunc {
		binary.LittleEndian.PutUint32(want, uint32(count/bucketsOfFunction))
		b := at + bucketSize*count
		if b < 0 || b+bucketSize > len(t.memory) || string(t.memory[b:b+bucketSize]) != string(want) {
			break
		}
		clear(t.memory[b : b+bucketSize])
		count++
	}
	return at, count
}

// fillBuckets is the body of the function that makes the table: i is counted up to count, and i/16 stored at address + 20·i.
func fillBuckets(address, count int) []byte {
	b := []byte{1, 1, 0x7f, 0x03, 0x40, 0x20, 0, 0x41}   // a local i, an i32; loop; local.get i; i32.const
	b = appendSigned(b, bucketSize)                      //
	b = append(b, 0x6c, 0x20, 0, 0x41, 4, 0x76, 0x36, 2) // i32.mul; local.get i; i32.const 4; i32.shr_u; i32.store
	b = appendUint(b, address)                           //
	b = append(b, 0x20, 0, 0x41, 1, 0x6a, 0x22, 0, 0x41) // local.get i; i32.const 1; i32.add; local.tee i; i32.const
	b = appendSigned(b, int64(count))                    //
	return append(b, 0x49, 0x0d, 0, 0x0b, 0x0b)          // i32.lt_u; br_if; end; end
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
