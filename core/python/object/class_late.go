package object

import "sync"

// lateNames is a part of the namespaces of some classes that is not made yet.
type lateNames struct {
	once sync.Once
	add  func()
}

// Late puts off what fills the namespaces of built-in classes until one of them is looked into. Few programs need more than some
// types, and everybody would load and run what makes the methods of all. add calls Methods, Getter, Set and the like, and looks
// up nothing in these classes. What else makes a class, New above all, is set at once.
func Late(add func(), classes ...*Class) {
	l := &lateNames{add: add}
	for _, c := range classes {
		var list []*lateNames
		if old := c.late.Load(); old != nil {
			list = *old
		}
		list = append(list[:len(list):len(list)], l)
		c.late.Store(&list)
	}
}

// Dict returns the class namespace.
func (c *Class) Dict() *Dict {
	if c.late.Load() != nil {
		c.fill()
	}
	return c.dict
}

func (c *Class) fill() {
	list := c.late.Load()
	if list == nil {
		return
	}
	for _, l := range *list {
		l.once.Do(l.add)
	}
	c.late.Store(nil)
}

// Remove takes an attribute out of a built-in class that is being set up.
func (c *Class) Remove(name string) { c.dict.DelStr(Intern(name)) }
