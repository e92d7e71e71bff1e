package view

// WeightCount returns the number of the chosen object's weights for its tab, "" without any.
func (s *State) WeightCount() string {
	if o := s.Chosen(); o != nil && len(o.Weights) > 0 {
		return group(int64(len(o.Weights)))
	}
	return ""
}

// Weights writes the list of the chosen object's weights, which the engine draws when it is looked at.
func Weights(s *State) Markup {
	var w builder
	o := s.Chosen()
	switch {
	case o == nil:
		w.paragraph("empty", "Weights are listed here as soon as the program makes a layer or a model.")
	case len(o.Weights) == 0 && (o.Kind == "layer" || o.Kind == "model") && !o.Built:
		w.paragraph("empty", "`"+o.Name+"` is not built, so it has no weights yet. Call it on an input, or call `"+o.Name+".build(input_shape)`.")
	case len(o.Weights) == 0:
		w.paragraph("empty", "`"+o.Name+"` has no weights.")
	default:
		w.stale(s)
		if w.add(s.panel("weights")); s.panel("weights").html == "" {
			w.paragraph("empty", "`"+o.Name+"` holds "+count(len(o.Weights), "weight")+".")
		}
	}
	return w.markup()
}
