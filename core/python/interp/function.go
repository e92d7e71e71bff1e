package interp

import (
	"strconv"

	"layerglass/core/python/object"
	"layerglass/core/python/syntax"
)

// Function is a function of the program.
type Function struct {
	Code    *object.Code
	Globals *object.Dict
	// Defaults belong to the last positional parameters; KwDefaults to keyword-only ones by name.
	Defaults   []object.Object
	KwDefaults *object.Dict
	// Closure holds the cells of the functions around.
	Closure     []*Cell
	Annotations *object.Dict

	code           *code
	name, qualname string
	doc, module    object.Object
	attrs          *object.Dict
}

// Class returns the type function.
func (*Function) Class() *object.Class { return object.FunctionClass }

// FuncName returns __name__.
func (fn *Function) FuncName() string { return fn.name }

// Qualname returns __qualname__.
func (fn *Function) Qualname() string { return fn.qualname }

// Doc returns __doc__.
func (fn *Function) Doc() object.Object { return fn.doc }

// AttrDict returns the attributes that the program set on the function.
func (fn *Function) AttrDict(create bool) *object.Dict {
	if fn.attrs == nil && create {
		fn.attrs = object.NewDict()
	}
	return fn.attrs
}

// Repr shows the qualified name and the address.
func (fn *Function) Repr(t *object.Thread) (string, error) {
	return "<function " + fn.qualname + " at " + address(t, fn) + ">", nil
}

// address writes the identity of o.
func address(t *object.Thread, o object.Object) string {
	return "0x" + strconv.FormatUint(t.ID(o), 16)
}

// DescrGet binds the function to an instance.
func (fn *Function) DescrGet(_ *object.Thread, inst object.Object, _ *object.Class) (object.Object, error) {
	if inst == nil {
		return fn, nil
	}
	return &object.Method{Self: inst, Func: fn}, nil
}

// Call calls the function.
func (fn *Function) Call(t *object.Thread, a object.Args) (object.Object, error) {
	return fn.CallMethod(t, nil, a)
}

// CallMethod calls the function with self before the other arguments.
func (fn *Function) CallMethod(t *object.Thread, self object.Object, a object.Args) (object.Object, error) {
	m := fn.code.m
	w := m.window(fn.code.size())
	if err := fn.bind(w, self, a); err != nil {
		m.release(w)
		return nil, err
	}
	if v := m.invoke(fn, w, self); v != nil {
		return v, nil
	}
	return nil, m.takeErr()
}

// size returns the number of slots a call needs; it compiles the body at the first call.
func (k *code) size() int {
	if k.run == nil {
		k.prepare()
	}
	return k.slots
}

// functionDef compiles a def statement.
func (c *compiler) functionDef(s *syntax.FunctionDef) stmt {
	made := c.decorated(s.DecoratorList, c.function(s, s.Args, s.Returns, s.Body))
	put := c.store(s.Name, s.NameSpan)
	return func(f *frame) signal {
		v := made(f)
		if v == nil || !put(f, v) {
			return sigRaise
		}
		return sigNext
	}
}

// decorated compiles @a @b before a definition: the decorators are evaluated first, and called behind it from the last to
// the first.
func (c *compiler) decorated(list []syntax.Expr, definition expr) expr {
	if len(list) == 0 {
		return definition
	}
	fns := c.exprs(list)
	return func(f *frame) object.Object {
		w := f.m.window(len(fns))
		defer f.m.release(w)
		for i, d := range fns {
			if w[i] = d(f); w[i] == nil {
				return nil
			}
		}
		v := definition(f)
		for i := len(w) - 1; i >= 0 && v != nil; i-- {
			at := list[i].Span()
			f.At = at
			r, err := object.Call(f.t, w[i], v)
			if err != nil {
				return f.fail(err, at)
			}
			v = r
		}
		return v
	}
}

func (c *compiler) lambda(e *syntax.Lambda) expr {
	body := e.Body
	k := c.newCode(e, e.Args, func(c *compiler) expr {
		if c.code.generator {
			return c.generatorBody([]syntax.Stmt{&syntax.Return{At: syntax.At{Loc: body.Span()}, Value: body}})
		}
		return c.expr(body)
	})
	return c.makeFunction(k, e.Args, nil)
}

