package ops

import (
	"layerglass/core/keras/config"
	"strings"

	"layerglass/core/keras/operation"
	"layerglass/core/keras/prng"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/lib/numpy"
	"layerglass/core/python/object"
)

// Call is one call of an operation: its arguments by name.
type Call struct {
	T  *object.Thread
	Op *Op

	values   []object.Object
	extra    map[string]object.Object // what Prepare sets beside the parameters
	instance *object.Instance         // the Operation, in its constructor and its rule
	traced   bool                     // inside a layer's call, and on values: lists stand for arrays, and results have no names
	eager    bool                     // on values
	results  []*tensor.KerasTensor    // what the rule made, while the kernel runs
	drawn    *prng.Key                // the key that the kernel drew
	preset   *prng.Key                // the key to use in the place of one that is drawn
}

// raised carries an error out of a rule; run turns it back into a value.
type raised struct{ err error }

// fail ends the rule or kernel with an error; one of package array, or one of numpy's own classes, becomes a plain Python exception.
func fail(err error) { panic(raised{plainError(numpy.Raised(err))}) }

// plainError puts Python's own classes in the place of numpy's: a backend raises no UFuncTypeError.
func plainError(err error) error {
	e := object.AsException(err)
	if e == nil || !strings.HasPrefix(e.Class().Module(), "numpy") {
		return err
	}
	for _, c := range e.Class().MRO {
		if c.Module() == "builtins" {
			return object.NewError(c, "%s", e.Message())
		}
	}
	return err
}

// must ends the rule if there is an error.
func must(err error) {
	if err != nil {
		fail(err)
	}
}

// run calls a rule and returns what it raised.
func run(rule func()) (err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case raised:
			err = r.err
		case interface {
			error
			RuntimeError()
		}: // Python's own errors at the same places: a list index out of range, a division by zero
			err = pythonError(r)
		default:
			panic(r)
		}
	}()
	rule()
	return nil
}

func pythonError(r error) error {
	if strings.Contains(r.Error(), "divide") {
		return object.NewError(object.ZeroDivisionErrorClass, "integer division or modulo by zero")
	}
	return object.NewError(object.IndexErrorClass, "list index out of range")
}

// Arg returns an argument, None when it was not given.
func (c *Call) Arg(name string) object.Object {
	for i, p := range c.Op.sig.Params {
		if p.Name.String() == name {
			return orNone(c.values[i])
		}
	}
	if v := c.extra[name]; v != nil {
		return v
	}
	if c.instance != nil {
		return orNone(c.instance.Attr(name))
	}
	return object.None
}

// Keep sets an attribute of the Operation, in Setup.
func (c *Call) Keep(name string, v object.Object) {
	if c.instance != nil {
		c.instance.SetAttr(name, v)
	}
}

// Set replaces an argument, in Prepare.
func (c *Call) Set(name string, v object.Object) {
	for i, p := range c.Op.sig.Params {
		if p.Name.String() == name {
			c.values[i] = v
			return
		}
	}
	if c.extra == nil {
		c.extra = map[string]object.Object{}
	}
	c.extra[name] = v
}

// Given reports whether an argument is something else than None.
func (c *Call) Given(name string) bool { return c.Arg(name) != object.None }

// Int returns an argument that must be an int.
func (c *Call) Int(name string) int { return c.asInt(name, c.Arg(name)) }

func (c *Call) asInt(name string, v object.Object) int {
	n, err := object.Index(c.T, v)
	if err != nil && object.IsKind(err, object.TypeErrorClass) {
		err = object.TypeError("%s() takes an int as %s, got %s.", c.Op.Name, name, c.show(v))
	}
	must(err)
	return n
}

// IntOr is Int with a value for None.
func (c *Call) IntOr(name string, otherwise int) int {
	if !c.Given(name) {
		return otherwise
	}
	return c.Int(name)
}

