package lib

import "layerglass/core/python/object"

// RegisterText names a module that is written in Python.
func RegisterText(name, text string) {
	Register(name, func(t *object.Thread) (*object.Module, error) {
		m := object.NewModule(name)
		t.Modules.SetName(name, m) // classes of its own ask for it
		if err := Read(t, name+".py", text, m.Dict); err != nil {
			t.Modules.DelStr(object.Intern(name))
			return nil, err
		}
		return m, nil
	})
}

// Read runs a text that belongs to this program, under the name of a file for tracebacks, in a namespace.
func Read(t *object.Thread, file, text string, names *object.Dict) error {
	builtins, err := t.Import(t, "builtins")
	if err != nil {
		return err
	}
	code, err := object.CallMethod(t, builtins, "compile", object.NewStr(text), object.NewStr(file), object.NewStr("exec"))
	if err != nil {
		return err
	}
	_, err = object.CallMethod(t, builtins, "exec", code, names)
	return err
}
