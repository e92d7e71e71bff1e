package interp

import (
	"runtime"

	"layerglass/core/python/source"
)

// Sizes that common objects are charged with, in bytes.
const (
	instanceSize  = 192
	functionSize  = 224
	generatorSize = 512
	displaySize   = 32 // and one item of
	itemSize      = 16
)

// charge takes n bytes from the memory budget and reports whether the program may go on.
func (f *frame) charge(n int64, at source.Span) bool {
	if f.t.Memory -= n; f.t.Memory >= 0 {
		return true
	}
	if err := f.t.Alloc(0); err != nil {
		f.fail(err, at)
		return false
	}
	return true
}

// heapRoom returns the question that a thread asks when its memory budget is used up: how much of it is really taken, now that
// the collector has been round? It says "nothing left" early, so that a program does not creep towards the limit with a
// collection at every step.
func heapRoom(budget int64) func() int64 {
	return func() int64 {
		var s runtime.MemStats
		runtime.ReadMemStats(&s)
		if room := budget - int64(s.HeapAlloc); room > budget/4 {
			return room
		}
		runtime.GC()
		runtime.ReadMemStats(&s)
		if room := budget - int64(s.HeapAlloc); room > budget/8 {
			return room
		}
		return -1
	}
}
