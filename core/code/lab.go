package code

import (
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// lab is a thread of its own in which pieces of code are tried: nothing of the program that is shown is touched.
type lab struct {
	t       *object.Thread
	globals *object.Dict
	tries   int
	spent   int64                    // steps
	configs map[string]object.Object // of expressions tried before; nil for those that raise
}

// The budget of one try, and how many there may be.
const (
	trySteps  = 5_000_000
	tryMemory = 256 << 20
	maxTries  = 4_000
	maxSpent  = 60_000_000
)

func newLab(o Options, t *object.Thread) *lab {
	operation.ClearSession(t)
	l := &lab{t: t, globals: object.NewDict(), configs: map[string]object.Object{}}
	if o.Names != nil {
		if d := o.Names(l.t); d != nil {
			l.globals = d.Copy()
		}
	}
	_ = l.exec("import keras\nfrom keras import layers\n") // what cannot be imported here is missed by each try
	return l
}

func (l *lab) refill() {
	l.t.Steps, l.t.Memory, l.t.Depth, l.t.Top, l.t.Handling = trySteps, tryMemory, 0, nil, nil
}

// exec runs statements; eval finds an expression's value.
func (l *lab) exec(text string) error {
	_, err := l.builtin("exec", text)
	return err
}

func (l *lab) eval(text string) (object.Object, error) { return l.builtin("eval", text) }

func (l *lab) builtin(name, text string) (object.Object, error) {
	l.refill()
	v, err := object.Call(l.t, l.t.Builtins.GetName(name), object.NewStr(text), l.globals)
	l.spent += trySteps - l.t.Steps + int64(len(text))
	return v, err
}

// config returns get_config() of what an expression makes, nil when it raises.
func (l *lab) config(e expr) *object.Dict {
	text := e.String()
	if v, ok := l.configs[text]; ok {
		d, _ := v.(*object.Dict)
		return d
	}
	if l.tries++; l.tries > maxTries || l.spent > maxSpent {
		return nil
	}
	var d *object.Dict
	if v, err := l.eval(text); err == nil {
		d = l.configOf(v)
	}
	if d == nil {
		l.configs[text] = object.None
		return nil
	}
	l.configs[text] = d
	return d
}

// recreate returns the config of what from_config makes of one, nil when it raises.
func (l *lab) recreate(c *spec.Class, config *object.Dict) *object.Dict {
	if l.spent > maxSpent {
		return nil
	}
	l.refill()
	v, err := object.CallMethod(l.t, c.In(l.t), "from_config", clone(config))
	if err != nil {
		return nil
	}
	return l.configOf(v)
}

// clone copies a config to all depths: some from_config take things out of it.
func clone(v object.Object) object.Object {
	switch x := object.Of(v).(type) {
	case *object.Dict:
		d := object.NewDict()
		for k, y := range x.All() {
			if s, ok := k.(*object.Str); ok {
				d.SetStr(s, clone(y))
			}
		}
		return d
	case *object.List:
		items := make([]object.Object, len(x.Items))
		for i, y := range x.Items {
			items[i] = clone(y)
		}
		return object.NewList(items...)
	case *object.Tuple:
		items := make([]object.Object, len(x.Items))
		for i, y := range x.Items {
			items[i] = clone(y)
		}
		return object.NewTuple(items...)
	}
	return v
}

func (l *lab) configOf(v object.Object) *object.Dict {
	l.refill()
	c, err := object.CallMethod(l.t, v, "get_config")
	if err != nil {
		return nil
	}
	d, _ := object.Of(c).(*object.Dict)
	return d
}

// same compares two configs: lists and tuples are alike, as JSON leaves no difference. Nameless leaves out the names of layers and
// other objects, and what they noted when they were built, at any depth.
func (l *lab) same(a, b object.Object, nameless bool) bool {
	x, y := object.Of(a), object.Of(b)
	if d, ok := x.(*object.Dict); ok {
		e, ok := y.(*object.Dict)
		return ok && l.sameDict(d, e, nameless)
	}
	if i, ok := sequence(x); ok {
		j, ok := sequence(y)
		if !ok || len(i) != len(j) {
			return false
		}
		for k := range i {
			if !l.same(i[k], j[k], nameless) {
				return false
			}
		}
		return true
	}
	if x == nil || y == nil || x.Class() != y.Class() {
		return false
	}
	l.refill()
	same, err := object.Equal(l.t, a, b)
	return same && err == nil || isNaN(x) && isNaN(y)
}

func isNaN(v object.Object) bool {
	f, ok := v.(object.Float)
	return ok && f != f
}

func (l *lab) sameDict(a, b *object.Dict, nameless bool) bool {
	if count(a, nameless) != count(b, nameless) {
		return false
	}
	for k, v := range a.All() {
		if nameless && buildNotes[text(k)] {
			continue
		}
		l.refill()
		w, err := b.Get(l.t, k)
		if err != nil || w == nil {
			return false
		}
		if nameless && a.Len() > 1 && text(k) == "name" { // a dtype policy's config is its name alone
			continue
		}
		if !l.same(v, w, nameless) {
			return false
		}
	}
	return true
}

// buildNotes are the keys that a serialized object has only once it is built or compiled.
var buildNotes = map[string]bool{"build_config": true, "compile_config": true}

func count(d *object.Dict, nameless bool) int {
	n := d.Len()
	for k := range buildNotes {
		if nameless && d.GetName(k) != nil {
			n--
		}
	}
	return n
}

func sequence(v object.Object) ([]object.Object, bool) {
	switch x := v.(type) {
	case *object.List:
		return x.Items, true
	case *object.Tuple:
		return x.Items, true
	}
	return nil, false
}
