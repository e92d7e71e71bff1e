package keras

import (
	"strings"

	"layerglass/core/keras/activations"
	_ "layerglass/core/keras/applications"
	"layerglass/core/keras/arg"
	"layerglass/core/keras/blame"
	_ "layerglass/core/keras/callbacks"
	_ "layerglass/core/keras/layers/all"
	_ "layerglass/core/keras/losses"
	_ "layerglass/core/keras/metrics"
	_ "layerglass/core/keras/models"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/ops"
	_ "layerglass/core/keras/optimizers"
	"layerglass/core/keras/public"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	_ "layerglass/core/keras/utils"
	_ "layerglass/core/keras/written"
	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

// Further finds an object of a public name that no declaration of package spec holds; packages with such objects add to it.
var Further []func(t *object.Thread, public string) object.Object

// tree is the modules: each with the names of the modules below it.
type tree map[string]map[string]bool

func (m tree) add(module string) {
	if m[module] != nil {
		return
	}
	m[module] = map[string]bool{}
	if i := strings.LastIndexByte(module, '.'); i > 0 {
		m.add(module[:i])
		m[module[:i]][module[i+1:]] = true
	}
}

var modules = tree{}

// private are the objects of the modules below keras.src, by module and name.
var private = map[string]map[string]func(t *object.Thread) object.Object{}

func place(module, name string, make func(t *object.Thread) object.Object) {
	if module == "" {
		return
	}
	modules.add(module)
	if private[module] == nil {
		private[module] = map[string]func(t *object.Thread) object.Object{}
	}
	private[module][name] = make
}

// compute calls a function of keras.ops for the packages that ops does not know.
func compute(t *object.Thread, name string, a object.Args) (object.Object, error) {
	o := ops.Find(name)
	if o == nil {
		return nil, arg.NotModelled("keras.ops." + name)
	}
	return o.Call(t, a)
}

func init() {
	saving.Known = public.Known
	activations.Compute = compute
	saving.Private = append(saving.Private, func(t *object.Thread, module, name string) object.Object {
		if o := ops.FindClass(module, name); o != nil {
			return o.PythonClass(t)
		}
		return nil
	})
	for _, m := range public.Modules() {
		modules.add(m)
	}
	for _, c := range spec.Headers() {
		place(c.Module, c.Name, func(t *object.Thread) object.Object { return c.In(t) })
	}
	for _, f := range spec.AllFuncs() {
		place(f.Module, f.Name, func(t *object.Thread) object.Object { return f.In(t) })
	}
	modules.add("keras.src.utils")
	for name := range modules {
		if lib.Find(name) == nil {
			lib.Register(name, func(t *object.Thread) (*object.Module, error) { return load(name), nil })
		}
		mirror(name)
	}
}

// mirror makes a module reachable below tensorflow as well.
func mirror(name string) {
	if lib.Find("tensorflow."+name) != nil {
		return
	}
	lib.Register("tensorflow."+name, func(t *object.Thread) (*object.Module, error) {
		operation.SetBackend(t, "tensorflow")
		m, err := t.Import(t, name)
		if err != nil {
			return nil, err
		}
		return m.(*object.Module), nil
	})
}

// load makes a module whose objects are made when they are asked for.
func load(module string) *object.Module {
	m := object.NewModule(module)
	if module == "keras" {
		m.Dict.SetName("__version__", object.NewStr(public.Version))
	}
	m.Lazy = func(t *object.Thread, name string) (object.Object, error) { return find(t, module, name) }
	m.Names = func() []string { return names(module) }
	return m
}

func find(t *object.Thread, module, name string) (object.Object, error) {
	if modules[module][name] {
		return t.Import(t, module+"."+name)
	}
	full := module + "." + name
	if o := spec.Symbol(t, full); o != nil {
		return o, nil
	}
	for _, f := range Further {
		if o := f(t, full); o != nil {
			return o, nil
		}
	}
	if make := private[module][name]; make != nil {
		return make(t), nil
	}
	if strings.HasPrefix(module, "keras.src.ops.") {
		if o := ops.FindClass(module, name); o != nil {
			return o.PythonClass(t), nil
		}
	}
	if o := again(t, module, name); o != nil {
		return o, nil
	}
	if public.Known(full) {
		e := object.NewError(object.NotImplementedErrClass, "%s exists in Keras and is not modelled here yet.", full)
		e.Subject = blame.NotModelled{Name: full}
		return nil, e
	}
	return nil, nil
}

// again finds in a package below keras.src what one of its modules holds: keras.src.layers.Dense.
func again(t *object.Thread, module, name string) object.Object {
	if !strings.HasPrefix(module, "keras.src.") {
		return nil
	}
	public := "keras." + strings.TrimPrefix(module, "keras.src.") + "." + name
	if o := spec.Symbol(t, public); o != nil {
		return o
	}
	for below, objects := range private {
		if make := objects[name]; make != nil && strings.HasPrefix(below, module+".") {
			return make(t)
		}
	}
	return nil
}

func names(module string) []string {
	out := append([]string(nil), public.Names(module)...)
	for n := range modules[module] {
		if n != "src" {
			out = append(out, n)
		}
	}
	for n := range private[module] {
		out = append(out, n)
	}
	return out
}
