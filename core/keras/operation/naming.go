package operation

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"layerglass/core/python/object"
)

// AutoName returns the next free name for something of the given class or base name: "dense", "dense_1", …
func AutoName(t *object.Thread, base string) string {
	s := sessionOf(t)
	snake, ok := s.snakes[base]
	if !ok {
		snake = SnakeCase(base)
		s.snakes[base] = snake
	}
	return Uniquify(t, snake)
}

// Uniquify returns the name with its counter's number, none the first time, and advances the counter.
func Uniquify(t *object.Thread, name string) string {
	s := sessionOf(t)
	n, seen := s.uids[name]
	s.uids[name] = n + 1
	if seen {
		return name + "_" + strconv.Itoa(n)
	}
	return name
}

// SkipNames advances the counter of a name without giving names out.
func SkipNames(t *object.Thread, name string, n int) {
	if s := sessionOf(t); n > 0 {
		s.uids[name] += n
	}
}

// Unnamed runs f and takes back how far it moved the counter of tensors' names: inside a trace Keras makes none.
func Unnamed(t *object.Thread, f func() error) error {
	const base = "keras_tensor"
	s := sessionOf(t)
	n, seen := s.uids[base]
	err := f()
	if s = sessionOf(t); seen {
		s.uids[base] = n
	} else {
		delete(s.uids, base)
	}
	return err
}

// GetUID is keras.backend.get_uid: it advances the counter of prefix and returns it.
func GetUID(t *object.Thread, prefix string) int {
	s := sessionOf(t)
	s.uids[prefix]++
	return s.uids[prefix]
}

// ResetUIDs sets all name counters back.
func ResetUIDs(t *object.Thread) { sessionOf(t).uids = map[string]int{} }

// SnakeCase turns a class name into the base of instance names: what is no word character goes; an underscore is put
// before a capital that begins a lower-case run and stands behind another character, then between a lower-case and a
// capital letter; all becomes lower case. "Conv2DTranspose" gives "conv2d_transpose", "MyMLP" "my_mlp".
func SnakeCase(name string) string {
	var word []rune
	for i := 0; i < len(name); {
		r, w := utf8.DecodeRuneInString(name[i:])
		i += w
		if r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) {
			word = append(word, r)
		}
	}
	return strings.ToLower(string(splitLowerUpper(splitCapitalised(word))))
}

// splitCapitalised puts an underscore between any character and a following capitalised run (A-Z, then a-z once or more).
func splitCapitalised(s []rune) []rune {
	var out []rune
	for i := 0; i < len(s); {
		if i+2 < len(s) && isUpper(s[i+1]) && isLower(s[i+2]) {
			out = append(out, s[i], '_', s[i+1])
			for i += 2; i < len(s) && isLower(s[i]); i++ {
				out = append(out, s[i])
			}
			continue
		}
		out = append(out, s[i])
		i++
	}
	return out
}

// splitLowerUpper puts an underscore between a lower-case and an upper-case letter.
func splitLowerUpper(s []rune) []rune {
	var out []rune
	for i := 0; i < len(s); i++ {
		out = append(out, s[i])
		if isLower(s[i]) && i+1 < len(s) && isUpper(s[i+1]) {
			out = append(out, '_', s[i+1])
			i++
		}
	}
	return out
}

func isUpper(r rune) bool { return 'A' <= r && r <= 'Z' }
func isLower(r rune) bool { return 'a' <= r && r <= 'z' }

// NextName returns what AutoName would give, ahead times later, without taking it.
func NextName(t *object.Thread, base string, ahead int) string {
	base = SnakeCase(base)
	if n := sessionOf(t).uids[base] + ahead; n > 0 {
		return base + "_" + strconv.Itoa(n)
	}
	return base
}
