package object

import "strings"

// objectSize is what one more item takes of the memory budget: the two words of an interface value.
const objectSize = 16

// repeatItems returns items n times over.
func repeatItems(t *Thread, items []Object, n int) ([]Object, error) {
	if n <= 0 || len(items) == 0 {
		return nil, nil
	}
	if n > MaxObject/objectSize/len(items) {
		return nil, NewError(MemoryErrorClass, "")
	}
	if err := t.Alloc(int64(n) * int64(len(items)) * objectSize); err != nil {
		return nil, err
	}
	out := make([]Object, 0, n*len(items))
	for range n {
		out = append(out, items...)
	}
	return out, nil
}

// concatItems returns a and b one behind the other.
func concatItems(t *Thread, a, b []Object) ([]Object, error) {
	if err := t.Alloc(int64(len(a)+len(b)) * objectSize); err != nil {
		return nil, err
	}
	out := make([]Object, 0, len(a)+len(b))
	return append(append(out, a...), b...), nil
}

// repeatCount returns how often o asks a sequence to be repeated; ok is false when o is no integer.
func repeatCount(t *Thread, o Object) (n int, ok bool, err error) {
	if !isIndex(o) {
		return 0, false, nil
	}
	v, err := AsIndex(t, o)
	if err != nil {
		return 0, true, err
	}
	if _, big := v.(*BigInt); big {
		return 0, true, NewError(OverflowErrorClass, "cannot fit '%s' into an index-sized integer", o.Class().MessageName())
	}
	n, err = Index(t, v)
	return n, true, err
}

// deeperIn words a RecursionError for where it rose.
func deeperIn(err error, where string) error {
	if e := AsException(err); e != nil && e.class == RecursionErrorClass && e.Message() != "" {
		return NewError(RecursionErrorClass, "%s", e.Message()+where)
	}
	return err
}

// compareItems is the comparison of two lists or two tuples. The slices are asked for anew at each step, for comparing may
// run code that changes a list.
func compareItems(t *Thread, op CompareOp, a, b func() []Object) (Object, error) {
	if (op == Eq || op == Ne) && len(a()) != len(b()) {
		return Bool(op == Ne), nil
	}
	i := 0
	for ; i < len(a()) && i < len(b()); i++ {
		if err := t.Spend(1); err != nil {
			return nil, err
		}
		same, err := Equal(t, a()[i], b()[i])
		if err != nil {
			return nil, err
		}
		if !same {
			break
		}
	}
	if i >= len(a()) || i >= len(b()) {
		return Bool(op.holds(len(a()) - len(b()))), nil
	}
	switch op {
	case Eq:
		return False, nil
	case Ne:
		return True, nil
	}
	return Compare(t, op, a()[i], b()[i])
}

// holds reports whether a three-way comparison's result satisfies the operator.
func (op CompareOp) holds(sign int) bool {
	switch op {
	case Eq:
		return sign == 0
	case Ne:
		return sign != 0
	case Lt:
		return sign < 0
	case Le:
		return sign <= 0
	case Gt:
		return sign > 0
	}
	return sign >= 0
}

// containsItem reports item in a sequence whose items are asked for at each step.
func containsItem(t *Thread, items func() []Object, item Object) (bool, error) {
	for i := 0; i < len(items()); i++ {
		if err := t.Spend(1); err != nil {
			return false, err
		}
		if same, err := Equal(t, items()[i], item); same || err != nil {
			return same, err
		}
	}
	return false, nil
}

// countItem is the count method of sequences.
func countItem(t *Thread, items func() []Object, item Object) (int, error) {
	n := 0
	for i := 0; i < len(items()); i++ {
		if err := t.Spend(1); err != nil {
			return 0, err
		}
		same, err := Equal(t, items()[i], item)
		if err != nil {
			return 0, err
		}
		if same {
			n++
		}
	}
	return n, nil
}

