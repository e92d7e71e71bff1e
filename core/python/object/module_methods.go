package object

func init() {
	ModuleClass.dict.setStr(nameDoc, NewStr("What an import statement loads: a namespace with a name."))
	ModuleClass.New = func(t *Thread, cls *Class, a Args) (Object, error) {
		v, err := moduleSignature.Bind(t, "module", nil, a, nil)
		if err != nil {
			return nil, err
		}
		name, ok := Of(v[0]).(*Str)
		if !ok {
			return nil, TypeError("module() argument 'name' must be str, not %s", ArgumentTypeName(v[0]))
		}
		m := NewModule(name.s)
		m.Dict.setStr(nameDoc, v[1])
		return Wrap(cls, m), nil
	}
	ModuleClass.Protocols(&Module{Dict: NewDict()})
}

var moduleSignature = ParseSignature("(name, doc=None)")
