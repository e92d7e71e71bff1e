// Package inspect is Python's module inspect: what a program can learn of its own functions, classes and text.
package inspect

import (
	"sync"

	"layerglass/core/python/lib"
	"layerglass/core/python/lib/bind"
	"layerglass/core/python/lib/collections"
	"layerglass/core/python/object"
)

func init() { lib.Register("inspect", load) }

// pythonic guards the change of the module's functions to the argument errors of Python's own.
var pythonic sync.Once

func load(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("inspect")
	lib.AddClasses(m, signatureClass, parameterClass, boundClass)
	m.Dict.SetName("_empty", emptyClass)
	m.Dict.SetName("_ParameterKind", kindClass)
	lib.Add(m, functions...)
	lib.Add(m, predicates()...)
	for i, name := range []string{"CO_OPTIMIZED", "CO_NEWLOCALS", "CO_VARARGS", "CO_VARKEYWORDS", "CO_NESTED", "CO_GENERATOR"} {
		m.Dict.SetName(name, object.Int(1<<i))
	}
	for _, name := range []string{"GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"} {
		m.Dict.SetName(name, object.NewStr(name))
	}
	for _, n := range []struct {
		name   string
		fields []string
	}{{"FullArgSpec", []string{"args", "varargs", "varkw", "defaults", "kwonlyargs", "kwonlydefaults", "annotations"}},
		{"FrameInfo", []string{"frame", "filename", "lineno", "function", "code_context", "index"}},
		{"Traceback", []string{"filename", "lineno", "function", "code_context", "index"}},
		{"ArgInfo", []string{"args", "varargs", "keywords", "locals"}},
		{"Attribute", []string{"name", "kind", "defining_class", "object"}},
	} {
		c, err := collections.NewNamedTuple(t, n.name, "inspect", n.fields, nil)
		if err != nil {
			return nil, err
		}
		m.Dict.SetName(n.name, c)
	}
	bind.Module(&pythonic, m)
	return m, nil
}

// tuple makes one of the module's named tuples.
func tuple(t *object.Thread, name string, values ...object.Object) (object.Object, error) {
	m, err := t.Import(t, "inspect")
	if err != nil {
		return nil, err
	}
	c, err := object.GetAttr(t, m, object.Intern(name))
	if err != nil {
		return nil, err
	}
	return object.Call(t, c, values...)
}

var functions = []*object.Builtin{
	object.Func("signature", "(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False)", "Returns the Signature of a callable.",
		func(t *object.Thread, a []object.Object) (object.Object, error) {
			follow, err := object.Truth(t, a[1])
			if err != nil {
				return nil, err
			}
			return signatureOf(t, a[0], follow)
		}),
	object.Func("getfullargspec", "(func)", "Returns the names and defaults of a function's parameters.", fullArgSpec),
	object.RawFunc("getcallargs", "(func, /, *positional, **named)", "Returns the value of each parameter in a call.", callArgs),
	object.Func("unwrap", "(func, *, stop=None)", "Returns the function inside of wrappers.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return unwrap(t, a[0], func(o object.Object) (bool, error) {
			if a[1] == object.None {
				return false, nil
			}
			v, err := object.Call(t, a[1], o)
			if err != nil {
				return false, err
			}
			return object.Truth(t, v)
		})
	}),
	object.Func("formatannotation", "(annotation, base_module=None)", "Returns an annotation as text.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		base, _ := object.AsString(a[1])
		s, err := annotationText(t, a[0], base)
		return object.NewStr(s), err
	}),
	object.Func("get_annotations", "(obj, *, globals=None, locals=None, eval_str=False)", "Returns a copy of an object's annotations.", getAnnotations),
	object.Func("getmembers", "(object, predicate=None)", "Returns pairs of name and value, sorted by name.", getMembers),
	object.Func("getmembers_static", "(object, predicate=None)", "Returns pairs of name and value, without computing attributes.", getMembersStatic),
	object.Func("getattr_static", "(obj, attr, default=?)", "Finds an attribute without computing it.", getAttrStatic),
	object.Func("getmro", "(cls)", "Returns the classes in which attributes are looked up.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return object.GetAttr(t, a[0], object.Intern("__mro__"))
	}),
	object.Func("getdoc", "(object)", "Returns the docstring, of a base's method if need be, without its indentation.", getDoc),
	object.Func("cleandoc", "(doc)", "Removes the indentation of a docstring.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
		s, ok := object.AsString(a[0])
		if !ok {
			return nil, object.AttributeError(a[0], "expandtabs", "'%s' object has no attribute 'expandtabs'", a[0].Class().Name)
		}
		return object.NewStr(CleanDoc(s)), nil
	}),
	object.Func("getsource", "(object)", "Returns the text that defines a function or class.", getSource),
	object.Func("getsourcelines", "(object)", "Returns the lines that define a function or class, and the number of the first.", getSourceLines),
	object.Func("getsourcefile", "(object)", "Returns the name of the file that defines an object.", getFile),
	object.Func("getfile", "(object)", "Returns the name of the file that defines an object.", getFile),
	object.Func("getcomments", "(object)", "Returns the comment lines in front of a definition.", getComments),
	object.Func("getmodule", "(object, _filename=None)", "Returns the module that defines an object.", getModule),
	object.Func("getmodulename", "(path)", "Returns the module name that a path stands for.", getModuleName),
	object.Func("currentframe", "()", "Returns the frame of the caller.", func(t *object.Thread, _ []object.Object) (object.Object, error) {
		if t.Top == nil {
			return object.None, nil
		}
		return object.NewFrameObject(t.Top), nil
	}),
	object.Func("stack", "(context=1)", "Returns a list of the active calls, the innermost first.", stack),
	object.Func("trace", "(context=1)", "Returns a list of the calls that the exception being handled passed.", trace),
	object.Func("getframeinfo", "(frame, context=1)", "Returns file, line and function of a frame.", getFrameInfo),
	object.Func("getgeneratorstate", "(generator)", "Returns whether a generator has begun, runs, waits or is finished.", generatorState),
	object.Func("getgeneratorlocals", "(generator)", "Returns the local names of a generator.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		f, err := object.GetAttr(t, a[0], object.Intern("gi_frame"))
		if err != nil || f == object.None {
			return object.NewDict(), err
		}
		return object.GetAttr(t, f, object.Intern("f_locals"))
	}),
	object.Func("getclosurevars", "(func)", "Refuses: closures are not taken apart here.", func(*object.Thread, []object.Object) (object.Object, error) {
		return nil, object.NewError(object.NotImplementedErrClass, "inspect.getclosurevars() is not available in the playground: use func.__closure__.")
	}),
}