// findItem is the index method of sequences; start and stop are objects as the method got them. It returns -1 when the
// item is not there.
func findItem(t *Thread, items func() []Object, item, start, stop Object) (int, error) {
	from, err := searchBound(t, start, 0, len(items()))
	if err != nil {
		return 0, err
	}
	to, err := searchBound(t, stop, len(items()), len(items()))
	if err != nil {
		return 0, err
	}
	for i := from; i < to && i < len(items()); i++ {
		if err := t.Spend(1); err != nil {
			return 0, err
		}
		if same, err := Equal(t, items()[i], item); same || err != nil {
			return i, err
		}
	}
	return -1, nil
}

func searchBound(t *Thread, v Object, absent, n int) (int, error) {
	if v == nil {
		return absent, nil
	}
	if v == None {
		return 0, TypeError("slice indices must be integers or have an __index__ method")
	}
	i, err := sliceNumber(t, v, absent)
	if IsKind(err, TypeErrorClass) && !isIndex(v) {
		err = TypeError("slice indices must be integers or have an __index__ method")
	}
	if err != nil {
		return 0, err
	}
	if i < 0 {
		i = max(i+n, 0)
	}
	return i, nil
}

// reprItems prints the items of a container between brackets. Inside itself a container is printed as inside.
func reprItems(t *Thread, o Object, open, end, inside string, items func() []Object) (string, error) {
	if !t.Enter(o) {
		return inside, nil
	}
	defer t.Leave(o)
	if err := t.Deeper(); err != nil {
		return "", deeperIn(err, " while getting the repr of an object")
	}
	defer t.Shallower()
	var b strings.Builder
	b.WriteString(open)
	for i := 0; i < len(items()); i++ {
		if i > 0 {
			b.WriteString(", ")
		}
		if err := writeRepr(t, &b, items()[i]); err != nil {
			return "", err
		}
	}
	b.WriteString(end)
	return b.String(), nil
}

// reprInside is Repr for what another repr shows of its own: such objects can be nested to any depth.
func reprInside(t *Thread, o Object) (string, error) {
	if err := t.Deeper(); err != nil {
		return "", deeperIn(err, " while getting the repr of an object")
	}
	defer t.Shallower()
	return Repr(t, o)
}

// writeRepr appends repr(o) and charges for its length.
func writeRepr(t *Thread, b *strings.Builder, o Object) error {
	s, err := Repr(t, o)
	if err != nil {
		return err
	}
	if err := t.Spend(1); err != nil {
		return err
	}
	if err := t.Alloc(int64(len(s))); err != nil {
		return err
	}
	b.WriteString(s)
	return nil
}

// refuseOperands words the TypeError of an operator that neither operand knows. Sequences have messages of their own.
func refuseOperands(op BinaryOp, a, b Object) error {
	switch op {
	case Add:
		if kind := sequenceKind(a); kind == "bytes" || kind == "bytearray" {
			return TypeError("can't concat %s to %s", b.Class().MessageName(), a.Class().MessageName())
		} else if kind != "" {
			return TypeError(`can only concatenate %s (not "%s") to %s`, kind, b.Class().MessageName(), kind)
		}
	case Mul:
		if sequenceKind(a) != "" {
			return TypeError("can't multiply sequence by non-int of type '%s'", b.Class().MessageName())
		}
		if sequenceKind(b) != "" {
			return TypeError("can't multiply sequence by non-int of type '%s'", a.Class().MessageName())
		}
	}
	text := unsupported(op.Symbol(), a, b)
	if f, ok := a.(*Builtin); ok && op == RShift && f.Name == "print" {
		text += ". Did you mean \"print(<message>, file=<output_stream>)\"?"
	}
	return TypeError("%s", text)
}

func sequenceKind(o Object) string {
	c := o.Class()
	for _, k := range []*Class{ListClass, TupleClass, StrClass, BytesClass, ByteArrayClass} {
		if c.IsSubclass(k) {
			return k.Name
		}
	}
	return ""
}
