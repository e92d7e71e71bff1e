// Package id names what is stored for short links. A name follows from the content alone, so that sharing twice gives the same link, and says nothing
// about other names.
package id

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"
)

// Length is the number of characters of an id: 100 bits, so that nobody finds a second content for one.
const Length = 20

const alphabet = "abcdefghijklmnopqrstuvwxyz234567"

var encoding = base32.NewEncoding(alphabet).WithPadding(base32.NoPadding)

// Of returns the id of a payload.
func Of(payload string) string {
	sum := sha256.Sum256([]byte(payload))
	return encoding.EncodeToString(sum[:])[:Length]
}

// Valid reports whether a text has the form of an id.
func Valid(s string) bool {
	return len(s) == Length && strings.Trim(s, alphabet) == ""
}
