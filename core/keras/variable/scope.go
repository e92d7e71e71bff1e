package variable

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// held are the values of one open StatelessScope: those that variables have inside it, by variable.
type held struct {
	values map[*Variable]object.Object
	// outside are the values that the variables have without the scope.
	outside map[*Variable]object.Object
	open    bool
	scope   *object.Instance
}

// enter puts the scope's values in the place of the variables' own.
func (h *held) enter() {
	h.open = true
	for v, value := range h.values {
		h.outside[v], v.Value = v.Value, value
	}
}

// leave gives the variables their own values back and keeps those of the scope.
func (h *held) leave() {
	h.open = false
	for v, own := range h.outside {
		h.values[v], v.Value = v.Value, own
	}
	clear(h.outside)
}

type scopesKey struct{}

type scopes struct {
	of    map[*object.Instance]*held
	stack []*held
}

func scopesOf(t *object.Thread) *scopes {
	return t.State(scopesKey{}, func() any { return &scopes{of: map[*object.Instance]*held{}} }).(*scopes)
}

// OpenScope returns the StatelessScope that is open, the innermost, or nil.
func OpenScope(t *object.Thread) *object.Instance {
	s := scopesOf(t)
	if len(s.stack) == 0 {
		return nil
	}
	return s.stack[len(s.stack)-1].scope
}

// Changing is called before a variable gets another value: inside a StatelessScope the present one comes back when the scope ends.
func Changing(t *object.Thread, v *Variable) {
	stack := scopesOf(t).stack
	if len(stack) == 0 {
		return
	}
	top := stack[len(stack)-1]
	if _, kept := top.outside[v]; !kept {
		top.outside[v] = v.Value
	}
}

// StatelessScope is keras.StatelessScope: what happens inside leaves variables as they were.
var StatelessScope = spec.Declare("keras.src.backend.common.stateless_scope", "keras.StatelessScope", func() spec.Class {
	return spec.Class{
		Doc:    "Lets variables have other values inside, and keeps changes from reaching them.",
		Config: spec.None,
		Args:   arg.Of(arg.Any("state_mapping", nil).As("-"), arg.Any("collect_losses", false), arg.Any("initialize_variables", true)),
		Setup:  mapState,
		Methods: []spec.Method{
			{Name: "__enter__", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				s, h := scopesOf(l.T), heldBy(l)
				if n := len(s.stack); n > 0 {
					s.stack[n-1].leave()
				}
				s.stack = append(s.stack, h)
				h.enter()
				return l.Instance, nil
			}},
			{Name: "__exit__", Takes: "*args, **kwargs", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				s, h := scopesOf(l.T), heldBy(l)
				if n := len(s.stack); n > 0 && s.stack[n-1] == h {
					h.leave()
					if s.stack = s.stack[:n-1]; n > 1 {
						s.stack[n-2].enter()
					}
				}
				return object.None, nil
			}},
			{Name: "add_loss", Takes: "loss", Doc: "Keeps a loss.", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				return object.CallMethod(l.T, l.Value("losses"), "append", a[0])
			}},
			{Name: "add_update", Takes: "update", Doc: "Gives a variable another value inside the scope.", Do: addUpdate},
			{Name: "get_current_value", Takes: "variable", Doc: "Returns the value of a variable inside the scope, None for one that it does not hold.",
				Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
					h := heldBy(l)
					v, ok := a[0].(*Variable)
					if !ok {
						return object.None, nil
					}
					if _, kept := h.outside[v]; kept && h.open {
						return Compute.Value(l.T, v)
					}
					if value := h.values[v]; value != nil {
						return value, nil
					}
					return object.None, nil
				}},
		},
	}
})

func heldBy(l *spec.Instance) *held {
	of := scopesOf(l.T).of
	if of[l.Instance] == nil {
		of[l.Instance] = &held{scope: l.Instance, values: map[*Variable]object.Object{}, outside: map[*Variable]object.Object{}}
	}
	return of[l.Instance]
}

// mapState reads state_mapping: pairs of a variable and its value.
func mapState(l *spec.Instance) error {
	if err := l.Set("losses", object.NewList()); err != nil {
		return err
	}
	given := l.Given.Get("state_mapping")
	if some, err := object.Truth(l.T, given); err != nil || !some {
		return err
	}
	h := heldBy(l)
	return object.Iterate(l.T, given, func(pair object.Object) (bool, error) {
		items, err := object.Items(l.T, pair)
		if err != nil {
			return false, err
		}
		if len(items) != 2 {
			return false, object.ValueError("state_mapping holds pairs of a variable and its value, got %d items.", len(items))
		}
		v, ok := items[0].(*Variable)
		if !ok {
			return false, object.ValueError("state_mapping gives values to variables, and %s is none.", arg.Repr(l.T, items[0]))
		}
		value, shape, _, err := ReadValue(l.T, items[1], object.Intern(v.Dtype))
		if err != nil {
			return false, err
		}
		if !shape.Equal(v.Shape) {
			return false, object.ValueError("state_mapping gives '%s' of shape %s a value of shape %s.", v.Path, v.Shape, shape)
		}
		h.values[v] = value
		return true, nil
	})
}

func addUpdate(l *spec.Instance, a []object.Object) (object.Object, error) {
	items, err := object.Items(l.T, a[0])
	if err != nil {
		return nil, err
	}
	if len(items) != 2 {
		return nil, object.ValueError("An update is a variable and its value, got %d items.", len(items))
	}
	v, ok := items[0].(*Variable)
	if !ok {
		return object.None, nil
	}
	value, _, _, err := ReadValue(l.T, items[1], object.None)
	if err != nil {
		return nil, err
	}
	h := heldBy(l)
	if !h.open {
		h.values[v] = value
		return object.None, nil
	}
	Changing(l.T, v)
	v.Value = value
	return object.None, nil
}
