package array

import (
	"math"
	"strconv"
	"strings"
)

type integer interface {
	int8 | int16 | int32 | int64 | uint8 | uint16 | uint32 | uint64
}

type float interface{ float32 | float64 }

type reals interface{ integer | float }

type complexes interface{ complex64 | complex128 }

type numeric interface{ reals | complexes }

// Cast returns the array with elements of dtype; a itself when it has it already. Numbers are converted as C does: floats
// toward zero, integers modulo their width.
func (a *Array) Cast(dtype Dtype) (*Array, error) {
	if a.dtype == dtype {
		return a, nil
	}
	if a.dtype == Object || dtype == Object {
		return a.castObject(dtype)
	}
	if err := checkSize(a.budget, dtype, a.shape); err != nil {
		return nil, err
	}
	src := a.data
	if a.Contiguous() {
		src = src.slice(a.offset, a.offset+a.Size())
	} else {
		src = src.make(a.Size())
		src.gather(a.data, a.offset, a.shape, a.strides)
	}
	if a.dtype == Str {
		return castFromStr(src.(vec[string]), dtype, a)
	}
	if dtype == Str {
		return castToStr(src, a)
	}
	return wrap(a.budget, dtype, castBuffer(src, dtype), a.shape), nil
}

func (a *Array) castObject(dtype Dtype) (*Array, error) {
	if dtype != Object {
		return nil, fail(TypeError, "an object array cannot be cast to ", dtype.String(), " here")
	}
	n := a.Size()
	out, err := New(a.budget, Object, a.shape...)
	if err != nil {
		return nil, err
	}
	data := out.data.(vec[any])
	get := a.Getter()
	for i := range n {
		data[i] = get(i)
	}
	return out, nil
}

func castBuffer(src buffer, to Dtype) buffer {
	switch s := src.(type) {
	case vec[bool]:
		return castInts(boolBytes(s), to)
	case vec[int8]:
		return castInts(s, to)
	case vec[int16]:
		return castInts(s, to)
	case vec[int32]:
		return castInts(s, to)
	case vec[int64]:
		return castInts(s, to)
	case vec[uint8]:
		return castInts(s, to)
	case vec[uint16]:
		return castInts(s, to)
	case vec[uint32]:
		return castInts(s, to)
	case vec[uint64]:
		return castInts(s, to)
	case vec[F16]:
		return castFloats(halfFloats(s), to)
	case vec[BF16]:
		return castFloats(bfloatFloats(s), to)
	case vec[float32]:
		return castFloats(s, to)
	case vec[float64]:
		return castFloats(s, to)
	case vec[complex64]:
		return castComplex64(s, to)
	case vec[complex128]:
		return castComplex128(s, to)
	}
	return nil
}

func boolBytes(s []bool) vec[uint8] {
	out := make(vec[uint8], len(s))
	for i, b := range s {
		if b {
			out[i] = 1
		}
	}
	return out
}

func halfFloats(s []F16) vec[float32] {
	out := make(vec[float32], len(s))
	for i, h := range s {
		out[i] = h.Float32()
	}
	return out
}

func bfloatFloats(s []BF16) vec[float32] {
	out := make(vec[float32], len(s))
	for i, h := range s {
		out[i] = h.Float32()
	}
	return out
}

func convert[T, F reals](s []F) vec[T] {
	out := make(vec[T], len(s))
	for i, v := range s {
		out[i] = T(v)
	}
	return out
}

func nonZero[F numeric](s []F) vec[bool] {
	out := make(vec[bool], len(s))
	for i, v := range s {
		out[i] = v != 0
	}
	return out
}

func castInts[F integer](s vec[F], to Dtype) buffer {
	switch to {
	case Bool:
		return nonZero(s)
	case Int8:
		return convert[int8](s)
	case Int16:
		return convert[int16](s)
	case Int32:
		return convert[int32](s)
	case Int64:
		return convert[int64](s)
	case Uint8:
		return convert[uint8](s)
	case Uint16:
		return convert[uint16](s)
	case Uint32:
		return convert[uint32](s)
	case Uint64:
		return convert[uint64](s)
	case Float64:
		return convert[float64](s)
	}
	if to == Float32 {
		return convert[float32](s)
	}
	return castFloats(convert[float64](s), to)
}

func castFloats[F float](s vec[F], to Dtype) buffer {
	switch to {
	case Bool:
		return nonZero(s)
	case Int8, Int16, Int32, Uint8, Uint16:
		return castInts(truncate32(s), to)
	case Int64, Uint32:
		return castInts(truncate64(s), to)
	case Uint64:
		return truncateUnsigned(s)
	case Float16:
		return toHalf(s)
	case BFloat16:
		return toBFloat(s)
	case Float32:
		return convert[float32](s)
	case Float64:
		return convert[float64](s)
	case Complex64:
		out := make(vec[complex64], len(s))
		for i, v := range s {
			out[i] = complex(float32(v), 0)
		}
		return out
	}
	out := make(vec[complex128], len(s))
	for i, v := range s {
		out[i] = complex(float64(v), 0)
	}
	return out
}

