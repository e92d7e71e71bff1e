package models

import (
	"slices"
	"strings"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/layers/core"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// Sequential is keras.Sequential: layers one behind another.
var Sequential *spec.Class

func init() {
	Sequential = spec.Declare("keras.src.models.sequential", "keras.Sequential keras.models.Sequential", func() spec.Class {
		return spec.Class{
			Doc: "A model of layers one behind another.", Native: newSequential}
	})
}

var sequentialInit = object.ParseSignature("(self, layers=None, trainable=True, name=None)")

// sequence is what a Sequential keeps: all its layers, an InputLayer first once the input's shape is known, and the graph.
type sequence struct {
	layers []*object.Instance
	names  map[string]bool // of the layers
	// own says that a layer is or holds a program's own, whose call may do what a program sees.
	own bool
	// input and output are the ends of the calls of the layers on one another, nil until built.
	input, output object.Object
	// outs are what the layers gave when they were connected, the input first; tensors is how many there are behind it.
	outs    []object.Object
	tensors int
	// inner is the functional model between them, made when it is asked for. Its name is taken when the layers are connected.
	inner *object.Instance
	name  string
}

// functional returns the functional model inside, nil until the model is built.
func (s *sequence) functional(t *object.Thread) (*object.Instance, error) {
	if s.inner != nil || s.output == nil {
		return s.inner, nil
	}
	o, err := object.CallArgs(t, Functional.In(t), object.Args{Pos: []object.Object{s.input, s.output}, Kw: arg.Pairs("name", s.name)})
	if err != nil {
		return nil, err
	}
	s.inner = o.(*object.Instance)
	graphs(t)[s.inner].anySize = true
	return s.inner, nil
}

type sequencesKey struct{}

func sequenceOf(t *object.Thread, self *object.Instance) *sequence {
	all := t.State(sequencesKey{}, func() any { return map[*object.Instance]*sequence{} }).(map[*object.Instance]*sequence)
	s := all[self]
	if s == nil {
		s = &sequence{}
		all[self] = s
	}
	return s
}

func newSequential(t *object.Thread) *object.Class {
	c := subclass(t, "Sequential", "keras.src.models.sequential", Model.In(t))
	c.New = newWithoutArguments
	c.Methods(
		object.RawFunc("__init__", "", "", func(t *object.Thread, a object.Args) (object.Object, error) {
			v, err := operation.Bind("Sequential.__init__", sequentialInit, a)
			if err != nil {
				return nil, err
			}
			return object.None, initSequential(arg.Self(t, v[0].(*object.Instance)), v[1], v[2], v[3])
		}).WithSignature(sequentialInit),
		method("add", "(self, layer, rebuild=True)", func(l *spec.Instance, a []object.Object) (object.Object, error) {
			again, err := object.Truth(l.T, a[1])
			if err != nil {
				return nil, err
			}
			return object.None, add(l, a[0], again)
		}),
		method("pop", "(self, rebuild=True)", pop),
		method("_lock_state", "(self)", func(*spec.Instance, []object.Object) (object.Object, error) {
			return object.None, nil // layers may be added at any time
		}),
		method("build", "(self, input_shape=None)", func(l *spec.Instance, a []object.Object) (object.Object, error) {
			return object.None, build(l, a[0])
		}),
		method("call", "(self, inputs, training=None, mask=None, **kwargs)", callSequential),
		method("compute_output_spec", "(self, inputs, training=None, mask=None, **kwargs)", func(l *spec.Instance, a []object.Object) (object.Object, error) {
			return through(l, "compute_output_spec", a[0])
		}),
		method("compute_output_shape", "(self, input_shape)", func(l *spec.Instance, a []object.Object) (object.Object, error) {
			return through(l, "compute_output_shape", a[0])
		}),
		method("get_config", "(self)", func(l *spec.Instance, _ []object.Object) (object.Object, error) { return sequentialConfig(l) }),
	)
	c.GetterSetter("layers", "The layers, without an InputLayer at the start.", func(t *object.Thread, o object.Object) (object.Object, error) {
		return instances(sequenceOf(t, o.(*object.Instance)).visible(t)), nil
	}, func(_ *object.Thread, o, _ object.Object) error {
		return object.AttributeError(o, "layers", "The attribute layers belongs to Keras. Use add() and pop().")
	})
	for _, name := range []string{"inputs", "outputs", "input_shape", "output_shape"} {
		c.Getter(name, "", func(t *object.Thread, o object.Object) (object.Object, error) {
			self := o.(*object.Instance)
			inner, err := sequenceOf(t, self).functional(t)
			if inner != nil {
				return object.GetAttr(t, inner, object.Intern(name))
			}
			if err != nil {
				return nil, err
			}
			return nil, object.AttributeError(o, name, "The Sequential model '%s' has no %s yet: it is known once the model is built.", operation.Name(self), name)
		})
	}
	c.ClassMethods(object.Func("from_config", "(cls, config, custom_objects=None)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		cls, ok := a[0].(*object.Class)
		if !ok {
			return nil, object.TypeError("from_config() needs a class")
		}
		return sequentialFromConfig(t, cls, a[1], customOf(a[2]))
	}))
	return c
}

