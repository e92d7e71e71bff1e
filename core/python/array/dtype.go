package array

// Dtype is the type of an array's elements.
type Dtype uint8

// The element types. Str holds text of at most a fixed number of code points; Object holds any Go value.
const (
	Bool Dtype = iota
	Int8
	Int16
	Int32
	Int64
	Uint8
	Uint16
	Uint32
	Uint64
	Float16
	BFloat16
	Float32
	Float64
	Complex64
	Complex128
	Str
	Object
	numDtypes
)

// Invalid is no dtype at all: "not given".
const Invalid Dtype = 255

type dtypeFacts struct {
	name string
	kind byte
	char byte
	size int
}

var dtypes = [numDtypes]dtypeFacts{
	Bool:       {"bool", 'b', '?', 1},
	Int8:       {"int8", 'i', 'b', 1},
	Int16:      {"int16", 'i', 'h', 2},
	Int32:      {"int32", 'i', 'i', 4},
	Int64:      {"int64", 'i', 'l', 8},
	Uint8:      {"uint8", 'u', 'B', 1},
	Uint16:     {"uint16", 'u', 'H', 2},
	Uint32:     {"uint32", 'u', 'I', 4},
	Uint64:     {"uint64", 'u', 'L', 8},
	Float16:    {"float16", 'f', 'e', 2},
	BFloat16:   {"bfloat16", 'V', 'E', 2},
	Float32:    {"float32", 'f', 'f', 4},
	Float64:    {"float64", 'f', 'd', 8},
	Complex64:  {"complex64", 'c', 'F', 8},
	Complex128: {"complex128", 'c', 'D', 16},
	Str:        {"str", 'U', 'U', 4},
	Object:     {"object", 'O', 'O', 8},
}

// String returns numpy's name of the dtype.
func (d Dtype) String() string {
	if d >= numDtypes {
		return "invalid"
	}
	return dtypes[d].name
}

// Kind returns numpy's kind letter: b i u f c U O, and V for bfloat16.
func (d Dtype) Kind() byte { return dtypes[d].kind }

// Char returns numpy's one-letter code.
func (d Dtype) Char() byte { return dtypes[d].char }

// Size returns the bytes of one element; of Str, the bytes of one code point.
func (d Dtype) Size() int { return dtypes[d].size }

// IsInteger reports whether d is a signed or unsigned integer type; bool is none.
func (d Dtype) IsInteger() bool { return d >= Int8 && d <= Uint64 }

// IsSigned reports whether d is a signed integer type.
func (d Dtype) IsSigned() bool { return d >= Int8 && d <= Int64 }

// IsUnsigned reports whether d is an unsigned integer type.
func (d Dtype) IsUnsigned() bool { return d >= Uint8 && d <= Uint64 }

// narrow reports whether d is an integer type that has no loops of its own: its elements are computed as int64 and cut to
// their width afterwards, which gives the same bits. It keeps the program small.
func (d Dtype) narrow() bool {
	switch d {
	case Int8, Int16, Uint8, Uint16, Uint32:
		return true
	}
	return false
}

// IsFloat reports whether d is a real floating type, bfloat16 included.
func (d Dtype) IsFloat() bool { return d >= Float16 && d <= Float64 }

// IsHalf reports whether d is one of the two 16-bit floating types.
func (d Dtype) IsHalf() bool { return d == Float16 || d == BFloat16 }

// IsComplex reports whether d is a complex type.
func (d Dtype) IsComplex() bool { return d == Complex64 || d == Complex128 }

// IsInexact reports whether d is a floating or complex type.
func (d Dtype) IsInexact() bool { return d >= Float16 && d <= Complex128 }

// IsNumeric reports whether d is a number or bool.
func (d Dtype) IsNumeric() bool { return d <= Complex128 }

// Real returns the type of the real part: float32 for complex64, d itself for a real type.
func (d Dtype) Real() Dtype {
	switch d {
	case Complex64:
		return Float32
	case Complex128:
		return Float64
	}
	return d
}

var dtypeAliases = map[string]Dtype{
	"bool_": Bool, "?": Bool, "b1": Bool, "byte": Int8, "b": Int8, "i1": Int8, "short": Int16, "h": Int16, "i2": Int16,
	"intc": Int32, "i": Int32, "i4": Int32, "int": Int64, "int_": Int64, "long": Int64, "longlong": Int64, "intp": Int64,
	"l": Int64, "q": Int64, "p": Int64, "n": Int64, "i8": Int64, "ubyte": Uint8, "B": Uint8, "u1": Uint8, "ushort": Uint16, "H": Uint16, "u2": Uint16,
	"uintc": Uint32, "I": Uint32, "u4": Uint32, "uint": Uint64, "ulong": Uint64, "ulonglong": Uint64, "uintp": Uint64,
	"L": Uint64, "Q": Uint64, "P": Uint64, "N": Uint64, "u8": Uint64, "half": Float16, "e": Float16, "f2": Float16, "single": Float32, "f": Float32,
	"f4": Float32, "float": Float64, "float_": Float64, "double": Float64, "d": Float64, "f8": Float64, "csingle": Complex64,
	"F": Complex64, "c8": Complex64, "complex": Complex128, "complex_": Complex128, "cdouble": Complex128, "D": Complex128, "c16": Complex128,
	"str_": Str, "U": Str, "unicode": Str, "O": Object, "object_": Object,
}

// ParseDtype reads a name or code as numpy.dtype takes it: "float32", "f4", "<f4", "int", "U7". width is that of a Str
// type, 0 where it is not given.
func ParseDtype(s string) (d Dtype, width int, ok bool) {
	for d := Bool; d < numDtypes; d++ {
		if dtypes[d].name == s {
			return d, 0, true
		}
	}
	if len(s) > 1 && (s[0] == '<' || s[0] == '=' || s[0] == '|') {
		s = s[1:]
	}
	if d, ok := dtypeAliases[s]; ok {
		return d, 0, true
	}
	if len(s) > 1 && s[0] == 'U' {
		n := 0
		for _, c := range s[1:] {
			if c < '0' || c > '9' || n > 1<<20 {
				return Invalid, 0, false
			}
			n = n*10 + int(c-'0')
		}
		return Str, n, true
	}
	return Invalid, 0, false
}
