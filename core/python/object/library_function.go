package object

// LibraryFunctionClass is the type of a library's functions that a program takes for ordinary ones: keras.activations.relu
// is a function, len is a built-in function.
var LibraryFunctionClass = newBuiltinSubclass("function", FunctionClass, final)

// AsFunction makes programs see an ordinary function.
func (b *Builtin) AsFunction() *Builtin {
	b.plain = true
	return b
}

func init() {
	builtinAttributes(LibraryFunctionClass)
	LibraryFunctionClass.Methods(slot("__repr__", "Return repr(self).", func(t *Thread, self Reprer) (Object, error) {
		s, err := self.Repr(t)
		return NewStr(s), err
	}), callMethod())
}
