package kernel

import (
	"math"

	"layerglass/core/python/array"
)

// Borders is what lies outside of an array: the numbers of Fill, or the array continued in a mode: nearest, wrap, mirror
// (turned round at the last element) or reflect (turned round behind it).
type Borders struct {
	Mode string
	Fill float64
}

// place brings a position into [0, n); ok is false where there is nothing.
func (b Borders) place(i, n int) (at int, ok bool) {
	switch b.Mode {
	case "constant":
		return i, i >= 0 && i < n
	case "nearest":
		return min(max(i, 0), n-1), n > 0
	case "wrap":
		if n == 0 {
			return 0, false
		}
		return ((i % n) + n) % n, true
	case "mirror":
		return mirror(i, n), n > 0
	}
	i = turned(2*i+1, 2*n+1) - 1
	return i >> 1, n > 0
}

// turned is |((i + s) mod 2s) - s| with s = n-1: a wave that falls and rises between 0 and s.
func turned(i, n int) int {
	s := n - 1
	if s == 0 {
		return 0
	}
	k := ((i+s)%(2*s)+2*s)%(2*s) - s
	if k < 0 {
		return -k
	}
	return k
}

// farAway bounds coordinates, so that they fit an int.
const farAway = 1 << 40

func index(v float64) int { return int(clip(v, -farAway, farAway)) }

// MapCoordinates reads x at coordinates, which have a row for each dimension: the nearest element, or between elements a weighted mean.
func MapCoordinates(x, coordinates *array.Array, nearest bool, borders Borders) (*array.Array, error) {
	from, err := contiguous(x, array.Float64)
	if err != nil {
		return nil, err
	}
	where, err := array.Float64s(coordinates)
	if err != nil {
		return nil, err
	}
	out, err := array.New(x.Budget(), array.Float64, coordinates.Shape()[1:]...)
	if err != nil {
		return nil, err
	}
	n := out.Size()
	if err := spend(x.Budget(), 8*n<<x.Rank()); err != nil {
		return nil, err
	}
	r := reader{data: array.Data[float64](from), shape: from.Shape(), strides: from.Strides(), borders: borders, nearest: nearest}
	r.borders.Fill = filling(x, borders.Fill)
	to := array.Data[float64](out)
	at := make([]float64, x.Rank())
	for i := range to {
		for k := range at {
			at[k] = where[k*n+i]
		}
		to[i] = r.read(at)
	}
	if x.Dtype().IsInteger() {
		for i, v := range to {
			to[i] = math.Round(v)
		}
	}
	return out, nil
}

// filling is a fill value in the dtype of an array.
func filling(x *array.Array, v float64) float64 {
	if x.Dtype().IsInteger() {
		return math.Trunc(v)
	}
	return round32(v)
}

type reader struct {
	data           []float64
	shape, strides []int
	borders        Borders
	nearest        bool
}

func (r *reader) read(at []float64) float64 { return r.along(0, 0, true, 1, at) }

// along goes through the neighbours of dimension k and those behind it.
func (r *reader) along(k, offset int, inside bool, weight float64, at []float64) float64 {
	if k == len(at) {
		if !inside {
			return weight * r.borders.Fill
		}
		return weight * r.data[offset]
	}
	next := func(i int, w float64) float64 {
		p, ok := r.borders.place(i, r.shape[k])
		if !ok {
			p = 0
		}
		return r.along(k+1, offset+p*r.strides[k], inside && ok, weight*w, at)
	}
	if r.nearest {
		return next(index(math.Round(at[k])), 1)
	}
	low := math.Floor(at[k])
	upper := round32(at[k] - low)
	return next(index(low), 1-upper) + next(index(low)+1, upper)
}

// Affine moves images (batch, height, width, channels) by transforms (batch, 8) that say where the elements come from.
func Affine(images, transform *array.Array, nearest bool, borders Borders) (*array.Array, error) {
	t, err := array.Float64s(transform)
	if err != nil {
		return nil, err
	}
	s := images.Shape()
	if transform.Shape()[0] != s[0] {
		return nil, refuse("affine_transform(): there are " + itoa(s[0]) + " images and " + itoa(transform.Shape()[0]) + " transforms; each image needs one.")
	}
	if transform.Shape()[1] != 8 {
		return nil, refuse("affine_transform(): a transform has 8 numbers, got " + itoa(transform.Shape()[1]) + ".")
	}
	return eachImage(images, func(b int, image *array.Array) (*array.Array, error) {
		m := t[b*8 : (b+1)*8]
		at, err := grid(images.Budget(), s[1:], func(y, x, c float64) (float64, float64) {
			return moved(m[4], m[3], m[6], m[5], y, x, c), moved(m[1], m[0], m[7], m[2], y, x, c)
		})
		if err != nil {
			return nil, err
		}
		return MapCoordinates(image, at, nearest, borders)
	})
}

