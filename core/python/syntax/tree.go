// Package syntax turns Python 3.11 source text into a tree.
//
// scan.go splits text into tokens, parse*.go build the tree of this file, errors are *Error values with a span. The node
// types and their fields carry the names of Python's own ast module, so that its documentation describes this tree too.
package syntax

import "layerglass/core/python/source"

// Node is any part of the tree. Every node knows the exact text it was read from.
type Node interface {
	// Span returns the node's place: from its first token to the end of its last, without surrounding parentheses
	// (as ast does, a Tuple in parentheses includes them).
	Span() source.Span
}

// Expr is an expression.
type Expr interface {
	Node
	expr()
}

// Stmt is a statement.
type Stmt interface {
	Node
	stmt()
}

// Pattern is a pattern of a match statement's case.
type Pattern interface {
	Node
	pattern()
}

// At is the place of a node; node types embed it.
type At struct{ Loc source.Span }

// Span returns the node's place.
func (a At) Span() source.Span { return a.Loc }

// Module is a whole file.
type Module struct {
	File *source.File
	Body []Stmt
	// Warnings are what Python warns of before it runs the program.
	Warnings []Warning
	// Docstring handling is left to the compiler: a first statement that is a string constant.
}

// Op is an operator. Comparison, boolean, unary and binary operators share one enumeration.
type Op uint8

// Operators. The binary arithmetic ones come first, in the order of BinaryDunder in package object.
const (
	OpAdd      Op = iota // +
	OpSub                // -
	OpMult               // *
	OpMatMult            // @
	OpDiv                // /
	OpMod                // %
	OpPow                // **
	OpLShift             // <<
	OpRShift             // >>
	OpBitOr              // |
	OpBitXor             // ^
	OpBitAnd             // &
	OpFloorDiv           // //

	OpEq    // ==
	OpNotEq // !=
	OpLt    // <
	OpLtE   // <=
	OpGt    // >
	OpGtE   // >=
	OpIs    // is
	OpIsNot // is not
	OpIn    // in
	OpNotIn // not in

	OpInvert // ~
	OpNot    // not
	OpUAdd   // unary +
	OpUSub   // unary -

	OpAnd // and
	OpOr  // or
)

// ConstantKind says what a Constant holds.
type ConstantKind uint8

// Kinds of Constant.
const (
	ConstNone ConstantKind = iota
	ConstTrue
	ConstFalse
	ConstEllipsis
	ConstInt     // Text is the literal without underscores, base prefix kept ("0xff", "10")
	ConstFloat   // Text is the literal without underscores
	ConstComplex // Text is the literal without underscores and without the j
	ConstStr     // Text is the decoded value; lone surrogates are kept in WTF-8
	ConstBytes   // Text holds the raw bytes
)

// Expressions. Field names follow Python's ast.
type (
	// BoolOp is a chain of one operator: a and b and c.
	BoolOp struct {
		At
		Op     Op
		Values []Expr
	}
	// NamedExpr is target := value.
	NamedExpr struct {
		At
		Target *Name
		Value  Expr
	}
	// BinOp is left op right. OpSpan is the operator's own place.
	BinOp struct {
		At
		Left   Expr
		Op     Op
		Right  Expr
		OpSpan source.Span
	}
	// UnaryOp is op operand.
	UnaryOp struct {
		At
		Op      Op
		Operand Expr
	}
	// Lambda is lambda args: body.
	Lambda struct {
		At
		Args *Arguments
		Body Expr
	}
	// IfExp is body if test else orelse.
	IfExp struct {
		At
		Test, Body, Orelse Expr
	}
	// Dict is {key: value, **mapping}: a nil key marks **value.
	Dict struct {
		At
		Keys   []Expr
		Values []Expr
	}
	// Set is {a, b}.
	Set struct {
		At
		Elts []Expr
	}
	// ListComp is [elt for …].
	ListComp struct {
		At
		Elt        Expr
		Generators []*Comprehension
	}
	// SetComp is {elt for …}.
	SetComp struct {
		At
		Elt        Expr
		Generators []*Comprehension
	}
	// DictComp is {key: value for …}.
	DictComp struct {
		At
		Key, Value Expr
		Generators []*Comprehension
	}
	// GeneratorExp is (elt for …).
	GeneratorExp struct {
		At
		Elt        Expr
		Generators []*Comprehension
	}
	// Await is await value. It parses, and the compiler refuses it.
	Await struct {
		At
		Value Expr
	}
	// Yield is yield value; Value may be nil.
	Yield struct {
		At
		Value Expr
	}
	// YieldFrom is yield from value.
	YieldFrom struct {
		At
		Value Expr
	}
	// Compare is left op1 c1 op2 c2 ….
	Compare struct {
		At
		Left        Expr
		Ops         []Op
		Comparators []Expr
	}
	// Call is func(args, keywords). Args may hold Starred. Order between *x and k=v follows the text's spans.
	Call struct {
		At
		Func     Expr
		Args     []Expr
		Keywords []*Keyword
	}
	// FormattedValue is one {value!conversion:spec} of an f-string. Conversion is 0, 's', 'r' or 'a'.
	// FormatSpec is nil or a JoinedStr.
	FormattedValue struct {
		At
		Value      Expr
		Conversion byte
		FormatSpec *JoinedStr
	}
	// JoinedStr is an f-string: Values are Constant strings and FormattedValues. The text of {value=} has become a Constant.
	JoinedStr struct {
		At
		Values []Expr
	}
	// Constant is a literal. Adjacent string literals are one Constant. U tells that the first of them had the prefix u,
	// which ast keeps as kind='u' and nothing else reads.
	Constant struct {
		At
		Kind ConstantKind
		U    bool
		Text string
	}
	// Attribute is value.attr. AttrSpan is the place of the name after the dot.
	Attribute struct {
		At
		Value    Expr
		Attr     string
		AttrSpan source.Span
	}
	// Subscript is value[slice].
	Subscript struct {
		At
		Value Expr
		Slice Expr
	}
	// Starred is *value.
	Starred struct {
		At
		Value Expr
	}
	// Name is an identifier (normalised to NFKC).
	Name struct {
		At
		ID string
	}
	// List is [a, b].
	List struct {
		At
		Elts []Expr
	}
	// Tuple is a, b or (a, b).
	Tuple struct {
		At
		Elts []Expr
	}
	// Slice is lower:upper:step inside a subscript; each part may be nil.
	Slice struct {
		At
		Lower, Upper, Step Expr
	}
)

