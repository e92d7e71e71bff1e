package deflate

import "slices"

// codeLengths returns the lengths, none above most, of the shortest code for symbols that are used so often. A symbol that is used alone gets a
// length of 1, and an unused symbol none.
//
// It is the package-merge algorithm: from the deepest level up, the cheapest packages of two are merged with the symbols themselves; each time a
// symbol is in one of the packages that are taken in the end, its code is one bit longer.
func codeLengths(uses []int, most int) []uint8 {
	lengths := make([]uint8, len(uses))
	var leaves []pack
	for s, n := range uses {
		if n > 0 {
			leaves = append(leaves, pack{weight: n, symbol: s})
		}
	}
	if len(leaves) == 1 {
		lengths[leaves[0].symbol] = 1
	}
	if len(leaves) < 2 {
		return lengths
	}
	slices.SortStableFunc(leaves, func(a, b pack) int { return a.weight - b.weight })
	level := leaves
	for range most - 1 {
		level = merge(leaves, level)
	}
	for i := range 2*len(leaves) - 2 {
		level[i].count(lengths)
	}
	return lengths
}

// pack is a symbol, or two packs of the level below.
type pack struct {
	weight int
	symbol int // -1 for two packs
	pair   *[2]pack
}

// merge pairs up the packs of one level and sorts them in among the symbols.
func merge(leaves, below []pack) []pack {
	above := make([]pack, 0, len(leaves)+len(below)/2)
	i := 0
	for j := 0; j+1 < len(below); j += 2 {
		weight := below[j].weight + below[j+1].weight
		for i < len(leaves) && leaves[i].weight <= weight {
			above = append(above, leaves[i])
			i++
		}
		above = append(above, pack{weight, -1, (*[2]pack)(below[j : j+2])})
	}
	return append(above, leaves[i:]...)
}

func (p *pack) count(lengths []uint8) {
	if p.pair == nil {
		lengths[p.symbol]++
		return
	}
	p.pair[0].count(lengths)
	p.pair[1].count(lengths)
}

// codes returns the canonical codes of code lengths, the other way round, as they stand in a stream.
func codes(lengths []uint8) []uint16 {
	var count, next [maxBits + 2]int
	for _, n := range lengths {
		count[n]++
	}
	count[0] = 0
	for n := 1; n <= maxBits; n++ {
		next[n+1] = (next[n] + count[n]) << 1
	}
	all := make([]uint16, len(lengths))
	for s, n := range lengths {
		if n > 0 {
			all[s] = uint16(reverse(next[n], int(n)))
			next[n]++
		}
	}
	return all
}
