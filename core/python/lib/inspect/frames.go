package inspect

import (
	"layerglass/core/python/object"
)

// frameParts returns file, line, function, the line's text in a list, and its index.
func frameParts(f *object.FrameObject) []object.Object {
	if f.Code == nil || f.Code.File == nil {
		return []object.Object{object.NewStr("?"), object.Int(0), object.NewStr("?"), object.None, object.None}
	}
	line := object.TraceEntry{Code: f.Code, Span: f.Span}.Line()
	if f.Code.File.Unlisted {
		return []object.Object{object.NewStr(f.Code.File.Name), object.Int(line), object.NewStr(f.Code.Name), object.None, object.None}
	}
	context := object.NewList(object.NewStr(f.Code.File.LineText(line) + "\n"))
	return []object.Object{object.NewStr(f.Code.File.Name), object.Int(line), object.NewStr(f.Code.Name), context, object.Int(0)}
}

func frameInfo(t *object.Thread, f *object.FrameObject) (object.Object, error) {
	return tuple(t, "FrameInfo", append([]object.Object{f}, frameParts(f)...)...)
}

func stack(t *object.Thread, _ []object.Object) (object.Object, error) {
	list := object.NewList()
	if t.Top == nil {
		return list, nil
	}
	for f := object.NewFrameObject(t.Top); f != nil; f = f.Back {
		v, err := frameInfo(t, f)
		if err != nil {
			return nil, err
		}
		list.Items = append(list.Items, v)
	}
	return list, nil
}

func trace(t *object.Thread, _ []object.Object) (object.Object, error) {
	list := object.NewList()
	if t.Handling == nil {
		return list, nil
	}
	entries := t.Handling.Trace
	for i := len(entries) - 1; i >= 0; i-- {
		v, err := frameInfo(t, &object.FrameObject{Code: entries[i].Code, Span: entries[i].Span, Globals: object.NewDict()})
		if err != nil {
			return nil, err
		}
		list.Items = append(list.Items, v)
	}
	return list, nil
}

func getFrameInfo(t *object.Thread, a []object.Object) (object.Object, error) {
	switch x := a[0].(type) {
	case *object.FrameObject:
		return tuple(t, "Traceback", frameParts(x)...)
	case *object.Traceback:
		e := x.Entries()[len(x.Entries())-1]
		return tuple(t, "Traceback", frameParts(&object.FrameObject{Code: e.Code, Span: e.Span})...)
	}
	s, err := object.Repr(t, a[0])
	if err != nil {
		return nil, err
	}
	return nil, object.TypeError("%s is not a frame or traceback object", s)
}
