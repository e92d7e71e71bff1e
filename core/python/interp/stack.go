//go:build !(js && wasm)

package interp

// stackRelief says whether deep recursion must give the host's stack back from time to time; see stack_js.go.
const (
	stackRelief = false
	reliefAt    = 0
)

func (m *machine) relieve() {}
