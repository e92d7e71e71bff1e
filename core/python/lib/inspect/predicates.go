package inspect

import (
	"layerglass/core/python/lib/functools"
	"layerglass/core/python/object"
)

// predicates are the functions that ask what an object is.
func predicates() []*object.Builtin {
	ask := func(name, doc string, is func(o object.Object) bool) *object.Builtin {
		return object.Func(name, "(object)", doc, func(_ *object.Thread, a []object.Object) (object.Object, error) { return object.Bool(is(a[0])), nil })
	}
	ofClass := func(name, doc string, list ...*object.Class) *object.Builtin {
		return ask(name, doc, func(o object.Object) bool {
			for _, c := range list {
				if o.Class().IsSubclass(c) {
					return true
				}
			}
			return false
		})
	}
	never := func(name string) *object.Builtin {
		return ask(name, "Returns False: async code is not supported here.", func(object.Object) bool { return false })
	}
	return []*object.Builtin{
		ask("isclass", "Whether the object is a class.", func(o object.Object) bool { _, ok := o.(*object.Class); return ok }),
		ask("isfunction", "Whether the object is a function of a program.", isFunction),
		ask("ismethod", "Whether the object is a bound method.", isMethod),
		ask("isbuiltin", "Whether the object is a built-in function or bound method.", isBuiltin),
		ask("isroutine", "Whether the object is any kind of function or method.", func(o object.Object) bool {
			return isFunction(o) || isMethod(o) || isBuiltin(o) || isMethodDescriptor(o)
		}),
		ask("ismethoddescriptor", "Whether the object is a method of a built-in class.", isMethodDescriptor),
		ask("isdatadescriptor", "Whether the object is a descriptor that can set or delete.", isDataDescriptor),
		ask("isgeneratorfunction", "Whether calls of the function make generators.", func(o object.Object) bool {
			for {
				if fn, _, _, ok := functools.PartialOf(o); ok {
					o = fn
				} else if m, ok := o.(*object.Method); ok {
					o = m.Func
				} else {
					break
				}
			}
			return o.Class().IsSubclass(object.FunctionClass) && isGenerator(o)
		}),
		ask("isabstract", "Whether the class has abstract methods.", func(o object.Object) bool {
			c, ok := o.(*object.Class)
			return ok && len(c.Abstract()) > 0
		}),
		ofClass("ismodule", "Whether the object is a module.", object.ModuleClass),
		ofClass("isgenerator", "Whether the object is a generator.", object.GeneratorClass),
		ofClass("isframe", "Whether the object is a frame.", object.FrameClass),
		ofClass("iscode", "Whether the object is code.", object.CodeClass),
		ofClass("istraceback", "Whether the object is a traceback.", object.TracebackClass),
		ofClass("isgetsetdescriptor", "Whether the object is an attribute of a built-in class.", object.GetSetClass),
		ofClass("ismemberdescriptor", "Whether the object is a slot.", object.MemberClass),
		ofClass("ismethodwrapper", "Whether the object is a bound special method of a built-in class.", object.MethodWrapperClass),
		never("iscoroutine"), never("iscoroutinefunction"), never("isasyncgen"), never("isasyncgenfunction"), never("isawaitable"),
	}
}

// libraryMethod reports whether a Go function stands in a class that a library declares as a program would write it.
func libraryMethod(o object.Object) bool {
	b, ok := o.(*object.Builtin)
	return ok && b.Owner() != nil && !b.Owner().Immutable()
}

func isFunction(o object.Object) bool {
	return o.Class().IsSubclass(object.FunctionClass) || libraryMethod(o)
}

func isMethod(o object.Object) bool { return o.Class() == object.MethodClass }

func isBuiltin(o object.Object) bool { return o.Class() == object.BuiltinClass }

func isMethodDescriptor(o object.Object) bool {
	if _, ok := o.(*object.Class); ok || isFunction(o) || isMethod(o) {
		return false
	}
	c := o.Class()
	has := func(name string) bool { return c.Lookup(object.Intern(name)) != nil }
	if _, ok := o.(*object.Property); ok {
		return false
	}
	if c == object.MethodDescrClass || c == object.WrapperDescrClass || c == object.ClassMethodClass || c == object.StaticMethodClass {
		return true
	}
	return has("__get__") && !has("__set__")
}

func isDataDescriptor(o object.Object) bool {
	if _, ok := o.(*object.Class); ok || isFunction(o) || isMethod(o) {
		return false
	}
	if _, ok := object.Of(o).(object.DescrSetter); ok {
		return true
	}
	c := o.Class()
	return c.Lookup(object.Intern("__set__")) != nil || c.Lookup(object.Intern("__delete__")) != nil
}

// codeOf returns the code of a function, method, generator or frame, or nil.
func codeOf(t *object.Thread, o object.Object) *object.Code {
	for range 3 {
		switch x := o.(type) {
		case *object.Code:
			return x
		case *object.Method:
			o = x.Func
			continue
		case *object.FrameObject:
			return x.Code
		case *object.Traceback:
			return x.Entries()[len(x.Entries())-1].Code
		}
		break
	}
	name := "__code__"
	if o.Class() == object.GeneratorClass {
		name = "gi_code"
	}
	v, err := object.LookupAttr(t, o, object.Intern(name))
	if err != nil {
		return nil
	}
	c, _ := v.(*object.Code)
	return c
}

func isGenerator(o object.Object) bool {
	c := codeOf(nil, o) // a function of the program, which runs no code to tell
	if c == nil {
		return false
	}
	v, err := object.LookupAttr(nil, c, object.Intern("co_flags"))
	n, ok := object.AsInt64(v)
	return err == nil && ok && n&32 != 0
}

func generatorState(t *object.Thread, a []object.Object) (object.Object, error) {
	flag := func(name string) bool {
		v, err := object.LookupAttr(t, a[0], object.Intern(name))
		return err == nil && v == object.True
	}
	frame, err := object.GetAttr(t, a[0], object.Intern("gi_frame"))
	if err != nil {
		return nil, err
	}
	state := "GEN_CREATED"
	switch {
	case flag("gi_running"):
		state = "GEN_RUNNING"
	case flag("gi_suspended"):
		state = "GEN_SUSPENDED"
	case frame == object.None:
		state = "GEN_CLOSED"
	}
	return object.NewStr(state), nil
}
