package enum

import (
	"math/bits"
	"strconv"
	"strings"

	"layerglass/core/python/object"
)

var functions = []*object.Builtin{
	object.Func("unique", "(enumeration)", "Refuses an enum in which two names have one value.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return a[0], unique(t, a[0], "duplicate values")
	}),
	object.Func("show_flag_values", "(value)", "Lists the bits of a value.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		n, ok := object.AsInt64(a[0])
		if !ok {
			n = bitsOf(a[0])
		}
		if n < 0 {
			return nil, object.ValueError("%d is not a positive integer", n)
		}
		list := object.NewList()
		for ; n != 0; n &= n - 1 {
			list.Items = append(list.Items, object.Int(n&-n))
		}
		return list, nil
	}),
	object.Func("global_enum", "(cls, update_str=False)", "Makes the members names of the module, and shows them so.", globalEnum),
}

// unique refuses aliases; what begins the message.
func unique(t *object.Thread, o object.Object, what string) error {
	_, i, err := enumOf(o)
	if err != nil {
		return err
	}
	var aliases []string
	for n, m := range i.members.All() {
		if name, _ := object.AsString(n); name != nameOf(m) {
			aliases = append(aliases, name+" -> "+nameOf(m))
		}
	}
	if aliases == nil {
		return nil
	}
	shown, err := object.Repr(t, o)
	if err != nil {
		return err
	}
	return object.ValueError("%s found in %s: %s", what, shown, strings.Join(aliases, ", "))
}

func globalEnum(t *object.Thread, a []object.Object) (object.Object, error) {
	c, i, err := enumOf(a[0])
	if err != nil {
		return nil, err
	}
	module := c.Module()
	c.Methods(object.Func("__repr__", "(self)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
		last := module[strings.LastIndexByte(module, '.')+1:]
		if hasName(a[0]) {
			return object.NewStr(last + "." + strings.ReplaceAll(nameOf(a[0]), "|", "|"+last+".")), nil
		}
		return object.NewStr(last + "." + c.Name + "(" + strconv.FormatInt(bitsOf(a[0]), 10) + ")"), nil
	}))
	c.Changed()
	if m, ok := t.Modules.GetName(module).(*object.Module); ok {
		if err := m.Dict.Update(t, i.members); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// verifier is verify(UNIQUE, …): a decorator that checks an enum.
type verifier struct{ checks []object.Object }

var verifyClass = object.NewType("verify", "enum", nil).Final()

// Class returns the type enum.verify.
func (*verifier) Class() *object.Class { return verifyClass }

// Call checks an enum and returns it.
func (v *verifier) Call(t *object.Thread, a object.Args) (object.Object, error) {
	if len(a.Pos) != 1 || len(a.Kw) > 0 {
		return nil, object.TypeError("verify() takes one enum class")
	}
	c, ok := a.Pos[0].(*object.Class)
	if !ok || infoOf(c) == nil {
		return nil, object.TypeError("the 'verify' decorator only works with Enum and Flag")
	}
	for _, check := range v.checks {
		var err error
		switch nameOf(check) {
		case "UNIQUE":
			err = unique(t, c, "aliases")
		case "CONTINUOUS":
			err = continuous(c, kitOf(t))
		case "NAMED_FLAGS":
			err = namedFlags(c)
		}
		if err != nil {
			return nil, err
		}
	}
	return c, nil
}

func init() {
	verifyClass.New = func(_ *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
		return &verifier{append([]object.Object(nil), a.Pos...)}, nil
	}
}

// continuous refuses gaps between the values.
func continuous(c *object.Class, k *kit) error {
	values := map[int64]bool{}
	low, high := int64(0), int64(0)
	for n, m := range infoOf(c).canonical() {
		v := bitsOf(m)
		values[v] = true
		if n == 0 || v < low {
			low = v
		}
		if n == 0 || v > high {
			high = v
		}
	}
	kind := "enum"
	var lost []string
	if c.IsSubclass(k.flag) {
		kind = "flag"
		for v := low << 1; v > 0 && v < high; v <<= 1 {
			if !values[v] {
				lost = append(lost, strconv.FormatInt(v, 10))
			}
		}
	} else {
		for v := low + 1; v < high && len(lost) < 256; v++ {
			if !values[v] {
				lost = append(lost, strconv.FormatInt(v, 10))
			}
		}
	}
	if lost == nil {
		return nil
	}
	text := "invalid " + kind + " " + object.QuoteStr(c.Name) + ": missing values " + strings.Join(lost, ", ")
	return object.ValueError("%s", text[:min(len(text), 256)])
}

// namedFlags refuses aliases with bits that have no name.
func namedFlags(c *object.Class) error {
	i := infoOf(c)
	var names []string
	lost := int64(0)
	for n, m := range i.members.All() {
		name, _ := object.AsString(n)
		v := bitsOf(m)
		if v < 0 || single(v) {
			continue
		}
		if missing := v &^ i.singles; missing != 0 {
			names = append(names, name)
			lost |= missing
		}
	}
	if names == nil {
		return nil
	}
	alias := "alias " + names[0] + " is missing"
	if n := len(names) - 1; n > 0 {
		alias = "aliases " + strings.Join(names[:n], ", ") + " and " + names[n] + " are missing"
	}
	value := "value 0x"
	if bits.OnesCount64(uint64(lost)) > 1 {
		value = "combined values of 0x"
	}
	return object.ValueError("invalid Flag %s: %s %s%s [use enum.show_flag_values(value) for details]", object.QuoteStr(c.Name), alias, value, strconv.FormatInt(lost, 16))
}
