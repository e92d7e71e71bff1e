package variable

import (
	"strconv"

	"layerglass/core/python/object"
)

// StoreOwn puts values of variables into a store, a dict in most programs, under the keys "0", "1" …
func StoreOwn(t *object.Thread, store object.Object, variables []object.Object, value func(v object.Object) (object.Object, error)) error {
	for i, v := range variables {
		kept, err := value(v)
		if err != nil {
			return err
		}
		if err := object.SetItem(t, store, object.NewStr(strconv.Itoa(i)), kept); err != nil {
			return err
		}
	}
	return nil
}

// StoredKeys returns how many keys a store has.
func StoredKeys(t *object.Thread, store object.Object) (int, error) {
	keys, err := object.CallMethod(t, store, "keys")
	if err != nil {
		return 0, err
	}
	return object.Len(t, keys)
}

// LoadOwn assigns what StoreOwn stored.
func LoadOwn(t *object.Thread, store object.Object, variables []object.Object) error {
	for i, v := range variables {
		kept, err := object.GetItem(t, store, object.NewStr(strconv.Itoa(i)))
		if err != nil {
			return err
		}
		if _, err := object.CallMethod(t, v, "assign", kept); err != nil {
			return err
		}
	}
	return nil
}
