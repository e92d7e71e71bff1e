package share

import (
	"encoding/base64"
	"errors"
	"strings"
)

// State is what a link holds. Only Program is always there.
type State struct {
	Program string
	Object  string // the chosen object, by name
	Config  string // that object's configuration as edited, a Python literal or JSON; empty where it is the program's own
	Key     string // path of the chosen key in it
	Form    string // how the configuration is shown, as view.Form has it
	Pane    string // the pane in front where there is room for one only
	Dock    string // which of the results is in front
}

const (
	// Long is the number of characters above which chat programs and mail cut a link.
	Long = 2000
	// MaxBody is how many bytes a link may hold once it is unpacked. A small link can unpack to a thousand times its size.
	MaxBody = 1 << 20
	// maxPayload is the longest payload that is looked at.
	maxPayload = MaxBody/3*4 + 100
)

// What can be wrong with a link, in sentences for the person who opened it.
var (
	ErrEmpty    = errors.New("The link is empty: nothing follows the # in it.")
	ErrForeign  = errors.New("The link is not one that Layerglass made.")
	ErrDamaged  = errors.New("The link is damaged: a part of it was changed or left out on the way.")
	ErrCut      = errors.New("The link was cut off: its end is missing.")
	ErrVersion  = errors.New("The link was made by a newer Layerglass than this one.")
	ErrTooLarge = errors.New("The program in this link is larger than 1 MB.")
	ErrNotText  = errors.New("The link holds something that is not text.")
)

// Link returns the address of a state on the page at base.
func Link(base string, s State) (string, error) {
	payload, err := Encode(s)
	if err != nil {
		return "", err
	}
	base, _, _ = strings.Cut(base, "#")
	return base + "#" + payload, nil
}

// Payload returns the payload of a link, of its fragment, or of itself. Space around it, and what a sentence leaves at the end of a link, is no part
// of it.
func Payload(link string) string {
	if _, after, found := strings.Cut(link, "#"); found {
		link = after
	}
	return strings.TrimRight(strings.TrimSpace(link), ".,;:!?)]}>'\"*")
}

// Encode returns the payload of a state in the newest version. The same state always has the same payload.
func Encode(s State) (string, error) { return EncodeAt(s, nil) }

// EncodeAt is Encode for a caller that must not work for long at a time: rest is called now and then.
func EncodeAt(s State, rest func()) (string, error) {
	body, err := s.body()
	if err != nil {
		return "", err
	}
	return base64.RawURLEncoding.EncodeToString(encode2(body, rest)), nil
}

// Decode returns the state that a payload of any version holds.
func Decode(payload string) (State, error) {
	if payload == "" {
		return State{}, ErrEmpty
	}
	if len(payload) > maxPayload {
		return State{}, ErrTooLarge
	}
	if version, rest, found := strings.Cut(payload, "="); found {
		return decodeNamed(version, rest)
	}
	if len(payload)%4 == 1 {
		payload = payload[:len(payload)-1] // a lone character holds no byte: the rest tells whether more is missing
	}
	bytes, err := base64.RawURLEncoding.DecodeString(payload)
	if err != nil || len(bytes) == 0 {
		return State{}, ErrForeign
	}
	switch version := bytes[0]; {
	case version == 2:
		return decode2(bytes)
	case version > 2 && version < 32:
		return State{}, ErrVersion
	}
	return State{}, ErrForeign
}
