package tf

import (
	"strings"

	"layerglass/core/keras/operation"
	"layerglass/core/keras/ops"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// call is one call of a function of tensorflow: its arguments by name.
type call struct {
	t    *object.Thread
	path string // "tf.reduce_sum"
	sig  *object.Signature
	v    []object.Object
	// eager says that the call is outside of a trace: it computes.
	eager bool
}

// arg returns an argument, nil for a name that is no parameter.
func (c *call) arg(name string) object.Object {
	for i, p := range c.sig.Params {
		if p.Name.String() == name {
			if c.v[i] == nil {
				return object.None
			}
			return c.v[i]
		}
	}
	return nil
}

// function makes a Python function from a parameter list and Go code.
func function(path, sig string, do func(c *call) (object.Object, error)) *object.Builtin {
	if strings.HasPrefix(path, "tf.") && !strings.Contains(sig, "**") {
		if sig += ", name=None"; strings.HasPrefix(sig, ", ") {
			sig = sig[2:]
		}
	}
	parsed := object.ParseSignature("(" + sig + ")")
	name := path[strings.LastIndexByte(path, '.')+1:]
	f := object.RawFunc(name, "("+sig+")", "", func(t *object.Thread, a object.Args) (object.Object, error) {
		v, err := operation.Bind(name, parsed, a)
		if err != nil {
			return nil, err
		}
		if err := t.Spend(10); err != nil {
			return nil, err
		}
		c := &call{t: t, path: path, sig: parsed, v: v, eager: operation.Tracing(t) == tensor.Symbolic}
		if !c.eager {
			return do(c)
		}
		return c.onValues(do)
	})
	f.Module = "tensorflow"
	return f
}

// traced checks what the call was given: KerasTensors are refused, values need a kernel.
func (c *call) traced() error {
	symbolic, kind := ops.KindOf(c.t, c.v...)
	if symbolic {
		return ops.SymbolError(c.t, c.path)
	}
	if kind == tensor.Symbolic && !c.eager {
		return ops.NotComputed(c.path)
	}
	return nil
}

// tensors returns the traced tensors among the arguments, in order.
func (c *call) tensors() []*tensor.KerasTensor {
	var out []*tensor.KerasTensor
	for _, v := range c.v {
		if v == nil {
			continue
		}
		tree.Each(v, func(v object.Object) bool {
			if x, ok := v.(*tensor.KerasTensor); ok {
				out = append(out, x)
			}
			return true
		})
	}
	return out
}

// mapped is the function that a row of the table declares.
func mapped(path string, r *row) *object.Builtin {
	return function(path, r.sig, func(c *call) (object.Object, error) {
		symbolic, kind := ops.KindOf(c.t, c.v...)
		if symbolic {
			return nil, ops.SymbolError(c.t, c.path)
		}
		if c.eager {
			kind = tensor.Eager
		}
		if r.op == "" {
			return c.like(kind, c.v[0])
		}
		op := ops.Find(r.op)
		if op == nil {
			return nil, ops.NotComputed(c.path)
		}
		a, err := c.translate(r.args)
		if err != nil {
			return nil, err
		}
		if err := c.oneDtype(r); err != nil {
			return nil, err
		}
		if r.op == "convert_to_tensor" && a.Get("dtype") == nil { // Python's numbers have tensorflow's widths
			if _, d, err := ops.Describe(c.t, c.v[0]); err == nil && d.Weak {
				a.Kw = append(a.Kw, object.Kwarg{Name: object.Intern("dtype"), Value: object.NewStr(dtypeName(c.t, d))})
			}
		}
		out, err := op.OnValues(c.t, kind, a)
		if err != nil {
			return nil, err
		}
		return c.retype(r, out)
	})
}

// like is a value of the same shape and dtype.
func (c *call) like(kind tensor.Kind, v object.Object) (object.Object, error) {
	s, d, err := ops.Describe(c.t, v)
	if err != nil {
		return nil, err
	}
	return ops.Traced(kind, s, dtypeName(c.t, d)), nil
}

// translate gives the arguments the operation's names.
func (c *call) translate(args string) (object.Args, error) {
	var a object.Args
	for _, part := range strings.Split(args, ", ") {
		to, from, renamed := strings.Cut(part, "=")
		if !renamed {
			from = to
		}
		v := c.arg(from)
		if v == nil {
			v, _ = object.Literal(strings.TrimPrefix(from, "+"))
		}
		if v == nil || v == object.None {
			continue
		}
		if to == "x" && from == "args" { // meshgrid's tensors
			a.Pos = v.(*object.Tuple).Items
			continue
		}
		a.Kw = append(a.Kw, object.Kwarg{Name: object.Intern(to), Value: c.plain(to, v)})
	}
	return a, nil
}

// plain turns what only tensorflow knows into what the operation takes.
func (c *call) plain(name string, v object.Object) object.Object {
	switch x := v.(type) {
	case *ops.TensorShape:
		return x.Shape.Object()
	case *ops.DType:
		return object.NewStr(x.Name)
	case *tensor.KerasTensor:
		// A number that is known: an axis, a count.
		if len(x.Shape) == 0 && len(x.Sizes) == 1 && x.Sizes[0] >= 0 && (name == "axis" || name == "k" || name == "num") {
			return object.Int(x.Sizes[0])
		}
	}
	return v
}

// oneDtype refuses tensors of different dtypes where tensorflow wants one.
func (c *call) oneDtype(r *row) error {
	switch r.op {
	case "add", "subtract", "multiply", "true_divide", "divide_no_nan", "floor_divide", "mod", "power", "maximum", "minimum", "equal", "not_equal",
		"greater", "greater_equal", "less", "less_equal", "tensordot", "concatenate", "stack", "matmul", "arctan2":
	case "where":
		return c.agree(c.arg("x"), c.arg("y"))
	default:
		return nil
	}
	all := make([]object.Object, 0, 4)
	for _, x := range c.tensors() {
		all = append(all, x)
	}
	return c.agree(all...)
}

func (c *call) agree(list ...object.Object) error {
	first := ""
	for _, v := range list {
		x, ok := v.(*tensor.KerasTensor)
		if !ok {
			continue
		}
		if first == "" {
			first = x.Dtype
		}
		if x.Dtype != first {
			return object.TypeError("%s: tensorflow does not mix dtypes: one tensor is %s and another %s. Cast one of them with tf.cast.", c.path, first, x.Dtype)
		}
	}
	return nil
}

// retype gives the result the dtype that tensorflow gives it.
func (c *call) retype(r *row, out object.Object) (object.Object, error) {
	name := r.dtype
	switch name {
	case "":
		return out, nil
	case "same":
		if name = c.firstDtype(); name == "" {
			return out, nil
		}
	case "output_type":
		n, err := dtypeOf(c.t, c.arg(name))
		if err != nil {
			return nil, err
		}
		name = n
	}
	x, ok := out.(*tensor.KerasTensor)
	switch {
	case !ok || x.Dtype == name:
	case c.eager:
		return ops.Do(c.t, "cast", x, object.NewStr(name))
	default:
		x.Dtype = name
	}
	return out, nil
}

// firstDtype is the dtype of the first tensor, or of the first argument.
func (c *call) firstDtype() string {
	if list := c.tensors(); len(list) > 0 {
		return list[0].Dtype
	}
	if len(c.v) > 0 && c.v[0] != nil {
		if _, d, err := ops.Describe(c.t, c.v[0]); err == nil {
			return dtypeName(c.t, d)
		}
	}
	return ""
}
