package share

import (
	_ "embed" // for the dictionary
	"encoding/base64"
	"errors"
	"hash/fnv"
	"unicode/utf8"

	"layerglass/core/deflate"
)

// dictionary2 is what version 2 takes for known: names of Keras and pieces of programs, the commonest last, where a reference to them is shortest. It
// must never change.
//
//go:embed dictionary2.txt
var dictionary2 []byte

// decodeNamed reads a payload whose version stands before an equals sign, as in version 1.
func decodeNamed(version, rest string) (State, error) {
	if version != "v1" {
		return State{}, ErrForeign
	}
	if rest == "" {
		return State{}, ErrEmpty
	}
	bytes, err := base64.RawURLEncoding.DecodeString(rest)
	if err != nil {
		return State{}, ErrDamaged
	}
	program := bytes[1:]
	switch bytes[0] {
	case 0:
	case 1:
		if program, err = inflate(program, nil); err != nil {
			return State{}, err
		}
	default:
		return State{}, ErrDamaged
	}
	if len(program) > MaxBody {
		return State{}, ErrTooLarge
	}
	if !utf8.Valid(program) {
		return State{}, ErrNotText
	}
	return State{Program: string(program)}, nil
}

func encode2(body []byte, rest func()) []byte {
	sum := check(body)
	return append([]byte{2, sum[0], sum[1]}, deflate.Deflate(body, dictionary2, rest)...)
}

func decode2(bytes []byte) (State, error) {
	if len(bytes) < 4 {
		return State{}, ErrCut
	}
	body, err := inflate(bytes[3:], dictionary2)
	if err != nil {
		return State{}, err
	}
	if sum := check(body); [2]byte(bytes[1:3]) != sum {
		return State{}, ErrDamaged
	}
	return parse(body)
}

// check returns two bytes that nearly every change of the body changes.
func check(body []byte) [2]byte {
	h := fnv.New32a()
	h.Write(body)
	sum := h.Sum32()
	sum ^= sum >> 16
	return [2]byte{byte(sum >> 8), byte(sum)}
}

// inflate unpacks a stream that must fill all of packed.
func inflate(packed, dictionary []byte) ([]byte, error) {
	body, taken, err := deflate.Inflate(packed, dictionary, MaxBody)
	switch {
	case errors.Is(err, deflate.ErrTooLarge):
		return nil, ErrTooLarge
	case errors.Is(err, deflate.ErrTruncated):
		return nil, ErrCut
	case err != nil || taken != len(packed):
		return nil, ErrDamaged
	}
	return body, nil
}
