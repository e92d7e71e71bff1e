package array

// axisLoop is one dimension of a reduction: how far apart its elements lie in the operand and in the result, where 0
// means that the dimension is reduced.
type axisLoop struct{ n, in, out int }

// reduction says what is reduced and into what.
type reduction struct {
	src   *Array
	axes  []int
	keep  bool
	shape []int // of the result
	loops []axisLoop
	// converted says that the operand had another type, so that runs are cut at the length of numpy's buffer.
	converted bool
}

// newReduction plans a reduction over axes (nil: all of them). The order of the loops is that of the operand's memory,
// as in numpy, so that sums add up in the same order.
func newReduction(a *Array, axes []int, keep bool) (*reduction, error) {
	axes, err := reducedAxes(axes, len(a.shape))
	if err != nil {
		return nil, err
	}
	r := &reduction{src: a, axes: axes, keep: keep}
	reduced := make([]bool, len(a.shape))
	for _, ax := range axes {
		reduced[ax] = true
	}
	out := 1
	outStrides := make([]int, len(a.shape))
	for i := len(a.shape) - 1; i >= 0; i-- {
		if !reduced[i] {
			outStrides[i] = out
			out *= a.shape[i]
		}
	}
	for i, n := range a.shape {
		switch {
		case !reduced[i]:
			r.shape = append(r.shape, n)
		case keep:
			r.shape = append(r.shape, 1)
		}
		if n != 1 {
			r.loops = append(r.loops, axisLoop{n, a.strides[i], outStrides[i]})
		}
	}
	r.order()
	return r, nil
}

// reducedAxes is NormalizeAxes that lets the axis 0 or -1 of a scalar pass.
func reducedAxes(axes []int, rank int) ([]int, error) {
	if rank == 0 && len(axes) == 1 && (axes[0] == 0 || axes[0] == -1) {
		return []int{}, nil
	}
	return NormalizeAxes(axes, rank)
}

// order sorts the loops by the operand's strides and joins those that can be walked as one.
func (r *reduction) order() {
	size := func(v int) int { return max(v, -v) }
	for i := 1; i < len(r.loops); i++ {
		for j := i; j > 0 && size(r.loops[j-1].in) < size(r.loops[j].in); j-- {
			r.loops[j-1], r.loops[j] = r.loops[j], r.loops[j-1]
		}
	}
	var joined []axisLoop
	for _, l := range r.loops {
		if k := len(joined); k > 0 && joined[k-1].in == l.in*l.n && joined[k-1].out == l.out*l.n {
			joined[k-1] = axisLoop{joined[k-1].n * l.n, l.in, l.out}
			continue
		}
		joined = append(joined, l)
	}
	r.loops = joined
}

// count returns how many elements go into each result.
func (r *reduction) count() int {
	n := 1
	for _, ax := range r.axes {
		n *= r.src.shape[ax]
	}
	return n
}

// reducer is what a reduction does with elements of one type.
type reducer[T any] struct {
	// run folds n elements into an accumulator.
	run func(acc T, data []T, at, n, step int) T
	// fold folds one element.
	fold func(acc, v T) T
	// line, if set, folds neighbours each into its own accumulator; both slices have one length.
	line func(acc, data []T)
}

// reduceInto folds the operand into out, whose elements hold the starting values.
func reduceInto[T any](r *reduction, out *Array, f reducer[T]) error {
	if err := spend(budgetOf(r.src), r.src.Size()); err != nil {
		return err
	}
	if r.src.Size() == 0 {
		return nil
	}
	if r.converted {
		f.run = inPieces(f.run)
	}
	reduceLoops(r.loops, r.src.data.(vec[T]), r.src.offset, out.data.(vec[T]), 0, f)
	return nil
}

// bufferSize is how many elements numpy gathers at once where an operand must be copied or converted.
const bufferSize = 8192

// inPieces folds a long run in pieces of the buffer's size.
func inPieces[T any](run func(acc T, data []T, at, n, step int) T) func(acc T, data []T, at, n, step int) T {
	return func(acc T, data []T, at, n, step int) T {
		for ; n > bufferSize; n -= bufferSize {
			acc = run(acc, data, at, bufferSize, step)
			at += bufferSize * step
		}
		return run(acc, data, at, n, step)
	}
}

// reduceGathered folds several reduced dimensions that do not lie behind each other: whole rows are gathered, as many as
// the buffer holds, and each bufferful is one run.
func reduceGathered[T any](loops []axisLoop, data []T, at int, acc T, f reducer[T]) T {
	shape, strides := make([]int, len(loops)), make([]int, len(loops))
	total, piece := 1, 1
	for i := len(loops) - 1; i >= 0; i-- {
		shape[i], strides[i] = loops[i].n, loops[i].in
		if total == piece && piece*loops[i].n <= bufferSize {
			piece *= loops[i].n
		} else if total == piece {
			piece *= max(bufferSize/piece, 1)
		}
		total *= loops[i].n
	}
	buf := make([]T, min(piece, total))
	c := newCursor(at, shape, strides)
	for total > 0 {
		n := min(len(buf), total)
		fillFrom(buf[:n], data, c)
		acc = f.run(acc, buf, 0, n, 1)
		total -= n
	}
	return acc
}

// reducedAlone reports whether all loops are reduced.
func reducedAlone(loops []axisLoop) bool {
	for _, l := range loops {
		if l.out != 0 {
			return false
		}
	}
	return true
}

