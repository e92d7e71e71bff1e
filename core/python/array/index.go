package array

// IndexKind is the kind of one part of an index expression.
type IndexKind uint8

// Parts of an index expression: an int, a slice, numpy.newaxis, the ellipsis, an array of positions, an array of bools.
const (
	AtInt IndexKind = iota
	AtSlice
	AtNewAxis
	AtEllipsis
	AtArray
	AtMask
	atNewArray // an array of positions in a new dimension of length 1: what a single bool is
)

// Index is one part of an index expression.
type Index struct {
	Kind IndexKind
	Int  int
	// Start, Stop and Step are the parts of a slice, nil where not given.
	Start, Stop, Step *int
	Array             *Array
}

// selection is an index expression applied to an array: a view, and for fancy indices the memory position of each element.
type selection struct {
	view  *Array
	fancy []int // positions; nil for a plain view
	shape []int // of the result when fancy
}

// Index returns the part of the array that an index expression names: a view for ints and slices, a copy for arrays of
// positions or bools. scalar reports that one element was named by ints alone.
func (a *Array) Index(parts []Index) (r *Array, scalar bool, err error) {
	s, scalar, err := a.selectParts(parts)
	if err != nil {
		return nil, false, err
	}
	if s.shape == nil {
		return s.view, scalar, nil
	}
	out, err := a.like(a.dtype, s.shape)
	if err != nil {
		return nil, false, err
	}
	out.data.take(a.data, s.fancy)
	return out, false, nil
}

// SetIndex assigns v, broadcast and cast, to the part of the array that an index expression names.
func (a *Array) SetIndex(parts []Index, v *Array) error {
	if a.ReadOnly {
		return fail(ValueError, "assignment destination is read-only")
	}
	s, _, err := a.selectParts(parts)
	if err != nil {
		return err
	}
	if s.shape == nil {
		return s.view.Assign(v)
	}
	for len(v.shape) > len(s.shape) && v.shape[0] == 1 {
		v = v.view(v.shape[1:], v.strides[1:], v.offset)
	}
	got, ok := broadcastShapes(s.shape, v.shape)
	if !ok || !equalInts(got, s.shape) {
		if len(parts) == 1 && parts[0].Kind == AtMask && len(v.shape) == 1 {
			return fail(ValueError, "NumPy boolean array indexing assignment cannot assign ", itoa(v.Size()), " input values to the ",
				itoa(len(s.fancy)), " output values where the mask is true")
		}
		return fail(ValueError, "shape mismatch: value array of shape ", compactShape(v.shape), " could not be broadcast to indexing result of shape ", compactShape(s.shape))
	}
	c, err := v.Cast(a.dtype)
	if err != nil {
		return err
	}
	if a.dtype == Str && c.width > a.width {
		if c, err = c.WithWidth(a.width); err != nil {
			return err
		}
	}
	if c.Size() != 1 {
		c = c.view(s.shape, c.broadcastStrides(s.shape), c.offset)
	}
	if c, err = c.Copy(); err != nil {
		return err
	}
	a.data.put(s.fancy, c.data)
	return nil
}

// fancyPart is an array of positions and the dimension of the intermediate view it stands for.
type fancyPart struct {
	index []int // normalised positions
	shape []int
	axis  int
}

