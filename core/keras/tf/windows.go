package tf

import (
	"strings"

	"layerglass/core/keras/ops"
	"layerglass/core/python/object"
)

// conv is tf.nn.conv2d and the like: strides with the batch and channel in them, padding in capitals, data_format by letters.
func conv(op, strides string, rank int) func(c *call) (object.Object, error) {
	return func(c *call) (object.Object, error) {
		if err := c.traced(); err != nil {
			return nil, err
		}
		step, err := c.steps(strides, rank)
		if err != nil {
			return nil, err
		}
		var dilation object.Object = object.Int(1)
		if c.arg("dilations") != object.None {
			if dilation, err = c.steps("dilations", rank); err != nil {
				return nil, err
			}
		}
		kernel := c.arg("filters")
		if kernel == nil {
			kernel = c.arg("filter")
		}
		return c.windowed(op, object.Kwarg{Name: object.Intern("kernel"), Value: kernel}, object.Kwarg{Name: object.Intern("strides"), Value: step},
			object.Kwarg{Name: object.Intern("dilation_rate"), Value: dilation})
	}
}

// pool is tf.nn.max_pool2d and the like.
func pool(op string, rank int) func(c *call) (object.Object, error) {
	return func(c *call) (object.Object, error) {
		if err := c.traced(); err != nil {
			return nil, err
		}
		size, err := c.steps("ksize", rank)
		if err != nil {
			return nil, err
		}
		step, err := c.steps("strides", rank)
		if err != nil {
			return nil, err
		}
		return c.windowed(op, object.Kwarg{Name: object.Intern("pool_size"), Value: size}, object.Kwarg{Name: object.Intern("strides"), Value: step})
	}
}

func (c *call) windowed(op string, kw ...object.Kwarg) (object.Object, error) {
	format := "channels_last"
	if f, ok := object.Of(c.arg("data_format")).(*object.Str); ok && strings.HasPrefix(f.String(), "NC") {
		format = "channels_first"
	}
	padding, ok := object.Of(c.arg("padding")).(*object.Str)
	if !ok {
		return nil, notModelled(c.path + " with explicit paddings")
	}
	kw = append(kw, object.Kwarg{Name: object.Intern("padding"), Value: object.NewStr(strings.ToLower(padding.String()))},
		object.Kwarg{Name: object.Intern("data_format"), Value: object.NewStr(format)})
	return ops.Find(op).OnValues(c.t, c.kind(), object.Args{Pos: []object.Object{c.arg("input")}, Kw: kw})
}

// steps reads a number for all dimensions, one for each spatial dimension, or one for batch and channels too.
func (c *call) steps(name string, rank int) (object.Object, error) {
	v := c.arg(name)
	if n, err := object.Index(c.t, v); err == nil {
		return object.Int(n), nil
	}
	items, err := object.Items(c.t, v)
	if err != nil {
		return nil, err
	}
	if len(items) == rank+2 {
		items = items[1 : rank+1]
		if f, ok := object.Of(c.arg("data_format")).(*object.Str); ok && strings.HasPrefix(f.String(), "NC") {
			all, _ := object.Items(c.t, v)
			items = all[2:]
		}
	}
	return object.NewTuple(append([]object.Object(nil), items...)...), nil
}
