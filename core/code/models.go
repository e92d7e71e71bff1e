package code

import (
	"layerglass/core/python/object"
)

// input writes keras.Input for the config of an InputLayer.
func (g *generator) input(config *object.Dict) expr {
	e := callOf("keras.Input")
	if items, ok := sequence(object.Of(orNone(config.GetName("batch_shape")))); ok && len(items) > 0 {
		e.items = append(e.items, item{"shape=", g.tuple(object.NewTuple(items[1:]...))})
		if items[0] != object.None {
			e.items = append(e.items, item{"batch_size=", g.literal(items[0])})
		}
	}
	for _, name := range []string{"dtype", "sparse", "ragged", "optional"} {
		v := orNone(config.GetName(name))
		if v == object.None || v == object.False || name == "dtype" && text(v) == "float32" {
			continue
		}
		e.items = append(e.items, item{name + "=", g.value(v)})
	}
	if name := text(config.GetName("name")); name != "" && !g.auto("InputLayer", name) {
		e.items = append(e.items, item{"name=", atom(quote(name))})
	}
	return e
}

// sequential writes keras.Sequential([…]).
func (g *generator) sequential(config *object.Dict) expr {
	layers, _ := sequence(object.Of(orNone(config.GetName("layers"))))
	list := expr{open: "[", close: "]"}
	for _, v := range layers {
		if isInput(v) {
			if c, ok := object.Of(orNone(object.Of(v).(*object.Dict).GetName("config"))).(*object.Dict); ok {
				list.items = append(list.items, item{expr: g.input(c)})
				continue
			}
		}
		list.items = append(list.items, item{expr: g.value(v)})
	}
	e := callOf("keras.Sequential", item{expr: list})
	return g.modelOptions(e, "Sequential", config)
}

// modelOptions adds what a model takes beside its layers.
func (g *generator) modelOptions(e expr, class string, config *object.Dict) expr {
	if config.GetName("trainable") == object.False {
		e.items = append(e.items, item{"trainable=", atom("False")})
	}
	if name := text(config.GetName("name")); name != "" && !g.auto(class, name) {
		e.items = append(e.items, item{"name=", atom(quote(name))})
	}
	return e
}

// isFunctional reports whether a config is that of a model made of a graph.
func isFunctional(config *object.Dict) bool {
	return config != nil && config.GetName("layers") != nil && config.GetName("input_layers") != nil && config.GetName("output_layers") != nil
}
