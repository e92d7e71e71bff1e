package models

import (
	"strconv"

	"layerglass/core/python/lib/files"
	"layerglass/core/python/object"
)

// A layer that has save_own_variables, load_own_variables, save_assets or load_assets of its own writes its part of a file itself, through a store of
// arrays and a directory, as in Keras.

// ownState is what one such layer has written.
type ownState struct {
	store  *object.Dict           // of the names that it gave, with arrays
	assets map[string]*files.File // by the path in its directory
}

var ownMethods = []string{"save_own_variables", "load_own_variables", "save_assets", "load_assets"}

// writesItself reports whether the program has written one of these methods for the layer's class, or the layer has LoRA, which is stored within its
// weight.
func writesItself(op *object.Instance) bool {
	for _, name := range ownMethods {
		if f := op.Class().Lookup(object.Intern(name)); f != nil {
			if _, ours := f.(*object.Builtin); !ours {
				return true
			}
		}
	}
	return hasLoRA(op)
}

func hasLoRA(op *object.Instance) bool { return op.Attr("lora_enabled") == object.True }

// storeOf is the store that a layer without methods of its own would have written.
func storeOf(values []object.Object) *ownState {
	s := &ownState{store: object.NewDict()}
	for i, v := range values {
		s.store.SetName(strconv.Itoa(i), v)
	}
	return s
}

// keepOwn has a layer write itself; a file of weights has no assets.
func keepOwn(t *object.Thread, op *object.Instance, assets bool) (*ownState, error) {
	s := &ownState{store: object.NewDict()}
	store := object.NewDict()
	if _, err := object.CallMethod(t, op, "save_own_variables", store); err != nil {
		return nil, err
	}
	m, err := t.Import(t, "numpy")
	if err != nil {
		return nil, err
	}
	for k, v := range store.All() {
		kept, err := object.CallMethod(t, m, "array", v)
		if err != nil {
			return nil, err
		}
		if err := s.store.Set(t, k, kept); err != nil {
			return nil, err
		}
	}
	if f := op.Class().Lookup(object.Intern("save_assets")); f == nil || !assets {
		return s, nil
	}
	all := files.Of(t)
	dir := newDir(all)
	defer all.RemoveTree(dir)
	if _, err := object.CallMethod(t, op, "save_assets", object.NewStr(dir)); err != nil {
		return nil, err
	}
	s.assets = all.Tree(dir)
	return s, nil
}

// restore has a layer read what keepOwn kept.
func (s *ownState) restore(t *object.Thread, op *object.Instance) error {
	if _, err := object.CallMethod(t, op, "load_own_variables", s.store.Copy()); err != nil {
		return err
	}
	if op.Class().Lookup(object.Intern("load_assets")) == nil || s.assets == nil {
		return nil
	}
	all := files.Of(t)
	dir := newDir(all)
	defer all.RemoveTree(dir)
	for p, f := range s.assets {
		all.Put(dir+"/"+p, f)
	}
	_, err := object.CallMethod(t, op, "load_assets", object.NewStr(dir))
	return err
}

// newDir makes a directory that nobody has.
func newDir(all *files.Store) string {
	for i := 0; ; i++ {
		dir := "/tmp/keras_assets_" + strconv.Itoa(i)
		if !all.IsDir(dir) {
			all.MakeDir(dir)
			return dir
		}
	}
}
