package layers

import (
	"layerglass/core/keras/operation"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

var nameBuild = object.Intern("build")

// builder is a layer's build attribute: it runs the class's build inside the layer's name scope, notes the shapes it was
// given, marks the layer as built and forbids new state.
type builder struct{ op *object.Instance }

// builderClass is what the attribute looks like: a function.
var builderClass = object.NewType("function", "builtins", nil).Final()

// Class returns a type called function.
func (*builder) Class() *object.Class { return builderClass }

// Signature is that of the class's build without self.
func (b *builder) Signature() *object.Signature {
	if s, ok := b.op.Class().Lookup(nameBuild).(object.Signatured); ok {
		return s.Signature().Bound()
	}
	return inputShape
}

var inputShape = object.ParseSignature("(input_shape)")

// GetAttr gives the name and whether build is Keras's own.
func (b *builder) GetAttr(t *object.Thread, name *object.Str) (object.Object, bool, error) {
	switch name.String() {
	case "__name__":
		return nameBuild, true, nil
	case "__wrapped__", "__func__":
		v, err := b.original(t)
		return v, err == nil, err
	case "_is_default":
		if operation.IsDefault(b.op.Class(), "build") {
			return object.True, true, nil
		}
	}
	return nil, false, nil
}

func (b *builder) original(t *object.Thread) (object.Object, error) {
	m := b.op.Class().Lookup(nameBuild)
	return &object.Method{Self: b.op, Func: m}, nil
}

// Call builds the layer.
func (b *builder) Call(t *object.Thread, a object.Args) (object.Object, error) {
	op := b.op
	f, err := b.original(t)
	if err != nil {
		return nil, err
	}
	sc := openScope(t, op)
	op.SetAttr("_path", object.NewStr(operation.CurrentPath(t)))
	_, err = object.CallArgs(t, f, a)
	operation.LeaveScope(t, sc)
	if err != nil {
		return nil, err
	}
	sig := b.Signature()
	values, err := operation.Bind("build", sig, a)
	if err != nil {
		return nil, err
	}
	s := stateOf(op)
	s.shapes = givenArguments(sig, values, a)
	op.SetAttr("_build_shapes_dict", s.shapes)
	if err := object.SetAttr(t, op, object.Intern("built"), object.True); err != nil {
		return nil, err
	}
	_, err = object.CallMethod(t, op, "_lock_state")
	return object.None, err
}

// givenArguments lists the bound arguments that the caller gave, without defaults.
func givenArguments(sig *object.Signature, values []object.Object, a object.Args) *object.Dict {
	out := object.NewDictSize(len(a.Pos) + len(a.Kw))
	for i, p := range sig.Params {
		given := i < len(a.Pos) && p.Kind <= object.PositionalOrKeyword || a.Get(p.Name.String()) != nil
		if p.Kind == object.VarPositional && values[i].(*object.Tuple).Len() > 0 || p.Kind == object.VarKeyword && values[i].(*object.Dict).Len() > 0 {
			given = true
		}
		if given && values[i] != nil {
			out.SetStr(p.Name, values[i])
		}
	}
	return out
}

// OpenScope opens the layer's name scope for what is called inside; operation.LeaveScope must follow.
func OpenScope(t *object.Thread, op *object.Instance) *operation.Scope { return openScope(t, op) }

// openScope opens the layer's name scope. The scopes around it are those in which the layer was first used.
func openScope(t *object.Thread, op *object.Instance) *operation.Scope {
	s := stateOf(op)
	if !s.hasParent {
		s.parentPath, s.hasParent = operation.CurrentPath(t), true
		op.SetAttr("_parent_path", object.NewStr(s.parentPath))
	}
	return nameScope(t, op)
}

func nameScope(t *object.Thread, op *object.Instance) *operation.Scope {
	s := stateOf(op)
	sc := &operation.Scope{Name: operation.Name(op), Caller: op, Deduplicate: true, Parent: s.parentPath, HasParent: s.hasParent}
	operation.EnterScope(t, sc)
	return sc
}

// Built reports whether the layer is built.
func Built(op *object.Instance) bool { return op.Attr("built") == object.Object(object.True) }

func unbuiltSublayer(op *object.Instance) bool {
	for _, l := range Sublayers(op) {
		if !Built(l) {
			return true
		}
	}
	return false
}

// addBuild adds build and what belongs to it.
func addBuild(c *object.Class) {
	c.Methods(
		operation.MarkDefault(object.Func("build", "(self, input_shape)", "Makes the weights; subclasses write it.", defaultBuild)),
		object.Func("_build_at_init", "(self)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			op := a[0].(*object.Instance)
			if operation.IsDefault(op.Class(), "build") {
				stateOf(op).locked = true
				return object.None, object.SetAttr(t, op, object.Intern("built"), object.True)
			}
			return object.None, nil
		}),
		object.Func("_lock_state", "(self)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			stateOf(a[0].(*object.Instance)).locked = true
			return object.None, nil
		}),
		object.Func("get_build_config", "(self)", "Returns the shapes the layer was built with.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return buildConfig(a[0].(*object.Instance)), nil
		}),
		object.Func("build_from_config", "(self, config)", "Builds the layer with noted shapes.", buildFromConfig),
	)
}