// Comprehension is one "for target in iter if a if b" clause.
type Comprehension struct {
	At
	Target  Expr
	Iter    Expr
	Ifs     []Expr
	IsAsync bool
}

// Keyword is arg=value in a call or class statement, or **value when Arg is "". ArgSpan is the name's place.
type Keyword struct {
	At
	Arg     string
	ArgSpan source.Span
	Value   Expr
}

// Arguments is a parameter list. Defaults belong to the last parameters of PosOnly+Args; KwDefaults has an entry, perhaps nil,
// for each of KwOnly. Span covers the text between the parentheses (or between lambda and the colon) and is empty-width
// where there is none.
type Arguments struct {
	At
	PosOnly    []*Arg
	Args       []*Arg
	Vararg     *Arg // *args
	KwOnly     []*Arg
	KwDefaults []Expr
	Kwarg      *Arg // **kwargs
	Defaults   []Expr
}

// Arg is one parameter. Span covers name and annotation.
type Arg struct {
	At
	Name       string
	NameSpan   source.Span
	Annotation Expr // or nil
}

// Alias is name as asname in an import. AsName is "" when absent.
type Alias struct {
	At
	Name   string
	AsName string
}

// WithItem is context as vars.
type WithItem struct {
	At
	ContextExpr  Expr
	OptionalVars Expr // or nil
}

// ExceptHandler is except Type as name: body. Type is nil for a bare except.
type ExceptHandler struct {
	At
	Type Expr
	Name string
	Body []Stmt
}

// MatchCase is case pattern if guard: body.
type MatchCase struct {
	At
	Pattern Pattern
	Guard   Expr // or nil
	Body    []Stmt
}

// Statements. Field names follow Python's ast.
type (
	// FunctionDef is a def. NameSpan is the name's place; the Span begins at "def" (or "async"), as ast's lineno does.
	FunctionDef struct {
		At
		Name          string
		NameSpan      source.Span
		Args          *Arguments
		Body          []Stmt
		DecoratorList []Expr
		Returns       Expr // or nil
		IsAsync       bool
	}
	// ClassDef is a class statement.
	ClassDef struct {
		At
		Name          string
		NameSpan      source.Span
		Bases         []Expr
		Keywords      []*Keyword
		Body          []Stmt
		DecoratorList []Expr
	}
	// Return is return value; Value may be nil.
	Return struct {
		At
		Value Expr
	}
	// Delete is del targets.
	Delete struct {
		At
		Targets []Expr
	}
	// Assign is a = b = value.
	Assign struct {
		At
		Targets []Expr
		Value   Expr
	}
	// AugAssign is target op= value.
	AugAssign struct {
		At
		Target Expr
		Op     Op
		Value  Expr
	}
	// AnnAssign is target: annotation = value; Value may be nil. Simple is true for a bare name not in parentheses.
	AnnAssign struct {
		At
		Target     Expr
		Annotation Expr
		Value      Expr
		Simple     bool
	}
	// For is for target in iter: body else: orelse.
	For struct {
		At
		Target  Expr
		Iter    Expr
		Body    []Stmt
		Orelse  []Stmt
		IsAsync bool
	}
	// While is while test: body else: orelse.
	While struct {
		At
		Test   Expr
		Body   []Stmt
		Orelse []Stmt
	}
	// If is if test: body else: orelse; elif is an If inside Orelse.
	If struct {
		At
		Test   Expr
		Body   []Stmt
		Orelse []Stmt
	}
	// With is with items: body.
	With struct {
		At
		Items   []*WithItem
		Body    []Stmt
		IsAsync bool
	}
	// Match is match subject: cases.
	Match struct {
		At
		Subject Expr
		Cases   []*MatchCase
	}
	// Raise is raise exc from cause; both may be nil.
	Raise struct {
		At
		Exc   Expr
		Cause Expr
	}
	// Try is try/except/else/finally; IsStar marks except*.
	Try struct {
		At
		Body      []Stmt
		Handlers  []*ExceptHandler
		Orelse    []Stmt
		Finalbody []Stmt
		IsStar    bool
	}
	// Assert is assert test, msg; Msg may be nil.
	Assert struct {
		At
		Test Expr
		Msg  Expr
	}
	// Import is import a, b as c.
	Import struct {
		At
		Names []*Alias
	}
	// ImportFrom is from module import names; Level counts leading dots, a single Alias "*" imports all.
	ImportFrom struct {
		At
		Module     string
		ModuleSpan source.Span
		Names      []*Alias
		Level      int
	}
	// Global is global names.
	Global struct {
		At
		Names []string
	}
	// Nonlocal is nonlocal names.
	Nonlocal struct {
		At
		Names []string
	}
	// ExprStmt is an expression as a statement.
	ExprStmt struct {
		At
		Value Expr
	}
	// Pass is pass.
	Pass struct{ At }
	// Break is break.
	Break struct{ At }
	// Continue is continue.
	Continue struct{ At }
)

