package logging

import (
	"strings"

	clock "layerglass/core/python/lib/time"
	"layerglass/core/python/object"
)

// recordClass is LogRecord: an object with attributes.
var recordClass = object.NewType("LogRecord", "logging", nil)

// place is where a message was logged.
type place struct {
	file, function string
	line           int
}

func placeOf(t *object.Thread, level int) place {
	f := t.Top
	for ; level > 1 && f != nil && f.Back != nil; level-- {
		f = f.Back
	}
	if f == nil || f.Code == nil || f.Code.File == nil {
		return place{"(unknown file)", "(unknown function)", 0}
	}
	return place{f.Code.File.Name, f.Code.Name, f.Code.File.Line(f.At.Start)}
}

func newRecord(t *object.Thread, name string, level int, at place, msg object.Object, args *object.Tuple, exc object.Object) *object.Instance {
	r := object.NewInstance(recordClass)
	fillRecord(t, r, name, level, at, msg, args, exc)
	return r
}

func fillRecord(t *object.Thread, r *object.Instance, name string, level int, at place, msg object.Object, args *object.Tuple, exc object.Object) {
	text := func(key, v string) { r.SetAttr(key, object.NewStr(v)) }
	var given object.Object = args
	if len(args.Items) == 1 {
		if d, ok := object.Of(args.Items[0]).(*object.Dict); ok && d.Len() > 0 {
			given = args.Items[0]
		}
	}
	text("name", name)
	r.SetAttr("msg", msg)
	r.SetAttr("args", given)
	text("levelname", levelName(t, level))
	r.SetAttr("levelno", object.Int(level))
	base := at.file[strings.LastIndexByte(at.file, '/')+1:]
	text("pathname", at.file)
	text("filename", base)
	text("module", strings.TrimSuffix(base, ".py"))
	if exc == nil {
		exc = object.None
	}
	r.SetAttr("exc_info", exc)
	r.SetAttr("exc_text", object.None)
	r.SetAttr("stack_info", object.None)
	r.SetAttr("lineno", object.Int(at.line))
	text("funcName", at.function)
	now := clock.Now(t)
	r.SetAttr("created", object.Float(float64(now.UnixNano())/1e9))
	r.SetAttr("msecs", object.Float(now.Nanosecond()/1e6))
	r.SetAttr("relativeCreated", object.Float(clock.Elapsed(t).Seconds()*1000))
	r.SetAttr("thread", object.Int(1))
	text("threadName", "MainThread")
	text("processName", "MainProcess")
	r.SetAttr("process", object.Int(1))
}

// message is the text of a record: msg % args.
func message(t *object.Thread, r *object.Instance) (string, error) {
	msg, args := r.Attr("msg"), r.Attr("args")
	if msg == nil {
		msg = object.None
	}
	s, err := object.ToStr(t, msg)
	if err != nil || args == nil {
		return s, err
	}
	if yes, err := object.Truth(t, args); !yes || err != nil {
		return s, err
	}
	return object.FormatPercent(t, s, args)
}

func init() {
	recordClass.Methods(
		object.Func("__init__", "(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			r, err := self(a[0])
			if err != nil {
				return nil, err
			}
			name, err := object.ToStr(t, a[1])
			if err != nil {
				return nil, err
			}
			level, err := levelOf(t, a[2])
			if err != nil {
				return nil, err
			}
			at := place{}
			at.file, _ = object.AsString(a[3])
			at.function, _ = object.AsString(a[8])
			n, _ := object.AsInt64(a[4])
			at.line = int(n)
			args, ok := object.Of(a[6]).(*object.Tuple)
			if !ok {
				args = object.NewTuple()
			}
			fillRecord(t, r, name, level, at, a[5], args, a[7])
			return object.None, nil
		}),
		object.Func("getMessage", "(self)", "Returns the text of the message.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			r, err := self(a[0])
			if err != nil {
				return nil, err
			}
			s, err := message(t, r)
			return object.NewStr(s), err
		}),
		object.Func("__repr__", "(self)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			r, err := self(a[0])
			if err != nil {
				return nil, err
			}
			text := "<LogRecord: "
			for i, name := range []string{"name", "levelno", "pathname", "lineno", "msg"} {
				v := r.Attr(name)
				if v == nil {
					v = object.None
				}
				s, err := object.ToStr(t, v)
				if err != nil {
					return nil, err
				}
				switch {
				case name == "msg":
					text += ", \"" + s + "\""
				case i > 0:
					text += ", " + s
				default:
					text += s
				}
			}
			return object.NewStr(text + ">"), nil
		}),
	)
}
