package protocol

// Panel is a part of a pane that the engine draws, because only few people look at it and what draws it can load later. It is asked for
// without Markup and comes back with it.
type Panel struct {
	// Name is "trial" (what an object and its copy compute), "weights" (what numbers an object holds) or "classes" (what of Keras is
	// checked).
	Name string
	// Object is one of the last run; Config, if set, an edited config of it, JSON or a Python literal.
	Object string
	Config string
	// Option depends on the panel: "copy" gives the copy of a trial the original's weights first.
	Option string
	// Markup is HTML; what comes from a program is escaped in it.
	Markup string
}

func panelFields(f *fields, p *Panel) {
	f.text("name", &p.Name)
	f.text("object", &p.Object)
	f.text("config", &p.Config)
	f.text("option", &p.Option)
	f.text("markup", &p.Markup)
}
