package operation

import (
	"layerglass/core/python/object"
	"layerglass/core/python/source"
)

// session is what Keras keeps for one run of a program.
type session struct {
	// cleared is the state that keras.backend.clear_session() forgets.
	cleared map[any]any
	uids    map[string]int
	// snakes are the bases of names, by the names that they were made of.
	snakes  map[string]string
	scopes  []*Scope
	backend string
	// site is the call that is constructing an operation, from Class.OnCall to New.
	site *object.CallSite
	// latest are the places of the arguments of the latest construction; a call in a loop has them each time.
	latest struct {
		site  *object.CallSite
		sig   *object.Signature
		given int
		spans map[string]source.Span
	}
	// classes are the session's classes made from declarations, and those of this package.
	classes map[*Class]*object.Class
	base    *object.Class
}

type sessionKey struct{}

func sessionOf(t *object.Thread) *session {
	return t.State(sessionKey{}, func() any {
		return &session{uids: map[string]int{}, snakes: map[string]string{}, classes: map[*Class]*object.Class{}, backend: "jax"}
	}).(*session)
}

// Global returns what is kept under key until the program calls clear_session, made by create at the first call. Keys are
// unexported values of the caller's own types. State that clear_session must not touch belongs in Thread.State.
func Global(t *object.Thread, key any, create func() any) any {
	s := sessionOf(t)
	if v, ok := s.cleared[key]; ok {
		return v
	}
	if s.cleared == nil {
		s.cleared = make(map[any]any)
	}
	v := create()
	s.cleared[key] = v
	return v
}

// ClearSession is keras.backend.clear_session: it forgets name counters, open name scopes and everything kept by Global.
func ClearSession(t *object.Thread) {
	s := sessionOf(t)
	s.cleared = nil
	s.uids = map[string]int{}
	s.scopes = nil
}

// Backend returns the name of the backend: "jax", or "tensorflow" once the program has imported tensorflow.
func Backend(t *object.Thread) string { return sessionOf(t).backend }

// SetBackend changes the backend for the rest of the run.
func SetBackend(t *object.Thread, name string) { sessionOf(t).backend = name }