// isInt reports whether v is a Python int (bool included), as isinstance does.
func isInt(v object.Object) bool {
	switch object.Of(v).(type) {
	case object.Int, object.Bool, *object.BigInt:
		return true
	}
	return false
}

// Bool returns the truth of an argument.
func (c *Call) Bool(name string) bool {
	b, err := object.Truth(c.T, c.Arg(name))
	must(err)
	return b
}

// Text returns an argument that must be a str.
func (c *Call) Text(name string) string {
	s, ok := object.Of(c.Arg(name)).(*object.Str)
	if !ok {
		fail(object.AttributeError(c.Arg(name), "lower", "%s() takes a string as %s, got %s.", c.Op.Name, name, c.show(c.Arg(name))))
	}
	return s.String()
}

// Items returns the items of an argument that must be a sequence.
func (c *Call) Items(name string) []object.Object {
	items, err := object.Items(c.T, c.Arg(name))
	must(err)
	return items
}

// Ints returns an argument that is an int or a sequence of ints.
func (c *Call) Ints(name string) []int {
	v := c.Arg(name)
	if isInt(v) {
		return []int{c.asInt(name, v)}
	}
	items := c.Items(name)
	out := make([]int, len(items))
	for i, v := range items {
		out[i] = c.asInt(name, v)
	}
	return out
}

// Axes returns an axis argument as a list; nil when it is None.
func (c *Call) Axes(name string) []int {
	if !c.Given(name) {
		return nil
	}
	return append([]int{}, c.Ints(name)...)
}

// show is a short text for a value in a message.
func (c *Call) show(v object.Object) string {
	s, err := object.Repr(c.T, v)
	must(err)
	if len(s) > 80 {
		s = s[:77] + "..."
	}
	return s
}

// attr returns an attribute of a value, nil when it has none.
func (c *Call) attr(v object.Object, name string) object.Object {
	a, err := object.LookupAttr(c.T, v, object.Intern(name))
	must(err)
	return a
}

// shapeOf returns the shape of anything that has one; ok is false for what has none.
func (c *Call) shapeOf(v object.Object) (s tensor.Shape, ok bool) {
	if c.traced {
		v = c.literal(v)
	}
	s, ok, err := ShapeOf(c.T, v)
	must(err)
	return s, ok
}

// isNumber reports whether v is a Python number, or an unknown size, which inside a trace becomes a scalar tensor.
func isNumber(v object.Object) bool {
	switch object.Of(v).(type) {
	case object.Int, object.Float, object.Bool, tensor.DimExpr, *tensor.OpaqueDim:
		return true
	}
	return false
}

// ShapeOf returns the shape of a tensor, variable or array: of anything with an attribute shape. ok is false for others.
func ShapeOf(t *object.Thread, v object.Object) (s tensor.Shape, ok bool, err error) {
	switch x := v.(type) {
	case *tensor.KerasTensor:
		return x.Shape, true, nil
	case object.Int, object.Float, object.Bool, *object.List, *object.Tuple, *object.NoneType, *object.Str:
		return nil, false, nil
	}
	a, err := object.LookupAttr(t, v, object.Intern("shape"))
	if a == nil || err != nil {
		return nil, false, err
	}
	s, err = ToShape(t, a)
	return s, err == nil, err
}

// ToShape reads a shape that Python code wrote: a tuple or list of ints, None and unknown sizes.
func ToShape(t *object.Thread, v object.Object) (tensor.Shape, error) {
	items, err := object.Items(t, v)
	if err != nil {
		return nil, err
	}
	s := make(tensor.Shape, len(items))
	for i, d := range items {
		switch x := object.Of(d).(type) {
		case *object.NoneType:
			s[i] = tensor.Unknown
		case tensor.DimExpr:
			s[i] = int(x)
		case *tensor.OpaqueDim:
			s[i] = tensor.Unknown
		default:
			if k, ok := x.(*tensor.KerasTensor); ok && !(k.Kind == tensor.Eager && k.HasNumbers()) {
				s[i] = tensor.Unknown
				continue
			}
			if s[i], err = object.Index(t, d); err != nil {
				return nil, err
			}
		}
	}
	return s, nil
}

