//go:build js && wasm

package main

import (
	"errors"
	"strings"
	"syscall/js"
	"testing"

	"github.com/stretchr/testify/assert"

	"layerglass/core/protocol"
)

// stub answers with what it is asked, or panics with what it is told to.
type stub struct{ fault any }

func (s stub) Run(q protocol.RunRequest) *protocol.Result {
	if s.fault != nil {
		panic(s.fault)
	}
	return &protocol.Result{Stdout: q.Text}
}

func (s stub) Recreate(q protocol.RecreateRequest) *protocol.Recreated {
	return &protocol.Recreated{Class: q.Object, Verdict: "equal"}
}

func (s stub) Answer(q *protocol.Request) *protocol.Response {
	return &protocol.Response{ID: q.ID, Reference: &protocol.Reference{}}
}

func TestRequestsAreAnsweredUnderTheirID(t *testing.T) {
	run := protocol.Request{ID: 3, Run: &protocol.RunRequest{Text: "é"}}
	assert.Equal(t, &protocol.Response{ID: 3, Result: &protocol.Result{Stdout: "é"}}, answer(stub{}, run.AppendJSON(nil)))
	long := strings.Repeat("é\n", heavy)
	run = protocol.Request{ID: 3, Run: &protocol.RunRequest{Text: long}}
	lift(&run)
	assert.Less(t, len(run.AppendJSON(nil)), len(long)+100)
	assert.Equal(t, long, answer(stub{}, run.AppendJSON(nil)).Result.Stdout)
	recreate := protocol.Request{ID: 4, Recreate: &protocol.RecreateRequest{Object: "layer"}}
	assert.Equal(t, "layer", answer(stub{}, recreate.AppendJSON(nil)).Recreated.Class)
	describe := protocol.Request{ID: 6, Describe: &protocol.DescribeRequest{}}
	assert.NotNil(t, answer(stub{}, describe.AppendJSON(nil)).Reference)
}

func TestFaultsBecomeSentences(t *testing.T) {
	assert.Contains(t, answer(stub{}, []byte("junk")).Failure, "could not read")
	for _, fault := range []any{"a text", errors.New("an error"), 42} {
		run := protocol.Request{ID: 5, Run: &protocol.RunRequest{}}
		got := answer(stub{fault}, run.AppendJSON(nil))
		assert.Equal(t, 5, got.ID)
		assert.Contains(t, got.Failure, "fault of Layerglass")
		assert.Nil(t, got.Result)
	}
}

func TestBytesCrossWhole(t *testing.T) {
	in := []byte{0, 1, 0xff, 'x'}
	assert.Equal(t, in, bytesOf(bytesTo(in)))
	assert.Equal(t, 0, bytesTo(nil).Length())
}

func TestRefusalsByTheBrowserAreCaught(t *testing.T) {
	assert.True(t, try(func() {}))
	assert.False(t, try(func() { js.Global().Get("JSON").Call("parse", "{") }))
	assert.Panics(t, func() { try(func() { panic("ours") }) })
}
