package code

import (
	"slices"
	"strings"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// maxNested is how deep objects may stand in one another to be written as calls.
const maxNested = 12

// object writes the call that makes the object of a config.
func (g *generator) object(module, class, registered string, config *object.Dict) expr {
	g.depth++
	defer func() { g.depth-- }()
	if g.depth > maxNested { // each level is tried with all below it
		whole := object.NewDict()
		for _, k := range [][2]string{{"module", module}, {"class_name", class}, {"registered_name", registered}} {
			whole.SetName(k[0], object.NewStr(k[1]))
		}
		whole.SetName("config", config)
		return callOf("keras.saving.deserialize_keras_object", item{expr: g.raw(whole)})
	}
	switch {
	case class == "Sequential" && strings.HasPrefix(module, "keras"):
		return g.sequential(config)
	case class == "Functional" || isFunctional(config):
		return g.functional(class, module, registered, config)
	}
	c := find(module, class)
	if c == nil {
		return g.custom(module, class, registered, config)
	}
	e, ok := g.construct(c, config)
	if !ok {
		g.note(class + " cannot be written as a plain call with these values: its config is handed to from_config.")
		return callOf(g.path(c)+".from_config", item{expr: g.raw(config)})
	}
	return e
}

// find returns the declaration of a class that a config names.
func find(module, class string) *spec.Class {
	if c := spec.Find(module + "." + class); c != nil {
		return c
	}
	if c := spec.Find(class); c != nil {
		return c
	}
	for _, c := range spec.All() {
		if c.Name == class && c.Public() != "" && (c.Module == module || module == "" || strings.HasPrefix(module, "keras.")) {
			return c
		}
	}
	return nil
}

// path is the name under which code speaks of a class: layers have a short one.
func (g *generator) path(c *spec.Class) string {
	if name, ok := strings.CutPrefix(c.Public(), "keras.layers."); ok {
		g.layers = true
		return "layers." + name
	}
	return c.Public()
}

// custom writes the call of a class that is not Keras's: all of its config, but for what every layer has.
func (g *generator) custom(module, class, registered string, config *object.Dict) expr {
	g.needs(class, module)
	e := callOf(class)
	for k, v := range config.All() {
		name := text(k)
		switch {
		case name == "trainable" && v == object.True, name == "dtype" && isFloat32(v):
			continue
		case name == "name" && g.auto(class, text(v)):
			continue
		}
		if name == "" || !isIdentifier(name) {
			e.items = append(e.items, item{"**", expr{open: "{", close: "}", items: []item{{g.literalText(k) + ": ", g.value(v)}}}})
			continue
		}
		e.items = append(e.items, item{name + "=", g.value(v)})
	}
	return e
}

func (g *generator) literalText(v object.Object) string {
	e := g.literal(v)
	return e.String()
}

func isFloat32(v object.Object) bool {
	if text(v) == "float32" {
		return true
	}
	d, ok := object.Of(v).(*object.Dict)
	if !ok || text(d.GetName("class_name")) != "DTypePolicy" {
		return false
	}
	c, ok := d.GetName("config").(*object.Dict)
	return ok && text(c.GetName("name")) == "float32"
}

func isIdentifier(s string) bool {
	for i := range len(s) {
		c := s[i]
		if c != '_' && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && c < 0x80 && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return s != ""
}

// parameters returns what a constructor takes, in the order of the signature, behind them what **kwargs hands to Layer.
func parameters(c *spec.Class) arg.List {
	for c.Inherits && c.Base != nil {
		c = c.Base
	}
	var out arg.List
	for _, only := range []bool{false, true} {
		for _, a := range c.Args {
			if !a.IsCheck() && a.Only == only {
				out = append(out, a)
			}
		}
	}
	for b := c.Base; c.Kwargs != "" && b != nil; b = b.Base {
		for _, a := range b.Args {
			if !a.IsCheck() && out.Find(a.Name) == nil && !slices.Contains(c.Fixed, any(a.Name)) && a.Default != nil {
				a.Only = true
				out = append(out, a)
			}
		}
	}
	if c.Kwargs != "" && isLayer(c) || c == layers.Base {
		for _, a := range layers.Arguments {
			if out.Find(a.Name) == nil {
				out = append(out, a)
			}
		}
	}
	return out
}

func isLayer(c *spec.Class) bool {
	for ; c != nil; c = c.Base {
		if c == layers.Base {
			return true
		}
	}
	return false
}

// construct writes the shortest call whose object has the config; ok is false when no call that was tried has it.
//
// It begins with the arguments that must be given, adds those whose key then differs, and takes out again what turns out to
// follow from the others. The name is not part of the comparison: whether it must be given depends on what was made before.
func (g *generator) construct(c *spec.Class, config *object.Dict) (expr, bool) {
	if whole := g.lab.recreate(c, config); whole != nil { // keys that are left out have their defaults
		config = whole
	}
	if c.Name == "Bidirectional" {
		config = unprefixed(config)
	}
	a := &attempt{generator: g, config: config, params: parameters(c), written: map[string]expr{}}
	a.call = callOf(g.path(c))
	leading := true
	for i := range a.params {
		p := &a.params[i]
		if p.Default != nil || config.GetName(p.Name) == nil {
			leading = leading && p.Default == nil
			continue
		}
		x := item{expr: a.value(p)}
		if !leading || p.Only {
			x.key = p.Name + "="
		}
		a.call.items = append(a.call.items, x)
	}
	required := len(a.call.items)
	ok := a.complete()
	if ok {
		a.shorten(required)
	}
	return g.withName(c, a.params, a.call, config), ok
}

// unprefixed is Bidirectional's config with the name of its layer as it was before Bidirectional put "forward_" in front.
func unprefixed(config *object.Dict) *object.Dict {
	config, _ = clone(config).(*object.Dict)
	if layer, ok := object.Of(orNone(config.GetName("layer"))).(*object.Dict); ok {
		if inner, ok := object.Of(orNone(layer.GetName("config"))).(*object.Dict); ok {
			inner.SetName("name", object.NewStr(strings.TrimPrefix(text(inner.GetName("name")), "forward_")))
		}
	}
	return config
}

// attempt is the search for a call that gives a config.
type attempt struct {
	*generator
	config  *object.Dict
	params  arg.List
	call    expr
	written map[string]expr // arguments that were written already: writing one takes names
}

func (a *attempt) value(p *arg.Arg) expr {
	e, ok := a.written[p.Name]
	if !ok {
		e = a.argument(p, a.config.GetName(p.Name))
		a.written[p.Name] = e
	}
	return e
}

func (a *attempt) fits(got *object.Dict) bool { return got != nil && a.lab.same(got, a.config, true) }

// complete adds the arguments whose key in the config differs from what the call gives without them; where that is not enough,
// all.
func (a *attempt) complete() bool {
	got := a.lab.config(a.call)
	if a.fits(got) {
		return true
	}
	for _, all := range []bool{false, true} {
		full := a.call
		full.items = slices.Clone(a.call.items)
		for i := range a.params {
			p := &a.params[i]
			v := a.config.GetName(p.Name)
			if v == nil || p.Default == nil || p.Name == "name" && a.config.Len() > 1 {
				continue
			}
			if !all && got != nil && got.GetName(p.Name) != nil && a.lab.same(got.GetName(p.Name), v, true) {
				continue
			}
			full.items = append(full.items, item{p.Name + "=", a.value(p)})
		}
		if a.fits(a.lab.config(full)) {
			a.call = full
			return true
		}
	}
	return false
}

// shorten takes out the arguments without which the config is the same.
func (a *attempt) shorten(required int) {
	for i := len(a.call.items) - 1; i >= required && len(a.call.items) > required+1; i-- {
		shorter := a.call
		shorter.items = slices.Delete(slices.Clone(a.call.items), i, i+1)
		if a.fits(a.lab.config(shorter)) {
			a.call = shorter
		}
	}
}

// withName adds the name, where Keras would not choose it itself.
func (g *generator) withName(c *spec.Class, params arg.List, e expr, config *object.Dict) expr {
	name, p := text(config.GetName("name")), params.Find("name")
	if p == nil || config.GetName("name") == nil || config.GetName("name") == object.None || p.Default == nil || p.Default != object.None && text(p.Default) == name || config.Len() == 1 {
		return e
	}
	if !g.auto(c.Name, name) {
		e.items = append(e.items, item{"name=", atom(quote(name))})
	}
	return e
}

// argument writes the value of an argument as people would.
func (g *generator) argument(a *arg.Arg, v object.Object) expr {
	switch {
	case a.Kind != nil && strings.HasPrefix(a.Kind.Name, "integer or tuple of") || strings.HasSuffix(a.Name, "shape") || a.Name == "dims":
		return g.sizes(a, v)
	case a.Name == "dtype" || strings.HasSuffix(a.Name, "_dtype"):
		return g.value(v)
	}
	switch x := object.Of(v).(type) {
	case object.Float:
		if s := float(float64(x)); s != "" {
			return atom(s)
		}
	case *object.Dict:
		if short := g.short(x); short != "" && !strings.HasPrefix(text(x.GetName("module")), "keras.optimizers") {
			return atom(quote(short))
		}
	}
	return g.value(v)
}

// sizes writes (3, 3) as 3 where one number means the same, other sequences as tuples.
func (g *generator) sizes(a *arg.Arg, v object.Object) expr {
	items, ok := sequence(object.Of(v))
	if !ok {
		return g.value(v)
	}
	if a.Name == "kernel_size" || a.Name == "pool_size" || a.Name == "strides" || a.Name == "size" || a.Name == "dilation_rate" {
		n, whole := object.Of(items0(items)).(object.Int)
		for _, i := range items {
			whole = whole && object.Of(i) == object.Object(n)
		}
		if whole {
			return g.literal(n)
		}
	}
	return g.tuple(v)
}

func items0(items []object.Object) object.Object {
	if len(items) == 0 {
		return object.None
	}
	return items[0]
}

// short returns the name that stands for a serialized initializer, regularizer, constraint or optimizer, "" when there is none
// that gives the same object.
func (g *generator) short(d *object.Dict) string {
	c := find(text(d.GetName("module")), text(d.GetName("class_name")))
	config, ok := d.GetName("config").(*object.Dict)
	if c == nil || !ok {
		return ""
	}
	module := c.Public()[:strings.LastIndexByte(c.Public(), '.')]
	switch module {
	case "keras.initializers", "keras.constraints", "keras.optimizers":
	default:
		return ""
	}
	name := operation.SnakeCase(c.Name)
	if module == "keras.optimizers" {
		name = strings.ToLower(c.Name)
	}
	for _, alias := range c.Export[1:] {
		if n := alias[strings.LastIndexByte(alias, '.')+1:]; n == strings.ToLower(n) && strings.HasPrefix(alias, "keras.initializers.") {
			name = n
		}
	}
	got := g.lab.config(callOf(module+".get", item{expr: atom(quote(name))}))
	if got == nil || !g.lab.same(got, config, true) {
		return ""
	}
	return name
}
