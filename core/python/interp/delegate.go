package interp

import "layerglass/core/python/object"

var (
	nameSend  = object.Intern("send")
	nameThrow = object.Intern("throw")
	nameClose = object.Intern("close")
)

// delegate hands a resumption on to the iterator of a yield from. v is the next value; without one the iterator is
// exhausted and gave result, or err rose.
func delegate(t *object.Thread, it, sent object.Object, thrown *object.Exception) (v, result object.Object, err error) {
	if thrown != nil {
		return delegateThrow(t, it, thrown)
	}
	switch x := it.(type) {
	case *Generator:
		if v, err = x.resume(sent, nil); v != nil || err != nil {
			return v, nil, err
		}
		return nil, x.result, nil
	case object.Iterator:
		if sent == object.None {
			if v, err = x.Next(t); v != nil || err != nil {
				return v, nil, err
			}
			return nil, stopValueOf(it), nil
		}
	}
	if sent == object.None {
		m, e := object.Special(t, it, "__next__")
		if e != nil || m == nil {
			return nil, nil, e
		}
		v, err = object.Call(t, m)
	} else {
		var m object.Object
		if m, err = object.GetAttr(t, it, nameSend); err == nil {
			v, err = object.Call(t, m, sent)
		}
	}
	return stopped(v, err)
}

// stopped splits what a method gave into a value, the result that StopIteration carries, and another error.
func stopped(v object.Object, err error) (value, result object.Object, rest error) {
	if !object.IsKind(err, object.StopIterationClass) {
		return v, nil, err
	}
	return nil, stopValue(object.AsException(err)), nil
}

// stopValue returns the value of a StopIteration.
func stopValue(e *object.Exception) object.Object {
	if len(e.Args.Items) > 0 {
		return e.Args.Items[0]
	}
	return object.None
}

// stopValueOf returns what an exhausted native iterator returned.
func stopValueOf(it object.Object) object.Object {
	if s, ok := it.(interface{ StopValue() object.Object }); ok && s.StopValue() != nil {
		return s.StopValue()
	}
	return object.None
}

func delegateThrow(t *object.Thread, it object.Object, thrown *object.Exception) (v, result object.Object, err error) {
	if thrown.Class().IsSubclass(object.GeneratorExitClass) {
		if err := closeIterator(t, it); err != nil {
			return nil, nil, err
		}
		thrown.Raised()
		return nil, nil, thrown
	}
	if g, ok := it.(*Generator); ok {
		if v, err = g.resume(object.None, thrown); v != nil || err != nil {
			return v, nil, err
		}
		return nil, g.result, nil
	}
	m, err := object.LookupAttr(t, it, nameThrow)
	if m == nil || err != nil {
		thrown.Raised()
		return nil, nil, thrown
	}
	return stopped(object.Call(t, m, thrown))
}

// closeIterator calls close() if the iterator has it.
func closeIterator(t *object.Thread, it object.Object) error {
	if g, ok := it.(*Generator); ok {
		return g.close()
	}
	m, err := object.LookupAttr(t, it, nameClose)
	if m == nil || err != nil {
		return nil
	}
	_, err = object.Call(t, m)
	return err
}
