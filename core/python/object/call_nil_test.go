package object

import "testing"

// TestNothingReturned checks that a native function that returns neither a value nor an error raises SystemError.
func TestNothingReturned(t *testing.T) {
	f := &Builtin{Name: "lazy", Raw: func(*Thread, Args) (Object, error) { return nil, nil }}
	_, err := Call(&Thread{Steps: 100, MaxDepth: 10}, f)
	if e := AsException(err); e == nil || e.Class() != SystemErrorClass || e.Message() != "lazy returned NULL without setting an exception" {
		t.Errorf("got %v", err)
	}
}