// literal turns a list of numbers, as a program may write it inside a layer's call, into a tensor of its shape and dtype.
// A lone number keeps its weak dtype, and has the shape ().
func (c *Call) literal(v object.Object) object.Object {
	switch object.Of(v).(type) {
	case *object.List, *object.Tuple:
	default:
		return v
	}
	shape, kinds := tensor.Shape{}, []Dtype{}
	c.measure(v, 0, &shape, &kinds)
	if len(kinds) == 0 {
		return c.New(shape, c.Floatx())
	}
	name := c.Result(kinds...)
	if c.eager && name == "int64" && wide(c.T) && allWeak(kinds) { // tensorflow makes int32 of Python's ints
		name = "int32"
	}
	return c.New(shape, name)
}

func allWeak(kinds []Dtype) bool {
	for _, k := range kinds {
		if !k.Weak {
			return false
		}
	}
	return true
}

// numberDtype is the dtype of the tensor that is made of a Python number.
func (c *Call) numberDtype(v object.Object) string {
	d := c.standardOf(v).Name
	if c.eager && d == "int64" && wide(c.T) && isInt(v) {
		return "int32"
	}
	return d
}

// measure walks a nested list: its shape is that of the first items, its dtype that of all numbers together.
func (c *Call) measure(v object.Object, depth int, shape *tensor.Shape, kinds *[]Dtype) {
	var items []object.Object
	switch x := object.Of(v).(type) {
	case *object.List:
		items = x.Items
	case *object.Tuple:
		items = x.Items
	default:
		if s, ok := c.shapeOf(v); ok && depth == len(*shape) {
			*shape = append(*shape, s...)
		}
		*kinds = append(*kinds, c.promoted(v))
		return
	}
	if depth == len(*shape) {
		*shape = append(*shape, len(items))
	} else if depth > len(*shape) || (*shape)[depth] != len(items) {
		c.value("a nested list must have rows of one length.")
	}
	for _, item := range items {
		c.measure(item, depth+1, shape, kinds)
	}
}

// Shape returns the shape of an argument that must have one.
func (c *Call) Shape(name string) tensor.Shape { return c.mustShape(c.Arg(name)) }

func (c *Call) mustShape(v object.Object) tensor.Shape {
	s, ok := c.shapeOf(v)
	if !ok && c.traced && isNumber(v) {
		return tensor.Shape{}
	}
	if !ok {
		fail(object.AttributeError(v, "shape", "%s() takes a tensor here, got %s of type %s.", c.Op.Name, c.show(v), v.Class().Name))
	}
	return s.Clone()
}

// ShapeOr returns the shape of an argument; of a number or list, the empty one.
func (c *Call) ShapeOr(name string) tensor.Shape {
	s, _ := c.shapeOf(c.Arg(name))
	return s.Clone()
}

// Dtype returns the dtype of an argument that must be a tensor.
func (c *Call) Dtype(name string) string { return c.mustDtype(c.Arg(name)) }

func (c *Call) mustDtype(v object.Object) string {
	if c.traced {
		v = c.literal(v)
	}
	if x, ok := v.(*tensor.KerasTensor); ok {
		return x.Dtype
	}
	if c.traced && isNumber(v) {
		return c.numberDtype(v)
	}
	d := c.attr(v, "dtype")
	if d == nil {
		fail(object.AttributeError(v, "dtype", "%s() takes a tensor here, got %s of type %s.", c.Op.Name, c.show(v), v.Class().Name))
	}
	if text := textDtype(d); text != "" && wide(c.T) {
		return text
	}
	n, err := config.Dtype(c.T, d)
	must(err)
	if c.traced { // a numpy array becomes a tensor
		return narrowed(n, wide(c.T))
	}
	return n
}

// Promoted returns the dtype of any argument for a promotion: Python numbers are weak.
func (c *Call) Promoted(name string) Dtype { return c.promoted(c.Arg(name)) }