func reduceLoops[T any](loops []axisLoop, data []T, at int, out []T, o int, f reducer[T]) {
	switch len(loops) {
	case 0:
		out[o] = f.run(out[o], data, at, 1, 1)
		return
	case 1:
		l := loops[0]
		if l.out == 0 {
			out[o] = f.run(out[o], data, at, l.n, l.in)
			return
		}
		if f.line != nil && l.out == 1 && l.in == 1 {
			f.line(out[o:o+l.n], data[at:at+l.n])
			return
		}
		for i := range l.n {
			out[o+i*l.out] = f.fold(out[o+i*l.out], data[at+i*l.in])
		}
		return
	}
	if loops[len(loops)-1].n <= bufferSize && reducedAlone(loops) {
		out[o] = reduceGathered(loops, data, at, out[o], f)
		return
	}
	for i := range loops[0].n {
		reduceLoops(loops[1:], data, at+i*loops[0].in, out, o+i*loops[0].out, f)
	}
}

// folding makes a reducer of a function of two elements.
func folding[T any](f func(acc, v T) T) reducer[T] {
	return reducer[T]{
		run: func(acc T, data []T, at, n, step int) T {
			for range n {
				acc = f(acc, data[at])
				at += step
			}
			return acc
		},
		fold: f,
	}
}

func sumInts[T integer | complexes]() reducer[T] {
	return reducer[T]{
		run: func(acc T, data []T, at, n, step int) T {
			for range n {
				acc += data[at]
				at += step
			}
			return acc
		},
		fold: func(acc, v T) T { return acc + v },
		line: addLine[T],
	}
}

func addLine[T numeric](acc, data []T) {
	data = data[:len(acc)]
	for i := range acc {
		acc[i] += data[i]
	}
}

func sumFloats[T float]() reducer[T] {
	return reducer[T]{
		run:  func(acc T, data []T, at, n, step int) T { return acc + pairwise(data, at, n, step) },
		fold: func(acc, v T) T { return acc + v },
		line: addLine[T],
	}
}

// pairwiseBlock is the length up to which eight running sums are used instead of splitting.
const pairwiseBlock = 128

// pairwise adds n elements by halves, so that rounding errors grow slowly; the order is numpy's.
func pairwise[T float](d []T, at, n, step int) T {
	if n < 8 {
		s := T(0)
		for range n {
			s += d[at]
			at += step
		}
		return s
	}
	if n > pairwiseBlock {
		half := n / 2
		half -= half % 8
		return pairwise(d, at, half, step) + pairwise(d, at+half*step, n-half, step)
	}
	var r [8]T
	for k := range r {
		r[k] = d[at+k*step]
	}
	i := 8
	if step == 1 {
		for ; i < n-n%8; i += 8 {
			p := d[at+i : at+i+8 : at+i+8]
			r[0] += p[0]
			r[1] += p[1]
			r[2] += p[2]
			r[3] += p[3]
			r[4] += p[4]
			r[5] += p[5]
			r[6] += p[6]
			r[7] += p[7]
		}
	} else {
		for ; i < n-n%8; i += 8 {
			for k := range r {
				r[k] += d[at+(i+k)*step]
			}
		}
	}
	s := ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]))
	for ; i < n; i++ {
		s += d[at+i*step]
	}
	return s
}

// sumHalves adds within a run in float32 and rounds at its end, as numpy does for float16.
func sumHalves() reducer[F16] {
	return reducer[F16]{
		run: func(acc F16, data []F16, at, n, step int) F16 {
			wide := make([]float32, n)
			for i := range wide {
				wide[i] = data[at+i*step].Float32()
			}
			return ToF16(acc.Float32() + pairwise(wide, 0, n, 1))
		},
		fold: func(acc, v F16) F16 { return ToF16(acc.Float32() + v.Float32()) },
	}
}

// pairwiseComplex is pairwise of the real and the imaginary parts.
func sumComplex[T complexes]() reducer[T] {
	return reducer[T]{
		run: func(acc T, data []T, at, n, step int) T {
			if _, single := any(acc).(complex64); single {
				re, im := make([]float32, n), make([]float32, n)
				for i := range n {
					v := complex64(data[at+i*step])
					re[i], im[i] = real(v), imag(v)
				}
				return acc + T(complex(pairwiseHalved(re), pairwiseHalved(im)))
			}
			re, im := make([]float64, n), make([]float64, n)
			for i := range n {
				v := complex128(data[at+i*step])
				re[i], im[i] = real(v), imag(v)
			}
			return acc + T(complex(pairwiseHalved(re), pairwiseHalved(im)))
		},
		fold: func(acc, v T) T { return acc + v },
	}
}

// pairwiseHalved is the order in which numpy adds the parts of complex numbers: four running sums each.
func pairwiseHalved[T float](d []T) T {
	n := len(d)
	if n < 4 {
		s := T(0)
		for _, v := range d {
			s += v
		}
		return s
	}
	if n > pairwiseBlock/2 {
		half := n / 2
		half -= half % 4
		return pairwiseHalved(d[:half]) + pairwiseHalved(d[half:])
	}
	r := [4]T{d[0], d[1], d[2], d[3]}
	i := 4
	for ; i < n-n%4; i += 4 {
		for k := range r {
			r[k] += d[i+k]
		}
	}
	s := (r[0] + r[1]) + (r[2] + r[3])
	for ; i < n; i++ {
		s += d[i]
	}
	return s
}
