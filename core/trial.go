package core

import (
	"math"
	"strconv"
	"strings"

	"layerglass/core/keras/models"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/keras/variable"
	"layerglass/core/protocol"
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

const (
	// trialSteps is the budget of the two calls of a trial: somebody waits for them.
	trialSteps = 12_000_000
	// trialSize bounds how many numbers an input keeps its batch for; a larger one is called on a single sample.
	trialSize = 4_096
	// trialSeed seeds the first input, the next number the second.
	trialSeed = 7
	// trialWeights bounds the numbers of an object's weights.
	trialWeights = 2_000_000
	// trialUnknown stands for a dimension that a layer leaves open, beside the batch; trialBelow is the limit of whole numbers whose
	// limit is not known.
	trialUnknown = 8
	trialBelow   = 10
)

// TrialRequest asks what an object of the last run and its copy compute from the same input.
type TrialRequest struct {
	Object string
	// Config, if set, is an edited config to make the copy from: JSON or a Python literal.
	Config string
	// Copy gives the copy the original's weights first.
	Copy bool
}

// Trial is what an object and its copy computed.
type Trial struct {
	// Input is the Python expression that both were called on, "" when they were not called.
	Input string
	// Sentence says what came out, or why nothing did.
	Sentence string
	// Outcome is "equal", "differs" or "none".
	Outcome string
	// Copied says that the copy has the original's weights; CanCopy that there are any to copy.
	Copied  bool
	CanCopy bool
	// Grids are a part of both outputs and of their difference.
	Grids []Grid
}

// Try calls an object of the last run and its copy on the same input and puts the numbers beside each other.
func (s *Session) Try(q TrialRequest) *Trial {
	f := s.object(q.Object)
	if f == nil {
		return noTrial("The last run has no object called " + q.Object + ".")
	}
	r := &trial{run: s.last, found: f, out: &Trial{Outcome: "none"}}
	r.out.Sentence = r.try(q)
	return r.out
}

func noTrial(sentence string) *Trial {
	return &Trial{Outcome: "none", Sentence: sentence}
}

// trial is one object and its copy under trial.
type trial struct {
	*run
	*found
	out   *Trial
	again object.Object
	args  string // of the call, as Python
	same  string // how the copy's config compares, to begin a sentence with
	seed  int
}

// try does what the request asks for and says what came out.
func (r *trial) try(q TrialRequest) string {
	if why := r.copy(q.Config); why != "" {
		return why
	}
	if why := r.input(); why != "" {
		return why
	}
	weights, values := r.weights(r.value)
	copied, _ := r.weights(r.again)
	if values > trialWeights {
		return "`" + r.name + "` has millions of values in its weights: too many to compute with while you wait."
	}
	r.out.CanCopy = len(weights) > 0 && len(copied) > 0
	if q.Copy && r.out.CanCopy {
		if err := r.copyWeights(); err != nil {
			return "The weights do not fit into the copy: " + raised(err)
		}
		r.out.Copied = true
	}
	left, why := r.call(r.value, "`"+r.name+"`")
	if why != "" {
		return why
	}
	right, why := r.call(r.again, "The copy")
	if why != "" {
		return why
	}
	r.out.Input = r.args
	return r.compareOutputs(left, right, len(weights) > 0)
}

// copy makes the copy and builds it as the original is.
func (r *trial) copy(edited string) string {
	kind := kindOf(r.class)
	t := r.thread
	switch {
	case kind != "layer" && kind != "model":
		return "Only layers and models are called on an input."
	case r.text():
		return r.takesText()
	case !r.truthAttr(r.value, "built"):
		return "`" + r.name + "` is not built: it has no weights to compute with yet. Call it on an input in the program, or call `" + r.name + ".build(input_shape)`."
	}
	refill(t)
	config, err := object.CallMethod(t, r.value, "get_config")
	if err != nil {
		return "There is no config to make a copy from: get_config raises " + raised(err)
	}
	if edited != "" {
		var bad *protocol.Diagnostic
		if config, bad = readLiteral(t, edited); bad != nil {
			return bad.Message
		}
	}
	refill(t)
	if r.again, err = object.CallMethod(t, r.class, "from_config", config); err != nil {
		return "There is no copy to call: from_config raises " + raised(err)
	}
	r.rebuild(r.value, r.again)
	r.same = "Same config"
	refill(t)
	back, err := object.CallMethod(t, r.again, "get_config")
	if original, bad := object.CallMethod(t, r.value, "get_config"); err != nil || bad != nil || len(r.compare("", original, back)) > 0 {
		r.same = "Another config"
	}
	return ""
}

func (r *trial) copyWeights() error {
	refill(r.thread)
	values, err := object.CallMethod(r.thread, r.value, "get_weights")
	if err != nil {
		return err
	}
	_, err = object.CallMethod(r.thread, r.again, "set_weights", values)
	return err
}

// input writes the arguments of the call from the shapes that the object was built for.
func (r *trial) input() string {
	t := r.thread
	r.seed = trialSeed
	model, _ := r.value.(*object.Instance)
	if given := models.Inputs(t, model); given != nil {
		return r.tensors(model, given)
	}
	below := r.below(model)
	refill(t)
	config, err := object.CallMethod(t, r.value, "get_build_config")
	d, _ := object.Of(config).(*object.Dict)
	if err != nil || d == nil {
		return "`" + r.name + "` was never called and not built for a shape, so it is not known what input it takes. Call it on an input in the program."
	}
	shapes, ok := object.Of(d.GetName("shapes_dict")).(*object.Dict)
	if !ok {
		var why string
		r.args, why = r.shaped(d.GetName("input_shape"), below)
		return why
	}
	var args []string
	for k, v := range shapes.All() {
		text, why := r.shaped(v, below)
		if why != "" {
			return why
		}
		args = append(args, strings.TrimSuffix(r.key(k), "_shape")+"="+text)
	}
	r.args = strings.Join(args, ", ")
	return ""
}

// tensors writes the arguments from the symbols that a functional model was made of.
func (r *trial) tensors(model *object.Instance, given object.Object) string {
	below := map[*tensor.KerasTensor]int{}
	steps, _, _ := models.Steps(r.thread, model)
	for i := range steps {
		limit := r.below(steps[i].Operation)
		for _, from := range steps[i].From {
			if limit > 0 && from.Tensor != nil {
				below[from.Tensor] = limit
			}
		}
	}
	problem := ""
	written, err := tree.Map(given, func(v object.Object) (object.Object, error) {
		x, ok := v.(*tensor.KerasTensor)
		if !ok {
			return object.NewStr("None"), nil
		}
		limit := below[x]
		switch {
		case x.Dtype == "string":
			problem = r.takesText()
		case x.Dtype == "bool":
			limit = 2
		case limit == 0 && strings.Contains(x.Dtype, "int"):
			limit = trialBelow
		}
		text, why := r.shaped(x.Shape.Object(), limit)
		if why != "" {
			problem = why
		}
		return object.NewStr(text), nil
	})
	if err != nil || problem != "" {
		return problem
	}
	r.args = r.nested(written)
	return ""
}

// nested writes lists, tuples and dicts of expressions.
func (r *trial) nested(v object.Object) string {
	if s, ok := object.AsString(v); ok {
		return s
	}
	var parts []string
	if d, ok := object.Of(v).(*object.Dict); ok {
		for k, v := range d.All() {
			parts = append(parts, r.repr(k)+": "+r.nested(v))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
	items, _ := itemsOf(object.Of(v))
	for _, item := range items {
		parts = append(parts, r.nested(item))
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// shaped writes an expression for a shape, or for several in lists and dicts. The numbers are whole and below a limit, or any where
// it is 0.
func (r *trial) shaped(shape object.Object, below int) (text, why string) {
	if d, ok := object.Of(shape).(*object.Dict); ok {
		var parts []string
		for k, v := range d.All() {
			if text, why = r.shaped(v, below); why != "" {
				return "", why
			}
			parts = append(parts, r.repr(k)+": "+text)
		}
		return "{" + strings.Join(parts, ", ") + "}", ""
	}
	items, ok := itemsOf(object.Of(shape))
	if ok && len(items) > 0 && r.isShape(items[0]) {
		var parts []string
		for _, item := range items {
			if text, why = r.shaped(item, below); why != "" {
				return "", why
			}
			parts = append(parts, text)
		}
		return "[" + strings.Join(parts, ", ") + "]", ""
	}
	dims, ok := dimsOf(items, ok)
	if !ok {
		return "", "It is not clear from the shape " + r.repr(shape) + " what input `" + r.name + "` takes."
	}
	size := 1
	for _, n := range dims {
		if size *= min(max(n, 1), 1<<20); size > trialWeights {
			return "", "An input of `" + r.name + "` has millions of numbers: too many to compute with while you wait."
		}
	}
	if size > trialSize {
		dims[0] = min(dims[0], 1)
	}
	return r.random(dims, below), ""
}

func (r *trial) isShape(v object.Object) bool {
	_, inner := itemsOf(object.Of(v))
	return inner
}

// dimsOf reads the dimensions of a shape and fills in those that are open.
func dimsOf(items []object.Object, ok bool) ([]int, bool) {
	var dims []int
	for i, item := range items {
		n, known := object.AsInt64(item)
		switch {
		case !known && item != object.None:
			return nil, false
		case !known && i == 0:
			n = 2
		case !known:
			n = trialUnknown
		}
		dims = append(dims, int(n))
	}
	return dims, ok
}

// random writes the call that makes a tensor of seeded random numbers.
func (r *trial) random(dims []int, below int) string {
	shape, seed := shapeText(dims), ", seed="+strconv.Itoa(r.seed)+")"
	r.seed++
	if below > 0 {
		return "keras.random.randint(" + shape + ", 0, " + strconv.Itoa(below) + seed
	}
	return "keras.random.normal(" + shape + seed
}

func (r *trial) takesText() string {
	return "`" + r.name + "` takes text, and made-up text would show nothing. Call it on text of your own in the program."
}

// below finds the limit of the whole numbers that a layer, or one inside of it, takes as its input; 0 when it takes any numbers.
func (r *trial) below(layer *object.Instance) int {
	t, least := r.thread, 0
	for _, inner := range r.inside(layer) {
		limit := ""
		for _, c := range inner.Class().MRO {
			switch c.Name {
			case "Embedding":
				limit = "input_dim"
			case "CategoryEncoding":
				limit = "num_tokens"
			case "IntegerLookup", "HashedCrossing", "Hashing":
				least = max(least, trialBelow)
			}
		}
		if limit == "" {
			continue
		}
		v, err := object.LookupAttr(t, inner, object.Intern(limit))
		if n, ok := object.AsInt64(v); err == nil && ok && n > 0 && (least == 0 || int(n) < least) {
			least = int(n)
		}
	}
	return least
}

// inside lists a layer and those that it holds.
func (r *trial) inside(layer object.Object) []object.Object {
	refill(r.thread)
	list, err := object.CallMethod(r.thread, layer, "_flatten_layers")
	if err != nil {
		return nil
	}
	layers, err := object.Items(r.thread, list)
	if err != nil {
		return nil
	}
	return layers
}

// text reports whether a layer or one inside of it reads text.
func (r *trial) text() bool {
	for _, inner := range r.inside(r.value) {
		for _, c := range inner.Class().MRO {
			if c.Name == "StringLookup" || c.Name == "TextVectorization" {
				return true
			}
		}
	}
	return false
}

// call gives what an object computes, as flat arrays; or says why it does not.
func (r *trial) call(what object.Object, who string) (out []*array.Array, why string) {
	t := r.thread
	refill(t)
	t.Steps = trialSteps
	keras, err := t.Import(t, "keras")
	if err == nil {
		names := object.NewDict()
		names.SetName("keras", keras)
		names.SetName("_called", what)
		var v object.Object
		v, err = object.Call(t, t.Builtins.GetName("eval"), object.NewStr("_called("+r.args+")"), names)
		if err == nil {
			out, err = r.numbers(v)
		}
	}
	switch {
	case err == nil && len(out) == 0:
		return nil, who + " gives no numbers that could be compared."
	case err == nil:
		return out, ""
	case object.AsException(err) == nil:
		return nil, "`" + r.name + "` is too large to compute with while you wait."
	}
	return nil, who + " raises an error when it is called on `" + r.args + "`: " + raised(err)
}

// numbers takes the arrays out of what a call returned.
func (r *trial) numbers(v object.Object) ([]*array.Array, error) {
	var out []*array.Array
	for _, leaf := range tree.Flatten(v) {
		x, ok := leaf.(*tensor.KerasTensor)
		if !ok || x.Dtype == "string" {
			continue
		}
		a, err := x.Array(r.thread)
		if err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, nil
}

// compareOutputs draws the first outputs and says how far all are apart.
func (r *trial) compareOutputs(left, right []*array.Array, weighted bool) string {
	if len(left) != len(right) {
		r.out.Outcome = "differs"
		return "The original gives " + count(len(left), "output") + ", the copy " + models.Grouped(len(right)) + "."
	}
	largest := 0.0
	for i := range left {
		if !array.EqualShape(left[i].Shape(), right[i].Shape()) {
			r.out.Outcome = "differs"
			return "The original gives an output of shape " + shapeText(left[i].Shape()) + ", the copy one of " + shapeText(right[i].Shape()) + "."
		}
		a, err := array.Float64s(left[i])
		b, other := array.Float64s(right[i])
		if err != nil || other != nil {
			return "The outputs are no real numbers, so they are not compared here."
		}
		for j := range a {
			if d := apart(a[j], b[j]); d > largest || math.IsNaN(d) {
				largest = d
			}
		}
		if i == 0 {
			r.draw(left[0].Shape(), a, b)
		}
	}
	r.out.Outcome = "equal"
	if largest != 0 {
		r.out.Outcome = "differs"
	}
	return r.outcome(largest, weighted) + outputsNote(len(left))
}

func outputsNote(n int) string {
	if n < 2 {
		return ""
	}
	return " Of " + strconv.Itoa(n) + " outputs the first is drawn."
}

// outcome is the lesson.
func (r *trial) outcome(largest float64, weighted bool) string {
	by := " The largest difference is " + compact(largest) + "."
	lost := by
	if r.same == "Same config" {
		lost = " Something that `call` uses did not come back." + by
	}
	switch {
	case largest == 0 && r.out.Copied:
		return r.same + ", and now the same weights: every output is equal."
	case largest == 0 && weighted:
		return r.same + ", and here the same weights too, because these initializers give the same values each time: every output is equal."
	case largest == 0:
		return r.same + " and no weights: every output is equal."
	case r.out.Copied:
		return r.same + ", the same weights, and still other outputs." + lost
	case weighted:
		return r.same + ", other weights: the outputs differ." + by
	}
	return r.same + ", no weights, and still other outputs." + lost
}

// apart is how far two numbers lie apart; what is no number is equal to its like.
func apart(a, b float64) float64 {
	if a == b || math.IsNaN(a) && math.IsNaN(b) {
		return 0
	}
	return math.Abs(a - b)
}

// array returns a variable's numbers; nil for something else.
func (r *run) array(w object.Object) (*array.Array, error) {
	if v, ok := w.(*variable.Variable); ok {
		return v.Array(r.thread)
	}
	return nil, nil
}
