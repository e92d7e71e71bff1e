// Package deflate reads and writes raw DEFLATE streams (RFC 1951), with a preset dictionary where both sides have one. Reading is bounded and never
// panics; writing searches for the shortest encoding, which pays where every byte ends up in a link.
package deflate

import "math/bits"

const (
	windowSize  = 1 << 15
	minMatch    = 3
	maxMatch    = 258
	endOfBlock  = 256
	numLiterals = 286 // literals, the end of a block and lengths
	numDistance = 30
	numLengths  = 19 // symbols that code lengths are written with
	maxBits     = 15
)

// The three kinds of block.
const (
	storedBlock = iota
	fixedBlock
	dynamicBlock
)

// lengthBase and lengthExtra say which match lengths each symbol from 257 on stands for, distanceBase and distanceExtra the same of distances.
var (
	lengthBase = [29]uint16{3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258}
	lengthBits = [29]uint8{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0}

	distanceBase = [numDistance]uint16{1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073,
		4097, 6145, 8193, 12289, 16385, 24577}
	distanceBits = [numDistance]uint8{0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13}

	// lengthOrder is the order in which the lengths of the code for code lengths are written.
	lengthOrder = [numLengths]uint8{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}
)

// fixedLengths returns the code lengths of a block without a code of its own.
func fixedLengths() (literals, distances []uint8) {
	literals, distances = make([]uint8, 288), make([]uint8, 32)
	for i := range literals {
		switch {
		case i < 144:
			literals[i] = 8
		case i < 256:
			literals[i] = 9
		case i < 280:
			literals[i] = 7
		default:
			literals[i] = 8
		}
	}
	for i := range distances {
		distances[i] = 5
	}
	return literals, distances
}

// lengthSymbol returns the symbol of a match length, counted from 257 on. There are four for each doubling.
func lengthSymbol(length int) int {
	if length == maxMatch {
		return 28
	}
	n := uint(length - minMatch)
	if n < 8 {
		return int(n)
	}
	top := bits.Len(n) - 1
	return 4*(top-1) + int(n>>(top-2)&3)
}

// distanceSymbol returns the symbol of a distance. There are two for each doubling.
func distanceSymbol(distance int) int {
	n := uint(distance - 1)
	if n < 4 {
		return int(n)
	}
	top := bits.Len(n) - 1
	return 2*top + int(n>>(top-1)&1)
}
