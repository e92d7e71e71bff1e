package ops

import (
	"strings"
	"sync"

	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// Op declares one operation.
type Op struct {
	// Name is the function's name in keras.ops, without a dot.
	Name string
	// Class is the Operation class that records it; "" for a function that no graph holds.
	Class string
	// Module is the module of the class behind "keras.src.ops.", which is also its family: numpy, nn, core, math, linalg,
	// image, einops. The tables fill it in.
	Module string
	// Sig is the function's parameter list without brackets.
	Sig string
	// Init names the parameters that go to the class's constructor, in its order; the others go to its call.
	Init string
	// Ctor and Takes, where set, are the parameter lists of constructor and call; otherwise they follow from Sig and Init.
	Ctor, Takes string
	// ByName lists the call parameters that the function passes by keyword, as a graph's config shows.
	ByName string
	// Prepare makes the checks and conversions that the function makes before it looks at what it was given.
	Prepare func(c *Call)
	// Config names the attributes that the class's get_config writes where it has one of its own.
	Config string
	// Setup is the rest of the constructor: it refuses values, and changes attributes with Keep.
	Setup func(c *Call)
	// Infer is the rule of shape and dtype. It returns fresh tensors, or a tuple or list of them.
	Infer func(c *Call) object.Object
	// Value, if set, is the rule for values, where a backend's result differs from what Infer says of symbols.
	Value func(c *Call) object.Object
	// Run, if set, is the whole function, on symbols and on values.
	Run func(c *Call) object.Object
	// Kernel computes the operation on values: the arrays of the tensors that Infer (or Value) made, in their order. What it
	// returns is cast to their dtypes, so it need not repeat the rule. nil means that the operation is not computed here.
	Kernel func(c *Call) []*array.Array
	// Eager, if set, is the whole function on values that have numbers, where it runs functions of the program or gives no tensors. nil
	// leaves the call to rule and kernel.
	Eager func(c *Call) object.Object
	// NoLists names parameters that take no Python list on the jax backend when they are given values.
	NoLists string
	// Now says that the kernel must not wait until somebody asks for its numbers: it changes state.
	Now bool
	// Twin names another Op whose class and rule this function shares.
	Twin string

	function *spec.Function

	once   sync.Once
	sig    *object.Signature
	init   []string // parameters of the constructor
	params []string // parameters of call
	class  *operation.Class
}

// prepared reads the texts of the declaration, once.
func (o *Op) prepared() *Op {
	o.once.Do(o.read)
	return o
}

func (o *Op) read() {
	o.sig = object.ParseSignature("(" + o.Sig + ")")
	o.init = fields(o.Init)
	isInit := map[string]bool{}
	for _, n := range o.init {
		isInit[n] = true
	}
	parts := splitTop(o.Sig)
	ctor, call := make([]string, 0, len(parts)), make([]string, 0, len(parts))
	byName := map[string]string{}
	for _, p := range parts {
		name := paramName(p)
		byName[name] = p
		if !isInit[name] && p != "*" && p != "/" {
			call = append(call, p)
			o.params = append(o.params, name)
		}
	}
	for _, n := range o.init {
		ctor = append(ctor, byName[n])
	}
	if o.Ctor == "" {
		o.Ctor = strings.Join(ctor, ", ")
	}
	if o.Takes == "" {
		o.Takes = strings.Join(call, ", ")
	} else {
		o.params = nil
		for _, p := range splitTop(o.Takes) {
			o.params = append(o.params, paramName(p))
		}
	}
	if o.Class != "" && o.Twin == "" {
		o.class = o.declareClass()
	}
}

func (o *Op) declareClass() *operation.Class {
	c := &operation.Class{Name: o.Class, Module: "keras.src.ops." + o.Module, Init: o.Ctor, Takes: o.Takes}
	if o.Config != "" {
		c.Config = fields(o.Config)
	}
	if o.Setup != nil {
		c.Setup = func(t *object.Thread, op *object.Instance) error {
			return run(func() { o.Setup(o.callOf(t, op, nil)) })
		}
	}
	c.Spec = func(t *object.Thread, op *object.Instance, a []object.Object) (object.Object, error) {
		return o.infer(o.callOf(t, op, a))
	}
	c.Call = func(t *object.Thread, op *object.Instance, a []object.Object) (object.Object, error) {
		return o.compute(o.callOf(t, op, a))
	}
	return c
}

// callOf puts the attributes of an Operation and the arguments of its call in the order of the function's parameters.
func (o *Op) callOf(t *object.Thread, op *object.Instance, a []object.Object) *Call {
	c := &Call{T: t, Op: o, instance: op, values: make([]object.Object, len(o.sig.Params))}
	for i, p := range o.sig.Params {
		for j, n := range o.params {
			if n == p.Name.String() && j < len(a) {
				c.values[i] = a[j]
			}
		}
		if c.values[i] == nil {
			c.values[i] = op.AttrDict(true).GetStr(p.Name)
		}
		if c.values[i] == nil {
			c.values[i] = orNone(p.Default)
		}
	}
	return c
}

func fields(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' })
}

func paramName(p string) string {
	name, _, _ := strings.Cut(p, "=")
	return strings.TrimSpace(strings.TrimLeft(name, "*"))
}

// splitTop splits a parameter list at the commas outside brackets.
func splitTop(s string) []string {
	var out []string
	depth, start := 0, 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) {
			switch s[i] {
			case '(':
				depth++
			case ')':
				depth--
			}
			if s[i] != ',' || depth > 0 {
				continue
			}
		}
		if p := strings.TrimSpace(s[start:i]); p != "" {
			out = append(out, p)
		}
		start = i + 1
	}
	return out
}