func isInput(t *object.Thread, op *object.Instance) bool {
	return op.Class().IsSubclass(core.InputLayer.In(t))
}

func (s *sequence) visible(t *object.Thread) []*object.Instance {
	if len(s.layers) > 0 && isInput(t, s.layers[0]) {
		return s.layers[1:]
	}
	return s.layers
}

// track makes the layers the model's state.
func (s *sequence) track(l *spec.Instance) {
	items := make([]object.Object, len(s.layers))
	for i, op := range s.layers {
		items[i] = op
	}
	layers.Tracked(l.Instance, items)
}

func initSequential(l *spec.Instance, list, trainable, name object.Object) error {
	init := layers.Base.In(l.T).Lookup(object.Intern("__init__"))
	if _, err := object.CallArgs(l.T, &object.Method{Self: l.Instance, Func: init}, object.Args{Kw: arg.Pairs("trainable", trainable, "name", name)}); err != nil {
		return err
	}
	if some, err := object.Truth(l.T, list); err != nil || !some {
		return err
	}
	if err := object.Iterate(l.T, list, func(v object.Object) (bool, error) { return true, add(l, v, false) }); err != nil {
		return err
	}
	return rebuild(l)
}

// add is Sequential.add.
func add(l *spec.Instance, v object.Object, again bool) error {
	s := sequenceOf(l.T, l.Instance)
	if x, ok := v.(*tensor.KerasTensor); ok && x.History != nil && isInput(l.T, x.History.Operation) {
		v = x.History.Operation
	}
	layer, ok := layers.IsLayer(l.T, v)
	if !ok {
		return object.ValueError("Only layers can be added to a Sequential model, got %s.", l.Repr(v))
	}
	if len(s.layers) == 0 {
		if shape := layer.Attr("_input_shape_arg"); shape != nil && shape != object.None {
			in, err := core.InputLayer.New(l.T, arg.Pairs("shape", shape)...)
			if err != nil {
				return err
			}
			if err := add(l, in, true); err != nil {
				return err
			}
		}
	}
	if s.names[operation.Name(layer)] && !slices.Contains(s.layers, layer) {
		return object.ValueError("The Sequential model has a layer called '%s' already. Pass another name= to one of the two.", operation.Name(layer))
	}
	if isInput(l.T, layer) && len(s.layers) > 0 && isInput(l.T, s.layers[0]) {
		return object.ValueError("The Sequential model '%s' has an input already, of shape %s.", operation.Name(l.Instance), l.Repr(orNone(s.layers[0].Attr("_batch_shape"))))
	}
	extends := again && s.simple(l)
	s.layers = append(s.layers, layer)
	layers.TrackLast(l.Instance, layer)
	s.note(l.T, layer)
	switch {
	case !again:
		return s.unbuild(l)
	case extends && !s.own:
		return s.extend(l, layer)
	}
	return rebuild(l)
}

