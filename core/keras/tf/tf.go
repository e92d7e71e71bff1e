// Package tf is the module tensorflow as far as layers of Keras use it: the functions that stand in a layer's call, mapped on
// the operations of keras.ops with tensorflow's own argument names, the dtype objects, tf.TensorShape and the like. Importing
// it makes tensorflow the session's backend. What tensorflow has and is not modelled here says so.
package tf

import (
	"maps"
	"sort"
	"strings"
	"sync"

	"layerglass/core/keras/blame"
	"layerglass/core/keras/config"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/ops"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

// Version is tf.__version__.
const Version = "2.21.0"

// entry makes the object of a path for a session.
type entry func(t *object.Thread, path string) (object.Object, error)

// entries are all paths below tensorflow.
var entries = sync.OnceValue(func() map[string]entry {
	m := map[string]entry{}
	for i := range table {
		r := &table[i]
		for _, path := range strings.Fields(r.names) {
			m[path] = func(_ *object.Thread, path string) (object.Object, error) { return mapped("tf."+path, r), nil }
		}
	}
	for path, f := range specials() {
		m[path] = func(_ *object.Thread, path string) (object.Object, error) {
			return function("tf."+path, f.sig, f.do), nil
		}
	}
	for _, f := range composition() {
		for _, path := range strings.Fields(f.names) {
			m[path] = func(_ *object.Thread, path string) (object.Object, error) {
				return function("tf."+path, f.sig, f.special().do), nil
			}
		}
	}
	for path, make := range objects() {
		m[path] = func(t *object.Thread, _ string) (object.Object, error) { return make(t) }
	}
	for _, path := range strings.Fields(known + " " + names) {
		if m[path] == nil {
			m[path] = func(_ *object.Thread, path string) (object.Object, error) { return nil, notModelled("tf." + path) }
		}
	}
	return m
})

func notModelled(name string) error {
	e := object.NewError(object.NotImplementedErrClass, "%s exists in tensorflow and is not modelled here.", name)
	e.Subject = blame.NotModelled{Name: name}
	return e
}

func init() {
	lib.Register("tensorflow", func(t *object.Thread) (*object.Module, error) {
		operation.SetBackend(t, "tensorflow")
		m := module("")
		m.Dict.SetName("__version__", object.NewStr(Version))
		return m, nil
	})
	for _, name := range strings.Fields(packages) {
		lib.Register("tensorflow."+name, func(t *object.Thread) (*object.Module, error) {
			operation.SetBackend(t, "tensorflow")
			return module(name), nil
		})
	}
}

// packages are the modules below tensorflow: what stands before a dot in a path of entries. They are registered at start, when the
// paths are not made yet.
const packages = `bitwise config config.experimental config.optimizer data data.experimental debugging dtypes errors image io linalg lookup math nest nn ragged random strings test version`

// module makes tensorflow (path "") or a module below it; its objects are made when they are asked for.
func module(path string) *object.Module {
	full, prefix := "tensorflow", ""
	if path != "" {
		full, prefix = "tensorflow."+path, path+"."
	}
	m := object.NewModule(full)
	m.Lazy = func(t *object.Thread, name string) (object.Object, error) {
		if lib.Find("tensorflow."+prefix+name) != nil {
			return t.Import(t, "tensorflow."+prefix+name)
		}
		if make := entries()[prefix+name]; make != nil {
			return make(t, prefix+name)
		}
		return nil, nil
	}
	m.Names = func() []string {
		var out []string
		for p := range entries() {
			if rest, ok := strings.CutPrefix(p, prefix); ok {
				first, _, _ := strings.Cut(rest, ".")
				out = append(out, first)
			}
		}
		if path == "" {
			out = append(out, "keras")
		}
		sort.Strings(out)
		return out
	}
	return m
}

// dtypeName is the name of a dtype that takes part in a promotion.
func dtypeName(t *object.Thread, d ops.Dtype) string {
	if !d.Weak {
		return d.Name
	}
	if d.Name == "int" {
		return "int32"
	}
	return "float32"
}

// dtypeOf reads a dtype argument.
func dtypeOf(t *object.Thread, v object.Object) (string, error) {
	if d, ok := v.(*ops.DType); ok {
		return d.Name, nil
	}
	return config.Dtype(t, v)
}

// objects are the things that are no functions: dtypes, classes, constants.
func objects() map[string]func(t *object.Thread) (object.Object, error) {
	out := map[string]func(t *object.Thread) (object.Object, error){
		"newaxis":              constant(object.None),
		"TensorShape":          constant(ops.TensorShapeClass),
		"DType":                constant(ops.DTypeClass),
		"dtypes.DType":         constant(ops.DTypeClass),
		"Tensor":               constant(tensor.TFTensorClass),
		"version.VERSION":      constant(object.NewStr(Version)),
		"data.AUTOTUNE":        constant(object.Int(-1)),
		"Variable":             tfVariable,
		"GradientTape":         gradientTape,
		"SparseTensor":         refused("SparseTensor", "keras.Input(..., sparse=True) gives a symbolic one."),
		"TensorArray":          refused("TensorArray", "Use a Python list and tf.stack."),
		"TensorSpec":           typeSpec("TensorSpec"),
		"RaggedTensorSpec":     typeSpec("RaggedTensorSpec"),
		"SparseTensorSpec":     typeSpec("SparseTensorSpec"),
		"name_scope":           scope("name_scope"),
		"control_dependencies": scope("control_dependencies"),
		"device":               scope("device"),
	}
	maps.Copy(out, writtenEntries())
	for _, n := range []string{"float16", "float32", "float64", "bfloat16", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64",
		"bool", "string", "complex64", "complex128", "resource", "variant"} {
		out[n] = constant(ops.DTypeOf(n))
		out["dtypes."+n] = constant(ops.DTypeOf(n))
	}
	out["half"], out["double"] = out["float16"], out["float64"]
	return out
}

func constant(v object.Object) func(*object.Thread) (object.Object, error) {
	return func(*object.Thread) (object.Object, error) { return v, nil }
}

type classKey string

// sessionClass makes a class once in a session.
func sessionClass(t *object.Thread, name string, fill func(c *object.Class)) *object.Class {
	return t.State(classKey(name), func() any {
		c, err := object.NewClass(t, name, "tensorflow", nil, object.NewDict(), object.TypeClass)
		if err != nil {
			panic(err) // a class without bases has an order
		}
		fill(c)
		return c
	}).(*object.Class)
}

// refused is a class that stands in annotations and isinstance tests, and cannot be made.
func refused(name, instead string) func(*object.Thread) (object.Object, error) {
	return func(t *object.Thread) (object.Object, error) {
		return sessionClass(t, name, func(c *object.Class) {
			c.New = func(*object.Thread, *object.Class, object.Args) (object.Object, error) {
				e := object.NewError(object.NotImplementedErrClass, "tf.%s is not modelled here. %s", name, instead)
				e.Subject = blame.NotModelled{Name: "tf." + name}
				return nil, e
			}
		}), nil
	}
}

// typeSpec is a class that keeps shape, dtype and name.
func typeSpec(name string) func(*object.Thread) (object.Object, error) {
	return func(t *object.Thread) (object.Object, error) {
		return sessionClass(t, name, func(c *object.Class) {
			c.Methods(object.Func("__init__", "(self, shape=None, dtype='float32', name=None, ragged_rank=None)", "",
				func(t *object.Thread, a []object.Object) (object.Object, error) {
					self := a[0].(*object.Instance)
					self.SetAttr("shape", a[1])
					if a[1] != object.None {
						s, err := ops.ToShape(t, a[1])
						if err != nil {
							return nil, err
						}
						self.SetAttr("shape", ops.NewTensorShape(s))
					}
					d, err := dtypeOf(t, a[2])
					if err != nil {
						return nil, err
					}
					self.SetAttr("dtype", ops.DTypeOf(d))
					self.SetAttr("name", a[3])
					return object.None, nil
				}), object.Func("__eq__", "(self, other)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
				self := a[0].(*object.Instance)
				other, is := a[1].(*object.Instance)
				if !is || other.Class() != c {
					return object.False, nil
				}
				same, err := object.Equal(t, self.Attr("shape"), other.Attr("shape"))
				return object.BoolOf(same && self.Attr("dtype").(*ops.DType).Name == other.Attr("dtype").(*ops.DType).Name), err
			}), object.Func("__repr__", "(self)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
				self := a[0].(*object.Instance)
				shape, err := object.ToStr(t, self.Attr("shape"))
				if err != nil {
					return nil, err
				}
				if self.Attr("shape") == object.None {
					shape = "<unknown>"
				}
				label, err := object.Repr(t, self.Attr("name"))
				return object.NewStr(name + "(shape=" + shape + ", dtype=tf." + self.Attr("dtype").(*ops.DType).Name + ", name=" + label + ")"), err
			}))
		}), nil
	}
}

// scope is a class of context managers that change nothing here.
func scope(name string) func(*object.Thread) (object.Object, error) {
	return func(t *object.Thread) (object.Object, error) {
		return sessionClass(t, name, func(c *object.Class) {
			c.Methods(
				object.RawFunc("__init__", "(self, *args, **kwargs)", "", func(*object.Thread, object.Args) (object.Object, error) { return object.None, nil }),
				object.Func("__enter__", "(self)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) { return a[0], nil }),
				object.Func("__exit__", "(self, *args)", "", func(*object.Thread, []object.Object) (object.Object, error) { return object.False, nil }),
			)
		}), nil
	}
}
