package main

import (
	"strconv"
)

// mark returns the binary with a global for each function, exported by the function's index, that is 1 once it was called. Go's own globals
// are exported too, under the names that cut gives them.
func (p *program) mark() []byte {
	out := make(module, 0, len(p.module))
	for _, s := range p.module {
		switch s.id {
		case customSection:
			continue
		case globalSection:
			b := appendUint(nil, p.globals+len(p.bodies))
			r := reader{b: s.body}
			r.uint()
			b = append(b, r.b...)
			for range p.bodies {
				b = append(b, 0x7f, 1, 0x41, 0, 0x0b) // a mutable i32, 0
			}
			s.body = b
		case exportSection:
			r := reader{b: s.body}
			b := appendUint(nil, r.uint()+p.globals+len(p.bodies))
			b = append(b, r.b...)
			for i := range p.globals {
				b = appendUint(append(appendBytes(b, globalName(i)), 3), i)
			}
			for i := range p.bodies {
				b = appendBytes(b, strconv.Itoa(p.imports+i))
				b = appendUint(append(b, 3), p.globals+i)
			}
			s.body = b
		case codeSection:
			b := appendUint(nil, len(p.bodies))
			for i, body := range p.bodies {
				at := localsEnd(body)
				marked := append([]byte(nil), body[:at]...)
				marked = append(marked, 0x41, 1, 0x24) // i32.const 1, global.set
				marked = appendUint(marked, p.globals+i)
				b = appendBytes(b, append(marked, body[at:]...))
			}
			s.body = b
		}
		out = append(out, s)
	}
	return out.encode()
}

// localsEnd returns where a body's instructions begin.
func localsEnd(body []byte) int {
	r := reader{b: body}
	for range r.uint() {
		r.uint()
		r.byte()
	}
	return len(body) - len(r.b)
}
