package id

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestOf(t *testing.T) {
	// printf abc | sha256sum, then base32 of its bytes in lower case.
	assert.Equal(t, "xj4bnp4pahh6uqkbidpf", Of("abc"))
	assert.Equal(t, Of("abc"), Of("abc"))
	assert.NotEqual(t, Of("abc")[:10], Of("abd")[:10])
	assert.True(t, Valid(Of("")))
}

func TestValid(t *testing.T) {
	for s, want := range map[string]bool{"": false, "abcdefghijklmnopqrst": true, "ABCDEFGHIJKLMNOPQRST": false, "abcdefghijklmnopqrs1": false,
		"abcdefghijklmnopqrstu": false, "../../etc/passwd0000": false, "abcdefghijklmnopqrsé": false} {
		assert.Equal(t, want, Valid(s), s)
	}
}
