package functools

import "layerglass/core/python/object"

// cached is a function that remembers its results.
type cached struct {
	fn           object.Object
	results      *object.Dict // key tuple to value, least recently used first
	max          int          // -1: no limit
	typed        bool
	hits, misses int
	attrs        *object.Dict
}

var cachedClass = object.NewType("_lru_cache_wrapper", "functools", nil).Final().Dotted()

func (*cached) Class() *object.Class { return cachedClass }

func (c *cached) AttrDict(create bool) *object.Dict {
	if c.attrs == nil && create {
		c.attrs = object.NewDict()
	}
	return c.attrs
}

// DescrGet makes the function a method.
func (c *cached) DescrGet(_ *object.Thread, inst object.Object, _ *object.Class) (object.Object, error) {
	if inst == nil {
		return c, nil
	}
	return &object.Method{Self: inst, Func: c}, nil
}

var keywordMark = object.NewInstance(object.ObjectClass)

func (c *cached) key(a object.Args) object.Object {
	if len(a.Pos) == 1 && len(a.Kw) == 0 && !c.typed { // an int or str stands for itself: f(2) and f(2.0) are two calls
		switch a.Pos[0].(type) {
		case object.Int, *object.BigInt, *object.Str:
			return a.Pos[0]
		}
	}
	items := append([]object.Object(nil), a.Pos...)
	if len(a.Kw) > 0 {
		items = append(items, keywordMark)
		for _, k := range a.Kw {
			items = append(items, k.Name, k.Value)
		}
	}
	if c.typed {
		for _, v := range a.Pos {
			items = append(items, v.Class())
		}
		for _, k := range a.Kw {
			items = append(items, k.Value.Class())
		}
	}
	return object.NewTuple(items...)
}

func (c *cached) Call(t *object.Thread, a object.Args) (object.Object, error) {
	if c.max == 0 {
		c.misses++
		return object.CallArgs(t, c.fn, a)
	}
	key := c.key(a)
	v, err := c.results.Get(t, key)
	if err != nil {
		return nil, err
	}
	if v != nil {
		c.hits++
		if c.max > 0 { // to the end: the most recently used
			if _, err := c.results.Delete(t, key); err != nil {
				return nil, err
			}
			err = c.results.Set(t, key, v)
		}
		return v, err
	}
	c.misses++
	if v, err = object.CallArgs(t, c.fn, a); err != nil {
		return nil, err
	}
	if c.max > 0 && c.results.Len() >= c.max {
		if oldest, _, _, ok := c.results.Next(0); ok {
			if _, err := c.results.Delete(t, oldest); err != nil {
				return nil, err
			}
		}
	}
	return v, c.results.Set(t, key, v)
}

func newCached(t *object.Thread, fn object.Object, max int, typed bool) (object.Object, error) {
	c := &cached{fn: fn, results: object.NewDict(), max: max, typed: typed}
	return c, UpdateWrapper(t, c, fn)
}

func cache(t *object.Thread, a []object.Object) (object.Object, error) {
	return newCached(t, a[0], -1, false)
}

func lruCache(t *object.Thread, a []object.Object) (object.Object, error) {
	typed, err := object.Truth(t, a[1])
	if err != nil {
		return nil, err
	}
	max := -1
	switch {
	case a[0] == object.None:
	case object.IsCallable(a[0]): // used without brackets
		return newCached(t, a[0], 128, typed)
	default:
		if max, err = object.Index(t, a[0]); err != nil {
			return nil, object.TypeError("Expected first argument to be an integer, a callable, or None")
		}
		if max < 0 {
			max = 0
		}
	}
	return object.Func("decorating_function", "(user_function)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return newCached(t, a[0], max, typed)
	}), nil
}

type infoKey struct{}

// cacheInfo is a named tuple made by the session's collections module.
func (c *cached) info(t *object.Thread) (object.Object, error) {
	var failed error
	class := t.State(infoKey{}, func() any {
		m, err := t.Import(t, "collections")
		if err != nil {
			failed = err
			return object.Object(nil)
		}
		v, err := object.CallMethod(t, m, "namedtuple", object.NewStr("CacheInfo"), names([]string{"hits", "misses", "maxsize", "currsize"}))
		if err != nil {
			failed = err
		}
		return v
	})
	if failed != nil {
		return nil, failed
	}
	max := object.None
	if c.max >= 0 {
		max = object.Int(c.max)
	}
	return object.Call(t, class.(object.Object), object.Int(c.hits), object.Int(c.misses), max, object.Int(c.results.Len()))
}

func init() {
	cachedClass.Methods(
		object.Func("cache_info", "(self)", "Returns hits, misses, maxsize and currsize.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return a[0].(*cached).info(t)
		}),
		object.Func("cache_clear", "(self)", "Forgets all results.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			c := a[0].(*cached)
			c.results, c.hits, c.misses = object.NewDict(), 0, 0
			return object.None, nil
		}),
		object.Func("cache_parameters", "(self)", "Returns maxsize and typed.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			c, d := a[0].(*cached), object.NewDict()
			d.SetName("maxsize", object.None)
			if c.max >= 0 {
				d.SetName("maxsize", object.Int(c.max))
			}
			d.SetName("typed", object.Bool(c.typed))
			return d, nil
		}),
	)
}
