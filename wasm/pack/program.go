package main

import (
	"hash/fnv"
	"strconv"
)

// program is what splitting needs to know of a binary.
type program struct {
	module
	imports int // imported functions; they have the first indexes
	types   []int
	bodies  [][]byte
	names   []string    // by function index, imports included
	slots   map[int]int // place in the table by function index
	globals int
	shape   int    // the type of Go's own functions, (i32) -> i32
	state   []byte // custom section about the image that the binary begins with, if it does
}

func read(b []byte) (*program, error) {
	m, err := parse(b)
	if err != nil {
		return nil, err
	}
	p := &program{module: m, slots: map[int]int{}, shape: -1}
	for _, part := range []func() bool{p.readTypes, p.readImports, p.readFunctions, p.readElements, p.readNames} {
		if !part() {
			return nil, errFormat
		}
	}
	return p, nil
}

func (p *program) readTypes() bool {
	r := reader{b: p.find(typeSection)}
	for i := range r.uint() {
		form := r.byte()
		params, results := string(r.bytes()), string(r.bytes())
		if form == 0x60 && params == "\x7f" && results == "\x7f" {
			p.shape = i
		}
	}
	return !r.bad && p.shape >= 0
}

func (p *program) readImports() bool {
	r := reader{b: p.find(importSection)}
	for range r.uint() {
		r.bytes()
		r.bytes()
		if r.byte() != 0 { // Go imports functions alone
			return false
		}
		r.uint()
		p.imports++
	}
	return !r.bad
}

func (p *program) readFunctions() bool {
	r := reader{b: p.find(functionSection)}
	for range r.uint() {
		p.types = append(p.types, r.uint())
	}
	code := reader{b: p.find(codeSection)}
	for range code.uint() {
		p.bodies = append(p.bodies, code.bytes())
	}
	globals := reader{b: p.find(globalSection)}
	p.globals = globals.uint()
	return !r.bad && !code.bad && !globals.bad && len(p.types) == len(p.bodies)
}

// readElements reads where in the table each function stands: one active segment of all of them.
func (p *program) readElements() bool {
	r := reader{b: p.find(elementSection)}
	if r.uint() != 1 || r.byte() != 0 || r.byte() != 0x41 {
		return false
	}
	at := int(r.int())
	if r.byte() != 0x0b {
		return false
	}
	for range r.uint() {
		p.slots[r.uint()] = at
		at++
	}
	return !r.bad
}

func (p *program) readNames() bool {
	p.names = make([]string, p.imports+len(p.bodies))
	r := reader{b: p.named("name")}
	for len(r.b) > 0 {
		kind, b := r.byte(), r.bytes()
		if kind != 1 {
			continue
		}
		in := reader{b: b}
		for range in.uint() {
			i, name := in.uint(), string(in.bytes())
			if i < len(p.names) {
				p.names[i] = name
			}
		}
		return !in.bad
	}
	return false // the linker was told to leave names out
}

// movable says whether a function may stand in the other file: one of Go's own that the table knows.
func (p *program) movable(defined int) bool {
	_, inTable := p.slots[p.imports+defined]
	return inTable && p.types[defined] == p.shape
}

// pair is the name under which the two binaries know each other: it tells the build, so that the rest of another one is refused.
func (p *program) pair() string {
	h := fnv.New64a()
	for _, s := range p.module {
		h.Write(s.body)
	}
	return "rest:" + strconv.FormatUint(h.Sum64(), 36)
}
