package core

import (
	"layerglass/core/python/object"
	"layerglass/core/python/syntax"
)

// constant evaluates an expression of literals alone: what repr of a configuration prints. Anything that would run code is
// refused.
func constant(t *object.Thread, e syntax.Expr) (object.Object, error) {
	switch e := e.(type) {
	case *syntax.Constant:
		return constantValue(e)
	case *syntax.UnaryOp:
		v, err := constant(t, e.Operand)
		if err != nil || e.Op != syntax.OpUSub {
			return nil, refuse(err)
		}
		return object.Unary(t, object.Neg, v)
	case *syntax.List:
		items, err := constants(t, e.Elts)
		return object.NewList(items...), err
	case *syntax.Tuple:
		items, err := constants(t, e.Elts)
		return object.NewTuple(items...), err
	case *syntax.Dict:
		return constantDict(t, e)
	}
	return nil, refuse(nil)
}

func refuse(err error) error {
	if err != nil {
		return err
	}
	return object.ValueError("A configuration is written with literals only: numbers, strings, True, False, None, lists, tuples and dicts.")
}

func constants(t *object.Thread, list []syntax.Expr) ([]object.Object, error) {
	items := make([]object.Object, 0, len(list))
	for _, e := range list {
		v, err := constant(t, e)
		if err != nil {
			return nil, err
		}
		items = append(items, v)
	}
	return items, nil
}

func constantDict(t *object.Thread, e *syntax.Dict) (object.Object, error) {
	d := object.NewDict()
	for i, k := range e.Keys {
		if k == nil {
			return nil, refuse(nil)
		}
		key, err := constant(t, k)
		if err != nil {
			return nil, err
		}
		v, err := constant(t, e.Values[i])
		if err != nil {
			return nil, err
		}
		if err := d.Set(t, key, v); err != nil {
			return nil, err
		}
	}
	return d, nil
}

func constantValue(c *syntax.Constant) (object.Object, error) {
	switch c.Kind {
	case syntax.ConstNone:
		return object.None, nil
	case syntax.ConstTrue:
		return object.True, nil
	case syntax.ConstFalse:
		return object.False, nil
	case syntax.ConstInt:
		return object.ParseIntLiteral(c.Text), nil
	case syntax.ConstFloat:
		f, ok := object.ParseFloatLiteral(c.Text)
		if !ok {
			return nil, refuse(nil)
		}
		return object.Float(f), nil
	case syntax.ConstStr:
		return object.NewStr(c.Text), nil
	}
	return nil, refuse(nil)
}
