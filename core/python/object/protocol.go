package object

// The interfaces by which a Go type says what its values can do. Protocols makes the special methods of a class from
// them. Errors are *Exception or *Halt.
type (
	// Truther is __bool__.
	Truther interface{ Truth(t *Thread) (bool, error) }
	// Lener is __len__.
	Lener interface{ Len() int }
	// Reprer is __repr__.
	Reprer interface {
		Repr(t *Thread) (string, error)
	}
	// Stringer is __str__, where it differs from __repr__.
	Stringer interface {
		Str(t *Thread) (string, error)
	}
	// Hasher is __hash__.
	Hasher interface {
		Hash(t *Thread) (uint64, error)
	}
	// Iterable is __iter__; the result is an Iterator or any Python iterator.
	Iterable interface {
		Iter(t *Thread) (Object, error)
	}
	// Iterator is __next__: nil, nil at the end.
	Iterator interface {
		Object
		Next(t *Thread) (Object, error)
	}
	// Container is __contains__.
	Container interface {
		Contains(t *Thread, item Object) (bool, error)
	}
	// Indexable is __getitem__.
	Indexable interface {
		GetItem(t *Thread, key Object) (Object, error)
	}
	// IndexSettable is __setitem__, and __delitem__ with v nil.
	IndexSettable interface {
		SetItem(t *Thread, key, v Object) error
	}
	// BinaryOperand is the arithmetic of a type. With reflected, o stands on the left. It returns NotImplemented, not an
	// error, for an operand it does not know.
	BinaryOperand interface {
		Binary(t *Thread, op BinaryOp, o Object, reflected bool) (Object, error)
	}
	// InplaceOperand is op= where it differs from op; NotImplemented falls back to Binary.
	InplaceOperand interface {
		Inplace(t *Thread, op BinaryOp, o Object) (Object, error)
	}
	// UnaryOperand is -x, +x, ~x and abs(x).
	UnaryOperand interface {
		Unary(t *Thread, op UnaryOp) (Object, error)
	}
	// Comparable is ==, !=, <, <=, > and >=. It returns NotImplemented for an operand it does not know.
	Comparable interface {
		Compare(t *Thread, op CompareOp, o Object) (Object, error)
	}
	// Formatter is __format__.
	Formatter interface {
		Format(t *Thread, spec string) (string, error)
	}
)

// BinaryOp is a binary operator, in the order of syntax.Op.
type BinaryOp uint8

// Binary operators.
const (
	Add BinaryOp = iota
	Sub
	Mul
	MatMul
	TrueDiv
	Mod
	Pow
	LShift
	RShift
	Or
	Xor
	And
	FloorDiv
	DivMod // divmod(), no symbol of its own
	numBinary
)

// UnaryOp is a unary operator.
type UnaryOp uint8

// Unary operators.
const (
	Neg UnaryOp = iota
	Pos
	Invert
	Abs
	numUnary
)

// CompareOp is a rich comparison.
type CompareOp uint8

// Rich comparisons, in the order of syntax.Op from OpEq on.
const (
	Eq CompareOp = iota
	Ne
	Lt
	Le
	Gt
	Ge
	numCompare
)

type operatorNames struct {
	symbol                     string
	method, reflected, inplace *Str
}

func names3(symbol, base string) operatorNames {
	return operatorNames{symbol: symbol, method: Intern("__" + base + "__"),
		reflected: Intern("__r" + base + "__"), inplace: Intern("__i" + base + "__")}
}

var binaryNames = [numBinary]operatorNames{
	Add: names3("+", "add"), Sub: names3("-", "sub"), Mul: names3("*", "mul"), MatMul: names3("@", "matmul"),
	TrueDiv: names3("/", "truediv"), Mod: names3("%", "mod"), Pow: names3("** or pow()", "pow"),
	LShift: names3("<<", "lshift"), RShift: names3(">>", "rshift"), Or: names3("|", "or"), Xor: names3("^", "xor"),
	And: names3("&", "and"), FloorDiv: names3("//", "floordiv"), DivMod: names3("divmod()", "divmod"),
}

var unaryNames = [numUnary]struct {
	symbol string
	method *Str
}{
	Neg: {"unary -", Intern("__neg__")}, Pos: {"unary +", Intern("__pos__")},
	Invert: {"unary ~", Intern("__invert__")}, Abs: {"abs()", Intern("__abs__")},
}

var compareNames = [numCompare]struct {
	symbol  string
	method  *Str
	swapped CompareOp
}{
	Eq: {"==", Intern("__eq__"), Eq}, Ne: {"!=", Intern("__ne__"), Ne}, Lt: {"<", Intern("__lt__"), Gt},
	Le: {"<=", Intern("__le__"), Ge}, Gt: {">", Intern("__gt__"), Lt}, Ge: {">=", Intern("__ge__"), Le},
}

// Symbol returns the operator as written ("+").
func (op BinaryOp) Symbol() string { return binaryNames[op].symbol }

// Method returns the special method's name ("__add__").
func (op BinaryOp) Method() string { return binaryNames[op].method.s }

// Symbol returns the operator as written ("<=").
func (op CompareOp) Symbol() string { return compareNames[op].symbol }

// Method returns the special method's name ("__le__").
func (op CompareOp) Method() string { return compareNames[op].method.s }

// Swapped returns the operator with its sides exchanged: < for >.
func (op CompareOp) Swapped() CompareOp { return compareNames[op].swapped }
