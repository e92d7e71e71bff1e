package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
	"strings"
)

// tables are the parts of the runtime's function table in a program's memory. See runtime/symtab.go and
// cmd/link/internal/ld/pcln.go of Go 1.26.
type tables struct {
	memory                              []byte
	header                              int // address of pcHeader; the offsets below count from it
	names, units, files, pcs, functions int
	nfunc                               int
	gofunc                              int // base address of the functions' other data
	buckets                             int // address of findfunctab
	keepPC, dropPC, keepData, dropArg   map[int]bool
	inlined                             map[int]int // offset of an inlining record → its entries
}

const (
	pointer    = 8          // size of a pointer
	magic      = 0xfffffff1 // abi.Go120PCLnTabMagic
	gofuncAt   = 320        // offset of gofunc in moduledata
	bucketsAt  = 152        // offset of findfunctab in moduledata
	inlineTree = 2          // PCDATA_InlTreeIndex
	noData     = ^uint32(0) // a function has no data of this kind
	inlineSize = 16         // size of an entry of an inlining record
	argsEnd    = byte(0xff) // last byte of an argument record
)

// The kinds of FUNCDATA, by index.
const (
	dataInlineTree = 3
	dataArgInfo    = 5
)

var errLayout = errors.New("the function table is not in the form of Go 1.26")

func findTables(memory []byte) (*tables, error) {
	start := binary.LittleEndian.AppendUint32(nil, magic)
	start = append(start, 0, 0, 1, pointer)
	t := &tables{memory: memory, header: bytes.Index(memory, start)}
	if t.header < 0 || t.header+72 > len(memory) {
		return nil, errLayout
	}
	t.nfunc = t.word(t.header + 8)
	for i, offset := range []*int{&t.names, &t.units, &t.files, &t.pcs, &t.functions} {
		*offset = t.header + t.word(t.header+32+pointer*i)
	}
	if !(t.header < t.names && t.names < t.units && t.units < t.files && t.files < t.pcs && t.pcs < t.functions && t.functions < len(memory)) {
		return nil, errLayout
	}
	// The module's own record begins with the header's address and the name table's.
	record := binary.LittleEndian.AppendUint64(nil, uint64(t.header))
	record = binary.LittleEndian.AppendUint64(record, uint64(t.names))
	at := bytes.Index(memory, record)
	if at < 0 || at+gofuncAt+pointer > len(memory) {
		return nil, errLayout
	}
	t.gofunc, t.buckets = t.word(at+gofuncAt), t.word(at+bucketsAt)
	if t.gofunc <= 0 || t.gofunc >= len(memory) {
		return nil, errLayout
	}
	return t, nil
}

func (t *tables) word(at int) int { return int(binary.LittleEndian.Uint64(t.memory[at:])) }

func (t *tables) get(at int) uint32 { return binary.LittleEndian.Uint32(t.memory[at:]) }

func (t *tables) set(at int, v uint32) { binary.LittleEndian.PutUint32(t.memory[at:], v) }

// trim empties the tables. First every function says what it keeps, then what nobody keeps is cleared.
func (t *tables) trim() error {
	t.keepPC, t.dropPC, t.keepData = map[int]bool{}, map[int]bool{}, map[int]bool{}
	t.dropArg, t.inlined = map[int]bool{}, map[int]int{}
	kept := map[int]bool{}
	for i := range t.nfunc {
		at := t.functions + int(t.get(t.functions+8*i+4))
		if at+44 > len(t.memory) {
			return errLayout
		}
		t.function(at, kept)
	}
	t.clearNames(kept)
	for offset := range t.dropPC {
		if !t.keepPC[offset] {
			clear(t.memory[t.pcs+offset : t.pcs+offset+t.tableSize(offset)])
		}
	}
	for offset, entries := range t.inlined {
		if !t.keepData[offset] {
			clear(t.memory[t.gofunc+offset : t.gofunc+offset+inlineSize*entries])
		}
	}
	for offset := range t.dropArg {
		if end := bytes.IndexByte(t.memory[t.gofunc+offset:], argsEnd); end >= 0 && !t.keepData[offset] {
			clear(t.memory[t.gofunc+offset : t.gofunc+offset+end])
		}
	}
	clear(t.memory[t.units:t.pcs]) // compilation units and file names
	return nil
}

// function drops from one function's record what tracebacks alone use. The record's layout is runtime._func.
func (t *tables) function(at int, kept map[int]bool) {
	const (
		nameOff, pcsp, pcfile, pcln, npcdata, cuOffset, startLine, nfuncdata, end = 4, 16, 20, 24, 28, 32, 36, 43, 44
	)
	name := int(t.get(at + nameOff))
	if kept[name] || keepsName(t.name(name)) {
		kept[name] = true
	} else {
		t.set(at+nameOff, 0)
	}
	t.keepPC[int(t.get(at+pcsp))] = true
	for _, field := range []int{pcfile, pcln} {
		t.dropPC[int(t.get(at+field))] = true
		t.set(at+field, 0)
	}
	t.set(at+cuOffset, 0)
	t.set(at+startLine, 0)
	pcdata := int(t.get(at + npcdata))
	entries := 0
	for i := range pcdata {
		field := at + end + 4*i
		offset := int(t.get(field))
		if i != inlineTree {
			t.keepPC[offset] = true
			continue
		}
		entries = t.highest(offset) + 1
		t.dropPC[offset] = true
		t.set(field, 0)
	}
	for i := range int(t.memory[at+nfuncdata]) {
		field := at + end + 4*pcdata + 4*i
		offset := t.get(field)
		switch {
		case offset == noData:
		case i == dataInlineTree:
			t.inlined[int(offset)] = max(entries, t.inlined[int(offset)])
			t.set(field, noData)
		case i == dataArgInfo:
			t.dropArg[int(offset)] = true
			t.set(field, noData)
		default:
			t.keepData[int(offset)] = true
		}
	}
}

// keepsName says whether the runtime compares a function's name with something.
func keepsName(name string) bool {
	return strings.HasPrefix(name, "runtime.") || strings.HasPrefix(name, "reflect.") || strings.HasPrefix(name, "internal/")
}

func (t *tables) name(offset int) string {
	b := t.memory[t.names+offset:]
	return string(b[:max(bytes.IndexByte(b, 0), 0)])
}

// clearNames clears the names that nobody keeps.
func (t *tables) clearNames(kept map[int]bool) {
	offsets := make([]int, 0, len(kept))
	for offset := range kept {
		offsets = append(offsets, offset)
	}
	slices.Sort(offsets)
	at := t.names
	for _, offset := range offsets {
		if start := t.names + offset; start > at {
			clear(t.memory[at:start])
		}
		at = t.names + offset + len(t.name(offset)) + 1
	}
	clear(t.memory[at:t.units])
}

// pairs calls f for each value of a table of program counters; see runtime.step for the encoding.
func (t *tables) pairs(offset int, f func(value int)) (size int) {
	b := t.memory[t.pcs+offset:]
	value := -1
	for first := true; ; first = false {
		delta, n := binary.Uvarint(b[size:])
		if n <= 0 || delta == 0 && !first {
			return size + 1
		}
		value += int(int32(uint32(delta>>1) ^ -uint32(delta&1)))
		f(value)
		_, m := binary.Uvarint(b[size+n:])
		if m <= 0 {
			return size
		}
		size += n + m
	}
}

func (t *tables) tableSize(offset int) int { return t.pairs(offset, func(int) {}) }

func (t *tables) highest(offset int) int {
	highest := -1
	if offset != 0 {
		t.pairs(offset, func(v int) { highest = max(highest, v) })
	}
	return highest
}