// simple reports whether the model is connected and of layers of Keras alone, so that calling a layer again changes nothing.
func (s *sequence) simple(l *spec.Instance) bool {
	return s.output != nil && !s.own && len(s.outs) == len(s.layers) && l.Bool("built") && l.Instance.Class() == Sequential.In(l.T)
}

// note keeps what add looks at.
func (s *sequence) note(t *object.Thread, layer *object.Instance) {
	if s.names == nil {
		s.names = map[string]bool{}
	}
	s.names[operation.Name(layer)] = true
	s.own = s.own || ofProgram(t, layer)
}

// ofProgram reports whether a layer is of a program's class, calls a function of a program, or holds such a layer.
func ofProgram(t *object.Thread, layer *object.Instance) bool {
	if d := spec.Of(layer.Class()); d == nil || d == core.Lambda {
		return true
	}
	for _, sub := range layers.Sublayers(layer) {
		if ofProgram(t, sub) {
			return true
		}
	}
	return false
}

// extend calls the layer that was added last on the output so far. Keras calls all layers again, which comes to the same for
// layers of its own; doing so would make models of thousands of layers slow.
func (s *sequence) extend(l *spec.Instance, layer *object.Instance) error {
	before := s.outs[len(s.outs)-1]
	if err := s.unbuild(l); err != nil {
		return err
	}
	operation.SkipNames(l.T, "keras_tensor", s.tensors) // those of the calls that are not made again
	scope := layers.OpenScope(l.T, l.Instance)
	out, err := s.call(l, layer, before)
	operation.LeaveScope(l.T, scope)
	if err != nil {
		return err
	}
	if out != nil {
		s.gave(out)
		s.connected(l.T, s.input, out)
	}
	return l.Set("built", true)
}

// gave notes the output of one more layer.
func (s *sequence) gave(out object.Object) {
	s.outs = append(s.outs, out)
	s.tensors += tensorCount(out)
}

func tensorCount(out object.Object) int {
	n := 0
	tree.Each(out, func(object.Object) bool {
		n++
		return true
	})
	return n
}

// connected notes the ends of the graph, and takes the name that Keras would give the functional model between them.
func (s *sequence) connected(t *object.Thread, in, out object.Object) {
	s.input, s.output, s.inner, s.name = in, out, nil, operation.AutoName(t, "Functional")
}

func (s *sequence) unbuild(l *spec.Instance) error {
	s.output, s.inner = nil, nil
	return l.Set("built", false)
}

func pop(l *spec.Instance, a []object.Object) (object.Object, error) {
	s := sequenceOf(l.T, l.Instance)
	if len(s.layers) == 0 {
		return nil, object.NewError(object.IndexErrorClass, "pop from empty list")
	}
	again, err := object.Truth(l.T, a[0])
	shortens := again && s.simple(l) && len(s.layers) > 2
	last := s.layers[len(s.layers)-1]
	s.layers = s.layers[:len(s.layers)-1]
	if layers.UntrackLast(l.Instance, last); slices.Contains(s.layers, last) {
		s.track(l)
	} else {
		delete(s.names, operation.Name(last))
	}
	if s.own {
		s.names, s.own = nil, false
		for _, layer := range s.layers {
			s.note(l.T, layer)
		}
	}
	if err := s.unbuild(l); err != nil {
		return nil, err
	}
	switch {
	case err != nil || !again:
		return last, err
	case shortens:
		return last, s.shorten(l)
	case len(s.layers) == 0: // Keras looks at the first layer again
		return nil, object.NewError(object.IndexErrorClass, "list index out of range")
	}
	return last, rebuild(l)
}

// shorten calls the layer that is the last one now again, as Keras calls all.
func (s *sequence) shorten(l *spec.Instance) error {
	n := len(s.layers)
	for _, out := range s.outs[n-1:] {
		s.tensors -= tensorCount(out)
	}
	s.outs = s.outs[:n-1]
	return s.extend(l, s.layers[n-1])
}

