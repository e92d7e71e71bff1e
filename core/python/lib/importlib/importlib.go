// Package importlib is Python's module importlib, as far as it concerns the modules that there are.
package importlib

import (
	"strings"

	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

func init() {
	lib.Register("importlib", load)
	lib.Register("importlib.util", loadUtil)
	lib.Register("importlib.machinery", func(*object.Thread) (*object.Module, error) {
		m := object.NewModule("importlib.machinery")
		lib.AddClasses(m, specClass)
		return m, nil
	})
	lib.Register("importlib.metadata", loadMetadata)
}

func load(*object.Thread) (*object.Module, error) {
	m := object.NewModule("importlib")
	lib.Add(m, functions...)
	return m, nil
}

var functions = []*object.Builtin{
	object.Func("import_module", "(name, package=None)", "Imports a module by its name.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		name, err := resolve(a[0], a[1])
		if err != nil {
			return nil, err
		}
		return t.Import(t, name)
	}),
	object.Func("reload", "(module)", "Loads a module again, into the same object.", reload),
	object.Func("invalidate_caches", "()", "Does nothing: there are no files.", func(*object.Thread, []object.Object) (object.Object, error) { return object.None, nil }),
	object.RawFunc("__import__", "(name, globals=None, locals=None, fromlist=(), level=0)", "Imports a module, as the statement does.", func(t *object.Thread, a object.Args) (object.Object, error) {
		return object.CallArgs(t, t.Builtins.GetName("__import__"), a)
	}),
}

// resolve finds the full name of a module: leading dots go up from a package.
func resolve(name, pack object.Object) (string, error) {
	s, ok := object.AsString(name)
	if !ok {
		return "", object.AttributeError(name, "startswith", "'%s' object has no attribute 'startswith'", name.Class().Name)
	}
	if !strings.HasPrefix(s, ".") {
		return s, nil
	}
	base, ok := object.AsString(pack)
	if !ok || base == "" {
		return "", object.TypeError("the 'package' argument is required to perform a relative import for %s", object.QuoteStr(s))
	}
	rest := strings.TrimLeft(s, ".")
	for up := len(s) - len(rest) - 1; up > 0; up-- {
		i := strings.LastIndexByte(base, '.')
		if i < 0 {
			return "", object.NewError(object.ImportErrorClass, "attempted relative import beyond top-level package")
		}
		base = base[:i]
	}
	if rest == "" {
		return base, nil
	}
	return base + "." + rest, nil
}

func reload(t *object.Thread, a []object.Object) (object.Object, error) {
	m, ok := a[0].(*object.Module)
	if !ok {
		return nil, object.TypeError("reload() argument must be a module")
	}
	if t.Modules.GetName(m.Name) != object.Object(m) {
		return nil, object.NewError(object.ImportErrorClass, "module %s not in sys.modules", m.Name)
	}
	loader := lib.Find(m.Name)
	if loader == nil {
		return m, nil
	}
	fresh, err := loader(t)
	if err != nil {
		return nil, err
	}
	return m, m.Dict.Update(t, fresh.Dict)
}

// spec is a ModuleSpec: what find_spec tells of a module.
type spec struct{ name string }

var specClass = object.NewType("ModuleSpec", "importlib.machinery", nil).Final()

// Class returns the type importlib.machinery.ModuleSpec.
func (*spec) Class() *object.Class { return specClass }

// Repr shows the name.
func (s *spec) Repr(*object.Thread) (string, error) {
	return "ModuleSpec(name=" + object.QuoteStr(s.name) + ", loader=None, origin='built-in')", nil
}

func init() {
	specClass.Protocols(&spec{})
	get := func(name string, v func(s *spec) object.Object) {
		specClass.Getter(name, "", func(_ *object.Thread, o object.Object) (object.Object, error) { return v(o.(*spec)), nil })
	}
	get("name", func(s *spec) object.Object { return object.NewStr(s.name) })
	get("origin", func(*spec) object.Object { return object.NewStr("built-in") })
	get("loader", func(*spec) object.Object { return object.None })
	get("has_location", func(*spec) object.Object { return object.False })
	get("submodule_search_locations", func(*spec) object.Object { return object.None })
	get("parent", func(s *spec) object.Object {
		return object.NewStr(s.name[:max(strings.LastIndexByte(s.name, '.'), 0)])
	})
}

func loadUtil(*object.Thread) (*object.Module, error) {
	m := object.NewModule("importlib.util")
	lib.Add(m, utilFunctions...)
	return m, nil
}

var utilFunctions = []*object.Builtin{
	object.Func("find_spec", "(name, package=None)", "Returns a ModuleSpec for a module that can be imported, else None.", findSpec),
	object.Func("resolve_name", "(name, package)", "Returns the full name of a module.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
		s, err := resolve(a[0], a[1])
		return object.NewStr(s), err
	}),
	noFiles("spec_from_file_location", "(name, location=None, *, loader=None, submodule_search_locations=?)"),
	noFiles("module_from_spec", "(spec)"),
}

func noFiles(name, sig string) *object.Builtin {
	return object.Func(name, sig, "Refuses: there are no files.", func(*object.Thread, []object.Object) (object.Object, error) {
		return nil, object.NewError(object.ImportErrorClass, "importlib.util.%s() cannot be used: the playground keeps no files. Write the module's code into the program.", name)
	})
}

func findSpec(t *object.Thread, a []object.Object) (object.Object, error) {
	name, err := resolve(a[0], a[1])
	if err != nil {
		return nil, err
	}
	if lib.Find(name) != nil || t.Modules.GetName(name) != nil {
		return &spec{name}, nil
	}
	dot := strings.LastIndexByte(name, '.')
	if dot < 0 {
		return object.None, nil
	}
	if _, err := t.Import(t, name[:dot]); err != nil { // the package must be there to be asked
		return nil, err
	}
	m, err := t.Import(t, name)
	if object.IsKind(err, object.ModuleNotFoundClass) || m == nil && err == nil {
		return object.None, nil
	}
	return &spec{name}, err
}

// loadMetadata makes importlib.metadata, which tells versions.
func loadMetadata(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("importlib.metadata")
	missing, err := object.NewClass(t, "PackageNotFoundError", "importlib.metadata", []*object.Class{object.ModuleNotFoundClass}, object.NewDict(), nil)
	if err != nil {
		return nil, err
	}
	lib.AddClasses(m, missing)
	lib.Add(m, object.Func("version", "(distribution_name)", "Returns the version of an installed package.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		name, ok := object.AsString(a[0])
		if ok && lib.Find(name) != nil {
			pack, err := t.Import(t, name)
			if err != nil {
				return nil, err
			}
			if v, err := object.LookupAttr(t, pack, object.Intern("__version__")); v != nil || err != nil {
				return v, err
			}
		}
		return nil, object.NewError(missing, "No package metadata was found for %s", name)
	}))
	return m, nil
}
