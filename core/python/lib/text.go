package lib

import "layerglass/core/python/object"

// RegisterText names a module that is written in Python.
func RegisterText(name, text string) {
	Register(name, func(t *object.Thread) (*object.Module, error) {
		m := object.NewModule(name)
		builtins, err := t.Import(t, "builtins")
		if err != nil {
			return nil, err
		}
		t.Modules.SetName(name, m) // classes of its own ask for it
		code, err := object.CallMethod(t, builtins, "compile", object.NewStr(text), object.NewStr(name+".py"), object.NewStr("exec"))
		if err == nil {
			_, err = object.CallMethod(t, builtins, "exec", code, m.Dict)
		}
		if err != nil {
			t.Modules.DelStr(object.Intern(name))
			return nil, err
		}
		return m, nil
	})
}
