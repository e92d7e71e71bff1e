package resolve

import (
	"slices"

	"layerglass/core/python/syntax"
)

// analyze settles every name of every scope, in three rounds: which scope binds it, which variables inner functions
// capture, and which slot or cell each one gets.
func (c *collector) analyze() {
	scopes := c.inOrder()
	for _, s := range scopes {
		s.declare()
	}
	for _, s := range scopes {
		s.bindUses(c)
	}
	for _, s := range scopes {
		s.orderFree()
		s.assignPlaces()
	}
	for _, s := range scopes {
		s.fillRefs()
	}
}

// inOrder lists the scopes, outer ones first.
func (c *collector) inOrder() []*Scope {
	depth := func(s *Scope) int {
		n := 0
		for p := s.Parent; p != nil; p = p.Parent {
			n++
		}
		return n
	}
	var levels [][]*Scope
	for _, s := range c.table.scopes {
		d := depth(s)
		for len(levels) <= d {
			levels = append(levels, nil)
		}
		levels[d] = append(levels[d], s)
	}
	var out []*Scope
	for _, l := range levels {
		sortByPlace(l)
		out = append(out, l...)
	}
	return out
}

// sortByPlace puts scopes in the order of the text, so that slots do not depend on the order of a Go map.
func sortByPlace(list []*Scope) {
	for i := 1; i < len(list); i++ {
		for j := i; j > 0 && before(list[j].Node, list[j-1].Node); j-- {
			list[j], list[j-1] = list[j-1], list[j]
		}
	}
}

func before(a, b syntax.Node) bool {
	x, y := a.Span(), b.Span()
	return x.Start < y.Start || x.Start == y.Start && x.End > y.End
}

// declare makes the variables that a function or comprehension binds itself.
func (s *Scope) declare() {
	s.uses = make(map[string]*variable, len(s.order))
	if s.Kind == ModuleScope || s.Kind == ClassScope {
		return
	}
	for _, name := range s.order {
		f := s.names[name].flags
		if f&isBound != 0 && f&(isGlobal|isNonlocal) == 0 {
			s.vars[name] = &variable{scope: s, name: name}
		}
	}
}

// bindUses finds the variable behind each name of the scope; names without one are global or in the class's namespace.
func (s *Scope) bindUses(c *collector) {
	for _, name := range s.order {
		f := s.names[name].flags
		if f&isGlobal != 0 || s.Kind == ClassScope && f&isBound != 0 && f&isNonlocal == 0 {
			continue
		}
		v := s.vars[name]
		if v == nil {
			v = s.enclosing(name)
		}
		if v == nil {
			if f&isNonlocal != 0 {
				c.fail(s.declared[name], CodeNonlocalDeclaration, "no binding for nonlocal '"+name+"' found")
			}
			continue
		}
		s.uses[name] = v
		if v.scope.Host != s.Host {
			v.captured = true
			for h := s.Host; h != v.scope.Host; h = h.Parent.Host {
				h.receive(name)
			}
		}
	}
}

// receive makes name one of the host's free cells.
func (s *Scope) receive(name string) {
	if s.free == nil {
		s.free = make(map[string]int)
	}
	if _, ok := s.free[name]; !ok {
		s.free[name] = len(s.Free)
		s.Free = append(s.Free, name)
	}
}

// orderFree puts the cells that the host receives in the order of their names, as CPython has them in __closure__.
func (s *Scope) orderFree() {
	if len(s.Free) < 2 {
		return
	}
	slices.Sort(s.Free)
	for i, name := range s.Free {
		s.free[name] = i
	}
}

// enclosing finds the variable that an outer function binds. Class bodies are not visible to what is inside them, save for
// the __class__ of zero-argument super.
func (s *Scope) enclosing(name string) *variable {
	for p := s.Parent; p != nil; p = p.Parent {
		switch p.Kind {
		case ModuleScope:
			return nil
		case ClassScope:
			if name == "__class__" {
				if p.vars[name] == nil {
					p.vars[name] = &variable{scope: p, name: name, captured: true}
				}
				return p.vars[name]
			}
			continue
		}
		if sym := p.names[name]; sym != nil && sym.flags&isGlobal != 0 {
			return nil
		}
		if v := p.vars[name]; v != nil {
			return v
		}
	}
	return nil
}

// assignPlaces gives the scope's variables slots or cells in the host's frame.
func (s *Scope) assignPlaces() {
	h := s.Host
	params := make(map[string]int, s.Params)
	for i := 0; i < s.Params && i < len(s.Locals); i++ {
		params[s.Locals[i]] = i
	}
	names := s.order
	if s.Kind == ClassScope && s.vars["__class__"] != nil {
		names = []string{"__class__"}
	}
	for _, name := range names {
		v := s.vars[name]
		if v == nil {
			continue
		}
		slot, isParam := params[name]
		switch {
		case v.captured:
			param := -1
			if isParam {
				param = slot
			}
			v.ref = Ref{Cell, len(h.Cells)}
			h.Cells = append(h.Cells, CellVar{name, param})
			if s != h {
				s.OwnCells = append(s.OwnCells, v.ref.Index)
			}
		case isParam:
			v.ref = Ref{Local, slot}
		default:
			v.ref = Ref{Local, len(h.Locals)}
			if s != h {
				s.OwnSlots = append(s.OwnSlots, v.ref.Index)
				name = "." + name
			}
			h.Locals = append(h.Locals, name)
		}
	}
}

// fillRefs writes down the place of every name as seen from the scope.
func (s *Scope) fillRefs() {
	for _, name := range s.order {
		v := s.uses[name]
		switch {
		case v == nil:
			s.refs[name] = s.refWithoutVariable(name)
		case s.Kind == ClassScope && s.names[name].flags&isNonlocal == 0:
			s.refs[name] = Ref{Name, s.free[name]}
		case v.scope.Host == s.Host:
			s.refs[name] = v.ref
		default:
			s.refs[name] = Ref{Free, s.Host.free[name]}
		}
	}
}

func (s *Scope) refWithoutVariable(name string) Ref {
	if s.Kind == ClassScope && s.names[name].flags&isGlobal == 0 {
		return Ref{Name, -1}
	}
	return Ref{Storage: Global}
}
