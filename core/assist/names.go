package assist

import (
	"strings"
)

// Names tells how a text speaks of Keras and of its layers.
type Names struct {
	keras, layers string
	direct        map[string]string // "keras.layers.Dense" to the name that the text imported
}

// Names reads the imports of a text.
func (a *Assistant) Names(text string) *Names {
	n := &Names{direct: map[string]string{}}
	for _, b := range read(text).bindings {
		if b.scope != nil || b.module == "" {
			continue
		}
		full := strings.TrimPrefix(b.module, "tensorflow.")
		if b.from != "" {
			full += "." + b.from
		}
		full = strings.TrimPrefix(full, "tensorflow.")
		switch {
		case full == "keras":
			n.keras = b.name
		case full == "keras.layers":
			n.layers = b.name
		case full == "tensorflow" && n.keras == "":
			n.keras = b.name + ".keras"
		case strings.HasPrefix(full, "keras."):
			n.direct[full] = b.name
		}
	}
	return n
}

// Spell writes an expression of package code, which says keras and layers, as the text would; imports is a line that the text then
// needs at its top, or "".
func (n *Names) Spell(expression string) (text, imports string) {
	var b strings.Builder
	w := words(expression)
	for i := 0; i < len(w); i++ {
		if i > 0 && w[i].start > w[i-1].end {
			b.WriteString(expression[w[i-1].end:w[i].start])
		}
		path, end := dottedFrom(w, i)
		switch {
		case path == "", i > 0 && w[i-1].text == ".", strings.HasPrefix(w[i].text, "\""):
			b.WriteString(w[i].text)
			continue
		case w[i].text == "layers":
			path = "keras." + path
		}
		b.WriteString(n.name(path, &imports))
		i = end
	}
	return b.String(), imports
}

// dottedFrom reads the dotted name that begins with "keras" or "layers" at a word, "" for another.
func dottedFrom(w []word, i int) (path string, end int) {
	if w[i].text != "keras" && w[i].text != "layers" || i+1 < len(w) && w[i+1].text == "=" {
		return "", i
	}
	path, end = w[i].text, i
	for end+2 < len(w) && w[end+1].text == "." && w[end+2].kind == wordName {
		path += "." + w[end+2].text
		end += 2
	}
	return path, end
}

func (n *Names) name(path string, imports *string) string {
	if name := n.direct[path]; name != "" {
		return name
	}
	if rest, ok := strings.CutPrefix(path, "keras.layers."); ok && n.layers != "" {
		return n.layers + "." + rest
	}
	rest := strings.TrimPrefix(path, "keras")
	if i := strings.LastIndexByte(path, '.'); i > 0 && n.direct[path[:i]] != "" { // "from keras import initializers"
		return n.direct[path[:i]] + path[i:]
	}
	if n.keras == "" {
		*imports = "import keras\n"
		return path
	}
	return n.keras + rest
}
