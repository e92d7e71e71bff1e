//go:build js && wasm

package interp

import "runtime"

// In WebAssembly a chain of Go calls lies on Go's own stack, which grows, and on the host's, which is small. A goroutine that
// yields leaves the host's stack and comes back with its innermost frame alone on it. So the machine keeps count of what the
// active calls may have put there (each weighs what its nested expressions need) and yields when that is much. low remembers
// the weight at that time, so that a program which goes up and down across it does not yield each time.
//
// TestDeepRecursion is the proof. Go's own runner gives node eight times the usual stack, so run it with
// -exec="node --stack-size=500 $(go env GOROOT)/lib/wasm/wasm_exec_node.js".
const (
	stackRelief = true
	reliefAt    = 320
)

func (m *machine) relieve() {
	runtime.Gosched()
	m.low = m.weight
}
