//go:build js && wasm

package object

import "runtime"

// stackRelief is the number of nested calls after which the host's stack is given back. In WebAssembly Go frames live both in
// Go's own growing stack and on the host's small one; a goroutine that yields leaves the host's stack, and comes back with
// its innermost frame alone on it.
const stackRelief = 24

func relieveStack() { runtime.Gosched() }
