package view

import "layerglass/core/share"

// Link returns what a link to a program and this view of it holds. What is as the page shows it anyway is left out, so that links stay short.
func (s *State) Link(program string) share.State {
	l := share.State{Program: program, Key: s.Key}
	if s.Form != Tree {
		l.Form = string(s.Form)
	}
	if s.Shown != nil && len(s.Shown.Objects) > 0 && s.Object != s.Shown.Objects[0].Name {
		l.Object = s.Object
	}
	if d := s.Draft(); d != nil && d.Changed() {
		l.Object, l.Config = s.Object, d.Config()
	}
	return l
}

// Follow shows what a link asks for, as far as the program's result has it.
func (s *State) Follow(l share.State) {
	if l.Object != "" && s.Shown != nil && find(s.Shown, l.Object) != nil {
		s.Object, s.Key = l.Object, ""
	}
	switch f := Form(l.Form); f {
	case Tree, Python, JSON, Object, Code:
		s.Form = f
	}
	if l.Config != "" && (l.Object == "" || s.Object == l.Object) {
		delete(s.Drafts, s.Object)
		s.Edit()
		if d := s.Draft(); d != nil {
			d.SetText(l.Config)
			d.AsText = d.Problem != "" // what cannot be read is shown as it was written
		}
	}
	s.Refresh()
	if s.NodeAt(l.Key) != nil {
		s.Key = l.Key
	}
}
