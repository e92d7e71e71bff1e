package array

import "strings"

// term is an operand of an einsum whose dimensions have letters.
type term struct {
	*Array
	labels []rune
}

// Einsum sums products of elements whose dimensions are named by letters, as in "ij,jk->ik". "..." stands for any
// leading dimensions.
func Einsum(subscripts string, list ...*Array) (*Array, error) {
	subscripts = strings.ReplaceAll(subscripts, " ", "")
	left, right, explicit := strings.Cut(subscripts, "->")
	inputs := strings.Split(left, ",")
	if len(inputs) != len(list) {
		return nil, fail(ValueError, "more operands provided to einstein sum function than specified in the subscripts string")
	}
	terms := make([]term, len(list))
	dots := 0
	for i, a := range list {
		labels, n, err := einsumLabels(inputs[i], len(a.shape))
		if err != nil {
			return nil, err
		}
		dots = max(dots, n)
		terms[i] = term{a, labels}
	}
	var out []rune
	var err error
	if explicit {
		if out, err = einsumOutput(right, dots); err != nil {
			return nil, err
		}
	} else {
		out = implicitOutput(inputs, dots)
	}
	sizes := map[rune]int{}
	for _, t := range terms {
		for i, l := range t.labels {
			n := t.shape[i]
			if have, ok := sizes[l]; ok && have != n && have != 1 && n != 1 {
				return nil, fail(ValueError, "operands could not be broadcast together with remapped shapes [original->remapped]: einsum label '",
					string(l), "' has sizes ", itoa(have), " and ", itoa(n))
			}
			sizes[l] = max(sizes[l], n)
			if n == 0 {
				sizes[l] = 0
			}
		}
	}
	for _, l := range out {
		if _, ok := sizes[l]; !ok {
			return nil, fail(ValueError, "einstein sum subscripts string included output subscript '", string(l), "' which never appeared in an input")
		}
	}
	return contract(terms, out, sizes)
}

// firstDot numbers the dimensions that "..." stands for, counted from the last one.
const firstDot = 0x2460

func einsumLabels(s string, rank int) ([]rune, int, error) {
	before, after, has := strings.Cut(s, "...")
	for _, c := range before + after {
		if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
			return nil, 0, fail(ValueError, "invalid subscript '", string(c), "' in einstein sum subscripts string, subscripts must be letters")
		}
	}
	dots := rank - len(before) - len(after)
	if dots < 0 {
		return nil, 0, fail(ValueError, "einstein sum subscripts string contains too many subscripts for operand")
	}
	if !has && dots > 0 {
		return nil, 0, fail(ValueError, "operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to broadcast the extra dimensions.")
	}
	labels := []rune(before)
	for i := dots - 1; i >= 0; i-- {
		labels = append(labels, rune(firstDot+i))
	}
	return append(labels, []rune(after)...), dots, nil
}

func einsumOutput(s string, dots int) ([]rune, error) {
	before, after, has := strings.Cut(s, "...")
	out := []rune(before)
	if has {
		for i := dots - 1; i >= 0; i-- {
			out = append(out, rune(firstDot+i))
		}
	}
	out = append(out, []rune(after)...)
	seen := map[rune]bool{}
	for _, l := range out {
		if seen[l] {
			return nil, fail(ValueError, "einstein sum subscripts string includes output subscript '", string(l), "' multiple times")
		}
		seen[l] = true
	}
	return out, nil
}

// implicitOutput is every letter that occurs once, in alphabetical order, behind the dimensions of "...".
func implicitOutput(inputs []string, dots int) []rune {
	var out []rune
	for i := dots - 1; i >= 0; i-- {
		out = append(out, rune(firstDot+i))
	}
	all := strings.Join(inputs, "")
	for c := 'A'; c <= 'z'; c++ {
		if (c <= 'Z' || c >= 'a') && strings.Count(all, string(c)) == 1 {
			out = append(out, c)
		}
	}
	return out
}

// contract combines the operands from left to right and puts the result in order.
func contract(terms []term, out []rune, sizes map[rune]int) (*Array, error) {
	var err error
	for i := range terms {
		if terms[i], err = terms[i].takeDiagonals(); err != nil {
			return nil, err
		}
	}
	acc := terms[0]
	for i := 1; i < len(terms); i++ {
		keep := map[rune]bool{}
		for _, l := range out {
			keep[l] = true
		}
		for _, t := range terms[i+1:] {
			for _, l := range t.labels {
				keep[l] = true
			}
		}
		if acc, err = contractPair(acc, terms[i], keep); err != nil {
			return nil, err
		}
	}
	keep := map[rune]bool{}
	for _, l := range out {
		keep[l] = true
	}
	if acc, err = acc.sumAway(keep, nil); err != nil {
		return nil, err
	}
	if acc, err = acc.ordered(out); err != nil {
		return nil, err
	}
	shape := make([]int, len(out))
	for i, l := range out {
		shape[i] = sizes[l]
	}
	r, err := acc.Array.BroadcastTo(shape)
	if err != nil {
		return nil, err
	}
	return r.Copy()
}

