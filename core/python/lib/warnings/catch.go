package warnings

import "layerglass/core/python/object"

// catcher is catch_warnings: a with block after which filters and showwarning are what they were.
type catcher struct {
	record  bool
	entered bool
	filter  []object.Object // action, category, lineno, append; nil without an action
	// what was before
	filters, show object.Object
	log           *object.List
}

var catchClass = object.NewType("catch_warnings", "warnings", nil)

var catchSignature = object.ParseSignature("(*, record=False, module=None, action=None, category=?, lineno=0, append=False)")

// Class returns the type warnings.catch_warnings.
func (*catcher) Class() *object.Class { return catchClass }

// Repr shows how the block was made.
func (c *catcher) Repr(*object.Thread) (string, error) {
	if c.record {
		return "catch_warnings(record=True)", nil
	}
	return "catch_warnings()", nil
}

func (c *catcher) enter(t *object.Thread) (object.Object, error) {
	s, err := stateOf(t)
	if err != nil {
		return nil, err
	}
	if c.entered {
		return nil, object.NewError(object.RuntimeErrorClass, "Cannot enter %s twice", c.shown())
	}
	c.entered = true
	c.filters, c.show, c.log = s.filters(), s.module.Dict.GetName("showwarning"), s.record
	copied, err := object.Items(t, c.filters)
	if err != nil {
		return nil, err
	}
	s.module.Dict.SetName("filters", object.NewList(append([]object.Object(nil), copied...)...))
	s.version++
	if c.filter != nil {
		if _, err := simpleFilter(t, c.filter); err != nil {
			return nil, err
		}
	}
	if !c.record {
		return object.None, nil
	}
	s.record = object.NewList()
	s.module.Dict.SetName("showwarning", s.show)
	return s.record, nil
}

func (c *catcher) shown() string {
	text, _ := c.Repr(nil)
	return text
}

func (c *catcher) exit(t *object.Thread) error {
	s, err := stateOf(t)
	if err != nil {
		return err
	}
	if !c.entered {
		return object.NewError(object.RuntimeErrorClass, "Cannot exit %s without entering first", c.shown())
	}
	s.module.Dict.SetName("filters", c.filters)
	s.module.Dict.SetName("showwarning", c.show)
	s.record = c.log
	s.version++
	return nil
}

func init() {
	catchClass.Protocols(&catcher{})
	catchClass.WithPayload()
	catchClass.New = func(t *object.Thread, cls *object.Class, a object.Args) (object.Object, error) {
		v, err := catchSignature.Bind(t, "catch_warnings", nil, a, nil)
		if err != nil {
			return nil, err
		}
		c := &catcher{}
		if c.record, err = object.Truth(t, v[0]); err != nil {
			return nil, err
		}
		if v[2] != object.None {
			c.filter = append([]object.Object(nil), v[2:]...)
		}
		return object.Wrap(cls, c), nil
	}
	catchClass.Methods(
		object.Func("__enter__", "(self, /)", "Keeps the filters.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return a[0].(*catcher).enter(t)
		}),
		object.Func("__exit__", "(self, /, *exc_info)", "Puts the filters back.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return object.None, a[0].(*catcher).exit(t)
		}),
	)
}
