package re

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"layerglass/core/python/object"
)

// errorClass is re.error.
var errorClass = object.NewType("error", "re", object.ExceptionClass)

// newError makes re.error for a place in a pattern, counted in code points; -1 for none.
func newError(message string, pattern object.Object, pos int) error {
	e := object.NewException(errorClass)
	fillError(e, message, pattern, pos)
	return e
}

func fillError(e *object.Exception, message string, pattern object.Object, pos int) {
	d := e.AttrDict(true)
	d.SetName("msg", object.NewStr(message))
	d.SetName("pattern", pattern)
	for _, n := range []string{"pos", "lineno", "colno"} {
		d.SetName(n, object.None)
	}
	s, err := subjectOf(pattern)
	if err == nil && pos >= 0 {
		line, column := 1, pos+1
		for i := 0; i < min(pos, s.len()); i++ {
			if s.at(i) == '\n' {
				line++
				column = pos - i
			}
		}
		d.SetName("pos", object.Int(pos))
		d.SetName("lineno", object.Int(line))
		d.SetName("colno", object.Int(column))
		message += " at position " + strconv.Itoa(pos)
		if strings.Contains(s.s, "\n") {
			message += " (line " + strconv.Itoa(line) + ", column " + strconv.Itoa(column) + ")"
		}
	}
	e.Args = object.NewTuple(object.NewStr(message))
}

func init() {
	errorClass.Methods(object.Func("__init__", "(self, msg, pattern=None, pos=None)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		pos := -1
		if a[3] != object.None {
			var err error
			if pos, err = object.Index(t, a[3]); err != nil {
				return nil, err
			}
		}
		message, err := object.ToStr(t, a[1])
		if e := object.ToException(a[0]); e != nil && err == nil {
			fillError(e, message, a[2], pos)
		}
		return object.None, err
	}))
}

func width(s string) int { return utf8.RuneCountInString(s) }
