package interp

import "layerglass/core/python/object"

// namedCall is a call with keywords but no stars. It remembers which slots the keywords fill in the function called last, so that
// the arguments go straight there.
type namedCall struct {
	site      *callSite
	args      []argument
	positions int // of args, which come first

	code  *code
	first int   // 1 with self before the arguments
	slots []int // of the keywords; nil if the call needs the general way
}

// call makes the call if it can; otherwise done is false and nothing was evaluated.
func (n *namedCall) call(f *frame, callee, self object.Object) (v object.Object, done bool) {
	switch fn := callee.(type) {
	case *Function:
		return n.callFunction(f, fn, self)
	case *object.Method:
		if inner, ok := fn.Func.(*Function); ok && self == nil {
			return n.callFunction(f, inner, fn.Self)
		}
	case *object.Class:
		s := n.site
		if fn != s.class || fn.Version() != s.version {
			s.learn(fn)
		}
		if !s.plain || s.init == nil {
			return nil, false
		}
		if !f.charge(instanceSize, s.at) {
			return nil, true
		}
		inst := object.NewInstance(fn)
		if v, done = n.callFunction(f, s.init, inst); v == nil {
			return nil, done
		}
		return s.initialized(f, inst, v), true
	}
	return nil, false
}

// learn finds the keywords' slots in k.
func (n *namedCall) learn(k *code, first int) {
	n.code, n.first, n.slots = k, first, nil
	given := first + n.positions
	if given > k.positional {
		return
	}
	slots := make([]int, 0, len(n.args)-n.positions)
	for _, a := range n.args[n.positions:] {
		i := k.parameter(a.name)
		if i < given {
			return
		}
		slots = append(slots, i)
	}
	n.slots = slots
}

func (n *namedCall) callFunction(f *frame, fn *Function, self object.Object) (v object.Object, done bool) {
	k, first := fn.code, 0
	if self != nil {
		first = 1
	}
	if k != n.code || first != n.first {
		n.learn(k, first)
	}
	slots := n.slots // an argument may come here again and call another function
	if slots == nil {
		return nil, false
	}
	w := f.m.window(k.size())
	if self != nil {
		w[0] = self
	}
	for i := range n.args {
		slot := first + i
		if i >= n.positions {
			slot = slots[i-n.positions]
		}
		if w[slot] = n.args[i].value(f); w[slot] == nil {
			f.m.release(w)
			return nil, true
		}
	}
	given := first + n.positions
	k.bindRest(w, nil, object.Args{}, given, given)
	at := n.site.at
	f.At = at
	if err := fn.fillDefaults(w, given); err != nil {
		f.m.release(w)
		return f.fail(err, at), true
	}
	if v = f.m.invoke(fn, w, self); v == nil {
		return f.pass(at), true
	}
	return v, true
}
