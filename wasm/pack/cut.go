package main

import (
	"bytes"
	"fmt"
	"slices"
	"sort"
)

// loadRest is what a stub gives to the imported function gojs.runtime.resetMemoryDataView, which has a stack address else.
const loadRest = -1

// cut returns the binary with the functions of stays alone, and a second one with the others.
//
// Both number functions, globals and table alike, so that no instruction changes. In the first a function that moved is a stub: it
// asks for the rest, if that is not there yet, and calls what stands in the function's place of the table, which the second
// binary fills in when it is instantiated. In the second what stayed is such a stub too, but for the few helpers that Go's table
// does not know, which are copied. The runtime's records of moved functions move with them, and so do the texts that
// the function named reader alone looks at, when it moves.
func (p *program) cut(stays []bool, reader string, texts [][]byte) (first, rest []byte, err error) {
	load, err := p.importIndex("runtime.resetMemoryDataView")
	if err != nil {
		return nil, nil, err
	}
	memory, err := loadMemory(p.find(dataID))
	if err != nil {
		return nil, nil, err
	}
	t, err := findTables(memory)
	if err != nil {
		return nil, nil, err
	}
	moved, at := make([]bool, len(p.bodies)), map[int]bool{}
	for i := range p.bodies {
		moved[i] = p.movable(i) && !stays[i]
		if moved[i] {
			at[p.slots[p.imports+i]] = true
		}
	}
	spans := t.divide(func(slot int) bool { return at[slot] })
	if i := slices.Index(p.names, reader) - p.imports; i >= 0 && moved[i] {
		spans = join(append(spans, find(memory, texts)...))
	}
	late := segments(memory, spans)
	for _, s := range spans {
		clear(memory[s.start:s.end])
	}
	counted := t.clearCounted()
	out := p.first(moved, load, dataSection(memory))
	if !counted.empty() {
		out = out.startWith(p.imports, counted.body())
	}
	return out.encode(), p.rest(moved, late), nil
}

// find returns where the texts stand in memory, those that are there.
func find(memory []byte, texts [][]byte) []span {
	var spans []span
	for _, text := range texts {
		if at := bytes.Index(memory, text); at >= 0 && len(text) > 0 {
			spans = append(spans, span{at, at + len(text)})
		}
	}
	return spans
}

func (p *program) importIndex(name string) (int, error) {
	r := reader{b: p.find(importSection)}
	for i := range r.uint() {
		r.bytes()
		if string(r.bytes()) == name {
			return i, nil
		}
		r.byte()
		r.uint()
	}
	return 0, fmt.Errorf("the binary does not import %s", name)
}

func (p *program) first(moved []bool, load int, data []byte) module {
	out := make(module, 0, len(p.module))
	for _, s := range p.module {
		switch s.id {
		case customSection:
			continue
		case globalSection:
			r := reader{b: s.body}
			b := appendUint(nil, r.uint()+1)
			s.body = append(append(b, r.b...), 0x7f, 1, 0x41, 0, 0x0b)
		case exportSection:
			r := reader{b: s.body}
			b := appendUint(nil, r.uint()+p.globals+2)
			b = append(b, r.b...)
			b = append(appendBytes(b, "table"), 1, 0)
			for i := range p.globals {
				b = appendUint(append(appendBytes(b, globalName(i)), 3), i)
			}
			s.body = appendUint(append(appendBytes(b, p.pair()), 3), p.globals)
		case codeSection:
			b := appendUint(nil, len(p.bodies))
			for i, body := range p.bodies {
				if moved[i] {
					body = p.askingStub(i, load)
				}
				b = appendBytes(b, body)
			}
			s.body = b
		case dataID:
			s.body = data
		}
		out = append(out, s)
	}
	if p.state != nil {
		out = append(out, section{customSection, p.state})
	}
	return out
}

func globalName(i int) string { return "g" + string(rune('0'+i/10)) + string(rune('0'+i%10)) }

// askingStub is: if loaded is 0, ask for the rest; then call what stands in the table.
func (p *program) askingStub(defined, load int) []byte {
	b := appendUint([]byte{0, 0x23}, p.globals) // no locals; global.get
	b = append(b, 0x45, 0x04, 0x40, 0x41)       // i32.eqz, if, i32.const
	b = appendSigned(b, loadRest)
	b = appendUint(append(b, 0x10), load) // call
	b = append(b, 0x0b)                   // end
	return p.callSlot(b, defined)
}

// callSlot is the rest of a stub: the argument is passed on, and so is the result.
func (p *program) callSlot(b []byte, defined int) []byte {
	b = append(b, 0x20, 0, 0x41) // local.get 0, i32.const
	b = appendSigned(b, int64(p.slots[p.imports+defined]))
	b = appendUint(append(b, 0x11), p.shape) // call_indirect
	return append(b, 0, 0x0b)
}

func (p *program) rest(moved []bool, data []byte) []byte {
	out := make(module, 0, 6)
	for _, s := range p.module {
		switch s.id {
		case typeSection, functionSection:
		case importSection:
			s.body = p.restImports(s.body)
		case codeSection:
			b := appendUint(nil, len(p.bodies))
			for i, body := range p.bodies {
				if !moved[i] && p.movable(i) {
					body = p.callSlot([]byte{0}, i)
				}
				b = appendBytes(b, body)
			}
			s.body = b
		case elementSection:
			s.body = p.restElements(moved)
		case dataID:
			s.body = data
		default:
			continue
		}
		out = append(out, s)
	}
	return out.encode()
}

// restImports adds memory, table and globals of the first binary, under the names by which it exports them.
func (p *program) restImports(body []byte) []byte {
	r := reader{b: body}
	b := appendUint(nil, r.uint()+2+p.globals)
	b = append(b, r.b...)
	from := func(name string, kind byte) {
		b = append(appendBytes(appendBytes(b, p.pair()), name), kind)
	}
	memory := reader{b: p.find(memorySection)}
	memory.uint()
	from("mem", 2)
	b = append(b, memory.b...)
	table := reader{b: p.find(tableSection)}
	table.uint()
	from("table", 1)
	b = append(b, table.b...)
	globals := reader{b: p.find(globalSection)}
	globals.uint()
	for i := range p.globals {
		from(globalName(i), 3)
		b = append(b, globals.byte(), globals.byte())
		for globals.byte() != 0x0b { // the initial value, a constant
		}
	}
	return b
}

// restElements puts the moved functions into their places, in runs of neighbours.
func (p *program) restElements(moved []bool) []byte {
	var functions []int
	for i := range moved {
		if moved[i] {
			functions = append(functions, p.imports+i)
		}
	}
	sort.Slice(functions, func(a, b int) bool { return p.slots[functions[a]] < p.slots[functions[b]] })
	var b []byte
	count := 0
	for at := 0; at < len(functions); count++ {
		end := at + 1
		for end < len(functions) && p.slots[functions[end]] == p.slots[functions[at]]+end-at {
			end++
		}
		b = append(b, 0, 0x41)
		b = append(appendSigned(b, int64(p.slots[functions[at]])), 0x0b)
		b = appendUint(b, end-at)
		for _, f := range functions[at:end] {
			b = appendUint(b, f)
		}
		at = end
	}
	return append(appendUint(nil, count), b...)
}
