package typing

import "layerglass/core/python/object"

// IsClassVar reports whether an annotation is ClassVar or ClassVar[…].
func IsClassVar(o object.Object) bool {
	switch x := o.(type) {
	case *form:
		return x.name == "ClassVar"
	case *alias:
		return x.form.name == "ClassVar"
	}
	return false
}
