package view

import "unicode/utf8"

// Offsets translates between the engine's places, which count bytes of UTF-8, and an editor's, which count UTF-16 units.
type Offsets struct {
	text  string
	ascii bool
}

// NewOffsets returns the translation for one text.
func NewOffsets(text string) Offsets {
	o := Offsets{text: text, ascii: true}
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			o.ascii = false
			break
		}
	}
	return o
}

// Units returns the UTF-16 offset of a byte offset; one outside the text is moved to its nearest end.
func (o Offsets) Units(bytes int) int {
	bytes = min(max(bytes, 0), len(o.text))
	if o.ascii {
		return bytes
	}
	units := 0
	for _, r := range o.text[:bytes] {
		units++
		if r > 0xffff {
			units++
		}
	}
	return units
}

// Bytes returns the byte offset of a UTF-16 offset; one outside the text is moved to its nearest end.
func (o Offsets) Bytes(units int) int {
	if o.ascii {
		return min(max(units, 0), len(o.text))
	}
	for i, r := range o.text {
		if units <= 0 {
			return i
		}
		units--
		if r > 0xffff {
			units--
		}
	}
	return len(o.text)
}
