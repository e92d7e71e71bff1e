package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"strconv"
)

// An image is what a program is at a moment at which it waits for the page: its memory, and beside it a line of JSON with the values of WebAssembly's
// globals and with what a loader must know to go on (see web/image.mjs and web/src/rest.js).
//
// A binary that begins with an image begins where the program stood. Starting the runtime and initializing some hundred
// packages takes longer than running the first program, it would happen in the page and in the worker, and its code, which is never
// called again, is a good part of what a visitor waits for.
type image struct {
	head    []byte
	memory  []byte
	globals []string
}

// stateSection is the name of the custom section that holds an image's head.
const stateSection = "state"

const pageSize = 1 << 16

var errImage = errors.New("not an image as web/image.mjs writes it")

func readImage(path string) (*image, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	head, memory, found := bytes.Cut(b, []byte("\n"))
	if !found || len(memory) == 0 || len(memory)%pageSize != 0 {
		return nil, errImage
	}
	var fields struct{ Globals []string }
	if err := json.Unmarshal(head, &fields); err != nil {
		return nil, err
	}
	return &image{head, memory, fields.Globals}, nil
}

// begin makes the binary begin with an image.
func (p *program) begin(at *image) error {
	globals, err := p.globalsOf(at)
	if err != nil {
		return err
	}
	for i := range p.module {
		s := &p.module[i]
		switch s.id {
		case memorySection:
			r := reader{b: s.body}
			b := appendUint(nil, r.uint())
			limits := r.byte()
			r.uint()
			b = appendUint(append(b, limits), len(at.memory)/pageSize)
			s.body = append(b, r.b...)
		case globalSection:
			s.body = globals
		case dataID:
			s.body = dataSection(at.memory)
		}
	}
	p.state = append(appendBytes(nil, stateSection), at.head...)
	return nil
}

// globalsOf returns the section of globals with an image's values.
func (p *program) globalsOf(at *image) ([]byte, error) {
	if len(at.globals) != p.globals {
		return nil, errImage
	}
	r := reader{b: p.find(globalSection)}
	b := appendUint(nil, r.uint())
	for _, text := range at.globals {
		value, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			return nil, errImage
		}
		typ, mutable, constant := r.byte(), r.byte(), r.byte()
		r.int()
		if end := r.byte(); r.bad || end != 0x0b || constant != 0x41 && constant != 0x42 { // i32.const, i64.const
			return nil, errFormat
		}
		b = append(appendSigned(append(b, typ, mutable, constant), value), 0x0b)
	}
	return b, nil
}
