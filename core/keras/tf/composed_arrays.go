package tf

import (
	"layerglass/core/keras/ops"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

func composedArrays() []composed {
	return []composed{
		{"math.unsorted_segment_mean", "data, segment_ids, num_segments", func(k *calc) object.Object {
			return k.segments(k.int("num_segments", 0), segmentMean)
		}},
		{"math.unsorted_segment_min", "data, segment_ids, num_segments", func(k *calc) object.Object {
			return k.segments(k.int("num_segments", 0), segmentMin)
		}},
		{"math.unsorted_segment_prod", "data, segment_ids, num_segments", func(k *calc) object.Object {
			return k.segments(k.int("num_segments", 0), segmentProd)
		}},
		{"math.segment_sum", "data, segment_ids", sortedSegments(segmentSum)},
		{"math.segment_mean", "data, segment_ids", sortedSegments(segmentMean)},
		{"math.segment_max", "data, segment_ids", sortedSegments(segmentMax)},
		{"math.segment_min", "data, segment_ids", sortedSegments(segmentMin)},
		{"math.segment_prod", "data, segment_ids", sortedSegments(segmentProd)},
		{"tensor_scatter_nd_sub", "tensor, indices, updates", func(k *calc) object.Object {
			return k.do("scatter_update", k.x("tensor"), k.get("indices"), k.do("negative", k.x("updates")), object.NewStr("add"))
		}},
		{"tensor_scatter_nd_max", "tensor, indices, updates", scattered("max")},
		{"tensor_scatter_nd_min", "tensor, indices, updates", scattered("min")},
		{"math.top_k nn.top_k", "input, k=1, sorted=True, index_type='int32'", func(k *calc) object.Object {
			both := k.list(k.do("top_k", k.x("input"), k.get("k"), k.get("sorted")))
			if len(both) != 2 {
				return object.None
			}
			return k.named("TopKV2", []string{"values", "indices"}, both[0], k.cast(both[1], k.dtype("index_type", "int32")))
		}},
		{"where", "condition, x=None, y=None", whereOf},
		{"unique", "x, out_idx='int32'", func(k *calc) object.Object {
			y, idx, _ := k.unique()
			return k.named("Unique", []string{"y", "idx"}, y, idx)
		}},
		{"unique_with_counts", "x, out_idx='int32'", func(k *calc) object.Object {
			y, idx, count := k.unique()
			return k.named("UniqueWithCounts", []string{"y", "idx", "count"}, y, idx, count)
		}},
		{"strided_slice", "input_, begin, end, strides=None, begin_mask=0, end_mask=0", func(k *calc) object.Object {
			begin, end := k.wholes(k.get("begin")), k.wholes(k.get("end"))
			strides := make([]int, len(begin))
			if k.given("strides") {
				strides = k.wholes(k.get("strides"))
			}
			var key []object.Object
			for i := range min(len(begin), len(end), len(strides)) {
				part := &object.Slice{Start: whole(begin[i]), Stop: whole(end[i]), Step: whole(max(strides[i], 1))}
				if k.int("begin_mask", 0)>>i&1 == 1 {
					part.Start = object.None
				}
				if k.int("end_mask", 0)>>i&1 == 1 {
					part.Stop = object.None
				}
				key = append(key, part)
			}
			return k.do("get_item", k.x("input_"), object.NewTuple(key...))
		}},
		{"dynamic_partition", "data, partitions, num_partitions", func(k *calc) object.Object {
			ids := k.x("partitions")
			var out []object.Object
			for i := range k.int("num_partitions", 0) {
				out = append(out, k.do("get_item", k.x("data"), k.do("equal", ids, whole(i))))
			}
			return object.NewList(out...)
		}},
		{"unravel_index", "indices, dims", func(k *calc) object.Object {
			return k.do("stack", object.NewList(k.list(k.do("unravel_index", k.x("indices"), k.get("dims")))...))
		}},
		{"saturate_cast", "value, dtype", func(k *calc) object.Object {
			d := k.dtype("dtype", "float32")
			low, high, ok := limits(d)
			if !ok {
				return k.cast(k.x("value"), d)
			}
			return k.cast(k.do("clip", k.x("value"), number(low), number(high)), d)
		}},
	}
}

// limits are the smallest and the largest number of a dtype of whole numbers.
func limits(dtype string) (low, high float64, ok bool) {
	bits := map[string]int{"int8": 7, "int16": 15, "int32": 31, "int64": 62, "uint8": 8, "uint16": 16, "uint32": 32, "uint64": 62}[dtype]
	if bits == 0 {
		return 0, 0, false
	}
	high = float64(uint64(1)<<bits - 1)
	if dtype[0] == 'i' {
		low = -high - 1
	}
	return low, high, true
}

// segment says what becomes of the rows of one segment: others is what stands for rows of other segments.
type segment struct {
	op     string
	others func(k *calc, data object.Object) object.Object
}

func likeOf(value float64) func(k *calc, data object.Object) object.Object {
	return func(k *calc, data object.Object) object.Object {
		return k.cast(number(value), k.dtypeOf(data))
	}
}

// furthest is the end of a dtype's range, which is the result for a segment without rows.
func furthest(high bool) func(k *calc, data object.Object) object.Object {
	return func(k *calc, data object.Object) object.Object {
		dtype := k.dtypeOf(data)
		low, top, ok := limits(dtype)
		if !ok {
			top = largest[dtype]
			low = -top
		}
		if high {
			return k.cast(number(top), dtype)
		}
		return k.cast(number(low), dtype)
	}
}

// largest are the largest numbers of the float types.
var largest = map[string]float64{"float16": 65504, "bfloat16": 0x1.fep127, "float32": 0x1.fffffep127, "float64": 0x1.fffffffffffffp1023}

var (
	segmentSum  = segment{"sum", likeOf(0)}
	segmentMean = segment{"mean", likeOf(0)}
	segmentProd = segment{"prod", likeOf(1)}
	segmentMin  = segment{"min", furthest(true)}
	segmentMax  = segment{"max", furthest(false)}
)

// segments reduces the rows of data segment by segment.
func (k *calc) segments(n int, s segment) object.Object {
	data, ids := k.x("data"), k.x("segment_ids")
	others := s.others(k, data)
	var out []object.Object
	for i := range n {
		mine := k.do("equal", ids, whole(i))
		for range max(0, k.rank(data)-k.rank(ids)) {
			mine = k.do("expand_dims", mine, whole(-1))
		}
		op := s.op
		if op == "mean" {
			op = "sum"
		}
		row := k.with(op, []object.Object{k.do("where", mine, data, others)}, "axis", whole(0))
		if s.op == "mean" {
			count := k.do("maximum", k.with("sum", []object.Object{k.cast(mine, k.dtypeOf(data))}, "axis", whole(0)), k.cast(whole(1), k.dtypeOf(data)))
			row = k.do("true_divide", row, count)
		}
		out = append(out, k.cast(row, k.dtypeOf(data)))
	}
	if len(out) == 0 {
		return k.do("get_item", data, &object.Slice{Start: whole(0), Stop: whole(0), Step: object.None})
	}
	return k.do("stack", object.NewList(out...))
}

// sortedSegments is the form of segments whose number is that of the last id.
func sortedSegments(s segment) func(k *calc) object.Object {
	return func(k *calc) object.Object {
		if !k.eager {
			shape := k.shape(k.x("data")).Clone()
			if len(shape) > 0 {
				shape[0] = tensor.Unknown
			}
			return value(shape, k.dtypeOf(k.x("data")))
		}
		n := 0
		for _, id := range k.wholes(k.get("segment_ids")) {
			n = max(n, id+1)
		}
		return k.segments(n, s)
	}
}

func scattered(reduction string) func(k *calc) object.Object {
	return func(k *calc) object.Object {
		return k.do("scatter_update", k.x("tensor"), k.get("indices"), k.get("updates"), object.NewStr(reduction))
	}
}

// whereOf with a condition alone gives the places where it holds, one a row.
func whereOf(k *calc) object.Object {
	condition := k.x("condition")
	if k.given("x") {
		return k.do("where", condition, k.get("x"), k.get("y"))
	}
	if !k.eager {
		return value(tensor.Shape{tensor.Unknown, k.rank(condition)}, "int64")
	}
	places := k.list(k.do("nonzero", condition))
	if k.err != nil {
		return object.None
	}
	return k.cast(k.with("stack", []object.Object{object.NewList(places...)}, "axis", whole(-1)), "int64")
}

// unique is each number of a row once, in the order of first appearance, the place of every number's first one, and how many there are.
func (k *calc) unique() (y, idx, count object.Object) {
	x := k.x("x")
	d := k.dtype("out_idx", "int32")
	if !k.eager {
		n := value(tensor.Shape{tensor.Unknown}, d)
		return value(tensor.Shape{tensor.Unknown}, k.dtypeOf(x)), value(k.shape(x).Clone(), d), n
	}
	a := k.numbers(x)
	if a == nil {
		return object.None, object.None, object.None
	}
	get, seen := a.Getter(), map[any]int{}
	var first, places, counts []object.Object
	for i := range a.Size() {
		v := get(i)
		n, known := seen[v]
		if !known {
			n = len(seen)
			seen[v] = n
			first, counts = append(first, whole(i)), append(counts, whole(0))
		}
		places = append(places, whole(n))
		counts[n] = counts[n].(object.Int) + 1
	}
	tensorOf := func(list []object.Object, dtype string) object.Object {
		return k.with("convert_to_tensor", []object.Object{object.NewList(list...)}, "dtype", object.NewStr(dtype))
	}
	return k.do("take", x, tensorOf(first, "int32")), tensorOf(places, d), tensorOf(counts, d)
}

// sequenceMaskEnd is the largest length, which is how long the mask is where nothing else is said.
func (k *calc) sequenceMaskEnd(lengths object.Object) int {
	end := 0
	for _, n := range k.wholes(lengths) {
		end = max(end, n)
	}
	return end
}

func composedControl() []composed {
	return []composed{
		{"scan", "fn, elems, initializer=None, parallel_iterations=10, back_prop=True, swap_memory=False, infer_shape=True, reverse=False", func(k *calc) object.Object {
			all, _ := k.fold()
			if k.flag("reverse") {
				for i, j := 0, len(all)-1; i < j; i, j = i+1, j-1 {
					all[i], all[j] = all[j], all[i]
				}
			}
			return k.do("stack", object.NewList(all...))
		}},
		{"foldl", "fn, elems, initializer=None", func(k *calc) object.Object { _, last := k.fold(); return last }},
		{"switch_case", "branch_index, branch_fns, default=None", func(k *calc) object.Object {
			branches := k.list(k.get("branch_fns"))
			if len(branches) == 0 {
				return object.None
			}
			if !k.eager {
				return k.call1(branches[0])
			}
			n := k.int("branch_index", 0)
			if n < 0 || n >= len(branches) {
				if k.given("default") {
					return k.call1(k.get("default"))
				}
				n = len(branches) - 1
			}
			return k.call1(branches[n])
		}},
		{"case", "pred_fn_pairs, default=None, exclusive=False, strict=False", func(k *calc) object.Object {
			for _, pair := range k.list(k.get("pred_fn_pairs")) {
				both := k.list(pair)
				if len(both) != 2 {
					break
				}
				if yes, err := object.Truth(k.t, both[0]); err != nil || yes {
					return k.call1(both[1])
				}
			}
			return k.call1(k.get("default"))
		}},
	}
}

// fold calls fn with what it gave last and the next row, and returns all results and the last one.
func (k *calc) fold() (all []object.Object, last object.Object) {
	rows := k.rows(k.x("elems"))
	if k.err == nil && rows == nil {
		k.err = ops.NotComputed(k.path + " over rows whose number is not known")
	}
	if k.names("reverse") && k.flag("reverse") {
		for i, j := 0, len(rows)-1; i < j; i, j = i+1, j-1 {
			rows[i], rows[j] = rows[j], rows[i]
		}
	}
	last = k.get("initializer")
	for i, row := range rows {
		if i == 0 && !k.given("initializer") {
			last = row
		} else {
			last = k.call1(k.get("fn"), last, row)
		}
		all = append(all, last)
	}
	return all, last
}

// names reports whether the function has a parameter of a name.
func (k *calc) names(name string) bool { return k.arg(name) != nil }
