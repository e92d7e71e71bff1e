package object

// IsInstance reports isinstance(o, cls), where cls may be a tuple or union of classes.
func IsInstance(t *Thread, o, cls Object) (bool, error) {
	switch c := cls.(type) {
	case *Class:
		if c.Meta == nil || c.Meta == TypeClass {
			return o.Class().IsSubclass(c) || claims(t, o, c), nil
		}
		if v, ok, err := callSpecial(t, c, nameInstanceChk, o); ok {
			if err != nil {
				return false, err
			}
			return Truth(t, v)
		}
		return o.Class().IsSubclass(c), nil
	case *Tuple:
		if err := t.Deeper(); err != nil {
			return false, err
		}
		defer t.Shallower()
		if err := t.Each(4 * len(c.Items)); err != nil {
			return false, err
		}
		for _, k := range c.Items {
			if ok, err := IsInstance(t, o, k); ok || err != nil {
				return ok, err
			}
		}
		return false, nil
	}
	if v, ok, err := callSpecial(t, cls, nameInstanceChk, o); ok {
		if err != nil {
			return false, err
		}
		return Truth(t, v)
	}
	return false, TypeError("isinstance() arg 2 must be a type, a tuple of types, or a union")
}

// claims reports whether o, whose class has a __class__ or a __getattribute__ of its own, says that it is of class c.
func claims(t *Thread, o Object, c *Class) bool {
	if _, ok := o.(*Instance); !ok ||
		o.Class().Lookup(nameClass) == ObjectClass.Lookup(nameClass) && o.Class().hooks().getattribute == nil {
		return false
	}
	v, err := GetAttr(t, o, nameClass)
	said, ok := v.(*Class)
	return err == nil && ok && said.IsSubclass(c)
}

// IsSubclassOf reports issubclass(c, cls).
func IsSubclassOf(t *Thread, c, cls Object) (bool, error) {
	sub, ok := c.(*Class)
	if !ok {
		return false, TypeError("issubclass() arg 1 must be a class")
	}
	switch k := cls.(type) {
	case *Class:
		if k.Meta != nil && k.Meta != TypeClass {
			if v, ok, err := callSpecial(t, k, nameSubclassChk, sub); ok {
				if err != nil {
					return false, err
				}
				return Truth(t, v)
			}
		}
		return sub.IsSubclass(k), nil
	case *Tuple:
		if err := t.Deeper(); err != nil {
			return false, err
		}
		defer t.Shallower()
		if err := t.Each(4 * len(k.Items)); err != nil {
			return false, err
		}
		for _, item := range k.Items {
			if ok, err := IsSubclassOf(t, sub, item); ok || err != nil {
				return ok, err
			}
		}
		return false, nil
	}
	if v, ok, err := callSpecial(t, cls, nameSubclassChk, c); ok {
		if err != nil {
			return false, err
		}
		return Truth(t, v)
	}
	return false, TypeError("issubclass() arg 2 must be a class, a tuple of classes, or a union")
}
