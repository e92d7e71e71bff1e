package object

// Tuple is a tuple. It is immutable: nobody changes Items once the tuple was handed out.
type Tuple struct{ Items []Object }

// List is a list.
type List struct{ Items []Object }

var emptyTuple = &Tuple{}

// NewTuple returns a tuple of the items; it keeps the slice.
func NewTuple(items ...Object) *Tuple {
	if len(items) == 0 {
		return emptyTuple
	}
	return &Tuple{items}
}

// NewList returns a list of the items; it keeps the slice.
func NewList(items ...Object) *List { return &List{items} }

// Class returns the type tuple.
func (*Tuple) Class() *Class { return TupleClass }

// Class returns the type list.
func (*List) Class() *Class { return ListClass }

// Len returns the number of items.
func (x *Tuple) Len() int { return len(x.Items) }

// Len returns the number of items.
func (x *List) Len() int { return len(x.Items) }

// Slice is a slice object; parts not given are None.
type Slice struct{ Start, Stop, Step Object }

// Class returns the type slice.
func (*Slice) Class() *Class { return SliceClass }