// Patterns of match, with ast's names.
type (
	// MatchValue compares with ==.
	MatchValue struct {
		At
		Value Expr
	}
	// MatchSingleton compares with is: None, True, False.
	MatchSingleton struct {
		At
		Kind ConstantKind
	}
	// MatchSequence is [a, b, *rest].
	MatchSequence struct {
		At
		Patterns []Pattern
	}
	// MatchMapping is {key: pattern, **rest}; Rest is "" when absent.
	MatchMapping struct {
		At
		Keys     []Expr
		Patterns []Pattern
		Rest     string
	}
	// MatchClass is Cls(p, k=p).
	MatchClass struct {
		At
		Cls         Expr
		Patterns    []Pattern
		KwdAttrs    []string
		KwdPatterns []Pattern
	}
	// MatchStar is *name inside a sequence; Name "" is *_.
	MatchStar struct {
		At
		Name string
	}
	// MatchAs is pattern as name; Pattern nil and Name "" is the wildcard _.
	MatchAs struct {
		At
		Pattern Pattern
		Name    string
	}
	// MatchOr is a | b.
	MatchOr struct {
		At
		Patterns []Pattern
	}
)

func (*BoolOp) expr()         {}
func (*NamedExpr) expr()      {}
func (*BinOp) expr()          {}
func (*UnaryOp) expr()        {}
func (*Lambda) expr()         {}
func (*IfExp) expr()          {}
func (*Dict) expr()           {}
func (*Set) expr()            {}
func (*ListComp) expr()       {}
func (*SetComp) expr()        {}
func (*DictComp) expr()       {}
func (*GeneratorExp) expr()   {}
func (*Await) expr()          {}
func (*Yield) expr()          {}
func (*YieldFrom) expr()      {}
func (*Compare) expr()        {}
func (*Call) expr()           {}
func (*FormattedValue) expr() {}
func (*JoinedStr) expr()      {}
func (*Constant) expr()       {}
func (*Attribute) expr()      {}
func (*Subscript) expr()      {}
func (*Starred) expr()        {}
func (*Name) expr()           {}
func (*List) expr()           {}
func (*Tuple) expr()          {}
func (*Slice) expr()          {}

func (*FunctionDef) stmt() {}
func (*ClassDef) stmt()    {}
func (*Return) stmt()      {}
func (*Delete) stmt()      {}
func (*Assign) stmt()      {}
func (*AugAssign) stmt()   {}
func (*AnnAssign) stmt()   {}
func (*For) stmt()         {}
func (*While) stmt()       {}
func (*If) stmt()          {}
func (*With) stmt()        {}
func (*Match) stmt()       {}
func (*Raise) stmt()       {}
func (*Try) stmt()         {}
func (*Assert) stmt()      {}
func (*Import) stmt()      {}
func (*ImportFrom) stmt()  {}
func (*Global) stmt()      {}
func (*Nonlocal) stmt()    {}
func (*ExprStmt) stmt()    {}
func (*Pass) stmt()        {}
func (*Break) stmt()       {}
func (*Continue) stmt()    {}

func (*MatchValue) pattern()     {}
func (*MatchSingleton) pattern() {}
func (*MatchSequence) pattern()  {}
func (*MatchMapping) pattern()   {}
func (*MatchClass) pattern()     {}
func (*MatchStar) pattern()      {}
func (*MatchAs) pattern()        {}
func (*MatchOr) pattern()        {}
