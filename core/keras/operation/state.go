// Package operation is keras.Operation, the base of layers, models and the functions of keras.ops: naming, the automatic
// config, calls on symbolic tensors and the nodes they leave behind, and what a session of Keras remembers.
package operation

import (
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
	"layerglass/core/python/source"
)

// State is what the engine keeps of one operation, in Instance.State, unseen by Python.
type State struct {
	// Site is the call that constructed the operation, nil when it was not written in the program's text.
	Site *object.CallSite
	// Origins tells which span of the program set each constructor parameter; a parameter that is not in it had its default.
	Origins map[string]source.Span
	// Auto is the config made of the constructor's arguments, nil when they cannot be written down; AutoArgs tells that
	// positional-only or *args arguments were the reason.
	Auto     *object.Dict
	AutoArgs bool
	// Inbound and Outbound are the nodes of calls of this operation, and of calls that take its outputs.
	Inbound, Outbound []*tensor.Node
	// Ready is set once Operation.__init__ ran.
	Ready bool
	// Layer is what package layer keeps for a layer.
	Layer any
}

// StateOf returns the state of an operation, making it for an instance that has none yet.
func StateOf(op *object.Instance) *State {
	if s, ok := op.State.(*State); ok {
		return s
	}
	s := &State{}
	if op.State == nil {
		op.State = s
	}
	return s
}

// SaveAndLoad makes a layer again as a file would bring it back; package models, which knows such files, sets it.
var SaveAndLoad func(t *object.Thread, layer *object.Instance) (object.Object, error)

// Remade lets copy and deepcopy make a layer or a model, deep or not: Keras writes one into a buffer and reads it again.
func (s *State) Remade(t *object.Thread, o *object.Instance) (object.Object, bool, error) {
	if s.Layer == nil || SaveAndLoad == nil {
		return nil, false, nil
	}
	v, err := SaveAndLoad(t, o)
	return v, true, err
}

// CopyState lets copy and deepcopy make initializers, policies and their like. What an operation was called on is tied to its graph.
func (s *State) CopyState(_ *object.Thread, copied *object.Instance, _ func(object.Object) (object.Object, error)) (any, error) {
	if s.Layer != nil || len(s.Inbound) > 0 {
		return nil, object.NewError(object.NotImplementedErrClass, "Copying a %s with copy or deepcopy is not modelled here yet. from_config(get_config()) makes a new one.",
			copied.Class().Name)
	}
	return &State{Site: s.Site, Origins: s.Origins, Auto: s.Auto, AutoArgs: s.AutoArgs, Ready: s.Ready}, nil
}

// Origins returns, for each constructor parameter that the program set, the place where it was written.
func Origins(op *object.Instance) map[string]source.Span { return StateOf(op).Origins }

// Site returns the call expression that constructed the operation, or nil.
func Site(op *object.Instance) *object.CallSite { return StateOf(op).Site }

// Inbound returns the nodes of the operation's symbolic calls, in order.
func Inbound(op *object.Instance) []*tensor.Node { return StateOf(op).Inbound }

// Outbound returns the nodes of the calls that take this operation's outputs.
func Outbound(op *object.Instance) []*tensor.Node { return StateOf(op).Outbound }

// Name returns the operation's name attribute, or "".
func Name(op *object.Instance) string {
	if s, ok := object.Of(orNone(op.Attr("name"))).(*object.Str); ok {
		return s.String()
	}
	return ""
}

func orNone(o object.Object) object.Object {
	if o == nil {
		return object.None
	}
	return o
}

// originsOf maps the parameters of a constructor to the spans of a call's arguments. sig begins with self.
func (ses *session) originsOf(sig *object.Signature, site *object.CallSite, a object.Args) map[string]source.Span {
	if site == nil || sig == nil {
		return nil
	}
	if !site.DoubleStar.IsZero() { // the names may be others each time
		return originsIn(sig, site, a)
	}
	if l := &ses.latest; l.site != site || l.sig != sig || l.given != len(a.Pos) {
		l.site, l.sig, l.given, l.spans = site, sig, len(a.Pos), originsIn(sig, site, a)
	}
	return ses.latest.spans
}

func originsIn(sig *object.Signature, site *object.CallSite, a object.Args) map[string]source.Span {
	out := make(map[string]source.Span, len(site.Args)+len(site.Keywords))
	n := 0
	for i, p := range sig.Params {
		if i == 0 || p.Kind > object.PositionalOrKeyword {
			continue
		}
		if n >= len(a.Pos) {
			break
		}
		switch {
		case site.Star >= 0 && n >= site.Star:
			out[p.Name.String()] = site.StarSpan
		case n < len(site.Args):
			out[p.Name.String()] = site.Args[n]
		}
		n++
	}
	for name, span := range site.Keywords {
		for i := range sig.Params {
			if sig.Params[i].Name.String() == name {
				out[name] = span
			}
		}
	}
	for _, k := range a.Kw {
		if span, ok := site.Keywords[k.Name.String()]; ok {
			out[k.Name.String()] = span
		} else if !site.DoubleStar.IsZero() {
			out[k.Name.String()] = site.DoubleStar
		}
	}
	return out
}
