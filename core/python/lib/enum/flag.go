package enum

import (
	"math/bits"
	"sort"
	"strconv"
	"strings"

	"layerglass/core/python/object"
)

// flagOperators are the methods that a flag keeps although its data type has them too.
var flagOperators = []string{"__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"}

// addFlag gives Flag its methods.
func (k *kit) addFlag() {
	c := k.flag
	c.Set("_generate_next_value_", &object.StaticMethod{Func: object.Func("_generate_next_value_", "(name, start, count, last_values)", "The next bit.", nextBit)})
	c.Set("_numeric_repr_", &object.StaticMethod{Func: object.Func("_numeric_repr_", "(value)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		s, err := object.Repr(t, a[0])
		return object.NewStr(s), err
	})})
	c.ClassMethods(object.Func("_missing_", "(cls, value)", "Makes the combination that a value means.", k.combine))
	c.Methods(
		object.Func("__contains__", "(self, other)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			if !a[1].Class().IsSubclass(a[0].Class()) {
				return nil, object.TypeError("unsupported operand type(s) for 'in': %s and %s",
					object.QuoteStr(a[1].Class().QualifiedName()), object.QuoteStr(a[0].Class().QualifiedName()))
			}
			x, y := bitsOf(a[0]), bitsOf(a[1])
			return object.Bool(x&y == y), nil
		}),
		object.Func("__iter__", "(self)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return object.Iter(t, object.NewList(infoOf(a[0].Class()).parts(bitsOf(a[0]))...))
		}),
		object.Func("__len__", "(self)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			n := bitsOf(a[0])
			if n < 0 {
				n = -n
			}
			return object.Int(bits.OnesCount64(uint64(n))), nil
		}),
		object.Func("__bool__", "(self)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return object.Bool(bitsOf(a[0]) != 0), nil
		}),
		object.Func("__repr__", "(self)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			v, err := showValue(t, a[0])
			name := ""
			if hasName(a[0]) {
				name = "." + nameOf(a[0])
			}
			return object.NewStr("<" + a[0].Class().Name + name + ": " + v + ">"), err
		}),
		object.Func("__str__", "(self)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			if hasName(a[0]) {
				return object.NewStr(a[0].Class().Name + "." + nameOf(a[0])), nil
			}
			v, err := object.Repr(t, valueOf(a[0]))
			return object.NewStr(a[0].Class().Name + "(" + v + ")"), err
		}),
		flagOperator("__or__", object.Or), flagOperator("__and__", object.And), flagOperator("__xor__", object.Xor),
		flagOperator("__ror__", object.Or), flagOperator("__rand__", object.And), flagOperator("__rxor__", object.Xor),
		object.Func("__invert__", "(self)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			i, v := infoOf(a[0].Class()), bitsOf(a[0])
			if i.boundary == "eject" || i.boundary == "keep" {
				return object.Call(t, a[0].Class(), object.Int(^v))
			}
			return object.Call(t, a[0].Class(), object.Int(i.singles&^v))
		}),
	)
	c.Changed()
}

func hasName(o object.Object) bool {
	i, ok := o.(*object.Instance)
	return ok && i.Attr("_name_") != object.None
}

func bitsOf(o object.Object) int64 {
	n, _ := object.AsInt64(valueOf(o))
	return n
}

// flagOperator combines a flag with another, or with a number when its data type is one.
func flagOperator(name string, op object.BinaryOp) *object.Builtin {
	return object.Func(name, "(self, other)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		i := infoOf(a[0].Class())
		other := a[1]
		switch {
		case other.Class().IsSubclass(a[0].Class()):
			other = valueOf(other)
		case i.member == object.ObjectClass || !other.Class().IsSubclass(i.member):
			return object.NotImplemented, nil
		}
		v, err := object.Binary(t, op, valueOf(a[0]), object.Of(other))
		if err != nil {
			return nil, err
		}
		return object.Call(t, a[0].Class(), v)
	})
}

func nextBit(t *object.Thread, a []object.Object) (object.Object, error) {
	lasts, err := object.Items(t, a[3])
	if err != nil {
		return nil, err
	}
	if n, _ := object.AsInt64(a[2]); n == 0 || len(lasts) == 0 {
		if a[1] == object.None {
			return object.Int(1), nil
		}
		return a[1], nil
	}
	most := lasts[0]
	for _, v := range lasts[1:] {
		less, err := object.Less(t, most, v)
		if err != nil {
			return nil, err
		}
		if less {
			most = v
		}
	}
	n, ok := object.AsInt64(most)
	if !ok {
		shown, err := object.Repr(t, most)
		if err != nil {
			return nil, err
		}
		return nil, object.TypeError("invalid flag value %s", shown)
	}
	length := bits.Len64(uint64(max(n, -n)))
	if length > 61 {
		return nil, object.NewError(object.OverflowErrorClass, "flags of more than 62 bits are not supported here")
	}
	return object.Int(int64(1) << length), nil
}

