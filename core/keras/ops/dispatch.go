package ops

import (
	"layerglass/core/keras/blame"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// Call calls the function as Python does: on symbols it records a node, inside a layer's call it infers, on values it
// computes.
func (o *Op) Call(t *object.Thread, a object.Args) (object.Object, error) {
	o.prepared()
	values, err := operation.Bind(o.Name, o.sig, a)
	if err != nil {
		return nil, err
	}
	return o.dispatch(&Call{T: t, Op: o, values: values})
}

// Apply calls the function with positional arguments.
func (o *Op) Apply(t *object.Thread, args ...object.Object) (object.Object, error) {
	return o.Call(t, object.Positional(args...))
}

// Do calls the function keras.ops.name.
func Do(t *object.Thread, name string, args ...object.Object) (object.Object, error) {
	o := Find(name)
	if o == nil {
		return nil, object.AttributeError(nil, name, "module 'keras.ops' has no attribute '%s'", name)
	}
	return o.Apply(t, args...)
}

func (o *Op) dispatch(c *Call) (object.Object, error) {
	if err := c.T.Spend(10); err != nil {
		return nil, err
	}
	for i, v := range c.values {
		if r, ok := v.(*object.Range); ok && i < 2 && !wide(c.T) { // jax makes an array of it
			items, err := object.Items(c.T, r)
			if err != nil {
				return nil, err
			}
			c.values[i] = object.NewList(items...)
		}
	}
	symbolic, traced := c.look()
	c.traced = !symbolic && traced != tensor.Symbolic
	if o.Prepare != nil {
		if err := run(func() { o.Prepare(c) }); err != nil {
			return nil, err
		}
	}
	switch {
	case o.Run != nil:
		var out object.Object
		err := run(func() { out = o.Run(c) })
		return out, err
	case symbolic && o.Class != "":
		return o.record(c)
	case c.traced && traced != tensor.Eager:
		return o.trace(c, traced)
	}
	out, err := o.compute(c)
	if err != nil {
		return nil, c.blamed(err)
	}
	return out, nil
}

// look tells whether a graph's symbol stands in the arguments of the call, and of which kind traced tensors are that stand
// there or are at work around.
func (c *Call) look() (symbolic bool, traced tensor.Kind) {
	traced = operation.Tracing(c.T)
	visit := func(v object.Object) bool {
		if x, ok := v.(*tensor.KerasTensor); ok {
			symbolic = symbolic || !x.Traced()
			traced = max(traced, x.Kind)
		}
		return !symbolic
	}
	for i, p := range c.Op.sig.Params {
		if c.values[i] == nil || c.Op.isInit(p.Name.String()) {
			continue
		}
		tree.Each(c.values[i], visit)
	}
	if around := operation.Tracing(c.T); traced == tensor.Eager && around != tensor.Symbolic {
		traced = around // in a trace, a value from outside is one of the traced values
	}
	return symbolic, traced
}

func (o *Op) isInit(name string) bool {
	for _, n := range o.init {
		if n == name {
			return true
		}
	}
	return false
}

// record makes the Operation and its node.
func (o *Op) record(c *Call) (object.Object, error) {
	var ctor, call object.Args
	for _, n := range o.init {
		ctor.Kw = append(ctor.Kw, object.Kwarg{Name: object.Intern(n), Value: c.Arg(n)})
	}
	op, err := o.operationClass().Make(c.T, ctor)
	if err != nil {
		return nil, err
	}
	byName := fields(o.ByName)
	for i, p := range o.sig.Params {
		n := p.Name.String()
		if o.isInit(n) {
			continue
		}
		switch p.Kind {
		case object.VarPositional:
			call.Pos = append(call.Pos, c.values[i].(*object.Tuple).Items...)
		case object.VarKeyword:
			kw, err := operation.Keywords(c.values[i].(*object.Dict))
			if err != nil {
				return nil, err
			}
			call.Kw = append(call.Kw, kw...)
		default:
			if contains(byName, n) {
				call.Kw = append(call.Kw, object.Kwarg{Name: p.Name, Value: c.Arg(n)})
			} else {
				call.Pos = append(call.Pos, c.Arg(n))
			}
		}
	}
	return operation.SymbolicCall(c.T, op, call)
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// infer applies the rule.
func (o *Op) infer(c *Call) (out object.Object, err error) {
	r := o.rule()
	if r.Infer == nil {
		return nil, notComputed(o)
	}
	err = run(func() { out = c.ruleOf(r)(c) })
	return out, err
}

// OnValues applies the operation's rule to traced values whatever the arguments are: what comes out is of the given kind.
func (o *Op) OnValues(t *object.Thread, kind tensor.Kind, a object.Args) (object.Object, error) {
	o.prepared()
	values, err := operation.Bind(o.Name, o.sig, a)
	if err != nil {
		return nil, err
	}
	c := &Call{T: t, Op: o, values: values, traced: true}
	if o.Prepare != nil {
		if err := run(func() { o.Prepare(c) }); err != nil {
			return nil, err
		}
	}
	if kind == tensor.Eager {
		return o.compute(c)
	}
	return o.trace(c, kind)
}

// trace is a call inside a layer's call: what comes out has a shape and a dtype and is part of no graph.
func (o *Op) trace(c *Call, kind tensor.Kind) (object.Object, error) {
	if r := o.rule(); r.Setup != nil {
		if err := run(func() { r.Setup(c) }); err != nil {
			return nil, err
		}
	}
	if err := run(func() { c.refuseLists(o.rule()) }); err != nil {
		return nil, err
	}
	out, err := o.infer(c)
	if err != nil {
		return nil, err
	}
	tree.Each(out, func(v object.Object) bool {
		if x, ok := v.(*tensor.KerasTensor); ok {
			x.Kind = kind
			if kind == tensor.JaxTraced {
				x.Dtype = narrowed(x.Dtype, false)
			}
		}
		return true
	})
	keepSizes(c, out)
	return out, nil
}

func isSymbol(v object.Object) bool {
	x, ok := v.(*tensor.KerasTensor)
	return ok && !x.Traced()
}

// notComputed is the one place where a missing kernel is said.
func notComputed(o *Op) error {
	if len(o.function.Export) > 0 {
		return notComputedName(o.function.Public())
	}
	return notComputedName("keras.ops." + o.Path())
}

func notComputedName(name string) error {
	e := object.NewError(object.NotImplementedErrClass, "%s on numbers is not computed here yet. Inside a layer's call, where only shapes are "+
		"worked out, it can be used; functions of keras.ops work on a keras.Input too.", name)
	e.Subject = blame.NotModelled{Name: name}
	return e
}

// symbolAsValue is the error of a backend that is given a symbol of a graph.
func symbolAsValue(t *object.Thread, name string) error {
	library := "JAX"
	if operation.Backend(t) == "tensorflow" {
		library = "TensorFlow"
	}
	e := object.ValueError("%s was given a KerasTensor where a value is needed: a KerasTensor has a shape and a dtype but no numbers, so a %s "+
		"function cannot take it. Use the function of keras.ops on it, or do this inside the call() of a layer.", name, library)
	e.Subject = SymbolAsValue{name}
	return e
}

// SymbolAsValue is the subject of the error about a KerasTensor given to a function that computes.
type SymbolAsValue struct{ Function string }
