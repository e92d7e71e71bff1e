package core

import (
	"strings"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/protocol"
	"layerglass/core/python/object"
)

// maxExplained bounds how many nodes of a tree get their sentence: a large model would say the same a thousand times.
const maxExplained = 4_000

// keyDocs explain the keys that serialized objects and models have around their arguments.
var keyDocs = map[string]string{
	"module":            "the module that the class is imported from",
	"class_name":        "the name of the class",
	"config":            "what get_config of the object returned",
	"registered_name":   "the name under which the program registered the class; None for Keras's own",
	"build_config":      "the input's shape that the object was built for",
	"compile_config":    "what compile was given",
	"layers":            "the layers of the model, each in its serialized form",
	"input_layers":      "where the model's inputs come from: layer, call and output",
	"output_layers":     "where the model's outputs come from: layer, call and output",
	"inbound_nodes":     "the calls of the layer: what it was given",
	"build_input_shape": "the input's shape that the model was built for",
	"keras_history":     "the layer, the call and the output that a tensor comes from",
	"batch_shape":       "the input's shape, with the size of the batch in front",
}

// explain gives the keys of a config their sentence.
func (r *run) explain(root *protocol.Node, class *object.Class) {
	e := explainer{left: maxExplained}
	e.keys(root, declarationOf(class), class)
}

type explainer struct{ left int }

func (e *explainer) keys(n *protocol.Node, d *spec.Class, class *object.Class) {
	for i := range n.Children {
		c := &n.Children[i]
		if e.left--; e.left < 0 {
			return
		}
		if n.Kind == "dict" || n.Kind == "object" {
			c.Doc = keyDoc(c.Key, d, class)
		}
		e.inside(c)
	}
}

// inside explains serialized objects at any depth.
func (e *explainer) inside(n *protocol.Node) {
	if n.Kind != "object" {
		for i := range n.Children {
			if e.left < 0 {
				return
			}
			e.inside(&n.Children[i])
		}
		return
	}
	var module, name string
	var config *protocol.Node
	for i := range n.Children {
		c := &n.Children[i]
		c.Doc = sentence(keyDocs[c.Key])
		switch c.Key {
		case "module":
			module = strings.Trim(c.Repr, "'")
		case "class_name":
			name = strings.Trim(c.Repr, "'")
		case "config":
			config = c
		}
	}
	if config != nil {
		e.keys(config, spec.Find(module+"."+name), nil)
	}
}

// keyDoc is the sentence about a key: its argument's, else a general one.
func keyDoc(key string, d *spec.Class, class *object.Class) string {
	for c := d; c != nil; c = c.Base {
		if a := c.Args.Find(key); a != nil && a.Doc != "" {
			return sentence(a.Doc)
		}
	}
	if a := layers.Arguments.Find(key); a != nil && a.Doc != "" {
		return sentence(a.Doc)
	}
	if doc := arg.About(key); doc != "" {
		return sentence(doc)
	}
	if doc := keyDocs[key]; doc != "" {
		return sentence(doc)
	}
	if class != nil && class.Module() == "__main__" {
		return "An argument of " + class.Name + ", or what its get_config adds."
	}
	return ""
}

// declarationOf finds the declaration that a class, or the nearest of its bases, was made from.
func declarationOf(c *object.Class) *spec.Class {
	if c == nil {
		return nil
	}
	for _, k := range c.MRO {
		if d := spec.Of(k); d != nil {
			return d
		}
	}
	return nil
}

// sentence makes one of a few words.
func sentence(words string) string {
	if words == "" {
		return ""
	}
	s := strings.ToUpper(words[:1]) + words[1:]
	if !strings.HasSuffix(s, ".") {
		s += "."
	}
	return s
}
