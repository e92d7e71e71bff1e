package view

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"layerglass/core"
	"layerglass/core/protocol"
	"layerglass/core/share"
)

const twoLayers = "import keras\na = keras.layers.Dense(3)\nb = keras.layers.Dropout(0.5)\n"

func ran(t *testing.T) *State {
	s := NewState()
	s.Adopt(twoLayers, core.NewSession(core.Options{}).Run(protocol.RunRequest{File: "program.py", Text: twoLayers}))
	require.Len(t, s.Shown.Objects, 2)
	return &s
}

func TestALinkHoldsWhatIsNotShownAnyway(t *testing.T) {
	s := ran(t)
	assert.Equal(t, share.State{Program: twoLayers}, s.Link(twoLayers))
	s.Object, s.Form = "b", JSON
	assert.Equal(t, share.State{Program: twoLayers, Object: "b", Form: "json"}, s.Link(twoLayers))
	empty := NewState()
	assert.Equal(t, share.State{Program: "x"}, empty.Link("x"))
}

func TestAnEditedConfigurationGoesWithTheLink(t *testing.T) {
	s := ran(t)
	s.Object = "b"
	s.Edit()
	assert.Empty(t, s.Link("").Config)
	s.Draft().SetText("{'name': 'other', 'rate': 0.25}")
	s.Key = "1"
	l := s.Link(twoLayers)
	require.NotEmpty(t, l.Config)

	again := ran(t)
	again.Follow(l)
	assert.Equal(t, "b", again.Object)
	assert.Equal(t, "1", again.Key)
	require.NotNil(t, again.Draft())
	assert.True(t, again.Draft().Changed())
	assert.Equal(t, s.Draft().Config(), again.Draft().Config())
	assert.Equal(t, l, again.Link(twoLayers))
}

func TestALinkThatDoesNotFitTheResult(t *testing.T) {
	s := ran(t)
	s.Follow(share.State{Object: "gone", Key: "99.1", Form: "no form", Config: "{'rate': 1}"})
	assert.Equal(t, "a", s.Object)
	assert.Equal(t, Tree, s.Form)
	assert.Empty(t, s.Key)
	assert.Nil(t, s.Draft())
	s.Follow(share.State{Object: "b", Config: "{'rate':"})
	require.NotNil(t, s.Draft())
	assert.Equal(t, "{'rate':", s.Draft().Text)
	assert.NotEmpty(t, s.Draft().Problem)
	none := NewState()
	none.Follow(share.State{Object: "b", Config: "{}", Key: "0"})
	assert.Nil(t, none.Draft())
}