// truncate32 converts as the processor's 32-bit conversion does: what does not fit becomes the smallest integer.
func truncate32[F float](s []F) vec[int32] {
	out := make(vec[int32], len(s))
	for i, v := range s {
		if v > -2147483649 && v < 2147483648 {
			out[i] = int32(v)
		} else {
			out[i] = math.MinInt32
		}
	}
	return out
}

func truncate64[F float](s []F) vec[int64] {
	out := make(vec[int64], len(s))
	for i, v := range s {
		out[i] = floatToInt64(float64(v))
	}
	return out
}

func floatToInt64(v float64) int64 {
	if v >= -1<<63 && v < 1<<63 {
		return int64(v)
	}
	return math.MinInt64
}

func truncateUnsigned[F float](s []F) vec[uint64] {
	out := make(vec[uint64], len(s))
	for i, v := range s {
		if f := float64(v); f >= 1<<63 && f < 1<<64 {
			out[i] = uint64(int64(f-1<<63)) ^ 1<<63
		} else {
			out[i] = uint64(floatToInt64(f))
		}
	}
	return out
}

func toHalf[F float](s []F) vec[F16] {
	out := make(vec[F16], len(s))
	for i, v := range s {
		out[i] = F16FromFloat64(float64(v))
	}
	return out
}

func toBFloat[F float](s []F) vec[BF16] {
	out := make(vec[BF16], len(s))
	for i, v := range s {
		out[i] = ToBF16(float32(v))
	}
	return out
}

func castComplex64(s vec[complex64], to Dtype) buffer {
	switch to {
	case Bool:
		return nonZero(s)
	case Complex128:
		out := make(vec[complex128], len(s))
		for i, v := range s {
			out[i] = complex128(v)
		}
		return out
	}
	out := make(vec[float32], len(s))
	for i, v := range s {
		out[i] = real(v)
	}
	return castFloats(out, to)
}

func castComplex128(s vec[complex128], to Dtype) buffer {
	switch to {
	case Bool:
		return nonZero(s)
	case Complex64:
		out := make(vec[complex64], len(s))
		for i, v := range s {
			out[i] = complex64(v)
		}
		return out
	}
	out := make(vec[float64], len(s))
	for i, v := range s {
		out[i] = real(v)
	}
	return castFloats(out, to)
}

// castToStr writes each number as str() does.
func castToStr(src buffer, a *Array) (*Array, error) {
	contig := wrap(a.budget, a.dtype, src, a.shape)
	out := make([]string, contig.Size())
	format := contig.elementText()
	for i := range out {
		out[i] = format(i)
	}
	return FromStrings(a.budget, out, strWidth[a.dtype], a.shape...)
}

// strWidth is the width of the Str type that holds any value of a dtype.
var strWidth = [numDtypes]int{Bool: 5, Int8: 4, Int16: 6, Int32: 11, Int64: 21, Uint8: 3, Uint16: 5, Uint32: 10, Uint64: 20,
	Float16: 32, BFloat16: 32, Float32: 32, Float64: 32, Complex64: 64, Complex128: 64}

// StrWidth returns the width that numpy gives the text of numbers of dtype d: 32 for floats.
func StrWidth(d Dtype) int { return strWidth[d] }

// castFromStr reads numbers from text.
func castFromStr(src []string, to Dtype, a *Array) (*Array, error) {
	floats := make(vec[float64], len(src))
	ints := make(vec[int64], len(src))
	for i, s := range src {
		text := strings.TrimSpace(s)
		var err error
		switch {
		case to == Bool:
			if s != "" {
				ints[i] = 1
			}
		case to.IsInteger():
			ints[i], err = strconv.ParseInt(text, 10, 64)
			if err != nil {
				return nil, fail(ValueError, "invalid literal for int() with base 10: '", s, "'")
			}
		default:
			floats[i], err = strconv.ParseFloat(text, 64)
			if err != nil && !math.IsInf(floats[i], 0) || strings.ContainsAny(text, "xXpP_") {
				return nil, fail(ValueError, "could not convert string to float: '", s, "'")
			}
		}
	}
	if to == Bool || to.IsInteger() {
		return wrap(a.budget, to, castBuffer(ints, to), a.shape), nil
	}
	return wrap(a.budget, to, castBuffer(floats, to), a.shape), nil
}
