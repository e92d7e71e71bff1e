package models

import (
	"math"
	"strconv"
	"strings"

	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/lib/sys"
	"layerglass/core/python/object"
)

const summarySignature = "(self, line_length=None, positions=None, print_fn=None, expand_nested=False, show_trainable=False, layer_range=None)"

// summary is one call of Model.summary.
type summary struct {
	l             *spec.Instance
	layers        []object.Object
	nodes         map[*tensor.Node]bool // the calls that "Connected to" speaks of; nil for a model of layers one behind another
	expand        bool
	showTrainable bool
	table         table
}

// summarize is Model.summary: it prints the layers as a table, and what the weights amount to.
func summarize(l *spec.Instance, a []object.Object) (object.Object, error) {
	s := &summary{l: l}
	var err error
	if s.expand, err = object.Truth(l.T, a[3]); err != nil {
		return nil, err
	}
	if s.showTrainable, err = object.Truth(l.T, a[4]); err != nil {
		return nil, err
	}
	if err := s.chooseLayers(); err != nil {
		return nil, err
	}
	if err := s.columns(a[0], a[1]); err != nil {
		return nil, err
	}
	from, to, err := s.span(a[5])
	if err != nil {
		return nil, err
	}
	for _, layer := range s.layers[from:to] {
		if err := s.add(layer, 0); err != nil {
			return nil, err
		}
	}
	text, err := s.text()
	if err != nil {
		return nil, err
	}
	own, err := object.Truth(l.T, a[2])
	if err != nil {
		return nil, err
	}
	if !own {
		return object.None, sys.Print(l.T, text)
	}
	_, err = object.Call(l.T, a[2], object.NewStr(text))
	return object.None, err
}

// chooseLayers takes the layers of the model, or the operations of its graph.
func (s *summary) chooseLayers() error {
	t := s.l.T
	if g := graphs(t)[s.l.Instance]; g != nil && s.l.Instance.Class().IsSubclass(Functional.In(t)) {
		for _, op := range g.operations {
			s.layers = append(s.layers, op)
		}
		if straight, err := s.straight(g); err != nil || straight {
			return err
		}
		s.nodes = map[*tensor.Node]bool{}
		for _, level := range g.byDepth {
			for _, n := range level {
				s.nodes[n] = true
			}
		}
		return nil
	}
	v, err := object.GetAttr(t, s.l.Instance, object.Intern("layers"))
	if err != nil {
		return err
	}
	s.layers, err = object.Items(t, v)
	return err
}

// straight reports whether a graph is a row of calls, each of another layer.
func (s *summary) straight(g *graph) (bool, error) {
	nodes := map[*tensor.Node]bool{}
	for _, level := range g.byDepth {
		if len(level) > 1 || len(level) == 1 && len(level[0].Inputs) > 1 {
			return false, nil
		}
		for _, n := range level {
			nodes[n] = true
		}
	}
	v, err := object.GetAttr(s.l.T, s.l.Instance, object.Intern("layers"))
	if err != nil {
		return false, err
	}
	list, err := object.Items(s.l.T, v)
	if err != nil {
		return false, err
	}
	for _, v := range list {
		layer, ok := v.(*object.Instance)
		if !ok {
			continue
		}
		calls := 0
		for _, n := range operation.Inbound(layer) {
			if nodes[n] {
				calls++
			}
		}
		if calls > 1 {
			return false, nil
		}
	}
	return true, nil
}

// columns decides on the columns and how wide they are: positions are where they end, as parts of line_length.
func (s *summary) columns(length, positions object.Object) error {
	headers, places := []string{"Layer (type)", "Output Shape", "Param #"}, []float64{0.45, 0.80, 1}
	if s.nodes != nil {
		headers, places = append(headers, "Connected to"), []float64{0.3, 0.56, 0.74, 1}
	}
	places, err := s.places(positions, places)
	if err != nil {
		return err
	}
	if s.showTrainable {
		headers = append(headers, "Trainable")
		for i := range places {
			places[i] *= 0.90
		}
		places = append(places, 1)
	}
	s.table.width = consoleWidth - 4
	if given, err := object.Truth(s.l.T, length); err != nil {
		return err
	} else if given {
		if s.table.width, err = s.number(length); err != nil {
			return err
		}
	}
	widths, err := s.widths(places)
	if err != nil {
		return err
	}
	if len(widths) < len(headers) {
		return object.NewError(object.IndexErrorClass, "positions has %d numbers for the summary's %d columns.", len(places), len(headers))
	}
	for i, h := range headers {
		c := column{header: h, width: widths[i]}
		switch h {
		case "Param #":
			c.justify = right
		case "Trainable":
			c.justify = center
		}
		s.table.columns = append(s.table.columns, c)
	}
	return nil
}