func (a *Array) selectParts(parts []Index) (s selection, scalar bool, err error) {
	scalar = true
	for _, p := range parts {
		scalar = scalar && p.Kind != AtEllipsis
	}
	parts, err = a.expandParts(parts)
	if err != nil {
		return s, false, err
	}
	v, axis := a, 0
	var fancy []fancyPart
	var first, last int
	for i, p := range parts {
		if p.Kind != AtInt {
			scalar = false
		}
		switch p.Kind {
		case AtInt:
			n, err := checkIndex(p.Int, v.shape[axis], a.axisOf(parts, i))
			if err != nil {
				return s, false, err
			}
			if anyArray(parts) { // an int beside arrays broadcasts with them
				fancy = append(fancy, fancyPart{[]int{n}, []int{}, axis})
				first, last = noteFancy(fancy, first, i), i
				axis++
				continue
			}
			v = v.At(axis, n)
		case AtSlice:
			start, step, count, err := sliceBounds(p, v.shape[axis])
			if err != nil {
				return s, false, err
			}
			v = v.Slice(axis, start, step, count)
			axis++
		case AtNewAxis:
			if v, err = v.ExpandDims(axis); err != nil {
				return s, false, err
			}
			axis++
		case AtArray, atNewArray:
			if p.Kind == atNewArray {
				if v, err = v.ExpandDims(axis); err != nil {
					return s, false, err
				}
			}
			f, err := newFancy(p.Array, v.shape[axis], axis, a.axisOf(parts, i))
			if err != nil {
				return s, false, err
			}
			fancy = append(fancy, f)
			first, last = noteFancy(fancy, first, i), i
			axis++
		}
	}
	if len(fancy) == 0 {
		return selection{view: v}, scalar, nil
	}
	s, err = v.combineFancy(fancy, last-first == len(fancy)-1)
	return s, false, err
}

func noteFancy(fancy []fancyPart, first, i int) int {
	if len(fancy) == 1 {
		return i
	}
	return first
}

func anyArray(parts []Index) bool {
	for _, p := range parts {
		if p.Kind == AtArray || p.Kind == atNewArray {
			return true
		}
	}
	return false
}

// axisOf returns which dimension of the whole array part i speaks of.
func (a *Array) axisOf(parts []Index, i int) int {
	n := 0
	for _, p := range parts[:i] {
		if p.Kind != AtNewAxis && p.Kind != atNewArray {
			n++
		}
	}
	return n
}

// expandParts replaces masks by positions and the ellipsis by full slices, and adds slices for what is left out.
func (a *Array) expandParts(parts []Index) ([]Index, error) {
	var out []Index
	used, dots := 0, -1
	for i, p := range parts {
		switch p.Kind {
		case AtNewAxis:
		case AtEllipsis:
			if dots >= 0 {
				return nil, fail(IndexError, "an index can only have a single ellipsis ('...')")
			}
			dots = len(out)
			continue
		case AtMask:
			axis := used
			if dots >= 0 { // behind an ellipsis dimensions are counted from the end
				axis = len(a.shape) - taken(parts[i:])
			}
			list, err := a.maskParts(p.Array, axis)
			if err != nil {
				return nil, err
			}
			out = append(out, list...)
			used += len(p.Array.shape)
			continue
		default:
			used++
		}
		out = append(out, p)
	}
	if used > len(a.shape) {
		return nil, fail(IndexError, "too many indices for array: array is ", itoa(len(a.shape)), "-dimensional, but ", itoa(used), " were indexed")
	}
	if dots < 0 {
		dots = len(out)
	}
	fill := make([]Index, len(a.shape)-used)
	for i := range fill {
		fill[i].Kind = AtSlice
	}
	return append(out[:dots:dots], append(fill, out[dots:]...)...), nil
}

// taken is how many dimensions of an array the parts of an index speak of.
func taken(parts []Index) int {
	n := 0
	for _, p := range parts {
		switch p.Kind {
		case AtNewAxis, AtEllipsis:
		case AtMask:
			n += len(p.Array.shape)
		default:
			n++
		}
	}
	return n
}

// maskParts turns an array of bools into arrays of positions, one for each of its dimensions.
func (a *Array) maskParts(mask *Array, axis int) ([]Index, error) {
	if len(mask.shape) == 0 {
		n := 0
		if Data[bool](mask)[0] {
			n = 1
		}
		zero, err := New(a.budget, Int64, n)
		return []Index{{Kind: atNewArray, Array: zero}}, err
	}
	for i, n := range mask.shape {
		if axis < 0 || axis+i >= len(a.shape) {
			return nil, fail(IndexError, "too many indices for array: array is ", itoa(len(a.shape)), "-dimensional, but ",
				itoa(axis+len(mask.shape)), " were indexed")
		}
		if n != a.shape[axis+i] {
			return nil, fail(IndexError, "boolean index did not match indexed array along axis ", itoa(axis+i), "; size of axis is ",
				itoa(a.shape[axis+i]), " but size of corresponding boolean axis is ", itoa(n))
		}
	}
	where, err := Nonzero(mask)
	if err != nil {
		return nil, err
	}
	out := make([]Index, len(where))
	for i, w := range where {
		out[i] = Index{Kind: AtArray, Array: w}
	}
	return out, nil
}

