// Package code writes Python for a config: the constructor calls that make an object with that config, as short as they can be.
//
// What it writes it tries: in threads of its own it makes the object that from_config gives and the one that the code gives, and
// compares their configs. Where they differ it writes more out: every name, then from_config itself.
package code

import (
	"slices"
	"strconv"
	"strings"

	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// Options say what the code is for.
type Options struct {
	// Thread makes a thread in which code can be tried; it is called twice.
	Thread func() *object.Thread
	// Names returns what the code may use in such a thread, a program's own classes say. nil is nothing.
	Names func(t *object.Thread) *object.Dict
	// Class is the class of a config that does not name it: "keras.layers.Dense", or a class of the program.
	Class string
	// Variable is the name that the code binds; "" for one that suits the object.
	Variable string
}

// Result is code and what is to be known of it.
type Result struct {
	Text     string
	Variable string
	// Imports are the lines that the text begins with, Body what follows.
	Imports []string
	Body    string
	// Notes are sentences about what the code cannot say by itself.
	Notes []string
	// Custom lists the classes and functions that are not Keras's.
	Custom []string
	// Exact says that the code was run and made an object equal to from_config's.
	Exact bool
	// Err is what from_config raised, if it did: the code then says what the config says, and may not run.
	Err error
}

// effort says how much is written out.
type effort struct {
	names bool // every name, also those that Keras would choose
	masks bool // masks too that Keras may hand on itself
	whole bool // from_config of the whole
}

// generator writes one text.
type generator struct {
	Options
	effort
	lab     *lab // tries expressions
	live    *lab // runs the text as it grows; nil once it failed
	lines   []string
	layers  bool // "from keras import layers" is needed
	numpy   bool
	imports []string
	notes   []string
	foreign []string
	count   map[string]int
	depth   int             // of objects in one another
	ahead   map[string]int  // names that the statement being written will take
	taken   map[string]bool // variables
}

// named is a config with what it says of its class.
type named struct {
	module, class, registered string
	config                    *object.Dict
	whole                     *object.Dict // the serialized object, nil for a config alone
}

// Generate writes the code for a config: a serialized object, or a plain config with its class in the Options.
func Generate(config object.Object, o Options) *Result {
	n := read(config, o.Class)
	if n == nil {
		return &Result{Notes: []string{"This says of no class. Give the serialized form, which has class_name and config in it, or name the class."}}
	}
	first, second := o.Thread(), o.Thread()
	target, err := recreate(o, n, second)
	var r *Result
	efforts := []effort{{}, {masks: true}, {names: true, masks: true}, {whole: true}}
	if size(config, maxSize) < 0 {
		efforts = efforts[3:]
	}
	for _, e := range efforts {
		g := &generator{Options: o, effort: e, taken: map[string]bool{}, ahead: map[string]int{}, count: map[string]int{},
			lab: newLab(o, first), live: newLab(o, second)}
		r = g.run(n)
		if target == nil {
			break
		}
		if g.live != nil {
			got := g.live.configOf(g.live.globals.GetName(r.Variable))
			r.Exact = got != nil && (g.lab.same(target, got, false) || g.lab.same(n.config, got, false))
		}
		if r.Exact {
			break
		}
	}
	r.Err = err
	return r
}

// maxSize is how many values a config may hold for its code to be worked out; a larger one is handed to from_config as it is.
const maxSize = 30_000

// size counts down by the values in a config; it is negative for one that holds more.
func size(v object.Object, left int) int {
	left--
	if list, ok := sequence(object.Of(v)); ok {
		for i := 0; i < len(list) && left >= 0; i++ {
			left = size(list[i], left)
		}
	}
	if d, ok := object.Of(v).(*object.Dict); ok {
		for _, x := range d.All() {
			if left = size(x, left); left < 0 {
				break
			}
		}
	}
	return left
}

// read finds the class of a config; nil when there is none.
func read(v object.Object, class string) *named {
	d, ok := object.Of(v).(*object.Dict)
	if !ok {
		return nil
	}
	if c, ok := object.Of(orNone(d.GetName("config"))).(*object.Dict); ok && text(d.GetName("class_name")) != "" {
		return &named{text(d.GetName("module")), text(d.GetName("class_name")), text(d.GetName("registered_name")), c, d}
	}
	if class == "" {
		if class = guess(d); class == "" {
			return nil
		}
	}
	if i := strings.LastIndexByte(class, '.'); i >= 0 {
		return &named{module: class[:i], class: class[i+1:], config: d}
	}
	if c := find("", class); c != nil {
		return &named{module: c.Public()[:strings.LastIndexByte(c.Public(), '.')], class: c.Name, config: d}
	}
	return &named{class: class, config: d}
}

func orNone(v object.Object) object.Object {
	if v == nil {
		return object.None
	}
	return v
}

// guess finds the class of a plain config by its name, which Keras makes of the class's, and by its keys.
func guess(d *object.Dict) string {
	switch {
	case d.GetName("input_layers") != nil && d.GetName("layers") != nil:
		return "keras.Functional"
	case d.GetName("layers") != nil && d.GetName("name") != nil:
		return "keras.Sequential"
	}
	name := strings.TrimRight(text(d.GetName("name")), "0123456789")
	best, matched := "", 0
	for _, c := range spec.All() {
		if c.Public() == "" || c.Native != nil {
			continue
		}
		if base := operation.SnakeCase(c.Name); name != base && name != base+"_" {
			continue
		}
		n := 0
		for _, a := range c.Args {
			switch {
			case a.IsCheck():
			case d.GetName(a.Name) != nil:
				n++
			case a.Default == nil:
				n--
			}
		}
		if isLayer(c) && d.GetName("trainable") != nil {
			n++
		}
		if best == "" || n > matched {
			best, matched = c.Public(), n
		}
	}
	return best
}

// recreate returns the config of the object that from_config makes, nil with the error when it raises.
func recreate(o Options, n *named, t *object.Thread) (*object.Dict, error) {
	l := newLab(o, t)
	var made object.Object
	var err error
	if n.whole != nil {
		l.globals.SetName("_config", clone(n.whole))
		made, err = l.eval("keras.saving.deserialize_keras_object(_config, safe_mode=False, " +
			"custom_objects={name: value for name, value in globals().items() if callable(value)})")
	} else {
		l.globals.SetName("_config", clone(n.config))
		made, err = l.eval(classPath(n) + ".from_config(_config)")
	}
	if err != nil {
		return nil, err
	}
	return l.configOf(made), nil
}

// classPath is how code names the class of a config.
func classPath(n *named) string {
	if c := find(n.module, n.class); c != nil && c.Public() != "" {
		return c.Public()
	}
	if n.class == "Functional" {
		return "keras.Model"
	}
	return n.class
}

// run writes the whole text.
func (g *generator) run(n *named) *Result {
	variable := g.Variable
	if variable == "" {
		variable = g.variable(n)
	}
	g.taken[variable] = true
	var e expr
	switch {
	case g.whole && n.whole != nil:
		e = callOf("keras.saving.deserialize_keras_object", item{expr: g.raw(n.whole)})
	case g.whole:
		e = callOf(classPath(n)+".from_config", item{expr: g.raw(n.config)})
	default:
		e = g.object(n.module, n.class, n.registered, n.config)
	}
	g.emit(assign(variable, e))
	if !g.whole {
		g.build(variable, n)
		g.compile(variable, n)
	}
	r := &Result{Variable: variable, Notes: g.notes, Custom: g.foreign, Body: strings.Join(g.lines, "\n") + "\n"}
	r.Imports = append(r.Imports, "import keras")
	if g.numpy {
		r.Imports = append(r.Imports, "import numpy as np")
	}
	if g.layers {
		r.Imports = append(r.Imports, "from keras import layers")
	}
	r.Imports = append(r.Imports, g.imports...)
	r.Text = strings.Join(r.Imports, "\n") + "\n\n" + r.Body
	return r
}

// variable is a name that suits the object: "model", or the class's name as layers have it.
func (g *generator) variable(n *named) string {
	switch {
	case n.class == "Functional" || n.class == "Sequential" || isFunctional(n.config):
		return "model"
	}
	name := operation.SnakeCase(n.class)
	if !isIdentifier(name) {
		return "result"
	}
	if name == "lambda" {
		return "layer"
	}
	return name
}

// emit adds a statement and runs it, so that the counters of names stand where they would.
func (g *generator) emit(statement string) {
	g.lines = append(g.lines, statement)
	if g.live == nil {
		return
	}
	if err := g.live.exec(statement); err != nil {
		g.live = nil
		return
	}
	clear(g.ahead)
}

// auto reports whether Keras would choose the name itself for the next object of a class; the name then counts as taken.
func (g *generator) auto(class, name string) bool {
	if g.names {
		return false
	}
	base := operation.SnakeCase(class)
	next := base
	if g.live != nil {
		next = operation.NextName(g.live.t, class, g.ahead[base])
	} else if n := g.count[base]; n > 0 {
		next += "_" + strconv.Itoa(n)
	}
	if next != name {
		return false
	}
	g.ahead[base]++
	g.count[base]++
	return true
}

func (g *generator) note(sentence string) {
	if !slices.Contains(g.notes, sentence) {
		g.notes = append(g.notes, sentence)
	}
}

// needs notes a class or function that is not Keras's.
func (g *generator) needs(name, module string) {
	if slices.Contains(g.foreign, name) {
		return
	}
	g.foreign = append(g.foreign, name)
	if g.lab.globals.GetName(name) != nil {
		g.note(name + " is of the program: the code belongs behind its definition.")
		return
	}
	if module != "" && module != "builtins" && module != "__main__" && !strings.HasPrefix(module, "keras") {
		g.imports = append(g.imports, "from "+module+" import "+name)
		return
	}
	g.note(name + " is not part of Keras: define or import it before this code.")
}

// build writes the call that builds a layer for the shapes that its serialized form names.
func (g *generator) build(variable string, n *named) {
	shape := object.Object(object.None)
	if n.class == "Sequential" {
		if l, ok := sequence(object.Of(orNone(n.config.GetName("layers")))); ok && (len(l) == 0 || isInput(l[0])) {
			return
		}
		shape = orNone(n.config.GetName("build_input_shape"))
	}
	if n.whole != nil && shape == object.None && !isFunctional(n.config) {
		c, ok := object.Of(orNone(n.whole.GetName("build_config"))).(*object.Dict)
		if !ok {
			return
		}
		shape = orNone(c.GetName("input_shape"))
		if d, ok := object.Of(orNone(c.GetName("shapes_dict"))).(*object.Dict); ok {
			e := callOf(variable + ".build")
			for k, v := range d.All() {
				e.items = append(e.items, item{text(k) + "=", g.tuple(v)})
			}
			g.emit(assign("", e))
			return
		}
	}
	if shape != object.None {
		g.emit(assign("", callOf(variable+".build", item{expr: g.tuple(shape)})))
	}
}

// compile writes the call of compile that gives the compile_config.
func (g *generator) compile(variable string, n *named) {
	if n.whole == nil {
		return
	}
	c, ok := object.Of(orNone(n.whole.GetName("compile_config"))).(*object.Dict)
	if !ok || c.Len() == 0 {
		return
	}
	e := callOf(variable + ".compile")
	for k, v := range c.All() {
		name := text(k)
		switch {
		case v == object.None, name == "run_eagerly" && v == object.False, name == "steps_per_execution" && v == object.Int(1):
		case name == "jit_compile" && v == object.True: // what Keras chooses where it can
		case name == "optimizer":
			d, ok := object.Of(v).(*object.Dict)
			if ok && g.short(d) != "" {
				e.items = append(e.items, item{"optimizer=", atom(quote(g.short(d)))})
				continue
			}
			e.items = append(e.items, item{"optimizer=", g.value(v)})
		default:
			e.items = append(e.items, item{name + "=", g.value(v)})
		}
	}
	g.emit(assign("", e))
}

func isInput(v object.Object) bool {
	d, ok := object.Of(v).(*object.Dict)
	return ok && text(d.GetName("class_name")) == "InputLayer"
}
