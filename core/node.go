package core

import (
	"strconv"

	"layerglass/core/keras/models"
	"layerglass/core/protocol"
	"layerglass/core/python/object"
)

// maxDepth bounds how deep a configuration tree is shown.
const maxDepth = 60

// tree turns a configuration into nodes.
func (r *run) tree(config object.Object) *protocol.Node {
	refill(r.thread)
	root := r.build("", config, 0)
	return &root
}

// inherit gives a value and all that is in it one origin.
func inherit(n *protocol.Node, origin protocol.Origin) {
	n.Origin = origin
	n.Default = origin.Kind == "default"
	for i := range n.Children {
		inherit(&n.Children[i], origin)
	}
}

func (r *run) build(key string, v object.Object, depth int) protocol.Node {
	n := protocol.Node{Key: key}
	switch x := object.Of(v).(type) {
	case *object.NoneType:
		n.Kind = "none"
	case object.Bool:
		n.Kind = "bool"
	case object.Int, *object.BigInt:
		n.Kind = "int"
	case object.Float:
		n.Kind = "float"
	case *object.Str:
		n.Kind = "str"
	case *object.List:
		return r.sequence(n, "list", x.Items, depth)
	case *object.Tuple:
		return r.sequence(n, "tuple", x.Items, depth)
	case *object.Dict:
		return r.mapping(n, x, depth)
	default:
		n.Kind = "other"
	}
	n.Repr = r.repr(v)
	return n
}

func (r *run) repr(v object.Object) string {
	s, err := object.Repr(r.thread, v)
	if err != nil {
		return "<" + v.Class().Name + ">"
	}
	return s
}

func (r *run) sequence(n protocol.Node, kind string, items []object.Object, depth int) protocol.Node {
	n.Kind = kind
	n.Repr = count(len(items), "item")
	if depth >= maxDepth {
		return n
	}
	for i, v := range items {
		n.Children = append(n.Children, r.build(strconv.Itoa(i), v, depth+1))
	}
	if s := r.short(n.Children); s != "" {
		n.Repr = "[" + s + "]"
		if kind == "tuple" {
			if len(items) == 1 {
				s += ","
			}
			n.Repr = "(" + s + ")"
		}
	}
	return n
}

func count(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return models.Grouped(n) + " " + word + "s"
}

// short joins the reprs of a few leaves; "" when there are containers or too many.
func (r *run) short(children []protocol.Node) string {
	s := ""
	for i, c := range children {
		if len(c.Children) > 0 || len(s)+len(c.Repr) > 40 {
			return ""
		}
		if i > 0 {
			s += ", "
		}
		s += c.Repr
	}
	return s
}

func (r *run) mapping(n protocol.Node, d *object.Dict, depth int) protocol.Node {
	n.Kind = "dict"
	n.Repr = count(d.Len(), "key")
	if depth < maxDepth {
		for k, v := range d.All() {
			n.Children = append(n.Children, r.build(r.key(k), v, depth+1))
		}
	}
	if name, ok := object.AsString(orNone(d.GetName("class_name"))); ok && d.GetName("config") != nil {
		n.Kind = "object"
		n.Repr = name + "(" + r.arguments(d.GetName("config")) + ")"
	}
	return n
}

func orNone(v object.Object) object.Object {
	if v == nil {
		return object.None
	}
	return v
}

func (r *run) key(k object.Object) string {
	if s, ok := object.AsString(k); ok {
		return s
	}
	return r.repr(k)
}

// arguments shows the configuration of a serialized object in one line: its values that are not None.
func (r *run) arguments(config object.Object) string {
	d, ok := config.(*object.Dict)
	if !ok {
		return r.repr(config)
	}
	s := ""
	for k, v := range d.All() {
		if v == object.None {
			continue
		}
		text := r.key(k) + "=" + r.build("", v, maxDepth).Repr
		if len(s)+len(text) > 48 {
			return s + ", …"
		}
		if s != "" {
			s += ", "
		}
		s += text
	}
	return s
}
