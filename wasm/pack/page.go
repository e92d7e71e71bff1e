package main

import (
	"encoding/binary"
	"strings"
)

// addPage adds the functions that the page's own program may call: it runs where the rest cannot be waited for. They are all but
// those of packages that only the engine imports, and plain functions of the standard library that nothing which stays calls.
func (p *program) addPage(stays []bool, engine []string, memory []byte) {
	mangle := strings.NewReplacer("/", "_", ".", "_")
	apart := map[string]bool{}
	for _, path := range engine {
		apart[mangle.Replace(path)] = true
	}
	taken := p.addressTaken(memory)
	var todo []int
	keep := func(i int) {
		if !stays[i] {
			stays[i] = true
			todo = append(todo, i)
		}
	}
	for i := range stays {
		name := p.names[p.imports+i]
		owner, _, _ := strings.Cut(name, ".")
		switch {
		case stays[i]:
			todo = append(todo, i)
		case apart[owner], generic(name, "layerglass_core_"): // a generic function is compiled for each type, of the engine's here
		case taken[i] || !plain(name):
			keep(i)
		}
	}
	for len(todo) > 0 {
		i := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, f := range calls(p.bodies[i]) {
			if j := f - p.imports; j >= 0 && !stays[j] && plain(p.names[f]) {
				keep(j)
			}
		}
	}
}

// generic says whether a function is an instance for types of a package.
func generic(name, owner string) bool {
	_, types, found := strings.Cut(name, "_go.shape.")
	return found && strings.Contains(types, owner) && !strings.Contains(types, "layerglass_core_protocol") && !strings.Contains(types, "layerglass_core_share")
}

// plainPackages are packages whose functions are called directly, or by a value that stands in memory.
var plainPackages = map[string]bool{"bytes": true, "cmp": true, "iter": true, "maps": true, "math": true, "math_bits": true, "slices": true, "sort": true,
	"strconv": true, "strings": true, "time": true, "unicode": true, "unicode_utf8": true, "unicode_utf16": true}

// plain says whether a function is one of these, and no method: methods are also found by way of their type.
func plain(name string) bool {
	name, _, _ = strings.Cut(name, "_go.shape.") // the linker writes the brackets of type arguments so
	owner, function, _ := strings.Cut(name, ".")
	return plainPackages[owner] && function != "" && !strings.Contains(function, ".") && function != "init"
}

// addressTaken returns the functions whose program counter stands somewhere in memory: function values, and the methods in
// interface tables.
func (p *program) addressTaken(memory []byte) []bool {
	at := map[uint64]int{}
	for f, slot := range p.slots {
		if f >= p.imports {
			at[uint64(slot)<<16] = f - p.imports
		}
	}
	taken := make([]bool, len(p.bodies))
	for i := 0; i+8 <= len(memory); i += 8 {
		if f, ok := at[binary.LittleEndian.Uint64(memory[i:])]; ok {
			taken[f] = true
		}
	}
	return taken
}

// calls returns the functions that a body calls directly. See the WebAssembly specification, 5.4, for the instructions.
func calls(body []byte) (all []int) {
	r := reader{b: body[localsEnd(body):]}
	skip := func(numbers int) {
		for range numbers {
			r.int()
		}
	}
	for len(r.b) > 0 {
		switch op := r.byte(); {
		case op == 0x10: // call
			all = append(all, r.uint())
		case op == 0x0e: // br_table
			skip(r.uint() + 1)
		case op == 0x11 || op >= 0x28 && op <= 0x3e: // call_indirect, loads and stores
			skip(2)
		case op >= 0x02 && op <= 0x04, op == 0x0c, op == 0x0d, op >= 0x20 && op <= 0x26, op >= 0x3f && op <= 0x42, op == 0xd0, op == 0xd2:
			skip(1)
		case op == 0x43: // f32.const
			r.take(4)
		case op == 0x44: // f64.const
			r.take(8)
		case op == 0xfc:
			switch more := r.uint(); {
			case more == 8 || more == 10 || more == 12 || more == 14:
				skip(2)
			case more > 8:
				skip(1)
			}
		}
	}
	return all
}
