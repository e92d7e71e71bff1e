package operation

import (
	"strings"

	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// Base returns the session's class keras.Operation.
func Base(t *object.Thread) *object.Class {
	s := sessionOf(t)
	if s.base == nil {
		s.base = newBase(t)
	}
	return s.base
}

func newBase(t *object.Thread) *object.Class {
	c, err := object.NewClass(t, "Operation", "keras.src.ops.operation", []*object.Class{Saveable(t)}, object.NewDict(), object.TypeClass)
	if err != nil {
		panic(err) // a class without bases has an order
	}
	c.New = New
	c.OnCall = OnCall
	addNodeLists(c)
	c.Methods(
		object.RawFunc("__init__", "(self, name=None)", "Names the operation.", baseInit),
		object.RawFunc("__call__", "(self, *args, **kwargs)", "Calls the operation on tensors or values.", baseCall),
		object.RawFunc("symbolic_call", "(self, *args, **kwargs)", "Infers the outputs and records the call.", baseSymbolicCall),
		object.RawFunc("call", "(self, *args, **kwargs)", "Computes the operation; subclasses write it.", notWritten("call")),
		object.RawFunc("quantized_call", "(self, *args, **kwargs)", "Computes with quantized weights.", notWritten("quantized_call")),
		object.Func("rematerialized_call", "(self, fn, *args, **kwargs)", "Returns a function that keeps less for the way back, which is the function itself here.",
			func(_ *object.Thread, a []object.Object) (object.Object, error) { return a[1], nil }),
		object.RawFunc("compute_output_spec", "(self, *args, **kwargs)", "Infers shape and dtype by calling call on symbols.", baseSpec),
		MarkDefault(object.Func("get_config", "(self)", "Returns what is needed to make the operation again.", baseGetConfig)),
		object.Func("__repr__", "(self)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return object.NewStr("<Operation name=" + nameOf(a[0]) + ">"), nil
		}),
	)
	c.ClassMethods(object.Func("from_config", "(cls, config)", "Makes an operation from its config.", baseFromConfig))
	c.Getter("input", "The tensors of the first call's inputs.", ends("input", func(n *tensor.Node) []*tensor.KerasTensor { return n.Inputs }))
	c.Getter("output", "The tensors of the first call's outputs.", ends("output", func(n *tensor.Node) []*tensor.KerasTensor { return n.Outputs }))
	return c
}

// OnCall notes where the construction stands in the program and goes on as usual.
func OnCall(t *object.Thread, cls *object.Class, a object.Args) (object.Object, error) {
	s := sessionOf(t)
	s.site = t.Site
	o, err := cls.Construct(t, a)
	s.site = nil
	return o, err
}

// Claim notes the place of the construction that is under way for an instance of a class that is no operation, and the
// places of its arguments. a holds the arguments of __init__ without self.
func Claim(t *object.Thread, i *object.Instance, sig *object.Signature, a object.Args) {
	ses := sessionOf(t)
	site := ses.site
	ses.site = nil
	if site != nil && i.State == nil {
		i.State = &State{Site: site, Origins: ses.originsOf(sig, site, a)}
	}
}

// New is Operation.__new__: it makes the bare instance and keeps the constructor's arguments for the automatic config.
func New(t *object.Thread, cls *object.Class, a object.Args) (object.Object, error) {
	if err := t.Alloc(512); err != nil {
		return nil, err
	}
	op := object.NewInstance(cls)
	s := &State{}
	op.State = s
	ses := sessionOf(t)
	s.Site, ses.site = ses.site, nil
	s.Origins = ses.originsOf(initSignature(cls), s.Site, a)
	if usesDefaultConfig(cls) {
		capture(s, cls, a)
	}
	return op, nil
}

// ConstructHere calls a class for a function of Keras that the program calls: what is made has the place of that call. Which of its
// arguments went where is not known.
func ConstructHere(t *object.Thread, cls *object.Class, a object.Args) (*object.Instance, error) {
	var here *object.CallSite
	if f := t.Top; f != nil {
		here = &object.CallSite{File: f.Code.File, Span: f.At, Star: -1}
	}
	return constructAt(t, here, cls, a)
}

// Construct calls a class from Go. What is made has no place in the program's text.
func Construct(t *object.Thread, cls *object.Class, a object.Args) (*object.Instance, error) {
	return constructAt(t, nil, cls, a)
}

