//go:build js && wasm

package interp

import "runtime"

// In WebAssembly a chain of Go calls lies on Go's own stack, which grows, and on the host's, which is small. A goroutine that
// yields leaves the host's stack and comes back with its innermost frame alone on it. So every reliefEvery nested calls
// the machine yields; low remembers how deep it was then, so that a program which goes up and down across that depth does
// not yield each time.
const (
	stackRelief = true
	reliefEvery = 24
)

func (m *machine) relieve() {
	runtime.Gosched()
	m.low = m.t.Depth
}