// moved is a·y + b·x + d·c + e in float32, one step after the other: what lies between two elements must fall to the same side as in Keras.
func moved(a, b, d, e, y, x, c float64) float64 {
	return round32(round32(d*c+round32(b*x+round32(a*y))) + e)
}

// eachImage makes a batch of what f makes of each image.
func eachImage(images *array.Array, f func(b int, image *array.Array) (*array.Array, error)) (*array.Array, error) {
	list := make([]*array.Array, images.Shape()[0])
	for b := range list {
		var err error
		if list[b], err = f(b, images.At(0, b)); err != nil {
			return nil, err
		}
	}
	if len(list) == 0 {
		return images, nil
	}
	return array.Stack(list, 0, array.Invalid)
}

// grid makes coordinates for MapCoordinates on images of height, width and channels: f says where an element comes from.
func grid(b array.Budget, s []int, f func(y, x, c float64) (float64, float64)) (*array.Array, error) {
	out, err := array.New(b, array.Float64, 3, s[0], s[1], s[2])
	if err != nil {
		return nil, err
	}
	data, n := array.Data[float64](out), s[0]*s[1]*s[2]
	if err := spend(b, 4*n); err != nil {
		return nil, err
	}
	i := 0
	for y := range s[0] {
		for x := range s[1] {
			for c := range s[2] {
				data[i], data[n+i] = f(float64(y), float64(x), float64(c))
				data[2*n+i] = float64(c)
				i++
			}
		}
	}
	return out, nil
}

// Perspective moves images (batch, height, width, channels) so that end points come from start points; both are (batch, 4, 2), x before y.
func Perspective(images, start, end *array.Array, nearest bool, fill float64) (*array.Array, error) {
	s := images.Shape()
	if start.Shape()[0] != s[0] {
		return nil, refuse("perspective_transform(): there are " + itoa(s[0]) + " images and " + itoa(start.Shape()[0]) + " sets of points; each image needs one.")
	}
	h, err := homography(start, end)
	if err != nil {
		return nil, err
	}
	return eachImage(images, func(b int, image *array.Array) (*array.Array, error) {
		m := h[b*8 : (b+1)*8]
		at, err := grid(images.Budget(), s[1:], func(y, x, _ float64) (float64, float64) {
			d := m[6]*x + m[7]*y + 1
			return round32((m[3]*x + m[4]*y + m[5]) / d), round32((m[0]*x + m[1]*y + m[2]) / d)
		})
		if err != nil {
			return nil, err
		}
		return MapCoordinates(image, at, nearest, Borders{Mode: "constant", Fill: fill})
	})
}

// homography solves for the 8 numbers that take each end point to its start point.
func homography(start, end *array.Array) ([]float64, error) {
	from, err := array.Float64s(start)
	if err != nil {
		return nil, err
	}
	to, err := array.Float64s(end)
	if err != nil {
		return nil, err
	}
	n := start.Shape()[0]
	a, b := make([]float64, n*64), make([]float64, n*8)
	for i := range n * 4 {
		sx, sy, ex, ey := round32(from[2*i]), round32(from[2*i+1]), round32(to[2*i]), round32(to[2*i+1])
		at := i/4*8 + i%4
		copy(a[at*8:], []float64{ex, ey, 1, 0, 0, 0, -sx * ex, -sx * ey})
		copy(a[(at+4)*8:], []float64{0, 0, 0, ex, ey, 1, -sy * ex, -sy * ey})
		b[at], b[at+4] = sx, sy
	}
	matrix, err := array.FromSlice(start.Budget(), a, n, 8, 8)
	if err != nil {
		return nil, err
	}
	right, err := array.FromSlice(start.Budget(), b, n, 8, 1)
	if err != nil {
		return nil, err
	}
	h, err := array.Solve(matrix, right)
	if err != nil {
		return nil, err
	}
	return array.Data[float64](h), nil
}

// Elastic moves the elements of images (batch, height, width, channels) by dx and dy (batch, height, width).
func Elastic(images, dx, dy *array.Array, alpha float64, nearest bool, borders Borders) (*array.Array, error) {
	x, err := array.Float64s(dx)
	if err != nil {
		return nil, err
	}
	y, err := array.Float64s(dy)
	if err != nil {
		return nil, err
	}
	s := images.Shape()
	return eachImage(images, func(b int, image *array.Array) (*array.Array, error) {
		at, err := grid(images.Budget(), s[1:], func(row, column, _ float64) (float64, float64) {
			i := (b*s[1]+int(row))*s[2] + int(column)
			return round32(row + round32(alpha*y[i])), round32(column + round32(alpha*x[i]))
		})
		if err != nil {
			return nil, err
		}
		return MapCoordinates(image, at, nearest, borders)
	})
}