func constructAt(t *object.Thread, at *object.CallSite, cls *object.Class, a object.Args) (*object.Instance, error) {
	site := t.Site
	t.Site = at
	defer func() { t.Site = site }()
	o, err := cls.Call(t, a)
	if err != nil {
		return nil, err
	}
	op, ok := o.(*object.Instance)
	if !ok {
		return nil, object.TypeError("%s() returned a value of type %s, not an instance.", cls.Name, o.Class().Name)
	}
	return op, nil
}

func baseInit(t *object.Thread, a object.Args) (object.Object, error) {
	v, err := Bind("Operation.__init__", initSig, a)
	if err != nil {
		return nil, err
	}
	return object.None, Init(t, v[0].(*object.Instance), v[1])
}

var initSig = object.ParseSignature("(self, name=None)")

// BadName is the subject of the error about a name that is no string or holds a slash.
type BadName struct {
	Class *object.Class
	Name  object.Object
}

// Init is Operation.__init__: it names the operation; None gives the next free name of its class.
func Init(t *object.Thread, op *object.Instance, name object.Object) error {
	if name == nil || name == object.None {
		name = object.NewStr(AutoName(t, op.Class().Name))
	}
	s, ok := object.Of(name).(*object.Str)
	if ok {
		for i := 0; i < len(s.String()); i++ {
			ok = ok && s.String()[i] != '/'
		}
	}
	if !ok {
		shown, err := object.Repr(t, name)
		if err != nil {
			return err
		}
		e := object.ValueError("The name of a %s must be a string without '/', got name=%s (of type %s).", op.Class().Name, shown, name.Class().Name)
		if span, ok := Origins(op)["name"]; ok {
			e.Span = span
		}
		e.Subject = BadName{op.Class(), name}
		return e
	}
	StateOf(op).Ready = true
	return object.SetAttr(t, op, nameName, name)
}

// Call calls an operation as Python's op(*args, **kwargs) does.
func Call(t *object.Thread, op *object.Instance, a object.Args) (object.Object, error) {
	return object.CallArgs(t, op, a)
}

func baseCall(t *object.Thread, a object.Args) (object.Object, error) {
	self, rest, err := split("__call__", a)
	if err != nil {
		return nil, err
	}
	method := "call"
	if AnySymbolic(rest) {
		method = "symbolic_call"
	} else if mode, err := object.LookupAttr(t, self, object.Intern("quantization_mode")); err == nil && mode != nil && mode != object.None {
		method = "quantized_call"
	}
	out, err := callMethod(t, self, method, rest)
	return out, Filtered(t, Explained(t, err))
}

func callMethod(t *object.Thread, o object.Object, name string, a object.Args) (object.Object, error) {
	m, err := object.GetAttr(t, o, object.Intern(name))
	if err != nil {
		return nil, err
	}
	return object.CallArgs(t, m, a)
}

// split takes self off the arguments of a raw method.
func split(method string, a object.Args) (*object.Instance, object.Args, error) {
	if len(a.Pos) > 0 {
		if self, ok := a.Pos[0].(*object.Instance); ok {
			return self, object.Args{Pos: a.Pos[1:], Kw: a.Kw}, nil
		}
	}
	return nil, a, object.TypeError("Operation.%s() missing 1 required positional argument: 'self'", method)
}

func baseSymbolicCall(t *object.Thread, a object.Args) (object.Object, error) {
	self, rest, err := split("symbolic_call", a)
	if err != nil {
		return nil, err
	}
	return SymbolicCall(t, self, rest)
}

// SymbolicCall asks the operation's compute_output_spec for the outputs and records the call as a node.
func SymbolicCall(t *object.Thread, op *object.Instance, a object.Args) (object.Object, error) {
	if err := t.Spend(20); err != nil {
		return nil, err
	}
	out, err := callMethod(t, op, "compute_output_spec", a)
	if err != nil {
		return nil, err
	}
	if _, err := AddNode(op, a, out); err != nil {
		return nil, err
	}
	return out, nil
}

// baseSpec runs call itself on the symbols: what it computes are symbols again.
func baseSpec(t *object.Thread, a object.Args) (object.Object, error) {
	self, rest, err := split("compute_output_spec", a)
	if err != nil {
		return nil, err
	}
	return InferByCalling(t, self, rest)
}