func (c *Call) promoted(v object.Object) Dtype {
	if c.traced {
		v = c.literal(v)
	}
	d, err := PromotedDtype(c.T, v)
	must(err)
	if c.traced && !d.Weak && !isSymbolic(v) {
		d.Name = narrowed(d.Name, wide(c.T))
	}
	return d
}

// PromotedDtype returns the dtype with which a value takes part in a promotion: a tensor's own, or that of a Python
// number's type.
func PromotedDtype(t *object.Thread, v object.Object) (Dtype, error) {
	switch x := v.(type) {
	case *tensor.KerasTensor:
		return Dtype{x.Dtype, false}, nil
	case object.Int, *object.BigInt, tensor.DimExpr, *tensor.OpaqueDim:
		return WeakInt, nil
	case object.Float:
		return WeakFloat, nil
	case object.Bool:
		return Dtype{"bool", false}, nil
	}
	d, err := object.LookupAttr(t, v, object.Intern("dtype"))
	if err != nil {
		return Dtype{}, err
	}
	if d == nil {
		d = v.Class()
	}
	if text := textDtype(d); text != "" && wide(t) {
		return Dtype{text, false}, nil
	}
	n, err := config.Dtype(t, d)
	return Dtype{n, false}, err
}

// Result is ResultType.
func (c *Call) Result(list ...Dtype) string {
	n, err := ResultType(c.T, list...)
	must(err)
	return n
}

// ResultOf promotes the named arguments.
func (c *Call) ResultOf(names ...string) string {
	list := make([]Dtype, len(names))
	for i, n := range names {
		list[i] = c.Promoted(n)
	}
	return c.Result(list...)
}

// Floatx is keras.config.floatx().
func (c *Call) Floatx() string { return config.Floatx(c.T) }

// sparse reports whether a value is a sparse tensor; otherwise is the answer for what has no such attribute.
func (c *Call) sparse(name string, otherwise bool) bool {
	otherwise = otherwise && !c.traced
	switch x := c.Arg(name).(type) {
	case *tensor.KerasTensor:
		return x.Sparse
	case object.Int, object.Float, object.Bool:
		return otherwise
	default:
		a := c.attr(x, "sparse")
		if a == nil {
			return otherwise
		}
		b, err := object.Truth(c.T, a)
		must(err)
		return b
	}
}

// room asks the budgets for n results, before a loop makes them.
func (c *Call) room(n int) int {
	must(c.T.Alloc(int64(min(n, 1<<40)) * 200))
	must(c.T.Spend(int64(min(n, 1<<40))))
	return n
}

// New makes a result.
func (c *Call) New(shape tensor.Shape, dtype string) *tensor.KerasTensor {
	if c.traced {
		return &tensor.KerasTensor{Shape: shape, Dtype: dtype, Name: "traced"}
	}
	return &tensor.KerasTensor{Shape: shape, Dtype: dtype, Name: operation.AutoName(c.T, "KerasTensor")}
}

// size checks a computed size, which must not be negative.
func (c *Call) size(n int) int {
	if n < 0 {
		c.value("the result would have a dimension of size %d.", n)
	}
	return n
}

// Like makes a result with the shape and dtype of an argument.
func (c *Call) Like(name string) *tensor.KerasTensor { return c.New(c.Shape(name), c.Dtype(name)) }

// Sparse makes a result that may be sparse.
func (c *Call) Sparse(shape tensor.Shape, dtype string, sparse bool) *tensor.KerasTensor {
	x := c.New(shape, dtype)
	x.Sparse = sparse
	return x
}

// value refuses an argument: ValueError.
func (c *Call) value(format string, a ...any) {
	fail(object.ValueError(c.Op.Name+"(): "+format, a...))
}

// typeError refuses an argument: TypeError.
func (c *Call) typeError(format string, a ...any) {
	fail(object.TypeError(c.Op.Name+"(): "+format, a...))
}