// function compiles the making of a function object.
func (c *compiler) function(node syntax.Node, args *syntax.Arguments, returns syntax.Expr, body []syntax.Stmt) expr {
	k := c.newCode(node, args, func(c *compiler) expr {
		if c.code.generator {
			return c.generatorBody(body)
		}
		return c.functionBody(body)
	})
	k.doc = docstring(body)
	return c.makeFunction(k, args, returns)
}

// docstring returns the string that opens a body, or None.
func docstring(body []syntax.Stmt) object.Object {
	if len(body) > 0 {
		if e, ok := body[0].(*syntax.ExprStmt); ok {
			if s, ok := e.Value.(*syntax.Constant); ok && s.Kind == syntax.ConstStr {
				return object.NewStr(s.Text)
			}
		}
	}
	return object.None
}

var nameDunderName = object.Intern("__name__")

func (c *compiler) makeFunction(k *code, args *syntax.Arguments, returns syntax.Expr) expr {
	defaults := c.defaults(args)
	annotate := c.annotations(args, returns)
	return func(f *frame) object.Object {
		if !f.charge(functionSize, k.info.Span) {
			return nil
		}
		fn := &Function{Code: k.info, code: k, Globals: f.Globals, name: k.info.Name, qualname: k.info.Qualname, doc: k.doc}
		if defaults != nil && !defaults(f, fn) {
			return nil
		}
		if annotate != nil && !annotate(f, fn) {
			return nil
		}
		fn.Closure = k.closure(f)
		if fn.module = f.Globals.GetStr(nameDunderName); fn.module == nil {
			fn.module = object.None
		}
		return fn
	}
}

// defaults compiles the values of parameters; it returns nil when there are none.
func (c *compiler) defaults(args *syntax.Arguments) func(f *frame, fn *Function) bool {
	if args == nil {
		return nil
	}
	values := c.exprs(args.Defaults)
	var names []*object.Str
	var kwValues []expr
	for i, e := range args.KwDefaults {
		if e != nil {
			names = append(names, object.Intern(c.scope.Mangle(args.KwOnly[i].Name)))
			kwValues = append(kwValues, c.expr(e))
		}
	}
	if len(values) == 0 && len(names) == 0 {
		return nil
	}
	return func(f *frame, fn *Function) bool {
		if len(values) > 0 {
			fn.Defaults = make([]object.Object, len(values))
		}
		for i, v := range values {
			if fn.Defaults[i] = v(f); fn.Defaults[i] == nil {
				return false
			}
		}
		if len(names) > 0 {
			fn.KwDefaults = object.NewDictSize(len(names))
		}
		for i, e := range kwValues {
			v := e(f)
			if v == nil {
				return false
			}
			fn.KwDefaults.SetStr(names[i], v)
		}
		return true
	}
}

// annotations compiles the annotations of parameters and result; nil when there are none.
func (c *compiler) annotations(args *syntax.Arguments, returns syntax.Expr) func(f *frame, fn *Function) bool {
	var names []*object.Str
	var values []expr
	note := func(name string, e syntax.Expr) {
		if e != nil {
			names = append(names, object.Intern(c.scope.Mangle(name)))
			values = append(values, c.annotation(e))
		}
	}
	if args != nil {
		for _, list := range [][]*syntax.Arg{args.Args, args.PosOnly, {args.Vararg}, args.KwOnly, {args.Kwarg}} {
			for _, a := range list {
				if a != nil {
					note(a.Name, a.Annotation)
				}
			}
		}
	}
	note("return", returns)
	if len(names) == 0 {
		return nil
	}
	return func(f *frame, fn *Function) bool {
		fn.Annotations = object.NewDictSize(len(names))
		for i, e := range values {
			v := e(f)
			if v == nil {
				return false
			}
			fn.Annotations.SetStr(names[i], v)
		}
		return true
	}
}

// annotation compiles one annotation: its value, or its text where the program asked for that.
func (c *compiler) annotation(e syntax.Expr) expr {
	if c.future {
		return constant(object.NewStr(c.file.Slice(e.Span())))
	}
	if s, ok := e.(*syntax.Starred); ok {
		e = s.Value
	}
	return c.expr(e)
}
