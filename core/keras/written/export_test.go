package written

import "layerglass/core/python/object"

// Each calls f for each declared object of each module.
func Each(t *object.Thread, f func(module, name string, o object.Object, err error)) {
	for _, x := range texts {
		for _, name := range x.names {
			o, err := x.find(t, name)
			f(x.module, name, o, err)
		}
	}
}
