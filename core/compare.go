package core

import (
	"strconv"

	"layerglass/core/protocol"
	"layerglass/core/python/object"
)

// maxDifferences bounds how many differences one comparison lists.
const maxDifferences = 1000

// compare lists, key by key, where two configurations differ. path is "" at the root.
func (r *run) compare(path string, want, got object.Object) []protocol.Difference {
	var out []protocol.Difference
	r.diff(path, want, got, 0, &out)
	return out
}

func (r *run) diff(path string, want, got object.Object, depth int, out *[]protocol.Difference) {
	if len(*out) >= maxDifferences || depth > maxDepth {
		return
	}
	w, g := object.Of(want), object.Of(got)
	if a, ok := w.(*object.Dict); ok {
		if b, ok := g.(*object.Dict); ok {
			r.diffDict(path, a, b, depth, out)
			return
		}
	}
	a, aok := itemsOf(w)
	b, bok := itemsOf(g)
	if aok && bok && len(a) == len(b) && w.Class() == g.Class() {
		for i := range a {
			r.diff(join(path, strconv.Itoa(i)), a[i], b[i], depth+1, out)
		}
		return
	}
	same, err := object.Equal(r.thread, want, got)
	if err == nil && same {
		return
	}
	d := protocol.Difference{Path: path, Want: r.repr(want), Got: r.repr(got)}
	if aok && bok && w.Class() != g.Class() {
		d.Why = "A " + w.Class().Name + " came back as a " + g.Class().Name + "."
	}
	*out = append(*out, d)
}

func (r *run) diffDict(path string, a, b *object.Dict, depth int, out *[]protocol.Difference) {
	for k, v := range a.All() {
		at := join(path, r.key(k))
		other, err := b.Get(r.thread, k)
		if err != nil || other == nil {
			*out = append(*out, protocol.Difference{Path: at, Want: r.repr(v), Why: "The key is missing in what came back."})
			continue
		}
		r.diff(at, v, other, depth+1, out)
	}
	for k, v := range b.All() {
		if old, err := a.Get(r.thread, k); err == nil && old == nil {
			*out = append(*out, protocol.Difference{Path: join(path, r.key(k)), Got: r.repr(v), Why: "The key is new in what came back."})
		}
	}
}

func itemsOf(o object.Object) ([]object.Object, bool) {
	switch x := o.(type) {
	case *object.List:
		return x.Items, true
	case *object.Tuple:
		return x.Items, true
	}
	return nil, false
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}
