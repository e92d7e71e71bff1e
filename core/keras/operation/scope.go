package operation

import (
	"strings"

	"layerglass/core/python/object"
)

// Scope is one open name scope: variables made inside it carry its name in their path.
type Scope struct {
	Name   string
	Caller object.Object // the layer that opened it, or nil
	// Parent, when HasParent, replaces the path of the scopes around.
	Parent    string
	HasParent bool
	// Deduplicate keeps a layer that is already inside its own scope from opening it again.
	Deduplicate bool

	pushed bool
}

// EnterScope opens a name scope; LeaveScope must follow.
func EnterScope(t *object.Thread, sc *Scope) {
	s := sessionOf(t)
	if n := len(s.scopes); sc.Deduplicate && n > 0 && sc.Caller != nil {
		if top := s.scopes[n-1]; top.Caller == sc.Caller && top.Name == sc.Name {
			return
		}
	}
	s.scopes = append(s.scopes, sc)
	sc.pushed = true
}

// LeaveScope closes what EnterScope opened.
func LeaveScope(t *object.Thread, sc *Scope) {
	s := sessionOf(t)
	if n := len(s.scopes); sc.pushed && n > 0 {
		s.scopes = s.scopes[:n-1]
	}
	sc.pushed = false
}

// CurrentPath returns the names of the open scopes joined by slashes.
func CurrentPath(t *object.Thread) string {
	path, open := "", false
	for _, sc := range sessionOf(t).scopes {
		if sc.HasParent {
			path = whole(sc.Parent)
			open = path != ""
		}
		if open {
			path += "/"
		}
		path, open = path+sc.Name, true
	}
	return path
}

// whole leaves empty parts out of a path.
func whole(path string) string {
	if !strings.HasPrefix(path, "/") && !strings.HasSuffix(path, "/") && !strings.Contains(path, "//") {
		return path
	}
	return strings.Join(strings.FieldsFunc(path, func(r rune) bool { return r == '/' }), "/")
}
