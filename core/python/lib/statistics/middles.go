package statistics

import "layerglass/core/python/object"

var middles = []*object.Builtin{
	object.Func("median", "(data)", "Returns the middle value, or the mean of the two in the middle.", median),
	object.Func("median_low", "(data)", "Returns the middle value, or the lower of the two in the middle.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		items, err := sorted(t, a[0])
		if err != nil {
			return nil, err
		}
		return items[(len(items)-1)/2], nil
	}),
	object.Func("median_high", "(data)", "Returns the middle value, or the higher of the two in the middle.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		items, err := sorted(t, a[0])
		if err != nil {
			return nil, err
		}
		return items[len(items)/2], nil
	}),
	object.Func("median_grouped", "(data, interval=1.0)", "Returns the median of grouped data.", medianGrouped),
	object.Func("mode", "(data)", "Returns the most frequent value, the first of several.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		list, err := modes(t, a[0])
		if err == nil && len(list) == 0 {
			return nil, statisticsError("no mode for empty data")
		}
		if err != nil {
			return nil, err
		}
		return list[0], nil
	}),
	object.Func("multimode", "(data)", "Returns all most frequent values.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		list, err := modes(t, a[0])
		return object.NewList(list...), err
	}),
	object.Func("quantiles", "(data, *, n=4, method='exclusive')", "Returns the points that cut data into n parts.", quantiles),
}

// middle returns (a*x + b*y) / n of objects.
func weighted(t *object.Thread, x object.Object, a int, y object.Object, b, n int) (object.Object, error) {
	p, err := object.Binary(t, object.Mul, x, object.Int(a))
	if err != nil {
		return nil, err
	}
	q, err := object.Binary(t, object.Mul, y, object.Int(b))
	if err != nil {
		return nil, err
	}
	if p, err = object.Binary(t, object.Add, p, q); err != nil {
		return nil, err
	}
	return object.Binary(t, object.TrueDiv, p, object.Int(n))
}

func median(t *object.Thread, a []object.Object) (object.Object, error) {
	items, err := sorted(t, a[0])
	if err != nil {
		return nil, err
	}
	i := len(items) / 2
	if len(items)%2 == 1 {
		return items[i], nil
	}
	sum, err := object.Binary(t, object.Add, items[i-1], items[i])
	if err != nil {
		return nil, err
	}
	return object.Binary(t, object.TrueDiv, sum, object.Int(2))
}

func medianGrouped(t *object.Thread, a []object.Object) (object.Object, error) {
	items, err := sorted(t, a[0])
	if err != nil {
		return nil, err
	}
	n := len(items)
	x := items[n/2]
	first, count := n, 0
	for i, o := range items {
		same, err := object.Equal(t, o, x)
		if err != nil {
			return nil, err
		}
		if same {
			first = min(first, i)
			count++
		}
	}
	v, err := reals(t, []object.Object{x, a[1]})
	if err != nil {
		return nil, err
	}
	return object.Float(v[0] - v[1]/2 + v[1]*(float64(n)/2-float64(first))/float64(count)), nil
}

// modes returns the values that are most frequent, in the order in which they first stand.
func modes(t *object.Thread, o object.Object) ([]object.Object, error) {
	counts := object.NewDict()
	err := object.Iterate(t, o, func(v object.Object) (bool, error) {
		n, err := counts.Get(t, v)
		if err != nil {
			return false, err
		}
		count, _ := n.(object.Int)
		return true, counts.Set(t, v, count+1)
	})
	var most object.Int
	var list []object.Object
	for v, n := range counts.All() {
		switch c := n.(object.Int); {
		case c > most:
			most, list = c, []object.Object{v}
		case c == most:
			list = append(list, v)
		}
	}
	return list, err
}

func quantiles(t *object.Thread, a []object.Object) (object.Object, error) {
	n, err := object.Index(t, a[1])
	if err != nil {
		return nil, err
	}
	if n < 1 {
		return nil, statisticsError("n must be at least 1")
	}
	items, err := data(t, a[0], 2, "must have at least two data points")
	if err != nil {
		return nil, err
	}
	if items, err = object.SortItems(t, items, nil, false); err != nil {
		return nil, err
	}
	method, _ := object.AsString(a[2])
	if method != "exclusive" && method != "inclusive" {
		s, err := object.Repr(t, a[2])
		if err != nil {
			return nil, err
		}
		return nil, object.ValueError("Unknown method: %s", s)
	}
	out := object.NewList()
	for i := 1; i < n; i++ {
		j, delta := 0, 0
		if method == "inclusive" {
			m := len(items) - 1
			j, delta = i*m/n+1, i*m%n
		} else {
			m := len(items) + 1
			j = max(min(i*m/n, len(items)-1), 1)
			delta = i*m - j*n
		}
		high := items[min(j, len(items)-1)]
		v, err := weighted(t, items[j-1], n-delta, high, delta, n)
		if err != nil {
			return nil, err
		}
		if err := out.Append(t, v); err != nil {
			return nil, err
		}
	}
	return out, nil
}
