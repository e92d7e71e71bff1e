package main

import (
	"cmp"
	"slices"
)

// divide finds the parts of the runtime's function table that belong to moved functions alone: the runtime looks at a function's
// record only while the function is called. moved is asked for the place of a function in WebAssembly's table, which is its program counter.
func (t *tables) divide(moved func(slot int) bool) []span {
	var spans []span
	pcs, data := parts{}, parts{}
	for i := range t.nfunc {
		at := t.functions + int(t.get(t.functions+8*i+4))
		gone := moved(int(t.get(t.functions + 8*i)))
		npcdata, nfuncdata := int(t.get(at+28)), int(t.memory[at+43])
		end := at + 44
		pcs.add(int(t.get(at+16)), gone)
		for range npcdata {
			pcs.add(int(t.get(end)), gone)
			end += 4
		}
		for range nfuncdata {
			if offset := t.get(end); offset != noData {
				data.add(int(offset), gone)
			}
			end += 4
		}
		if gone {
			spans = append(spans, span{at, end})
		}
	}
	spans = append(spans, pcs.gone(t.pcs)...)
	return join(append(spans, data.gone(t.gofunc)...))
}

// parts are the pieces of a region by their offsets. true: nobody who stays uses the piece.
type parts map[int]bool

func (p parts) add(offset int, gone bool) {
	if old, seen := p[offset]; seen {
		gone = gone && old
	}
	p[offset] = gone
}

// gone returns the pieces that nobody uses. A piece ends where the next one begins; the end of the last one is not known, so it
// stays, and so does what offset 0 stands for, which is nothing.
func (p parts) gone(base int) []span {
	offsets := make([]int, 0, len(p))
	for offset := range p {
		offsets = append(offsets, offset)
	}
	slices.Sort(offsets)
	var spans []span
	for i, offset := range offsets {
		if p[offset] && offset != 0 && i+1 < len(offsets) {
			spans = append(spans, span{base + offset, base + offsets[i+1]})
		}
	}
	return spans
}

// join puts the ranges in order and makes one of neighbours.
func join(spans []span) []span {
	slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(a.start, b.start) })
	var out []span
	for _, s := range spans {
		if n := len(out); n > 0 && s.start <= out[n-1].end {
			out[n-1].end = max(out[n-1].end, s.end)
			continue
		}
		out = append(out, s)
	}
	return out
}
