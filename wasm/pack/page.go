package main

import (
	"encoding/binary"
	"regexp"
	"strings"
)

// addPage adds the functions that the page's own program may call: it runs where the rest cannot be waited for. engine are the
// packages that only the engine imports; nothing of theirs is added. Of the others is added what can be reached: what is no
// function of Go's own, what a word in memory names, and what any of these, or of those that stay anyway, calls or names with a number in
// its code, as it makes closures. Those that stay anyway count because what sorting calls, say, is not the same each time.
func (p *program) addPage(stays []bool, engine []string, t *tables) {
	mangle := strings.NewReplacer("/", "_", ".", "_")
	apart := map[string]bool{}
	for _, path := range engine {
		apart[mangle.Replace(path)] = true
	}
	reached := make([]bool, len(stays))
	var todo []int
	reach := func(i int) {
		if i < 0 || reached[i] {
			return
		}
		name := p.names[p.imports+i]
		owner, _, _ := strings.Cut(name, ".")
		// A generic function is compiled for each type; the instances for the engine's types are the engine's.
		if !apart[owner] && !generic(name, "layerglass_core_") && !lastWords(name) && !(p.state != nil && begun(name)) {
			reached[i], stays[i] = true, true
			todo = append(todo, i)
		}
	}
	named := p.namedBy(t)
	for i := range stays {
		if stays[i] {
			todo = append(todo, i)
		}
		if named.functions[i] || !p.movable(i) {
			reach(i)
		}
	}
	counters := p.byCounter()
	for len(todo) > 0 {
		i := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		p.references(p.bodies[i], func(f int) { reach(f - p.imports) }, func(number uint64) {
			if f, ok := counters[number&^0xffff]; ok { // the low bits are a place within the function
				reach(f)
			}
			if f, ok := named.values[number]; ok {
				reach(f)
			}
		})
	}
}

// generic says whether a function is an instance for types of a package.
func generic(name, owner string) bool {
	_, types, found := strings.Cut(name, "_go.shape.")
	return found && strings.Contains(types, owner) && !strings.Contains(types, "layerglass_core_protocol") && !strings.Contains(types, "layerglass_core_share")
}

// lastWords says whether a function only tells a developer what a program died of, or counts for one. A page that dies before the rest is there says less.
func lastWords(name string) bool {
	rest, ours := strings.CutPrefix(name, "runtime.")
	if !ours {
		return false
	}
	for _, prefix := range []string{"print", "traceback", "throw", "fatal", "dopanic", "startpanic", "schedtrace", "initMetrics", "readmemstats", "checkFinalizersAndCleanups"} {
		if strings.HasPrefix(rest, prefix) {
			return true
		}
	}
	return false
}

// begun says whether a function is called before a program stands where its image is taken, and never again. What stands on a stack at that moment
// is no such function: the collector looks at its record.
func begun(name string) bool { return initializes.MatchString(name) || name == "runtime.schedinit" }

var initializes = regexp.MustCompile(`\.(map\.)?init(\.\d+)?$`)

// byCounter returns the functions that the binary defines by their program counters.
func (p *program) byCounter() map[uint64]int {
	at := make(map[uint64]int, len(p.bodies))
	for f, slot := range p.slots {
		if f >= p.imports {
			at[uint64(slot)<<16] = f - p.imports
		}
	}
	return at
}

// named is what memory says of functions.
type named struct {
	functions []bool         // a word names the function
	values    map[uint64]int // functions that only a function value names, by the address of the value: it counts when the code names that
}

// namedBy reads which functions memory names, outside of the runtime's table of functions: by program counter, as interface tables
// have it, or by place in WebAssembly's table in 4 bytes, as the methods of a type have it. The linker puts all function values in one row; one of these counts when another
// word has its address.
func (p *program) namedBy(t *tables) named {
	counters, places := p.byCounter(), map[uint32]int{}
	for counter, f := range counters {
		places[uint32(counter>>16)] = f
	}
	n := named{make([]bool, len(p.bodies)), map[uint64]int{}}
	values := longestRun(t.memory, func(word uint64) bool { _, ok := counters[word]; return ok })
	for at := values.start; at < values.end; at += pointer {
		n.values[uint64(at)] = counters[binary.LittleEndian.Uint64(t.memory[at:])]
	}
	look := func(start, end int) {
		for at := start; at+4 <= end; at += 4 {
			if f, ok := places[t.get(at)]; ok && at < values.start && !p.unasked(f) { // the linker puts types first
				n.functions[f] = true
			}
			if at%pointer != 0 || at+pointer > end {
				continue
			}
			word := uint64(t.word(at))
			if f, ok := counters[word]; ok {
				n.functions[f] = true
			}
			if f, ok := n.values[word]; ok {
				n.functions[f] = true
			}
		}
	}
	look(0, values.start)
	look(values.end, t.header)
	look(t.gofunc, t.buckets)
	look(t.buckets+bucketSize*bucketsOfFunction*t.nfunc, len(t.memory))
	return n
}

// unasked says whether a function is a method of a type that nobody in the page turns into another interface at run time: types of packages that are used
// by name alone. What calls these methods names them, or has an interface table that does.
func (p *program) unasked(defined int) bool {
	owner, _, _ := strings.Cut(p.names[p.imports+defined], ".")
	switch owner {
	case "time", "reflect", "strings", "internal_bisect", "internal_godebug", "internal_reflectlite":
		return true
	}
	return false
}

// longestRun returns the longest row of words of which is holds.
func longestRun(memory []byte, is func(word uint64) bool) span {
	var longest span
	for at := 0; at+pointer <= len(memory); at += pointer {
		end := at
		for end+pointer <= len(memory) && is(binary.LittleEndian.Uint64(memory[end:])) {
			end += pointer
		}
		if end-at > longest.end-longest.start {
			longest = span{at, end}
		}
		at = end
	}
	return longest
}

// references finds what a body calls directly, and the numbers that it holds: a closure's function is such a number. See the WebAssembly
// specification, 5.4, for the instructions.
func (p *program) references(body []byte, call func(function int), number func(uint64)) {
	r := reader{b: body[localsEnd(body):]}
	skip := func(numbers int) {
		for range numbers {
			r.int()
		}
	}
	for len(r.b) > 0 {
		switch op := r.byte(); {
		case op == 0x10: // call
			call(r.uint())
		case op == 0x41 || op == 0x42: // i32.const, i64.const
			number(uint64(r.int()))
		case op == 0x0e: // br_table
			skip(r.uint() + 1)
		case op == 0x11 || op >= 0x28 && op <= 0x3e: // call_indirect, loads and stores
			skip(2)
		case op >= 0x02 && op <= 0x04, op == 0x0c, op == 0x0d, op >= 0x20 && op <= 0x26, op == 0x3f, op == 0x40, op == 0xd0, op == 0xd2:
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
}
