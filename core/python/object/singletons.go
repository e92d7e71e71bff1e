package object

// Repr shows None.
func (*NoneType) Repr(*Thread) (string, error) { return "None", nil }

// Truth is false.
func (*NoneType) Truth(*Thread) (bool, error) { return false, nil }

// Hash is the same in every run, so that sets with None keep their order.
func (*NoneType) Hash(*Thread) (uint64, error) { return 0x7f3a0000, nil }

// Repr shows Ellipsis.
func (*EllipsisType) Repr(*Thread) (string, error) { return "Ellipsis", nil }

// Repr shows NotImplemented.
func (*NotImplementedType) Repr(*Thread) (string, error) { return "NotImplemented", nil }

func init() {
	singleton := func(c *Class, o Object) {
		c.Protocols(o)
		c.New = func(_ *Thread, _ *Class, a Args) (Object, error) {
			if !a.Empty() {
				return nil, TypeError("%s takes no arguments", c.Name)
			}
			return o, nil
		}
	}
	singleton(NoneClass, None)
	singleton(EllipsisClass, Ellipsis)
	singleton(NotImplementedClass, NotImplemented)
}