func checkIndex(i, n, axis int) (int, error) {
	if i < -n || i >= n {
		return 0, fail(IndexError, "index ", itoa(i), " is out of bounds for axis ", itoa(axis), " with size ", itoa(n))
	}
	if i < 0 {
		i += n
	}
	return i, nil
}

func newFancy(index *Array, n, axis, realAxis int) (fancyPart, error) {
	list, err := Ints(index)
	if err != nil {
		return fancyPart{}, err
	}
	for i, v := range list {
		if list[i], err = checkIndex(v, n, realAxis); err != nil {
			return fancyPart{}, err
		}
	}
	return fancyPart{list, index.shape, axis}, nil
}

// sliceBounds clips a slice to a dimension of length n as Python does.
func sliceBounds(p Index, n int) (start, step, count int, err error) {
	step = 1
	if p.Step != nil {
		step = *p.Step
	}
	if step == 0 {
		return 0, 0, 0, fail(ValueError, "slice step cannot be zero")
	}
	lo, hi := 0, n
	start, stop := 0, n
	if step < 0 {
		lo, hi = -1, n-1
		start, stop = n-1, -1
	}
	clip := func(v int) int {
		if v < 0 {
			v += n
		}
		return max(lo, min(v, hi))
	}
	if p.Start != nil {
		start = clip(*p.Start)
	}
	if p.Stop != nil {
		stop = clip(*p.Stop)
	}
	switch {
	case step > 0 && stop > start:
		count = (stop-start-1)/step + 1
	case step < 0 && start > stop:
		count = (start - stop - 1) / -step
		count++
	}
	return start, step, count, nil
}

// combineFancy broadcasts the arrays of positions and lists where the elements of the result lie. Adjacent arrays put
// their dimensions where they stand, others in front.
func (a *Array) combineFancy(fancy []fancyPart, adjacent bool) (selection, error) {
	shapes := make([][]int, len(fancy))
	for i, f := range fancy {
		shapes[i] = f.shape
	}
	shape, ok := broadcastShapes(shapes...)
	if !ok {
		msg := "shape mismatch: indexing arrays could not be broadcast together with shapes "
		for _, s := range shapes {
			msg += compactShape(s) + " "
		}
		return selection{}, fail(IndexError, msg)
	}
	isFancy := make([]bool, len(a.shape))
	offsets := make([]int, sizeOf(shape))
	for _, f := range fancy {
		isFancy[f.axis] = true
		view := Array{shape: f.shape, strides: contiguousStrides(f.shape)}
		src := newSource(f.index, 0, shape, view.broadcastStrides(shape))
		for i := 0; i < len(offsets); i += chunkSize {
			n := min(chunkSize, len(offsets)-i)
			for j, v := range src.chunk(i, n) {
				offsets[i+j] += v * a.strides[f.axis]
			}
		}
	}
	var before, after [2][]int // shape and strides of the dimensions kept
	for i, n := range a.shape {
		switch {
		case isFancy[i]:
		case adjacent && i < fancy[0].axis:
			before[0], before[1] = append(before[0], n), append(before[1], a.strides[i])
		default:
			after[0], after[1] = append(after[0], n), append(after[1], a.strides[i])
		}
	}
	s := selection{shape: append(append(append([]int{}, before[0]...), shape...), after[0]...)}
	if err := checkSize(a.budget, a.dtype, s.shape); err != nil {
		return s, err
	}
	lead := a.view(before[0], before[1], a.offset).positions()
	tail := a.view(after[0], after[1], 0).positions()
	s.fancy = make([]int, 0, sizeOf(s.shape))
	for _, x := range lead {
		for _, y := range offsets {
			for _, z := range tail {
				s.fancy = append(s.fancy, x+y+z)
			}
		}
	}
	return s, nil
}
