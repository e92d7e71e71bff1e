// Package layers is keras.layers.Layer, the base of all layers: tracking of state, building, calling, masks and configs. The
// layers themselves stand in the folders of Keras's families, one file for each.
package layers

import (
	"slices"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/random"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/variable"
	"layerglass/core/python/object"
)

// state is what the engine keeps of one layer beside its attributes.
type state struct {
	tracker
	losses *object.List
	// inScope are losses that went to a StatelessScope.
	inScope map[object.Object]bool
	// parentPath is the path of the scopes in which the layer was first used; hasParent tells whether it was.
	parentPath string
	hasParent  bool
	// shapes are the arguments of the last build.
	shapes *object.Dict
	called bool
	call   *object.Signature
	// own are the lists themselves.
	own [stores + 1]object.List
}

// store is one list of tracked state.
type store int

const (
	trainableVariables store = iota
	nonTrainableVariables
	metrics
	sublayers
	seedGenerators
	stores
)

var storeNames = [stores]string{"_trainable_variables", "_non_trainable_variables", "_metrics", "_layers", "_seed_generators"}

// tracker keeps the variables, layers, metrics and seed generators that were set as attributes.
type tracker struct {
	lists  [stores]*object.List
	ids    [stores]identities
	locked bool
}

// identities is a set of objects by identity; few of them need no map.
type identities struct {
	few  []object.Object
	many map[object.Object]bool
}

const fewObjects = 8

func (s *identities) has(o object.Object) bool {
	if s.many != nil {
		return s.many[o]
	}
	return slices.Contains(s.few, o)
}

func (s *identities) add(o object.Object) {
	switch {
	case s.has(o):
	case s.many == nil && len(s.few) < fewObjects:
		s.few = append(s.few, o)
	default:
		if s.many == nil {
			s.many = make(map[object.Object]bool, 4*fewObjects)
			for _, v := range s.few {
				s.many[v] = true
			}
			s.few = nil
		}
		s.many[o] = true
	}
}

func (s *identities) remove(o object.Object) {
	delete(s.many, o)
	if i := slices.Index(s.few, o); i >= 0 {
		s.few = slices.Delete(s.few, i, i+1)
	}
}

// stateOf returns a layer's state, making it for a layer whose __init__ has not run yet.
func stateOf(op *object.Instance) *state {
	base := operation.StateOf(op)
	if s, ok := base.Layer.(*state); ok {
		return s
	}
	s := &state{}
	s.losses = &s.own[stores]
	for i := range s.lists {
		s.lists[i] = &s.own[i]
		op.SetAttr(storeNames[i], s.lists[i])
	}
	op.SetAttr("_losses", s.losses)
	base.Layer = s
	return s
}

// IsLayer reports whether o is a layer.
func IsLayer(t *object.Thread, o object.Object) (*object.Instance, bool) {
	i, ok := o.(*object.Instance)
	return i, ok && i.Class().IsSubclass(Base.In(t))
}

// storeOf returns the list that a value belongs to; ok is false for a value that is not tracked.
func storeOf(t *object.Thread, v object.Object) (store, bool) {
	switch x := v.(type) {
	case *variable.Variable:
		if x.TF { // Keras tracks its own variables alone
			return 0, false
		}
		if x.Trainable {
			return trainableVariables, true
		}
		return nonTrainableVariables, true
	case *object.Instance:
		if m := spec.Find("keras.metrics.Metric"); m != nil && x.Class().IsSubclass(m.In(t)) {
			return metrics, true
		}
		if x.Class().IsSubclass(Base.In(t)) {
			return sublayers, true
		}
		if x.Class().IsSubclass(random.SeedGenerator.In(t)) {
			return seedGenerators, true
		}
	}
	return 0, false
}

// track notes a value that is set as an attribute or put into a tracked container, and returns what is kept: containers
// become tracked ones.
func (k *tracker) track(t *object.Thread, v object.Object) (object.Object, error) {
	switch x := v.(type) {
	case *object.Str, object.Int, object.Float, object.Bool, *object.NoneType:
		return v, nil
	case *object.Tuple:
		return k.trackTuple(t, x)
	}
	if s, ok := storeOf(t, v); ok {
		if s == nonTrainableVariables && k.ids[trainableVariables].has(v) || k.ids[s].has(v) {
			return v, nil
		}
		return v, k.add(s, v)
	}
	return k.trackContainer(t, v)
}

func (k *tracker) trackTuple(t *object.Thread, x *object.Tuple) (object.Object, error) {
	var out []object.Object
	for i, v := range x.Items {
		w, err := k.track(t, v)
		if err != nil {
			return nil, err
		}
		if w != v && out == nil {
			out = append([]object.Object(nil), x.Items...)
		}
		if out != nil {
			out[i] = w
		}
	}
	if out == nil {
		return x, nil
	}
	return object.NewTuple(out...), nil
}

// Locked is the subject of the error about state that is added to a built layer.
type Locked struct{ Value object.Object }

func (k *tracker) add(s store, v object.Object) error {
	if k.locked {
		e := object.ValueError("This layer is built, so it takes no new variables or layers: make all of them in __init__() or build().")
		e.Subject = Locked{v}
		return e
	}
	k.lists[s].Items = append(k.lists[s].Items, v)
	k.ids[s].add(v)
	return nil
}

// untrack forgets a value.
func (k *tracker) untrack(v object.Object) {
	for s := range k.lists {
		if !k.ids[s].has(v) {
			continue
		}
		k.ids[s].remove(v)
		items := k.lists[s].Items
		for i := range items {
			if items[i] == v {
				k.lists[s].Items = append(append([]object.Object(nil), items[:i]...), items[i+1:]...)
				break
			}
		}
	}
}

// Unlock lets a built layer take new state until Lock; layers that change their weights later bracket that with the pair.
func Unlock(op *object.Instance) { stateOf(op).locked = false }

// Lock ends what Unlock began.
func Lock(op *object.Instance) { stateOf(op).locked = true }

// Sublayers returns the layers that a layer holds.
func Sublayers(op *object.Instance) []*object.Instance {
	items := stateOf(op).lists[sublayers].Items
	out := make([]*object.Instance, 0, len(items))
	for _, v := range items {
		if i, ok := v.(*object.Instance); ok {
			out = append(out, i)
		}
	}
	return out
}

// setTracked is Layer.__setattr__.
func setTracked(t *object.Thread, op *object.Instance, name *object.Str, v object.Object) error {
	v, err := stateOf(op).track(t, v)
	if err != nil {
		return err
	}
	return object.GenericSetAttr(t, op, name, v)
}

// self wraps a layer for typed access.
func self(t *object.Thread, op *object.Instance) *spec.Instance { return arg.Self(t, op) }
