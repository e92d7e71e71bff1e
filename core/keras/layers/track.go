package layers

import "layerglass/core/python/object"

// Track makes sub part of op's state, as assigning it to an attribute would.
func Track(t *object.Thread, op *object.Instance, sub object.Object) error {
	_, err := stateOf(op).track(t, sub)
	return err
}

// Tracked returns the list attribute in which op keeps its sub-layers, and makes items its content.
func Tracked(op *object.Instance, items []object.Object) {
	s := stateOf(op)
	s.lists[sublayers].Items = items
	s.ids[sublayers] = make(map[object.Object]bool, len(items))
	for _, v := range items {
		s.ids[sublayers][v] = true
	}
}
