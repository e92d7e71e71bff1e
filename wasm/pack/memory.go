package main

// loadMemory lays the segments of a data section out as the memory that they make.
func loadMemory(section []byte) ([]byte, error) {
	var memory []byte
	r := reader{b: section}
	for range r.uint() {
		if r.byte() != 0 || r.byte() != 0x41 { // memory 0, i32.const
			return nil, errFormat
		}
		offset := r.int()
		if r.byte() != 0x0b || offset < 0 || offset > 1<<30 {
			return nil, errFormat
		}
		b := r.bytes()
		if end := int(offset) + len(b); end > len(memory) {
			memory = append(memory, make([]byte, end-len(memory))...)
		}
		copy(memory[offset:], b)
	}
	if r.bad {
		return nil, errFormat
	}
	return memory, nil
}

// dataSection writes memory as segments. Long runs of zeros are left out, as the linker does: fresh memory is zero. Short ones cost
// less than a segment of their own, and engines take 100,000 segments at most.
func dataSection(memory []byte) []byte {
	const worth = 1024
	var spans []span
	for at := 0; at < len(memory); {
		if memory[at] == 0 {
			at++
			continue
		}
		end := run(memory, at, worth)
		spans = append(spans, span{at, end})
		at = end
	}
	return segments(memory, spans)
}

// span is a range of addresses.
type span struct{ start, end int }

// segments writes ranges of memory as a data section.
func segments(memory []byte, spans []span) []byte {
	b := appendUint(nil, len(spans))
	for _, s := range spans {
		b = append(b, 0, 0x41)
		b = append(appendSigned(b, int64(s.start)), 0x0b)
		b = appendBytes(b, memory[s.start:s.end])
	}
	return b
}

// run returns where the data that begins at an address ends: before so many zeros, or with the memory.
func run(memory []byte, at, zeros int) int {
	end := at
	for i := at; i < len(memory) && i-end < zeros; i++ {
		if memory[i] != 0 {
			end = i + 1
		}
	}
	return end
}