// InferByCalling finds the outputs of an operation by running its call method on traced values in the place of the given
// symbols, so that what call computes on the way stays out of the graph.
func InferByCalling(t *object.Thread, op *object.Instance, a object.Args) (object.Object, error) {
	out, err := Trace(t, a, func(inner object.Args) (object.Object, error) { return callMethod(t, op, "call", inner) })
	if err != nil {
		return nil, cannotInfer(t, op, err)
	}
	return out, nil
}

// CannotInfer is the subject of the error about a call method that failed on symbols.
type CannotInfer struct {
	Operation *object.Instance
	Cause     *object.Exception
}

func cannotInfer(t *object.Thread, op *object.Instance, err error) error {
	e := ordinary(err)
	if e == nil {
		return err
	}
	said, err := object.ToStr(t, e)
	if err != nil {
		return err
	}
	text := "The output shape of " + op.Class().Name + " '" + Name(op) + "' could not be worked out by running its call() on symbolic inputs: " +
		strings.TrimSuffix(said, ".") + ". Mend call(), or write compute_output_shape() or compute_output_spec() for the class."
	if e.Class().Module() == "jax.errors" { // these are made of a tracer, which a message is not: making one fails, where no line of the program is
		n := object.NewError(object.AttributeErrorClass, "%s", text)
		n.Span, n.Subject = e.Span, CannotInfer{op, e}
		if n.Span.IsZero() && len(e.Trace) > 0 {
			n.Span = e.Trace[0].Span
		}
		return n
	}
	n, err := again(t, e, e.Class(), text)
	if err != nil {
		return err
	}
	n.Subject = CannotInfer{op, e}
	return n
}

func notWritten(method string) func(*object.Thread, object.Args) (object.Object, error) {
	return func(_ *object.Thread, a object.Args) (object.Object, error) {
		self, _, err := split(method, a)
		if err != nil {
			return nil, err
		}
		e := object.NewError(object.NotImplementedErrClass, "%s has no %s() method of its own.", self.Class().Name, method)
		e.Subject = NotWritten{self.Class(), method}
		return nil, e
	}
}

// NotWritten is the subject of the NotImplementedError about a method that a class must define.
type NotWritten struct {
	Class  *object.Class
	Method string
}

func baseGetConfig(t *object.Thread, a []object.Object) (object.Object, error) {
	return GetConfig(t, a[0].(*object.Instance))
}

// GetConfig is Operation.get_config: the name alone for a class that overrides get_config, else the automatic config.
func GetConfig(t *object.Thread, op *object.Instance) (*object.Dict, error) {
	if _, ok := op.Class().Lookup(nameGetConfig).(*object.Property); ok { // Keras reads the attribute, so a property runs again
		if _, err := object.GetAttr(t, op, nameGetConfig); err != nil {
			return nil, err
		}
	}
	if !usesDefaultConfig(op.Class()) {
		d := object.NewDictSize(16) // the class's own keys follow
		d.SetStr(nameName, orNone(op.Attr("name")))
		return d, nil
	}
	return autoConfig(op)
}

func nameOf(o object.Object) string {
	if op, ok := o.(*object.Instance); ok {
		return Name(op)
	}
	return ""
}

// ends reads the inputs or outputs of an operation's first call.
func ends(what string, get func(*tensor.Node) []*tensor.KerasTensor) func(*object.Thread, object.Object) (object.Object, error) {
	return func(_ *object.Thread, self object.Object) (object.Object, error) {
		op, ok := self.(*object.Instance)
		if !ok || len(Inbound(op)) == 0 {
			return nil, object.AttributeError(self, what, "%s '%s' has no %s: it was never called on a symbolic tensor.", self.Class().Name, nameOf(self), what)
		}
		xs := get(Inbound(op)[0])
		if len(xs) == 1 {
			return xs[0], nil
		}
		list := object.NewList()
		for _, x := range xs {
			list.Items = append(list.Items, x)
		}
		return list, nil
	}
}

// Make calls a class from Go; first are positional arguments.
func Make(t *object.Thread, cls *object.Class, first ...object.Object) (object.Object, error) {
	site := t.Site
	t.Site = nil
	defer func() { t.Site = site }()
	return cls.Call(t, object.Args{Pos: first})
}
