package share

import (
	"encoding/binary"
	"unicode/utf8"
)

// Tags of fields. They are never given out twice; 0 comes before the program.
const (
	tagProgram = iota
	tagObject
	tagConfig
	tagKey
	tagForm
	tagPane
	tagDock
)

// fields returns where each tag's text is.
func (s *State) fields() map[uint64]*string {
	return map[uint64]*string{tagObject: &s.Object, tagConfig: &s.Config, tagKey: &s.Key, tagForm: &s.Form, tagPane: &s.Pane, tagDock: &s.Dock}
}

// body returns the state as bytes.
func (s *State) body() ([]byte, error) {
	var body []byte
	of, text := s.fields(), utf8.ValidString(s.Program)
	for tag := uint64(1); tag <= uint64(len(of)); tag++ {
		if field := *of[tag]; field != "" {
			body = binary.AppendUvarint(body, tag)
			body = binary.AppendUvarint(body, uint64(len(field)))
			body = append(body, field...)
			text = text && utf8.ValidString(field)
		}
	}
	body = append(append(body, tagProgram), s.Program...)
	switch {
	case len(body) > MaxBody:
		return nil, ErrTooLarge
	case !text:
		return nil, ErrNotText
	}
	return body, nil
}

// parse reads what body wrote.
func parse(body []byte) (s State, err error) {
	of := s.fields()
	for {
		tag, n := binary.Uvarint(body)
		if n <= 0 {
			return State{}, ErrDamaged
		}
		body = body[n:]
		if tag == tagProgram {
			break
		}
		length, n := binary.Uvarint(body)
		if n <= 0 || length > uint64(len(body)-n) {
			return State{}, ErrDamaged
		}
		text := body[n : n+int(length)]
		body = body[n+int(length):]
		if field := of[tag]; field != nil {
			if !utf8.Valid(text) {
				return State{}, ErrNotText
			}
			*field = string(text)
		}
	}
	if !utf8.Valid(body) {
		return State{}, ErrNotText
	}
	s.Program = string(body)
	return s, nil
}