// widths are how wide the columns are that end at the places.
func (s *summary) widths(places []float64) ([]int, error) {
	current := 0
	var widths []int
	for _, p := range places {
		end := p * s.table.width
		if math.Abs(end) > 1<<53 || math.IsNaN(end) {
			return nil, object.NewError(object.OverflowErrorClass, "positions and line_length give a column that ends at %g.", end)
		}
		width := int(end) - current
		if width < 4 {
			return nil, object.ValueError("The columns of summary() do not fit: one of them would be %d characters wide, and 4 are needed. Pass a larger line_length=.", width)
		}
		widths = append(widths, width)
		current += width
	}
	return widths, nil
}

// number reads line_length.
func (s *summary) number(v object.Object) (float64, error) {
	if f, ok := object.Of(v).(object.Float); ok {
		return float64(f), nil
	}
	n, err := object.Index(s.l.T, v)
	return float64(n), err
}

// places reads positions.
func (s *summary) places(positions object.Object, usual []float64) ([]float64, error) {
	given, err := object.Truth(s.l.T, positions)
	if err != nil || !given {
		return usual, err
	}
	items, err := object.Items(s.l.T, positions)
	if err != nil {
		return nil, err
	}
	var out []float64
	for _, v := range items {
		f, ok := object.AsFloat64(v)
		if !ok || math.IsNaN(f) {
			return nil, object.ValueError("positions of summary() must hold numbers, got %s.", s.l.Repr(v))
		}
		out = append(out, f)
	}
	return out, nil
}

// span finds the layers between the two names or patterns of layer_range.
func (s *summary) span(v object.Object) (from, to int, err error) {
	if v == object.None {
		return 0, len(s.layers), nil
	}
	n, err := object.Len(s.l.T, v)
	if err != nil {
		return 0, 0, err
	}
	if n != 2 {
		return 0, 0, object.ValueError("layer_range must hold two names, of the first and the last layer, got %s.", s.l.Repr(v))
	}
	var found [2][]int
	var patterns [2]object.Object
	for i := range patterns {
		if patterns[i], err = object.GetItem(s.l.T, v, object.Int(i)); err != nil {
			return 0, 0, err
		}
	}
	for _, p := range patterns {
		if _, ok := object.AsString(p); !ok {
			return 0, 0, object.ValueError("layer_range must hold strings, got %s.", s.l.Repr(v))
		}
	}
	for i, p := range patterns {
		if found[i], err = s.matching(p); err != nil {
			return 0, 0, err
		}
	}
	a, b := found[0], found[1]
	if len(a) == 0 || len(b) == 0 {
		return 0, 0, object.ValueError("layer_range=%s fits no layer of the model '%s'.", s.l.Repr(v), operation.Name(s.l.Instance))
	}
	if a[0] > b[len(b)-1] {
		return b[0], a[len(a)-1] + 1, nil
	}
	return a[0], b[len(b)-1] + 1, nil
}

// matching returns the places of the layers whose names begin as the pattern says.
func (s *summary) matching(pattern object.Object) ([]int, error) {
	re, err := s.l.T.Import(s.l.T, "re")
	if err != nil {
		return nil, err
	}
	var out []int
	for i, layer := range s.layers {
		name, err := object.GetAttr(s.l.T, layer, object.Intern("name"))
		if err != nil {
			return nil, err
		}
		m, err := object.CallMethod(s.l.T, re, "match", pattern, name)
		if err != nil {
			return nil, err
		}
		if m != object.None {
			out = append(out, i)
		}
	}
	return out, nil
}

// text is the whole summary.
func (s *summary) text() (string, error) {
	name, err := object.GetAttr(s.l.T, s.l.Instance, object.Intern("name"))
	if err != nil {
		return "", err
	}
	title, err := object.ToStr(s.l.T, name)
	if err != nil {
		return "", err
	}
	parts, err := s.totals()
	if err != nil {
		return "", err
	}
	var out strings.Builder
	paragraph(&out, "Model: \""+title+"\"")
	s.table.draw(&out)
	for _, p := range parts {
		paragraph(&out, " "+p.label+": "+Grouped(p.count)+" ("+memory(p.bits)+")")
	}
	return out.String(), nil
}

// Grouped writes a count with a comma between groups of three digits, as Keras's summary does.
func Grouped(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// memory writes a size with a unit.
func memory(bits int) string {
	size := float64(bits) / 8
	units := []string{"B", "KB", "MB", "GB", "TB", "PB"}
	for _, unit := range units {
		if size/1024 < 1 {
			return strconv.FormatFloat(size, 'f', 2, 64) + " " + unit
		}
		size /= 1024
	}
	return strconv.FormatFloat(size, 'f', 2, 64) + " PB"
}