// rebuild builds the model if its first layer tells the input's shape and there is something behind it.
func rebuild(l *spec.Instance) error {
	s := sequenceOf(l.T, l.Instance)
	if err := s.unbuild(l); err != nil || len(s.layers) < 2 {
		return err
	}
	first := s.layers[0]
	if isInput(l.T, first) {
		return callBuild(l, first.Attr("_batch_shape"))
	}
	shape, err := object.LookupAttr(l.T, first, object.Intern("input_shape"))
	if err != nil && !object.IsKind(err, object.AttributeErrorClass) {
		return err
	}
	if shape != nil && err == nil {
		return callBuild(l, shape)
	}
	return nil
}

func callBuild(l *spec.Instance, shape object.Object) error {
	_, err := l.Method("build", shape)
	return err
}

// build is Sequential.build: it calls the layers one after another on a tensor of the shape.
func build(l *spec.Instance, given object.Object) error {
	shape, err := layers.StandardizeShape(l.T, given)
	if err != nil { // as Keras, no shape is no failure
		if object.AsException(err) == nil {
			return err
		}
		return nil
	}
	s := sequenceOf(l.T, l.Instance)
	if len(s.layers) == 0 {
		return object.ValueError("The Sequential model %s has no layers. Add some before building it.", operation.Name(l.Instance))
	}
	if first := s.layers[0]; isInput(l.T, first) {
		own, _ := spec.ReadShape(orNone(first.Attr("_batch_shape")))
		if !own.Equal(shape) {
			return object.ValueError("The Sequential model '%s' has the input shape %s. It cannot be built for %s.", operation.Name(l.Instance), own.String(), shape.String())
		}
	} else {
		dtype, err := object.GetAttr(l.T, first, object.Intern("compute_dtype"))
		if err != nil {
			return err
		}
		in, err := core.InputLayer.New(l.T, arg.Pairs("batch_shape", shape.Object(), "dtype", dtype)...)
		if err != nil {
			return err
		}
		s.layers = append([]*object.Instance{in}, s.layers...)
		s.track(l)
		s.note(l.T, in)
	}
	return s.connect(l)
}

// connect calls the layers one after another.
func (s *sequence) connect(l *spec.Instance) error {
	input := operation.Inbound(s.layers[0])[0].Outputs[0]
	var x object.Object = input
	s.outs, s.tensors = append(s.outs[:0:0], input), 0
	for _, layer := range s.layers[1:] {
		out, err := s.call(l, layer, x)
		if out == nil || err != nil {
			return err
		}
		s.gave(out)
		x = out
	}
	s.connected(l.T, input, x)
	if !s.own {
		return nil
	}
	_, err := s.functional(l.T) // a layer of a program may have returned anything
	return err
}

// call calls a layer, and returns nil for one whose shape is not known without values.
func (s *sequence) call(l *spec.Instance, layer *object.Instance, x object.Object) (object.Object, error) {
	out, err := object.Call(l.T, layer, x)
	switch {
	case object.IsKind(err, object.NotImplementedErrClass):
		return nil, nil
	case object.IsKind(err, object.TypeErrorClass):
		return nil, s.oneArgument(l, layer, err)
	}
	return out, err
}

// oneArgument explains a TypeError of a layer that takes more than one tensor.
func (s *sequence) oneArgument(l *spec.Instance, layer *object.Instance, err error) error {
	call, e := object.GetAttr(l.T, layer, object.Intern("call"))
	if e != nil {
		return err
	}
	if m, ok := call.(*object.Method); ok {
		call = m.Func
	}
	f, ok := call.(object.Signatured)
	if !ok {
		return err
	}
	positional, required := 0, 0
	for i, p := range f.Signature().Params {
		if i == 0 || p.Kind > object.PositionalOrKeyword {
			continue
		}
		positional++
		if p.Default == nil {
			required++
		}
	}
	switch {
	case positional == 0:
		return object.ValueError("A layer of a Sequential model must take one positional argument, the input. call() of %s takes none.", layer.Class().Name)
	case required > 1:
		return object.ValueError("A layer of a Sequential model must take one positional argument, the input. call() of %s requires %d.", layer.Class().Name, required)
	}
	return err
}

