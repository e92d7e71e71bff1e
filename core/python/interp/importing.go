package interp

import (
	"strings"

	"layerglass/core/python/lib"
	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// MissingModule is the Subject of the ModuleNotFoundError for a module that exists elsewhere but not here.
type MissingModule struct {
	Name string
	// Why is a plain sentence that tells what to do, or "".
	Why string
}

// absent says of well-known modules why they are not here.
var absent = map[string]string{
	"torch":           "PyTorch is not part of this page: only Keras configurations are, and they need no backend.",
	"jax":             "JAX is not part of this page: Keras configurations need no backend.",
	"pandas":          "pandas is not part of this page. Write the few values you need as a list or a dict.",
	"scipy":           "SciPy is not part of this page.",
	"sklearn":         "scikit-learn is not part of this page.",
	"matplotlib":      "There is nothing to draw on here: leave the plots out.",
	"seaborn":         "There is nothing to draw on here: leave the plots out.",
	"PIL":             "Images cannot be loaded here.",
	"cv2":             "Images cannot be loaded here.",
	"requests":        "Programs on this page cannot reach the network.",
	"urllib":          "Programs on this page cannot reach the network.",
	"http":            "Programs on this page cannot reach the network.",
	"socket":          "Programs on this page cannot reach the network.",
	"ssl":             "Programs on this page cannot reach the network.",
	"subprocess":      "Programs on this page cannot start other programs.",
	"multiprocessing": "Programs on this page run in a single process.",
	"asyncio":         "async code is not supported here.",
	"h5py":            "Weight files cannot be read or written here: only configurations can.",
	"tqdm":            "Progress bars are not part of this page: loop over the list itself.",
	"transformers":    "Hugging Face Transformers is not part of this page.",
	"keras_hub":       "KerasHub is not part of this page: only Keras itself is.",
	"keras_nlp":       "KerasNLP is not part of this page: only Keras itself is.",
	"keras_cv":        "KerasCV is not part of this page: only Keras itself is.",
	"tensorflow_hub":  "TensorFlow Hub is not part of this page.",
	"zlib":            "Nothing is compressed here. binascii.crc32 gives checksums; an archive of Keras is written by model.save().",
	"gzip":            "Nothing is compressed here: open() keeps files as they are.",
	"bz2":             "Nothing is compressed here: open() keeps files as they are.",
	"lzma":            "Nothing is compressed here: open() keeps files as they are.",
	"zipfile":         "Archives cannot be read or written here; model.save() and load_model() work.",
	"tarfile":         "Archives cannot be read or written here; model.save() and load_model() work.",
	"ctypes":          "Programs on this page cannot call C.",
	"signal":          "Programs on this page get no signals.",
	"sqlite3":         "Databases are not part of this page.",
	"tkinter":         "Windows cannot be opened here.",
	"IPython":         "IPython is not part of this page.",
}

// importModule finds or loads a module by its full name; it is Thread.Import.
func importModule(t *object.Thread, name string) (object.Object, error) {
	if m := t.Modules.GetName(name); m != nil {
		if m == object.None {
			return nil, moduleError("import of "+name+" halted; None in sys.modules", name)
		}
		return m, nil
	}
	dot := strings.LastIndexByte(name, '.')
	var parent object.Object
	if dot >= 0 {
		var err error
		if parent, err = importModule(t, name[:dot]); err != nil {
			return nil, err
		}
		if m := t.Modules.GetName(name); m != nil { // the parent brought it
			return m, nil
		}
	}
	m, err := loadModule(t, name, parent, name[dot+1:])
	if err != nil {
		return nil, err
	}
	t.Modules.SetName(name, m)
	if p, ok := parent.(*object.Module); ok {
		p.Dict.SetName(name[dot+1:], m)
	}
	return m, nil
}

func loadModule(t *object.Thread, name string, parent object.Object, last string) (object.Object, error) {
	if load := lib.Find(name); load != nil {
		m, err := load(t)
		if err != nil {
			return nil, err
		}
		return m, nil
	}
	if parent == nil {
		return nil, moduleError("No module named '"+name+"'", name)
	}
	v, err := object.LookupAttr(t, parent, object.Intern(last))
	if err != nil && !object.IsKind(err, object.AttributeErrorClass) {
		return nil, err
	}
	if m, ok := v.(*object.Module); ok && err == nil { // a module that its parent keeps as an attribute
		return m, nil
	}
	base := strings.TrimSuffix(name, "."+last)
	if !isPackage(base) {
		return nil, moduleError("No module named '"+name+"'; '"+base+"' is not a package", name)
	}
	return nil, moduleError("No module named '"+name+"'", name)
}

// isPackage reports whether modules are registered below name.
func isPackage(name string) bool {
	for _, n := range lib.Names() {
		if strings.HasPrefix(n, name+".") {
			return true
		}
	}
	return false
}

func moduleError(message, name string) error {
	e := object.NewError(object.ModuleNotFoundClass, "%s", message)
	e.AttrDict(true).SetName("name", object.NewStr(name))
	top, _, _ := strings.Cut(name, ".")
	why := absent[name]
	if why == "" {
		why = absent[top]
	}
	e.Subject = &MissingModule{Name: name, Why: why}
	return e
}

// imports compiles import a.b, c as d.
func (c *compiler) imports(s *syntax.Import) stmt {
	var list []stmt
	for _, a := range s.Names {
		list = append(list, c.importOne(a, s.Span()))
	}
	return sequence(list)
}

func (c *compiler) importOne(a *syntax.Alias, at source.Span) stmt {
	top, _, dotted := strings.Cut(a.Name, ".")
	bound := a.AsName
	if bound == "" {
		bound = top
	}
	put := c.store(bound, a.Span())
	return func(f *frame) signal {
		f.At = at
		m, err := f.t.Import(f.t, a.Name)
		if err == nil && dotted && a.AsName == "" {
			m, err = f.t.Import(f.t, top)
		}
		if err != nil {
			return f.raise(err, at)
		}
		if !put(f, m) {
			return sigRaise
		}
		return sigNext
	}
}

// importFrom compiles from m import a, b as c.
func (c *compiler) importFrom(s *syntax.ImportFrom) stmt {
	at := s.Span()
	if s.Level > 0 {
		return func(f *frame) signal {
			return f.raise(object.NewError(object.ImportErrorClass, "attempted relative import with no known parent package"), at)
		}
	}
	if s.Module == "__future__" {
		return func(*frame) signal { return sigNext }
	}
	if len(s.Names) == 1 && s.Names[0].Name == "*" {
		return c.importStar(s)
	}
	puts := make([]setter, len(s.Names))
	for i, a := range s.Names {
		name := a.AsName
		if name == "" {
			name = a.Name
		}
		puts[i] = c.store(name, a.Span())
	}
	return func(f *frame) signal {
		f.At = at
		m, err := f.t.Import(f.t, s.Module)
		if err != nil {
			return f.raise(err, at)
		}
		for i, a := range s.Names {
			v, err := importName(f.t, m, s.Module, a.Name)
			if err != nil {
				f.failAt(err, at, a.Span())
				return sigRaise
			}
			if !puts[i](f, v) {
				return sigRaise
			}
		}
		return sigNext
	}
}

// MissingName is the Subject of the ImportError for a name that a module has not.
type MissingName struct {
	Module object.Object
	Name   string
}

// importName finds what "from module import name" binds: an attribute or a submodule.
func importName(t *object.Thread, m object.Object, module, name string) (object.Object, error) {
	v, err := object.LookupAttr(t, m, object.Intern(name))
	if v != nil && err == nil {
		return v, nil
	}
	if err != nil && !object.IsKind(err, object.AttributeErrorClass) {
		return nil, err
	}
	full := module + "." + name
	if t.Modules.GetName(full) != nil || lib.Find(full) != nil {
		return importModule(t, full)
	}
	e := object.NewError(object.ImportErrorClass, "cannot import name '%s' from '%s' (unknown location)", name, module)
	e.AttrDict(true).SetName("name", object.NewStr(module))
	e.Subject = &MissingName{Module: m, Name: name}
	return nil, e
}

func (c *compiler) importStar(s *syntax.ImportFrom) stmt {
	at := s.Span()
	inNames := c.names
	return func(f *frame) signal {
		f.At = at
		m, err := f.t.Import(f.t, s.Module)
		if err != nil {
			return f.raise(err, at)
		}
		names, err := exportedNames(f.t, m)
		if err != nil {
			return f.raise(err, at)
		}
		for _, name := range names {
			v, err := importName(f.t, m, s.Module, name)
			if object.IsKind(err, object.NotImplementedErrClass) { // said when it is used
				missing := err
				v, err = object.RawFunc(name, "(*args, **kwargs)", "", func(*object.Thread, object.Args) (object.Object, error) { return nil, missing }), nil
			}
			if err != nil {
				if object.IsKind(err, object.ImportErrorClass) {
					err = object.AttributeError(m, name, "module '%s' has no attribute '%s'", s.Module, name)
				}
				return f.raise(err, at)
			}
			key := object.Intern(name)
			if inNames {
				if !f.setName(key, v, at) {
					return sigRaise
				}
				continue
			}
			f.Globals.SetStr(key, v)
		}
		return sigNext
	}
}

// exportedNames lists what import * binds: __all__, or the names without a leading underscore.
func exportedNames(t *object.Thread, m object.Object) ([]string, error) {
	mod, ok := m.(*object.Module)
	if !ok {
		return nil, nil
	}
	var names []string
	if all := mod.Dict.GetName("__all__"); all != nil {
		items, err := object.Items(t, all)
		for _, v := range items {
			if s, ok := v.(*object.Str); ok {
				names = append(names, s.String())
			}
		}
		return names, err
	}
	seen := map[string]bool{}
	for k := range mod.Dict.All() {
		if s, ok := k.(*object.Str); ok && !strings.HasPrefix(s.String(), "_") {
			seen[s.String()] = true
			names = append(names, s.String())
		}
	}
	if mod.Names != nil {
		for _, n := range mod.Names() {
			if !strings.HasPrefix(n, "_") && !seen[n] {
				names = append(names, n)
			}
		}
	}
	return names, nil
}
