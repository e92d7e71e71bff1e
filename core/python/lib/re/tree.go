package re

// A pattern is parsed into nodes, which package compile turns into a program.

type nodeKind uint8

const (
	nodeUnit        nodeKind = iota // a character, with negate any other
	nodeAny                         // .
	nodeSet                         // [...] or a category
	nodeAt                          // an anchor
	nodeBranch                      // a|b
	nodeRepeat                      // x*
	nodeGroup                       // (...) or (?flags:...)
	nodeAtomic                      // (?>...)
	nodeLook                        // (?=...) and its like
	nodeReference                   // \1
	nodeConditional                 // (?(1)a|b)
)

// unlimited is the upper bound of x*, and maxWidth that of widths.
const (
	unlimited = 1<<32 - 1
	maxWidth  = 1 << 60
)

type node struct {
	kind   nodeKind
	c      rune
	negate bool // of nodeUnit, nodeSet, nodeLook
	items  []setItem
	at     anchor
	// kids are the alternatives of a branch or conditional, each a sequence; of other nodes the only sequence.
	kids     []sequence
	min, max int
	manner   manner
	group    int  // of nodeGroup (0: none), nodeReference, nodeConditional
	add, del int  // flags of nodeGroup
	behind   bool // of nodeLook
	// lo and hi are the least and greatest width of the group that nodeReference refers to.
	lo, hi int
}

type sequence []*node

// manner is how a repeat takes its turns.
type manner uint8

const (
	greedy manner = iota
	lazy
	possessive
)

type anchor uint8

const (
	atBeginning  anchor = iota // ^
	atStringHead               // \A
	atEnd                      // $
	atStringEnd                // \Z
	atBoundary                 // \b
	atNoBoundary               // \B
	atLineBegin                // ^ with MULTILINE
	atLineEnd                  // $ with MULTILINE
)

func cap2(lo, hi int) (int, int) { return min(lo, maxWidth), min(hi, maxWidth) }

func scaled(n, times int) int {
	if n != 0 && times > maxWidth/n {
		return maxWidth
	}
	return n * times
}

// width returns the least and greatest number of characters that a sequence matches.
func (s sequence) width() (lo, hi int) {
	for _, n := range s {
		l, h := n.width()
		lo, hi = cap2(lo+l, hi+h)
	}
	return lo, hi
}

func (n *node) width() (lo, hi int) {
	switch n.kind {
	case nodeUnit, nodeAny, nodeSet:
		return 1, 1
	case nodeReference:
		return n.lo, n.hi
	case nodeGroup, nodeAtomic:
		return n.kids[0].width()
	case nodeRepeat:
		lo, hi = n.kids[0].width()
		if n.max == unlimited && hi > 0 {
			return scaled(lo, n.min), maxWidth
		}
		return scaled(lo, n.min), scaled(hi, n.max)
	case nodeBranch, nodeConditional:
		lo, hi = n.kids[0].width()
		for _, k := range n.kids[1:] {
			l, h := k.width()
			lo, hi = min(lo, l), max(hi, h)
		}
		if n.kind == nodeConditional && len(n.kids) == 1 {
			lo = 0
		}
		return lo, hi
	}
	return 0, 0
}

// single returns the node of a sequence that matches exactly one character, or nil.
func (s sequence) single() *node {
	if len(s) != 1 {
		return nil
	}
	switch n := s[0]; n.kind {
	case nodeUnit, nodeAny, nodeSet:
		return n
	case nodeGroup:
		if n.group == 0 && n.add|n.del == 0 {
			return n.kids[0].single()
		}
	}
	return nil
}
