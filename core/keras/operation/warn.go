package operation

import "layerglass/core/python/object"

// Warn issues a warning through the program's warnings module, as warnings.warn does: it may be turned into an exception
// there. Without that module it does nothing.
func Warn(t *object.Thread, category, text string) error {
	if t.Import == nil {
		return nil
	}
	m, err := t.Import(t, "warnings")
	if err != nil {
		if object.IsKind(err, object.ImportErrorClass) {
			return nil
		}
		return err
	}
	warn, err := object.LookupAttr(t, m, object.Intern("warn"))
	if warn == nil || err != nil {
		return err
	}
	for _, c := range object.ExceptionClasses() {
		if c.Name == category {
			_, err = object.Call(t, warn, object.NewStr(text), c)
			return err
		}
	}
	_, err = object.Call(t, warn, object.NewStr(text))
	return err
}
