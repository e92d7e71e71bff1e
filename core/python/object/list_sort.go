package object

import "strings"

// Sort sorts the list in place and keeps the order of equal items. key is nil or None for the items themselves. While the
// sort runs the list is empty, so that code it calls cannot meddle.
func (x *List) Sort(t *Thread, key Object, reverse bool) error {
	items := x.Items
	x.Items = nil
	sorted, err := SortItems(t, items, key, reverse)
	meddled := x.Items != nil
	x.Items = sorted
	if err == nil && meddled {
		return ValueError("list modified during sort")
	}
	return err
}

// sortEntry is an item with what it is compared by.
type sortEntry struct{ key, item Object }

// SortItems sorts the slice in place, stably, and returns it.
func SortItems(t *Thread, items []Object, key Object, reverse bool) ([]Object, error) {
	if err := t.Alloc(int64(len(items)) * 4 * objectSize); err != nil {
		return items, err
	}
	entries := make([]sortEntry, len(items))
	for i, item := range items {
		entries[i] = sortEntry{item, item}
		if key == nil || key == None {
			continue
		}
		k, err := Call(t, key, item)
		if err != nil {
			return items, err
		}
		entries[i].key = k
	}
	if reverse { // equal items keep their order in the reversed result too
		reverseEntries(entries)
	}
	s := sorter{t: t, less: lessFor(t, entries), room: make([]sortEntry, len(entries))}
	err := s.sort(entries)
	if reverse {
		reverseEntries(entries)
	}
	for i := range entries {
		items[i] = entries[i].item
	}
	return items, err
}

func reverseEntries(e []sortEntry) {
	for i, j := 0, len(e)-1; i < j; i, j = i+1, j-1 {
		e[i], e[j] = e[j], e[i]
	}
}

// lessFor chooses a comparison for keys that are all of one simple type.
func lessFor(t *Thread, entries []sortEntry) func(a, b Object) (bool, error) {
	ints, strs := true, true
	for i := range entries {
		switch entries[i].key.(type) {
		case Int:
			strs = false
		case *Str:
			ints = false
		default:
			return func(a, b Object) (bool, error) { return Less(t, a, b) }
		}
	}
	switch {
	case ints:
		return func(a, b Object) (bool, error) { return a.(Int) < b.(Int), nil }
	case strs:
		return func(a, b Object) (bool, error) { return strings.Compare(a.(*Str).s, b.(*Str).s) < 0, nil }
	}
	return func(a, b Object) (bool, error) { return Less(t, a, b) }
}

// sorter is a merge sort that uses only "less".
type sorter struct {
	t    *Thread
	less func(a, b Object) (bool, error)
	room []sortEntry
}

const insertionMax = 12

func (s *sorter) sort(e []sortEntry) error {
	if len(e) <= insertionMax {
		return s.insertion(e)
	}
	if err := s.t.Spend(int64(len(e))); err != nil {
		return err
	}
	mid := len(e) / 2
	if err := s.sort(e[:mid]); err != nil {
		return err
	}
	if err := s.sort(e[mid:]); err != nil {
		return err
	}
	disordered, err := s.less(e[mid].key, e[mid-1].key)
	if err != nil || !disordered {
		return err
	}
	return s.merge(e, mid)
}

func (s *sorter) insertion(e []sortEntry) error {
	if err := s.t.Spend(int64(len(e))); err != nil {
		return err
	}
	for i := 1; i < len(e); i++ {
		for j := i; j > 0; j-- {
			before, err := s.less(e[j].key, e[j-1].key)
			if err != nil {
				return err
			}
			if !before {
				break
			}
			e[j], e[j-1] = e[j-1], e[j]
		}
	}
	return nil
}

// merge joins the two sorted halves. When a comparison fails the rest is put back unmerged: no item is lost.
func (s *sorter) merge(e []sortEntry, mid int) error {
	left := s.room[:mid]
	copy(left, e[:mid])
	i, j, k := 0, mid, 0
	var failed error
	for i < len(left) && j < len(e) && failed == nil {
		before, err := s.less(e[j].key, left[i].key)
		switch {
		case err != nil:
			failed = err
		case before:
			e[k] = e[j]
			j++
			k++
		default:
			e[k] = left[i]
			i++
			k++
		}
	}
	copy(e[k:], left[i:])
	return failed
}
