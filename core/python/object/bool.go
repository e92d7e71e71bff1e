package object

// Truth returns b.
func (b Bool) Truth(*Thread) (bool, error) { return bool(b), nil }

// Repr returns True or False.
func (b Bool) Repr(*Thread) (string, error) {
	if b {
		return "True", nil
	}
	return "False", nil
}

// Hash returns 1 or 0, as for the equal ints.
func (b Bool) Hash(*Thread) (uint64, error) { return uint64(boolInt(b)), nil }

// Compare orders b as 1 or 0.
func (b Bool) Compare(t *Thread, op CompareOp, o Object) (Object, error) {
	return Int(boolInt(b)).Compare(t, op, o)
}

// Unary calculates with 1 or 0.
func (b Bool) Unary(t *Thread, op UnaryOp) (Object, error) { return Int(boolInt(b)).Unary(t, op) }

// Binary calculates with 1 or 0, except that &, | and ^ of two bools are bools.
func (b Bool) Binary(t *Thread, op BinaryOp, o Object, reflected bool) (Object, error) {
	if c, ok := o.(Bool); ok {
		switch op {
		case And:
			return b && c, nil
		case Or:
			return b || c, nil
		case Xor:
			return Bool(b != c), nil
		}
	}
	return Int(boolInt(b)).Binary(t, op, o, reflected)
}

func newBool(t *Thread, _ *Class, a Args) (Object, error) {
	if len(a.Kw) > 0 {
		return nil, TypeError("bool() takes no keyword arguments")
	}
	switch len(a.Pos) {
	case 0:
		return False, nil
	case 1:
		v, err := Truth(t, a.Pos[0])
		return Bool(v), err
	}
	return nil, TypeError("bool expected at most 1 argument, got %d", len(a.Pos))
}