// parts lists the members that a value has, without aliases.
func (i *info) parts(value int64) []object.Object {
	var list []object.Object
	for rest := value & i.mask; rest != 0; rest &= rest - 1 {
		if m, _ := i.byValue.Get(nil, object.Int(rest&-rest)); m != nil {
			list = append(list, m)
		}
	}
	if i.byDefinition {
		sort.SliceStable(list, func(a, b int) bool { return sortOrder(list[a]) < sortOrder(list[b]) })
	}
	return list
}

func sortOrder(o object.Object) int64 {
	n, _ := object.AsInt64(o.(*object.Instance).Attr("_sort_order_"))
	return n
}

// combine is Flag._missing_.
func (k *kit) combine(t *object.Thread, a []object.Object) (object.Object, error) {
	c, i, err := enumOf(a[0])
	if err != nil {
		return nil, err
	}
	value, ok := object.AsInt64(a[1])
	if !ok {
		shown, err := object.Repr(t, a[1])
		if err != nil {
			return nil, err
		}
		return nil, object.ValueError("%s is not a valid %s", shown, c.QualifiedName())
	}
	all := i.allBits()
	if value < ^all || value > all || value&(all^i.mask) != 0 {
		switch i.boundary {
		case "strict":
			return nil, i.outside(t, c, value)
		case "conform":
			value &= i.mask
		case "eject":
			return object.Int(value), nil
		case "keep":
			if value < 0 {
				value += max(all+1, int64(1)<<bits.Len64(uint64(-value)))
			}
		}
	}
	negative := value < 0
	given := value
	if negative {
		value += all + 1
	}
	m, err := k.pseudo(t, c, i, value)
	if err == nil && negative {
		err = i.byValue.Set(t, object.Int(given), m)
	}
	return m, err
}

// outside complains of bits that no member has.
func (i *info) outside(t *object.Thread, c *object.Class, value int64) error {
	shown, err := object.Repr(t, c)
	if err != nil {
		return err
	}
	length := func(n int64) int {
		if n < 0 {
			n = -n
		}
		return bits.Len64(uint64(n))
	}
	most := max(length(value), length(i.mask))
	return object.ValueError("%s invalid value %d\n    given %s\n  allowed %s", shown, value, binary(value, most), binary(i.mask, most))
}

// binary writes a number with its sign bit in front: 0b0 101.
func binary(n int64, most int) string {
	sign, digit := "0b0", "0"
	length := bits.Len64(uint64(max(n, -n)))
	digits := strconv.FormatInt(n, 2)
	if n < 0 {
		sign, digit = "0b1", "1"
		digits = strconv.FormatInt(n&(1<<length-1), 2)
		for len(digits) < length {
			digits = "0" + digits
		}
	}
	if n == 0 {
		digits = "0"
	}
	for len(digits) < most {
		digits = digit + digits
	}
	return sign + " " + digits
}

// pseudo makes the object of a combination, or returns the one made before.
func (k *kit) pseudo(t *object.Thread, c *object.Class, i *info, value int64) (object.Object, error) {
	unknown, aliases, own := value&^i.mask, value&^i.singles, value&i.singles
	if unknown != 0 && i.boundary != "keep" {
		return nil, object.ValueError("%s(%d) -->  unknown values %d [%s]", c.Name, value, unknown, binary(unknown, 0))
	}
	if m, _ := i.byValue.Get(t, object.Int(value)); m != nil {
		return m, nil
	}
	o, err := nativeNew(i.member)(t, c, []object.Object{object.Int(value)})
	if err != nil {
		return nil, err
	}
	m, ok := o.(*object.Instance)
	if !ok {
		return nil, object.TypeError("__new__ of %s must return a new object of the class", c.Name)
	}
	m.SetAttr("_value_", object.Int(value))
	m.SetAttr("_name_", object.None)
	if own != 0 || aliases != 0 {
		name, err := i.combinedName(t, c, value, own, aliases)
		if err != nil {
			return nil, err
		}
		m.SetAttr("_name_", name)
	}
	return m, i.byValue.Set(t, object.Int(value), m)
}

func (i *info) combinedName(t *object.Thread, c *object.Class, value, own, aliases int64) (object.Object, error) {
	members := i.parts(own)
	combined := int64(0)
	for _, m := range members {
		combined |= bitsOf(m)
	}
	if aliases != 0 {
		for _, m := range i.members.All() {
			known := false
			for _, x := range members {
				known = known || x == m
			}
			if b := bitsOf(m); !known && b != 0 && b&value == b {
				members = append(members, m)
				combined |= b
			}
		}
	}
	if combined == 0 {
		return object.None, nil
	}
	var names []string
	for _, m := range members {
		names = append(names, nameOf(m))
	}
	unknown := value ^ combined
	switch {
	case unknown != 0 && i.boundary == "strict":
		shown, err := object.Repr(t, c)
		if err != nil {
			return nil, err
		}
		return nil, object.ValueError("%s: no members with value %d", shown, unknown)
	case unknown != 0:
		v, err := object.CallMethod(t, c, "_numeric_repr_", object.Int(unknown))
		if err != nil {
			return nil, err
		}
		s, err := object.ToStr(t, v)
		if err != nil {
			return nil, err
		}
		names = append(names, s)
	}
	return object.NewStr(strings.Join(names, "|")), nil
}