// takeDiagonals replaces a letter that occurs twice in one operand by the diagonal.
func (t term) takeDiagonals() (term, error) {
	for i := 0; i < len(t.labels); i++ {
		for j := i + 1; j < len(t.labels); j++ {
			if t.labels[i] != t.labels[j] {
				continue
			}
			if t.shape[i] != t.shape[j] {
				return t, fail(ValueError, "dimensions in single operand for collapsing index '", string(t.labels[i]), "' don't match (", itoa(t.shape[i]), " != ", itoa(t.shape[j]), ")")
			}
			d, err := t.Diagonal(0, i, j)
			if err != nil {
				return t, err
			}
			l := t.labels[i]
			rest := append(append(append([]rune{}, t.labels[:i]...), t.labels[i+1:j]...), t.labels[j+1:]...)
			return term{d, append(rest, l)}.takeDiagonals()
		}
	}
	return t, nil
}

// sumAway adds over the letters that neither keep nor the other operand wants.
func (t term) sumAway(keep map[rune]bool, other []rune) (term, error) {
	axes, labels := []int{}, []rune{}
	for i, l := range t.labels {
		if keep[l] || strings.ContainsRune(string(other), l) {
			labels = append(labels, l)
		} else {
			axes = append(axes, i)
		}
	}
	if len(axes) == 0 {
		return t, nil
	}
	s, err := Sum(t.Array, axes, false, t.dtype)
	return term{s, labels}, err
}

// ordered transposes to the given order of letters; letters that are missing become dimensions of length 1.
func (t term) ordered(labels []rune) (term, error) {
	shape, strides := make([]int, len(labels)), make([]int, len(labels))
	for i, l := range labels {
		shape[i] = 1
		for j, have := range t.labels {
			if have == l {
				shape[i], strides[i] = t.shape[j], t.strides[j]
			}
		}
	}
	return term{t.view(shape, strides, t.offset), labels}, nil
}

// contractPair multiplies two operands and sums over the letters that are not kept, as one batched matrix product.
func contractPair(a, b term, keep map[rune]bool) (term, error) {
	a, err := a.sumAway(keep, b.labels)
	if err != nil {
		return a, err
	}
	if b, err = b.sumAway(keep, a.labels); err != nil {
		return b, err
	}
	var batch, sum, freeA, freeB []rune
	for _, l := range a.labels {
		switch {
		case !strings.ContainsRune(string(b.labels), l):
			freeA = append(freeA, l)
		case keep[l]:
			batch = append(batch, l)
		default:
			sum = append(sum, l)
		}
	}
	for _, l := range b.labels {
		if !strings.ContainsRune(string(a.labels), l) {
			freeB = append(freeB, l)
		}
	}
	x, err := a.grouped(b, batch, freeA, sum, false)
	if err != nil {
		return a, err
	}
	y, err := b.grouped(a, batch, sum, freeB, true)
	if err != nil {
		return a, err
	}
	r, err := batchedMatMul(x, y)
	if err != nil {
		return a, err
	}
	shape := append([]int{}, r.shape[:len(batch)]...)
	for _, l := range freeA {
		shape = append(shape, a.sizeOf(l))
	}
	for _, l := range freeB {
		shape = append(shape, b.sizeOf(l))
	}
	if r, err = r.Reshape(shape...); err != nil {
		return a, err
	}
	return term{r, append(append(append([]rune{}, batch...), freeA...), freeB...)}, nil
}

func (t term) sizeOf(l rune) int {
	for i, have := range t.labels {
		if have == l {
			return t.shape[i]
		}
	}
	return 1
}

// grouped shapes the operand as batch dimensions and two more, rows and columns. A summed letter of length 1 is
// broadcast to the other operand's length.
func (t term) grouped(other term, batch, rows, cols []rune, sumFirst bool) (*Array, error) {
	order := append(append(append([]rune{}, batch...), rows...), cols...)
	o, err := t.ordered(order)
	if err != nil {
		return nil, err
	}
	sums := cols
	if sumFirst {
		sums = rows
	}
	shape := append([]int{}, o.shape...)
	for i, l := range order {
		if strings.ContainsRune(string(sums), l) {
			shape[i] = max(shape[i], other.sizeOf(l))
		}
	}
	v, err := o.Array.BroadcastTo(shape)
	if err != nil {
		return nil, err
	}
	nb, nr := len(batch), len(batch)+len(rows)
	final := append(append([]int{}, shape[:nb]...), sizeOf(shape[nb:nr]), sizeOf(shape[nr:]))
	return v.Reshape(final...)
}
