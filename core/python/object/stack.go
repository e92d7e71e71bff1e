//go:build !(js && wasm)

package object

// stackRelief has no meaning where Go's own stack is the only one: it grows as needed.
const stackRelief = 1 << 30

func relieveStack() {}
