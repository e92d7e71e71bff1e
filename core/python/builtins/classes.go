package builtins

import "layerglass/core/python/object"

var classes = []*object.Builtin{
	object.Func("isinstance", "(obj, class_or_tuple, /)", "True if the object is an instance of the class, or of one of them.",
		func(t *object.Thread, a []object.Object) (object.Object, error) {
			ok, err := object.IsInstance(t, a[0], a[1])
			return object.Bool(ok), err
		}),
	object.Func("issubclass", "(cls, class_or_tuple, /)", "True if the class derives from the other, or from one of them.",
		func(t *object.Thread, a []object.Object) (object.Object, error) {
			ok, err := object.IsSubclassOf(t, a[0], a[1])
			return object.Bool(ok), err
		}),
	object.Func("callable", "(obj, /)", "True if the object can be called.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
		return object.Bool(object.IsCallable(a[0])), nil
	}),
	object.RawFunc("__build_class__", "(func, name, /, *bases, metaclass=None, **kwds)", "What a class statement does.",
		func(*object.Thread, object.Args) (object.Object, error) {
			return nil, object.NewError(object.NotImplementedErrClass, "__build_class__ cannot be called here: write a class statement.")
		}),
}