func defaultBuild(t *object.Thread, a []object.Object) (object.Object, error) {
	op := a[0].(*object.Instance)
	if err := CheckInit(op); err != nil {
		return nil, err
	}
	if operation.IsDefault(op.Class(), "build") && unbuiltSublayer(op) {
		err := operation.Warn(t, "UserWarning", "build() was called on "+op.Class().Name+" '"+operation.Name(op)+"', which has no build() of its "+
			"own and holds layers that are not built. They stay unbuilt: write a build() that builds them.")
		if err != nil {
			return nil, err
		}
	}
	return object.None, object.SetAttr(t, op, object.Intern("built"), object.True)
}

func buildConfig(op *object.Instance) object.Object {
	shapes, ok := object.Of(op.Attr("_build_shapes_dict")).(*object.Dict)
	if !ok {
		return object.None
	}
	d := object.NewDictSize(1)
	if shapes.Len() == 1 {
		for _, v := range shapes.All() {
			d.SetName("input_shape", v)
		}
		return d
	}
	d.SetName("shapes_dict", shapes)
	return d
}

func buildFromConfig(t *object.Thread, a []object.Object) (object.Object, error) {
	d, ok := object.Of(a[1]).(*object.Dict)
	if !ok || d.Len() == 0 {
		return object.None, nil
	}
	if shape := d.GetName("input_shape"); shape != nil {
		_, err := callMethod(t, a[0], "build", object.Positional(shape))
		return object.None, err
	}
	if shapes, ok := object.Of(d.GetName("shapes_dict")).(*object.Dict); ok {
		kw, err := operation.Keywords(shapes)
		if err != nil {
			return nil, err
		}
		_, err = callMethod(t, a[0], "build", object.Args{Kw: kw})
		return object.None, err
	}
	return object.None, nil
}

// maybeBuild builds the layer for the arguments of its first call.
func maybeBuild(t *object.Thread, op *object.Instance, c *callSpec) error {
	if Built(op) {
		return nil
	}
	shapes := c.shapes()
	if !operation.IsDefault(op.Class(), "build") {
		kw, err := shapesFor(t, op, "build", shapes, c)
		if err != nil {
			return err
		}
		if _, err := callMethod(t, op, "build", object.Args{Kw: kw}); err != nil {
			return err
		}
		return checkInput(t, op, c.first)
	}
	if unbuiltSublayer(op) {
		if done, err := buildByCalling(t, op, c); done || err != nil {
			return err
		}
	}
	var first object.Object = object.None
	if len(shapes) > 0 {
		first = shapes[0].Value
	}
	_, err := callMethod(t, op, "build", object.Positional(first))
	return err
}

// buildByCalling builds the layers inside a layer without a build of its own, by running call on symbols.
func buildByCalling(t *object.Thread, op *object.Instance, c *callSpec) (done bool, err error) {
	_, err = operation.Trace(t, object.Args{Kw: c.arguments}, func(a object.Args) (object.Object, error) {
		return callMethod(t, op, "call", a)
	})
	e := object.AsException(err)
	if e == nil || !e.Class().IsSubclass(object.ExceptionClass) {
		return false, err
	}
	if !c.symbolic {
		return true, nil
	}
	text, textErr := object.ToStr(t, e)
	if textErr != nil {
		text = e.Message()
	}
	return false, operation.Warn(t, "UserWarning", op.Class().Name+" '"+operation.Name(op)+"' holds layers that are not built, and its call() could "+
		"not be run on symbols to build them: "+text+" Mend call(), or write a build() that builds them.")
}

// hasTensor reports whether a value holds a tensor.
func hasTensor(v object.Object) bool { return tree.Any(v, isTensor) }
