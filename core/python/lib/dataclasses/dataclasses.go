// Package dataclasses is Python's module dataclasses.
package dataclasses

import (
	"sync"

	"layerglass/core/python/lib"
	"layerglass/core/python/lib/bind"
	"layerglass/core/python/object"
)

func init() { lib.Register("dataclasses", load) }

type stateKey struct{}

// frozenError returns the session's class FrozenInstanceError.
func frozenError(t *object.Thread) (*object.Class, error) {
	var failed error
	c, _ := t.State(stateKey{}, func() any {
		c, err := object.NewClass(t, "FrozenInstanceError", "dataclasses", []*object.Class{object.AttributeErrorClass}, object.NewDict(), nil)
		failed = err
		return c
	}).(*object.Class)
	return c, failed
}

// pythonic guards the change of the module's functions to the argument errors of Python's own.
var pythonic sync.Once

func load(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("dataclasses")
	lib.Add(m, functions...)
	lib.AddClasses(m, fieldClass, initVarClass)
	frozen, err := frozenError(t)
	if err != nil {
		return nil, err
	}
	lib.AddClasses(m, frozen)
	m.Dict.SetName("MISSING", missing)
	m.Dict.SetName("KW_ONLY", keywordOnly)
	bind.Module(&pythonic, m)
	return m, nil
}

// mark is a value that only stands for itself.
type mark struct {
	class *object.Class
	text  string // repr, "" for the usual one
}

// Class returns the mark's own type.
func (m *mark) Class() *object.Class { return m.class }

// Repr shows the mark.
func (m *mark) Repr(t *object.Thread) (string, error) {
	if m.text == "" {
		return object.DefaultRepr(t, m), nil
	}
	return m.text, nil
}

func newMark(class, text string) *mark {
	c := object.NewType(class, "dataclasses", nil).Final()
	c.Protocols(&mark{})
	return &mark{c, text}
}

var (
	missing     = newMark("_MISSING_TYPE", "")
	keywordOnly = newMark("_KW_ONLY_TYPE", "")
	// made stands in a signature for a default that a factory makes.
	made = newMark("_HAS_DEFAULT_FACTORY_CLASS", "<factory>")
	// What a name in a class body is to a dataclass.
	isField    = newMark("_FIELD_BASE", "_FIELD")
	isClassVar = newMark("_FIELD_BASE", "_FIELD_CLASSVAR")
	isInitVar  = newMark("_FIELD_BASE", "_FIELD_INITVAR")
)

// initVar is InitVar[type].
type initVar struct{ kind object.Object }

var initVarClass = object.NewType("InitVar", "dataclasses", nil)

// Class returns the type dataclasses.InitVar.
func (*initVar) Class() *object.Class { return initVarClass }

// Repr shows the type inside.
func (v *initVar) Repr(t *object.Thread) (string, error) {
	if c, ok := v.kind.(*object.Class); ok {
		return "dataclasses.InitVar[" + c.Name + "]", nil
	}
	s, err := object.Repr(t, v.kind)
	return "dataclasses.InitVar[" + s + "]", err
}

func init() {
	initVarClass.Protocols(&initVar{})
	initVarClass.New = func(_ *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
		if len(a.Pos) != 1 {
			return nil, object.TypeError("InitVar.__init__() missing 1 required positional argument: 'type'")
		}
		return &initVar{a.Pos[0]}, nil
	}
	initVarClass.Getter("type", "The type of the argument.", func(_ *object.Thread, o object.Object) (object.Object, error) { return o.(*initVar).kind, nil })
	initVarClass.ClassMethods(object.Func("__class_getitem__", "(cls, type, /)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
		return &initVar{a[1]}, nil
	}))
}

// Lookup returns the fields of a dataclass by name, or nil for any other class.
func lookup(c *object.Class) *object.Dict {
	d, _ := object.Of(c.Lookup(fieldsName)).(*object.Dict)
	return d
}

var fieldsName = object.Intern("__dataclass_fields__")

// classOf is the class that a dataclass or an instance of one names.
func classOf(o object.Object) *object.Class {
	if c, ok := o.(*object.Class); ok {
		return c
	}
	return o.Class()
}

// plainFields lists the fields of a dataclass that are neither ClassVar nor InitVar; ok is false for other classes.
func plainFields(c *object.Class) (list []*field, ok bool) {
	all := lookup(c)
	if all == nil {
		return nil, false
	}
	for _, v := range all.All() {
		if f, ok := v.(*field); ok && f.kind == isField {
			list = append(list, f)
		}
	}
	return list, true
}

var functions = []*object.Builtin{
	object.Func("dataclass", "(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, "+
		"kw_only=False, slots=False, weakref_slot=False)", "Adds methods to a class by its annotated names.", dataclass),
	object.Func("field", "(*, default=?, default_factory=?, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=?)",
		"Says more of a field than its default.", newField),
	object.Func("fields", "(class_or_instance)", "Returns a tuple of a dataclass's fields.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
		list, ok := plainFields(classOf(a[0]))
		if !ok {
			return nil, object.TypeError("must be called with a dataclass type or instance")
		}
		items := make([]object.Object, len(list))
		for i, f := range list {
			items[i] = f
		}
		return object.NewTuple(items...), nil
	}),
	object.Func("is_dataclass", "(obj)", "Whether obj is a dataclass or an instance of one.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
		return object.Bool(lookup(classOf(a[0])) != nil), nil
	}),
	object.Func("asdict", "(obj, *, dict_factory=?)", "Returns the fields as a dict, with those of dataclasses inside.", asDict),
	object.Func("astuple", "(obj, *, tuple_factory=?)", "Returns the fields as a tuple, with those of dataclasses inside.", asTuple),
	object.RawFunc("replace", "(obj, /, **changes)", "Returns a copy with other values for some fields.", replace),
	object.Func("make_dataclass", "(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False, unsafe_hash=False, "+
		"frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False)", "Makes a dataclass of a list of names and types.", makeDataclass),
}
