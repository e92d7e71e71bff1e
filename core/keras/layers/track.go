package layers

import "layerglass/core/python/object"

// Track makes sub part of op's state, as assigning it to an attribute would.
func Track(t *object.Thread, op *object.Instance, sub object.Object) error {
	_, err := stateOf(op).track(t, sub)
	return err
}

// TrackLast puts one layer behind those that Tracked has noted.
func TrackLast(op, layer *object.Instance) {
	s := stateOf(op)
	list := s.lists[sublayers]
	list.Items = append(list.Items, layer)
	s.ids[sublayers].add(layer)
}

// UntrackLast takes the last layer away.
func UntrackLast(op, layer *object.Instance) {
	s := stateOf(op)
	list := s.lists[sublayers]
	if n := len(list.Items); n > 0 && list.Items[n-1] == object.Object(layer) {
		list.Items = list.Items[:n-1]
		s.ids[sublayers].remove(layer)
	}
}

// Tracked returns the list attribute in which op keeps its sub-layers, and makes items its content.
func Tracked(op *object.Instance, items []object.Object) {
	s := stateOf(op)
	s.lists[sublayers].Items = items
	s.ids[sublayers] = identities{}
	for _, v := range items {
		s.ids[sublayers].add(v)
	}
}