// family is a list of declarations whose classes stand in one module.
type family struct {
	module string
	ops    []*Op
}

// families are all declarations. They are listed at start, because rules find other operations by name.
var families []family

func init() {
	families = []family{
		{"numpy", elementwiseOps}, {"numpy", binaryOps}, {"numpy", reductionOps}, {"numpy", shapeOps}, {"numpy", joinOps},
		{"numpy", indexingOps}, {"numpy", creationOps}, {"numpy", linearOps}, {"numpy", sortingOps},
		{"nn", activationOps}, {"nn", convolutionOps}, {"nn", nnOps}, {"math", mathOps}, {"linalg", linalgOps},
		{"image", imageOps}, {"core", coreOps}, {"core", controlOps}, {"einops", einopsOps},
	}
	declareFunctions()
}

var index struct {
	once    sync.Once
	byName  map[string]*Op // "add", "image.resize"
	byClass map[string]*Op // "numpy.Add"
	order   []*Op
}

func build() {
	index.byName, index.byClass = map[string]*Op{}, map[string]*Op{}
	for _, o := range RandomOps {
		index.byName[o.Path()] = o
	}
	for _, f := range families {
		for _, o := range f.ops {
			index.order = append(index.order, o)
			index.byName[o.Path()] = o
			if o.Class != "" && o.Twin == "" {
				index.byClass[o.Module+"."+o.Class] = o
			}
		}
	}
}

// Path is the name under keras.ops: "add", but "image.resize" for what stands in keras.ops.image alone; a function of
// keras.random is "random.normal".
func (o *Op) Path() string {
	if o.Module == "image" || o.Module == "random" {
		return o.Module + "." + o.Name
	}
	return o.Name
}

// Find returns the operation with a name under keras.ops ("add", "image.resize"), or nil.
func Find(name string) *Op {
	index.once.Do(build)
	o := index.byName[name]
	if o == nil {
		return nil
	}
	return o.prepared()
}

// FindClass returns the operation that an Operation class stands for: module "keras.src.ops.numpy", name "Add". It is nil
// when there is none.
func FindClass(module, class string) *Op {
	index.once.Do(build)
	o := index.byClass[strings.TrimPrefix(module, "keras.src.ops.")+"."+class]
	if o == nil {
		return nil
	}
	return o.prepared()
}

// All returns every declaration.
func All() []*Op {
	index.once.Do(build)
	for _, o := range index.order {
		o.prepared()
	}
	return index.order
}

// operationClass returns the declaration of the Operation class, a twin's for a function that shares one.
func (o *Op) operationClass() *operation.Class {
	if o.Twin != "" {
		return Find(o.Twin).operationClass()
	}
	return o.prepared().class
}

// rule returns the op whose rule and kernel are used.
func (o *Op) rule() *Op {
	if o.Twin != "" {
		return Find(o.Twin)
	}
	return o
}

// PythonClass returns the session's Operation class of the function.
func (o *Op) PythonClass(t *object.Thread) *object.Class { return o.operationClass().Get(t) }
