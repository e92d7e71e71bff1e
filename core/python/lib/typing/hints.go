package typing

import (
	"layerglass/core/python/object"
)

// getTypeHints joins the annotations of a class and its bases, or takes those of a function or module.
func getTypeHints(t *object.Thread, a []object.Object) (object.Object, error) {
	extras, err := object.Truth(t, a[3])
	if err != nil {
		return nil, err
	}
	out := object.NewDict()
	h := hinter{t: t, extras: extras}
	if c, ok := a[0].(*object.Class); ok {
		for i := len(c.MRO) - 1; i >= 0; i-- {
			k := c.MRO[i]
			d, ok := k.Dict().GetName("__annotations__").(*object.Dict)
			if !ok {
				continue
			}
			h.globals, h.locals = h.module(k.Module()), k.Dict().Copy()
			if err := h.scopes(a[1], a[2]); err != nil {
				return nil, err
			}
			if err := h.add(out, d); err != nil {
				return nil, err
			}
		}
		return out, nil
	}
	return out, h.function(out, a)
}

// hinter evaluates annotations in the namespaces of their owner.
type hinter struct {
	t               *object.Thread
	globals, locals *object.Dict
	extras          bool // keep Annotated
}

func (h *hinter) module(name string) *object.Dict {
	if m, ok := h.t.Modules.GetName(name).(*object.Module); ok {
		return m.Dict
	}
	return object.NewDict()
}

// scopes takes the namespaces that a caller gives.
func (h *hinter) scopes(globals, locals object.Object) error {
	for _, s := range []struct {
		given object.Object
		place **object.Dict
	}{{globals, &h.globals}, {locals, &h.locals}} {
		if s.given == object.None {
			continue
		}
		d := object.NewDict()
		if err := d.Merge(h.t, s.given); err != nil {
			return err
		}
		*s.place = d
	}
	return nil
}

func (h *hinter) function(out *object.Dict, a []object.Object) error {
	v, err := object.LookupAttr(h.t, a[0], object.Intern("__annotations__"))
	if err != nil && !object.IsKind(err, object.AttributeErrorClass) {
		return err
	}
	d, ok := v.(*object.Dict)
	if !ok || err != nil {
		if object.IsCallable(a[0]) {
			return nil
		}
		s, err := object.Repr(h.t, a[0])
		if err != nil {
			return err
		}
		return object.TypeError("%s is not a module, class, method, or function.", s)
	}
	h.globals = object.NewDict()
	inner := a[0]
	for { // the namespace is that of the function inside of wrappers
		w, err := object.LookupAttr(h.t, inner, object.Intern("__wrapped__"))
		if w == nil || err != nil {
			break
		}
		inner = w
	}
	if m, ok := a[0].(*object.Module); ok {
		h.globals = m.Dict
	} else if g, err := object.LookupAttr(h.t, inner, object.Intern("__globals__")); err == nil {
		if dict, ok := g.(*object.Dict); ok {
			h.globals = dict
		}
	}
	h.locals = h.globals
	if err := h.scopes(a[1], a[2]); err != nil {
		return err
	}
	return h.add(out, d)
}

func (h *hinter) add(out, d *object.Dict) error {
	for k, v := range d.Copy().All() {
		if v == object.None {
			v = object.NoneClass
		}
		v, err := h.resolve(v)
		if err != nil {
			return err
		}
		if !h.extras {
			if v, err = h.strip(v); err != nil {
				return err
			}
		}
		if err := out.Set(h.t, k, v); err != nil {
			return err
		}
	}
	return nil
}

// each applies f to the arguments of a type with arguments.
func (h *hinter) each(o object.Object, f func(object.Object) (object.Object, error)) (object.Object, error) {
	list := func(items []object.Object) ([]object.Object, error) {
		out := make([]object.Object, len(items))
		for i, v := range items {
			var err error
			if out[i], err = f(v); err != nil {
				return nil, err
			}
		}
		return out, nil
	}
	switch x := o.(type) {
	case *alias:
		if x.form == literalForm {
			return x, nil
		}
		args, err := list(x.args.Items)
		if err != nil {
			return nil, err
		}
		return x.with(h.t, args)
	case *object.GenericAlias:
		args, err := list(x.Args.Items)
		return object.NewGenericAlias(x.Origin, object.NewTuple(args...)), err
	case *object.Union:
		args, err := list(x.Args.Items)
		if err != nil {
			return nil, err
		}
		out := args[0]
		for _, v := range args[1:] {
			if out, err = object.Binary(h.t, object.Or, out, v); err != nil {
				return nil, err
			}
		}
		return out, nil
	}
	return o, nil
}

// resolve evaluates the texts in a type.
func (h *hinter) resolve(o object.Object) (object.Object, error) {
	if err := h.t.Deeper(); err != nil {
		return nil, err
	}
	defer h.t.Shallower()
	source := ""
	switch x := o.(type) {
	case *object.Str:
		source = x.String()
	case *forwardRef:
		source = x.name
	default:
		return h.each(o, h.resolve)
	}
	v, err := object.Call(h.t, h.t.Builtins.GetName("eval"), object.NewStr(source), h.globals, h.locals)
	if err != nil {
		return nil, err
	}
	return h.resolve(asType(v))
}

// strip takes Annotated away.
func (h *hinter) strip(o object.Object) (object.Object, error) {
	if g, ok := o.(*alias); ok && g.form != nil {
		switch {
		case g.form == annotatedForm, g.form.name == "Required", g.form.name == "NotRequired":
			return h.strip(g.args.Items[0])
		}
	}
	return h.each(o, h.strip)
}
