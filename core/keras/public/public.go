// Package public lists the public names of Keras, module by module, so that a name that is not modelled yet can be told from
// one that does not exist.
package public

import (
	_ "embed"
	"sort"
	"strings"
	"sync"
)

// Version is the version of Keras whose names these are.
const Version = "3.15.1"

//go:embed public.txt
var text string

//go:embed private.txt
var private string

// Private reports whether objects of Keras have an attribute of a name that begins with an underscore.
func Private(name string) bool { return strings.Contains("\n"+private, "\n"+name+"\n") }

var read = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		module, names, _ := strings.Cut(line, " ")
		out[module] = strings.Fields(names)
	}
	return out
})

// Modules returns the public modules in order.
func Modules() []string {
	var out []string
	for m := range read() {
		out = append(out, m)
	}
	sort.Strings(out)
	return out
}

// Names returns the names of a module in order.
func Names(module string) []string { return read()[module] }

// Known reports whether a full name ("keras.layers.Dense") is public.
func Known(full string) bool {
	i := strings.LastIndexByte(full, '.')
	if i < 0 {
		return full == "keras"
	}
	names := read()[full[:i]]
	j := sort.SearchStrings(names, full[i+1:])
	return j < len(names) && names[j] == full[i+1:]
}
