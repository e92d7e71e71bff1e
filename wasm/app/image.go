//go:build js && wasm

package main

import "runtime"

// clear writes zeros over what the collector let go. The build sends this program's memory to browsers, and nobody should wait for remains. Every free
// place is taken, which clears it, and given back.
func clear() {
	runtime.GC()
	held := make([]any, 0, 1<<16)
	var stats runtime.MemStats
	taking := func(take func() any, full func(before runtime.MemStats) bool) {
		runtime.ReadMemStats(&stats)
		for before := stats; len(held) < cap(held) && !full(before); runtime.ReadMemStats(&stats) {
			held = append(held, take())
		}
	}
	grew := func(before runtime.MemStats) bool { return stats.HeapInuse > before.HeapInuse }
	runtime.ReadMemStats(&stats)
	for _, class := range stats.BySize {
		if size := int(class.Size); size > 0 {
			taking(func() any { return make([]byte, size) }, grew)
			words := size / 8
			if size > 512 { // the collector keeps a word before such an object
				words--
			}
			taking(func() any { return make([]*byte, words) }, grew)
		}
	}
	const page = 8192
	taking(func() any { return make([]byte, page) }, func(runtime.MemStats) bool { return stats.HeapIdle < page })
	runtime.KeepAlive(held)
	held = nil
	runtime.GC()
}
