package lib

import "layerglass/core/python/object"

type exitKey struct{}

// exits are what a program wants to be called at its end, in the order of registering.
type exits struct{ list []exitCall }

type exitCall struct {
	fn   object.Object
	args object.Args
}

func exitsOf(t *object.Thread) *exits {
	return t.State(exitKey{}, func() any { return &exits{} }).(*exits)
}

// OnExit notes a call for the end of the program.
func OnExit(t *object.Thread, fn object.Object, a object.Args) {
	e := exitsOf(t)
	e.list = append(e.list, exitCall{fn, object.Args{Pos: append([]object.Object(nil), a.Pos...), Kw: a.Kw}})
}

// ForgetExit drops the calls of a function, or all for nil.
func ForgetExit(t *object.Thread, fn object.Object) {
	e := exitsOf(t)
	var kept []exitCall
	for _, c := range e.list {
		if fn != nil && !object.Is(c.fn, fn) {
			kept = append(kept, c)
		}
	}
	e.list = kept
}

// Exit makes the calls that OnExit noted, the last first. An exception ends one of them, and is told on standard error.
func Exit(t *object.Thread) {
	e := exitsOf(t)
	for len(e.list) > 0 {
		last := e.list[len(e.list)-1]
		e.list = e.list[:len(e.list)-1]
		_, err := object.CallArgs(t, last.fn, last.args)
		if x := object.AsException(err); x != nil {
			shown, bad := object.Repr(t, last.fn)
			if bad != nil {
				shown = "?"
			}
			if t.Stderr.WriteString("Exception ignored in atexit callback: "+shown+"\n"+object.FormatException(t, x)) != nil {
				return
			}
		} else if err != nil {
			return
		}
	}
}
