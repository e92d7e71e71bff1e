package itertools

import "layerglass/core/python/object"

// pick makes a tuple of the pool's items at the indices.
func pick(pool []object.Object, indices []int) object.Object {
	items := make([]object.Object, len(indices))
	for i, n := range indices {
		items[i] = pool[n]
	}
	return object.NewTuple(items...)
}

// pay takes the steps and the memory for one more tuple of n items.
func pay(t *object.Thread, n int) error {
	if err := t.Spend(1 + int64(n)/8); err != nil {
		return err
	}
	return t.Alloc(int64(n) * 16)
}

func size(t *object.Thread, o object.Object, none int) (int, error) {
	if o == object.None {
		return none, nil
	}
	n, err := object.Index(t, o)
	if err == nil && n < 0 {
		return 0, object.ValueError("r must be non-negative")
	}
	return n, err
}

func product(t *object.Thread, a []object.Object) (nextFunc, error) {
	times, err := object.Index(t, a[1])
	if err != nil {
		return nil, err
	}
	if times < 0 {
		return nil, object.ValueError("repeat argument cannot be negative")
	}
	given := a[0].(*object.Tuple).Items
	if err := t.Alloc(int64(times) * int64(len(given)) * 24); err != nil {
		return nil, err
	}
	pools := make([][]object.Object, len(given))
	for i, o := range given {
		if pools[i], err = object.Items(t, o); err != nil {
			return nil, err
		}
	}
	all := pools[:len(pools):len(pools)]
	for i := 1; i < times; i++ {
		all = append(all, pools...)
	}
	if times == 0 {
		all = nil
	}
	indices := make([]int, len(all))
	done := false
	for _, p := range all {
		done = done || len(p) == 0
	}
	return func(t *object.Thread) (object.Object, error) {
		if done {
			return nil, nil
		}
		items := make([]object.Object, len(all))
		for i, n := range indices {
			items[i] = all[i][n]
		}
		done = true
		for i := len(all) - 1; i >= 0 && done; i-- { // the last place turns first, as an odometer
			if indices[i]++; indices[i] < len(all[i]) {
				done = false
			} else {
				indices[i] = 0
			}
		}
		return object.NewTuple(items...), pay(t, len(items))
	}, nil
}

func permutations(t *object.Thread, a []object.Object) (nextFunc, error) {
	pool, err := object.Items(t, a[0])
	if err != nil {
		return nil, err
	}
	n := len(pool)
	if a[1] != object.None && object.AsBig(a[1]) == nil {
		return nil, object.TypeError("Expected int as r")
	}
	r, err := size(t, a[1], n)
	if err != nil {
		return nil, err
	}
	indices, cycles := make([]int, n), make([]int, min(r, n))
	for i := range indices {
		indices[i] = i
	}
	for i := range cycles {
		cycles[i] = n - i
	}
	first, done := true, r > n
	return func(t *object.Thread) (object.Object, error) {
		if done {
			return nil, nil
		}
		if first {
			first = false
			return pick(pool, indices[:r]), nil
		}
		for i := r - 1; i >= 0; i-- {
			if cycles[i]--; cycles[i] > 0 {
				j := n - cycles[i]
				indices[i], indices[j] = indices[j], indices[i]
				return pick(pool, indices[:r]), pay(t, r)
			}
			moved := indices[i]
			copy(indices[i:], indices[i+1:])
			indices[n-1] = moved
			cycles[i] = n - i
		}
		done = true
		return nil, nil
	}, nil
}

// combinations makes both kinds: with repeats an index may equal its left neighbour.
func combinations(repeats bool) maker {
	return func(t *object.Thread, a []object.Object) (nextFunc, error) {
		pool, err := object.Items(t, a[0])
		if err != nil {
			return nil, err
		}
		n := len(pool)
		r, err := size(t, a[1], 0)
		if err != nil {
			return nil, err
		}
		if err := t.Alloc(int64(r) * 8); err != nil {
			return nil, err
		}
		done := r > n
		if repeats {
			done = n == 0 && r > 0
		}
		indices := make([]int, r)
		for i := range indices {
			if !repeats {
				indices[i] = i
			}
		}
		first := true
		return func(t *object.Thread) (object.Object, error) {
			if done {
				return nil, nil
			}
			if first {
				first = false
				return pick(pool, indices), nil
			}
			if !advance(indices, n, repeats) {
				done = true
				return nil, nil
			}
			return pick(pool, indices), pay(t, r)
		}, nil
	}
}

// advance moves to the next combination and reports whether there is one.
func advance(indices []int, n int, repeats bool) bool {
	r := len(indices)
	for i := r - 1; i >= 0; i-- {
		last := n - 1
		if !repeats {
			last = i + n - r
		}
		if indices[i] == last {
			continue
		}
		indices[i]++
		for j := i + 1; j < r; j++ {
			indices[j] = indices[j-1]
			if !repeats {
				indices[j]++
			}
		}
		return true
	}
	return false
}
