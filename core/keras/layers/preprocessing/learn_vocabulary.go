package preprocessing

import (
	"math"
	"sort"
	"strings"

	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// counted is what a lookup layer has seen of data: how often each value stood there, and in how many documents.
type counted struct {
	order     []object.Object
	times     *object.Dict
	documents *object.Dict
	seen      int
}

var countedClass = object.NewType("counted", "keras.src.layers.preprocessing.index_lookup", nil)

// Class is the type of the attribute that holds it.
func (*counted) Class() *object.Class { return countedClass }

func counts(l *spec.Instance) *counted {
	if c, ok := l.Instance.Attr("_counts").(*counted); ok {
		return c
	}
	c := &counted{times: object.NewDict(), documents: object.NewDict()}
	l.Instance.SetAttr("_counts", c)
	return c
}

// learning are the methods by which a layer learns from data: see takes in documents, lists of values.
func learning(adapt string, documents func(l *spec.Instance, data object.Object) ([][]object.Object, error), lookup func(l *spec.Instance) *spec.Instance) []spec.Method {
	see := func(l *spec.Instance, data object.Object) error {
		list, err := documents(l, data)
		if err != nil {
			return err
		}
		return learn(lookup(l), list)
	}
	return []spec.Method{
		{Name: "adapt", Takes: adapt, Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			if _, err := l.Method("reset_state"); err != nil {
				return nil, err
			}
			_, isList := object.Of(a[0]).(*object.List)
			_, isTuple := object.Of(a[0]).(*object.Tuple)
			if isList || isTuple || isArray(l.T, a[0]) {
				if err := see(l, a[0]); err != nil {
					return nil, err
				}
				return l.Method("finalize_state")
			}
			if err := eachBatch(l, a[0], a[len(a)-1], func(v object.Object) error { return see(l, v) }); err != nil {
				return nil, err
			}
			return l.Method("finalize_state")
		}},
		{Name: "update_state", Takes: "data", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) { return nil, see(l, a[0]) }},
		{Name: "finalize_state", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) { return nil, chooseTokens(lookup(l)) }},
		{Name: "reset_state", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
			lookup(l).Instance.SetAttr("_counts", object.None)
			return nil, nil
		}},
	}
}

// eachBatch goes through the batches of data, at most steps of them where it is not None.
func eachBatch(l *spec.Instance, data, steps object.Object, see func(v object.Object) error) error {
	if take, err := object.LookupAttr(l.T, data, object.Intern("take")); err == nil && take != nil && steps != object.None { // a data set
		if data, err = object.Call(l.T, take, steps); err != nil {
			return err
		}
		steps = object.None
	}
	n := 0
	return object.Iterate(l.T, data, func(v object.Object) (bool, error) {
		if steps != object.None {
			over, err := object.Compare(l.T, object.Ge, object.Int(n), steps)
			if err != nil {
				return false, err
			}
			if enough, err := object.Truth(l.T, over); err != nil || enough {
				return false, err
			}
		}
		n++
		return true, see(v)
	})
}

func learn(l *spec.Instance, documents [][]object.Object) error {
	if l.Bool("_has_input_vocabulary") {
		return object.ValueError("%s was given its vocabulary, so it cannot learn another from data: leave vocabulary out to call adapt().", l.ClassName())
	}
	c := counts(l)
	add := func(d *object.Dict, v object.Object) error {
		n, err := d.Get(l.T, v)
		if err != nil {
			return err
		}
		if n == nil {
			n = object.Int(0)
		}
		return d.Set(l.T, v, n.(object.Int)+1)
	}
	for _, document := range documents {
		c.seen++
		here := object.NewDict()
		for _, v := range document {
			if err := l.T.Spend(4); err != nil {
				return err
			}
			if old, err := c.times.Get(l.T, v); err != nil {
				return err
			} else if old == nil {
				c.order = append(c.order, v)
			}
			if err := add(c.times, v); err != nil {
				return err
			}
			if old, err := here.Get(l.T, v); err != nil || old != nil {
				if err != nil {
					return err
				}
				continue
			}
			if err := here.Set(l.T, v, object.True); err != nil {
				return err
			}
			if err := add(c.documents, v); err != nil {
				return err
			}
		}
	}
	return nil
}

// chooseTokens makes the vocabulary of what was counted: the most frequent values first, of equally frequent ones the last in order.
func chooseTokens(l *spec.Instance) error {
	c := counts(l)
	if l.Bool("_has_input_vocabulary") || len(c.order) == 0 {
		return nil
	}
	type entry struct {
		token object.Object
		n     int64
	}
	var list []entry
	for _, v := range c.order {
		reserved := false
		for _, name := range []string{"mask_token", "oov_token"} {
			if same, err := object.Equal(l.T, v, l.Value(name)); err != nil {
				return err
			} else if same {
				reserved = true
			}
		}
		n, err := c.times.Get(l.T, v)
		if err != nil {
			return err
		}
		if count, _ := object.AsInt64(n); !reserved {
			list = append(list, entry{v, count})
		}
	}
	sort.SliceStable(list, func(i, j int) bool {
		if list[i].n != list[j].n {
			return list[i].n > list[j].n
		}
		a, text := object.AsString(list[i].token)
		b, _ := object.AsString(list[j].token)
		if text {
			return strings.Compare(a, b) > 0
		}
		x, _ := object.AsInt64(list[i].token)
		y, _ := object.AsInt64(list[j].token)
		return x > y
	})
	if !l.IsNone("max_tokens") {
		list = list[:max(0, min(len(list), l.Int("max_tokens")-tokenStart(l)))]
	}
	tokens := make([]object.Object, len(list))
	idf := make([]float64, len(list))
	for i, e := range list {
		tokens[i] = e.token
		n, err := c.documents.Get(l.T, e.token)
		if err != nil {
			return err
		}
		in, _ := object.AsInt64(n)
		idf[i] = math.Log(1 + float64(c.seen)/(1+float64(in)))
	}
	l.Instance.SetAttr("_counts", object.None)
	if l.Str("output_mode") == "tf_idf" {
		keepWeights(l, idf)
	}
	return keepTokens(l, tokens)
}

// keepWeights keeps how much each value counts; values outside the vocabulary count as much as the mean.
func keepWeights(l *spec.Instance, idf []float64) {
	mean := 0.0
	for _, w := range idf {
		mean += w / float64(len(idf))
	}
	list := object.NewList()
	for range tokenStart(l) {
		list.Items = append(list.Items, object.Float(mean))
	}
	for _, w := range idf {
		list.Items = append(list.Items, object.Float(w))
	}
	if l.Bool("pad_to_max_tokens") {
		for len(list.Items) < l.Int("max_tokens") {
			list.Items = append(list.Items, object.Float(0))
		}
	}
	l.Instance.SetAttr("_idf", list)
}

// documentsOf takes each row of data for a document.
func documentsOf(l *spec.Instance, data object.Object) ([][]object.Object, error) {
	e, err := read(l, data)
	if err != nil {
		return nil, err
	}
	size := 1
	if len(e.shape) > 1 {
		for _, d := range e.shape[1:] {
			size *= d
		}
	}
	var out [][]object.Object
	for i := 0; size > 0 && i+size <= len(e.values); i += size {
		out = append(out, e.values[i:i+size])
	}
	return out, nil
}
