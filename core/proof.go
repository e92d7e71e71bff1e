package core

import (
	"strconv"

	"layerglass/core/keras/models"
	"layerglass/core/protocol"
	"layerglass/core/python/object"
)

// changed tells how what came back differs from the config that from_config was given.
func (r *run) changed(given, back object.Object) []protocol.Difference {
	list := r.compare("", given, back)
	for i := range list {
		d := &list[i]
		switch {
		case d.Want == "":
			d.Why = "The config does not name it: it has its default."
		case d.Got == "":
			d.Why = "from_config was given it, and get_config does not write it."
		case d.Why == "":
			d.Why = "The object keeps it in another form."
		}
	}
	return list
}

// proofs says what a round trip keeps, each with the reason.
func proofs(out *protocol.Recreated, weights int) []protocol.Proof {
	list := []protocol.Proof{{Name: "config equal", Holds: out.Verdict == "equal", Why: "The copy's get_config returns what the original's does."}}
	switch {
	case out.Verdict == "failed":
		list[0].Why = "from_config could not make a copy."
	case out.Verdict != "equal":
		list[0].Why = count(len(out.Differences), "key") + " came back with another value."
	}
	list = append(list, protocol.Proof{Name: "JSON-safe", Holds: out.JSONSafe, Why: or(out.JSONWhy, "json.dumps writes the config, and json.loads reads the same.")},
		protocol.Proof{Name: "cold reload", Holds: out.ColdReload, Why: or(out.ColdWhy, "A new process that knows only Keras can make the object.")})
	w := protocol.Proof{Name: "weights", Why: "A config holds no weights: the copy starts with new ones. Save them with save_weights or a .keras file."}
	if weights == 0 {
		w.Why = "The object has no weights to lose."
		w.Holds = true
	} else {
		w.Why = "A config holds no weights: the " + strconv.Itoa(weights) + " of the original are not in it. Save them with save_weights or a .keras file."
	}
	return append(list, w)
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// rebuild builds a copy for the shapes that the original was built for, as loading a model does, so that its weights can be shown.
func (r *run) rebuild(original, again object.Object) {
	if !r.truthAttr(original, "built") || r.truthAttr(again, "built") {
		return
	}
	refill(r.thread)
	config, err := object.CallMethod(r.thread, original, "get_build_config")
	if err != nil || config == object.None {
		return
	}
	refill(r.thread)
	_, _ = object.CallMethod(r.thread, again, "build_from_config", config) // a copy that cannot be built has no weights to show
}

// weightCount counts an object's weights.
func (r *run) weightCount(o object.Object) int {
	list, _ := r.weights(o)
	return len(list)
}

// Compare compares two objects of the last run, or one with what an edited config of it gives.
func (s *Session) Compare(q protocol.CompareRequest) *protocol.Comparison {
	f := s.object(q.Object)
	if f == nil {
		return notCompared("The last run has no object called " + q.Object + ".")
	}
	out := &protocol.Comparison{Left: q.Object, Right: q.With}
	r := s.last
	refill(r.thread)
	left, err := object.CallMethod(r.thread, f.value, "get_config")
	if err != nil {
		return notCompared("get_config of " + q.Object + " raises " + raised(err))
	}
	out.LeftWeights, _ = r.weights(f.value)
	var right object.Object
	switch {
	case q.Config != "":
		config, bad := readLiteral(r.thread, q.Config)
		if bad != nil {
			return &protocol.Comparison{Diagnostics: []protocol.Diagnostic{*bad}}
		}
		refill(r.thread)
		again, err := object.CallMethod(r.thread, f.class, "from_config", config)
		if err != nil {
			return notCompared("from_config refuses the edited config: " + raised(err))
		}
		if right, err = object.CallMethod(r.thread, again, "get_config"); err != nil {
			return notCompared("get_config of the copy raises " + raised(err))
		}
		r.rebuild(f.value, again)
		out.RightWeights, _ = r.weights(again)
		out.Right = q.Object + " edited"
	default:
		g := s.object(q.With)
		if g == nil {
			return notCompared("The last run has no object called " + q.With + ".")
		}
		refill(r.thread)
		if right, err = object.CallMethod(r.thread, g.value, "get_config"); err != nil {
			return notCompared("get_config of " + q.With + " raises " + raised(err))
		}
		out.RightWeights, _ = r.weights(g.value)
		out.SameClass = f.class == g.class
		if !out.SameClass {
			out.Notes = append(out.Notes, q.Object+" is a "+f.class.Name+", "+q.With+" a "+g.class.Name+".")
		}
	}
	out.SameClass = out.SameClass || q.Config != ""
	out.Differences = r.compare("", left, right)
	for i := range out.Differences {
		out.Differences[i].Why = compared(&out.Differences[i], out.Left, out.Right)
	}
	out.Notes = append(out.Notes, weightNotes(out)...)
	out.Equal = len(out.Differences) == 0 && out.SameClass
	return out
}

func notCompared(message string) *protocol.Comparison {
	return &protocol.Comparison{Diagnostics: []protocol.Diagnostic{{Code: "not-compared", Severity: "error", Message: message}}}
}

func compared(d *protocol.Difference, left, right string) string {
	switch {
	case d.Want == "":
		return "Only " + right + " has this key."
	case d.Got == "":
		return "Only " + left + " has this key."
	case d.Path == "name":
		return "Each object has a name of its own."
	}
	return d.Why
}

// weightNotes says how the weights' shapes differ.
func weightNotes(c *protocol.Comparison) []string {
	if len(c.LeftWeights) != len(c.RightWeights) {
		return []string{c.Left + " has " + count(len(c.LeftWeights), "weight") + ", " + c.Right + " " + models.Grouped(len(c.RightWeights)) + "."}
	}
	var out []string
	for i := range c.LeftWeights {
		a, b := &c.LeftWeights[i], &c.RightWeights[i]
		if shapeText(a.Shape) != shapeText(b.Shape) && len(out) < 20 {
			out = append(out, a.Path+" has the shape "+shapeText(a.Shape)+", "+b.Path+" "+shapeText(b.Shape)+".")
		}
	}
	return out
}

func shapeText(dims []int) string {
	s := "("
	for i, d := range dims {
		if i > 0 {
			s += ", "
		}
		s += strconv.Itoa(d)
	}
	if len(dims) == 1 {
		s += ","
	}
	return s + ")"
}
