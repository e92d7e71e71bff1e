package traceback

import (
	"strings"

	"layerglass/core/python/object"
)

// walkStack yields frame and line of a call and of those that led to it.
func walkStack(t *object.Thread, a []object.Object) (object.Object, error) {
	f, ok := a[0].(*object.FrameObject)
	if !ok {
		f = object.NewFrameObject(t.Top)
	}
	out := object.NewList()
	for ; f != nil; f = f.Back {
		line, err := object.GetAttr(t, f, object.Intern("f_lineno"))
		if err != nil {
			return nil, err
		}
		out.Items = append(out.Items, object.NewTuple(f, line))
	}
	return object.Iter(t, out)
}

// extract makes a StackSummary of pairs of frame and line, outermost first: at most limit of them, or the last -limit.
func extract(t *object.Thread, a []object.Object) (object.Object, error) {
	pairs, err := object.Items(t, a[1])
	if err != nil {
		return nil, err
	}
	limit, err := limitOf(t, a[2])
	if err != nil {
		return nil, err
	}
	if limit != nil && *limit >= 0 {
		pairs = pairs[:min(*limit, len(pairs))]
	} else if limit != nil {
		pairs = pairs[max(len(pairs)+*limit, 0):]
	}
	withLocals, err := object.Truth(t, a[4])
	if err != nil {
		return nil, err
	}
	out := object.NewList()
	for _, pair := range pairs {
		s, err := ofFrame(t, pair, withLocals)
		if err != nil {
			return nil, err
		}
		out.Items = append(out.Items, s)
	}
	stack := object.NewInstance(stackClass)
	stack.Native = out
	return stack, nil
}

// ofFrame is the summary of a frame at a line.
func ofFrame(t *object.Thread, pair object.Object, withLocals bool) (*summary, error) {
	parts, err := object.Items(t, pair)
	if err != nil {
		return nil, err
	}
	if len(parts) != 2 {
		return nil, object.ValueError("not enough values to unpack (expected 2, got %d)", len(parts))
	}
	f, ok := parts[0].(*object.FrameObject)
	if !ok {
		return nil, object.AttributeError(parts[0], "f_code", "'%s' object has no attribute 'f_code'", parts[0].Class().MessageName())
	}
	s := &summary{parts: [4]object.Object{object.NewStr("?"), parts[1], object.NewStr("?"), object.NewStr("")}}
	if f.Code != nil && f.Code.File != nil {
		s.parts[0], s.parts[2] = object.NewStr(f.Code.File.Name), object.NewStr(f.Code.Name)
		if n, err := object.Index(t, parts[1]); err == nil && !f.Code.File.Unlisted {
			s.parts[3] = object.NewStr(strings.TrimSpace(f.Code.File.LineText(n)))
		}
	}
	if withLocals {
		err = s.keepLocals(t, f)
	}
	return s, err
}

// keepLocals notes how the variables of a frame look, in the order of their names.
func (s *summary) keepLocals(t *object.Thread, f object.Object) error {
	v, err := object.GetAttr(t, f, object.Intern("f_locals"))
	if err != nil {
		return err
	}
	d, ok := object.Of(v).(*object.Dict)
	if !ok {
		return nil
	}
	s.locals = object.NewDict()
	for k, v := range d.All() {
		text, err := object.Repr(t, v)
		if err != nil {
			return err
		}
		if err := s.locals.Set(t, k, object.NewStr(text)); err != nil {
			return err
		}
	}
	return nil
}

// localsText shows the variables below an entry.
func (s *summary) localsText(t *object.Thread) (string, error) {
	if s.locals == nil {
		return "", nil
	}
	names, err := object.Items(t, s.locals)
	if err != nil {
		return "", err
	}
	sorted := object.NewList(names...)
	if err := sorted.Sort(t, nil, false); err != nil {
		return "", err
	}
	var out strings.Builder
	for _, k := range sorted.Items {
		v, err := s.locals.Get(t, k)
		if err != nil {
			return "", err
		}
		name, err := object.ToStr(t, k)
		if err != nil {
			return "", err
		}
		value, err := object.ToStr(t, v)
		if err != nil {
			return "", err
		}
		out.WriteString("    " + name + " = " + value + "\n")
	}
	return out.String(), nil
}