func callSequential(l *spec.Instance, a []object.Object) (object.Object, error) {
	s := sequenceOf(l.T, l.Instance)
	if inner, err := s.functional(l.T); inner != nil || err != nil {
		if err != nil {
			return nil, err
		}
		return object.CallMethod(l.T, inner, "call", a[0], a[1], a[2])
	}
	x := a[0]
	for _, layer := range s.visible(l.T) {
		args := object.Args{Pos: []object.Object{x}}
		if a[1] != object.None && takesTraining(l.T, layer) {
			args.Kw = arg.Pairs("training", a[1])
		}
		var err error
		if x, err = object.CallArgs(l.T, layer, args); err != nil {
			return nil, err
		}
	}
	return x, nil
}

// through asks the functional model inside, or each layer in turn.
func through(l *spec.Instance, method string, x object.Object) (object.Object, error) {
	s := sequenceOf(l.T, l.Instance)
	if inner, err := s.functional(l.T); inner != nil || err != nil {
		if err != nil {
			return nil, err
		}
		return object.CallMethod(l.T, inner, method, x)
	}
	for _, layer := range s.visible(l.T) {
		if method == "compute_output_spec" && merges(layer) { // Keras passes training, which these do not take
			return nil, object.TypeError("%s.compute_output_spec() got an unexpected keyword argument 'training'", layer.Class().Name)
		}
		var err error
		if x, err = object.CallMethod(l.T, layer, method, x); err != nil {
			return nil, err
		}
	}
	return x, nil
}

// merges reports whether a layer puts tensors together: it has Keras's own compute_output_spec of such layers.
func merges(layer *object.Instance) bool {
	for _, c := range layer.Class().MRO {
		if strings.HasPrefix(c.Module(), "keras.src.layers.merging") {
			return true
		}
	}
	return false
}

func sequentialConfig(l *spec.Instance) (object.Object, error) {
	s := sequenceOf(l.T, l.Instance)
	var list []object.Object
	for _, layer := range s.layers {
		v, err := saving.Serialize(l.T, layer)
		if err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	v, err := modelConfig(l)
	if err != nil {
		return nil, err
	}
	config := v.(*object.Dict)
	config.SetName("name", l.Value("name"))
	config.SetName("layers", object.NewList(list...))
	if s.output != nil {
		config.SetName("build_input_shape", s.layers[0].Attr("_batch_shape"))
	}
	return config, nil
}

func sequentialFromConfig(t *object.Thread, cls *object.Class, v object.Object, custom *object.Dict) (object.Object, error) {
	config, ok := object.Of(v).(*object.Dict)
	if !ok || config.GetName("name") == nil {
		return nil, object.ValueError("The config of a Sequential model must be a dict with the keys name and layers, got %s.", arg.Repr(t, v))
	}
	list, err := object.GetItem(t, config, object.NewStr("layers"))
	if err != nil {
		return nil, err
	}
	site := t.Site
	t.Site = nil
	defer func() { t.Site = site }()
	o, err := object.CallArgs(t, cls, object.Args{Kw: arg.Pairs("name", config.GetName("name"))})
	if err != nil {
		return nil, err
	}
	err = object.Iterate(t, list, func(v object.Object) (bool, error) {
		layer, err := saving.Deserialize(t, v, custom)
		if err != nil {
			return false, err
		}
		_, err = object.CallMethod(t, o, "add", layer)
		return true, err
	})
	if err != nil {
		return nil, err
	}
	shape := config.GetName("build_input_shape")
	self, ok := o.(*object.Instance)
	if !ok || shape == nil || sequenceOf(t, self).output != nil {
		return o, nil
	}
	if _, isShape := spec.ReadShape(shape); isShape {
		_, err = object.CallMethod(t, o, "build", shape)
	}
	return o, err
}
