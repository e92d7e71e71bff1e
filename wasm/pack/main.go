// Command pack makes what Go's linker wrote ready for the way to a browser.
//
//	pack trim IN OUT                 takes out what only tracebacks for a developer need
//	pack mark IN OUT                 makes a binary that remembers which functions were called
//	pack cut IN IMAGE CALLED ENGINE TEXTS FIRST REST
//	                                 cuts a trimmed binary that begins with an image in two; CALLED lists the indexes of functions, ENGINE the packages
//	                                 that the page's own program does not use, TEXTS the files of modules written in Python, one a line
//
// The first binary holds what a page needs to show its first result, the second one the rest: it is loaded while somebody
// reads, or when it is asked for. Go links one binary and knows no part of it that comes later. But all of its functions have
// one signature and a place in one table, so that a function can be swapped for a stub that calls through the table (cut.go).
// What is called first is found by running programs with the marked binary, so it is never out of date. Both binaries begin where that one stood
// when it waited for its role (image.go).
//
// pack knows the tables of Go 1.26. trim copies a binary with another layout as it is, and says so.
package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
)

func main() {
	if err := execute(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
}

func execute(args []string) error {
	command := ""
	if len(args) > 0 {
		command = args[0]
	}
	switch {
	case command == "trim" && len(args) == 3:
		return trimFile(args[1], args[2])
	case command == "mark" && len(args) == 3:
		return markFile(args[1], args[2])
	case command == "cut" && len(args) == 8:
		return cutFile(args[1], args[2], args[3], args[4], args[5], args[6], args[7])
	}
	return fmt.Errorf("usage: pack trim IN OUT | pack mark IN OUT | pack cut IN IMAGE CALLED ENGINE TEXTS FIRST REST")
}

func trimFile(in, out string) error {
	b, err := os.ReadFile(in)
	if err != nil {
		return err
	}
	trimmed, err := Trim(b)
	if err != nil {
		fmt.Fprintln(os.Stderr, "pack: left as it is:", err)
		trimmed = b
	}
	return os.WriteFile(out, trimmed, 0o644)
}

func readFile(path string) (*program, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return read(b)
}

func markFile(in, out string) error {
	p, err := readFile(in)
	if err != nil {
		return err
	}
	return os.WriteFile(out, p.mark(), 0o644)
}

func cutFile(in, standing, called, engine, texts, first, rest string) error {
	p, err := readFile(in)
	if err != nil {
		return err
	}
	at, err := readImage(standing)
	if err != nil {
		return err
	}
	if err := p.begin(at); err != nil {
		return err
	}
	stays, err := p.readCalled(called)
	if err != nil {
		return err
	}
	packages, err := os.ReadFile(engine)
	if err != nil {
		return err
	}
	memory, err := loadMemory(p.find(dataID))
	if err != nil {
		return err
	}
	t, err := findTables(memory)
	if err != nil {
		return err
	}
	p.addPage(stays, strings.Fields(string(packages)), t)
	written, err := readTexts(texts)
	if err != nil {
		return err
	}
	a, b, err := p.cut(stays, textReader, written)
	if err != nil {
		return err
	}
	if err := os.WriteFile(first, a, 0o644); err != nil {
		return err
	}
	return os.WriteFile(rest, b, 0o644)
}

// textReader is the function that alone looks at the texts of modules that are written in Python.
const textReader = "layerglass_core_python_lib.Read"

// readTexts reads the files that a list names.
func readTexts(list string) ([][]byte, error) {
	names, err := os.ReadFile(list)
	if err != nil {
		return nil, err
	}
	var texts [][]byte
	for _, name := range strings.Fields(string(names)) {
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		texts = append(texts, text)
	}
	return texts, nil
}

// readCalled reads which of the functions that the binary defines were called.
func (p *program) readCalled(list string) ([]bool, error) {
	text, err := os.ReadFile(list)
	if err != nil {
		return nil, err
	}
	called := make([]bool, len(p.bodies))
	for _, line := range strings.Fields(string(text)) {
		i, err := strconv.Atoi(line)
		if err != nil || i < p.imports || i >= len(p.names) {
			return nil, fmt.Errorf("%s: %q is no function's index", list, line)
		}
		called[i-p.imports] = true
	}
	return called, nil
}
