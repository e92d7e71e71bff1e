// Command trim takes out of a Go WebAssembly binary what only tracebacks for a developer need: line numbers, file names,
// inlining records and most function names. They are a fifth of what a visitor would load. Stack maps, which the garbage
// collector needs, stay, and so do the names that the runtime itself looks at.
//
//	trim IN OUT
//
// It knows the tables of Go 1.26. A binary with another layout is copied as it is, and said so.
package main

import (
	"fmt"
	"os"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: trim IN OUT")
		os.Exit(2)
	}
	in, err := os.ReadFile(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, "trim:", err)
		os.Exit(1)
	}
	out, err := Trim(in)
	if err != nil {
		fmt.Fprintln(os.Stderr, "trim: left as it is:", err)
		out = in
	}
	if err := os.WriteFile(os.Args[2], out, 0o644); err != nil {
		fmt.Fprintln(os.Stderr, "trim:", err)
		os.Exit(1)
	}
}

// Trim returns the binary without its traceback tables.
func Trim(binary []byte) ([]byte, error) {
	m, err := parse(binary)
	if err != nil {
		return nil, err
	}
	t, err := findTables(m.memory)
	if err != nil {
		return nil, err
	}
	if err := t.trim(); err != nil {
		return nil, err
	}
	return m.bytes(), nil
}
